import type { AgreementType, Level } from '../report/report.ts';

/** The sentences of findings, in one language of the tool. Neutral: they say what was found or not found. */
export interface Messages {
  absent(title: string, type: AgreementType): string;
  mentioned(title: string): string;
  groupsAbsent(titles: readonly string[]): string;
  levelNames: Readonly<Record<Level, string>>;
}

export const ENGLISH: Messages = {
  absent: (title) => `No clause found on: ${title}.`,
  mentioned: (title) => `Named, but no clause found on: ${title}.`,
  groupsAbsent: (titles) => `No operative clause found for: ${titles.join('; ')}.`,
  levelNames: { operative: 'operative', hortatory: 'soft', mention: 'mentioned', absent: 'not found' },
};
