import type { Precedent, Precedents } from '@poclint/archive/precedents/precedents';
import { cite } from '@poclint/messages';
import type { Words } from './words.ts';

/** By topic: how the agreements of an archive that was reviewed worded it. */
export type PrecedentsByTopic = ReadonlyMap<string, Precedents>;

export const NO_PRECEDENTS: PrecedentsByTopic = new Map();

/** A clause of another agreement that can be taken over. */
export interface Wording {
  /** Title, year and clause of the agreement. */
  readonly citation: string;
  /** The words, without the number that they bear there. */
  readonly text: string;
  readonly precedent: Precedent;
}

/** More would bury the model clause. */
const MOST_WORDINGS = 2;

/** How others worded a topic, best first; whole clauses only, each wording once. */
export function wordingsOf(topic: string, precedents: PrecedentsByTopic, words: Words): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const precedent of precedents.get(topic)?.best ?? []) {
    if (precedent.words.startsWith('… ') || precedent.words.endsWith(' …')) continue;
    const text = withoutLabel(precedent.words);
    if (text !== '' && !wordings.has(text))
      wordings.set(text, { citation: citationOf(precedent, words), text, precedent });
  }
  return [...wordings.values()].slice(0, MOST_WORDINGS);
}

function citationOf({ title, id, date, clause }: Precedent, { locale }: Words): string {
  const year = /\d{4}/.exec(date)?.[0];
  return `${title || id}${year ? ` (${year})` : ''}${clause === '' ? '' : `, ${cite(clause, locale)}`}`;
}

/** What a clause may begin with that is its place in its agreement: `Article 4.`, `4.2`, `(b)`, `-`. */
const LABEL =
  /^(?:[-*•#]+\s+)*(?:(?:article|art\.|artículo|clause|section|المادة)\s+\p{Nd}[\p{Nd}.]*[.:)]?\s+)?(?:(?:\(?\p{Nd}+(?:\.\p{Nd}+)*[.)]+|\p{Nd}+(?:\.\p{Nd}+)+|\(?\p{L}{1,4}\))\s+){0,2}/iu;

function withoutLabel(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.slice(LABEL.exec(line)?.[0].length ?? 0);
}
