import * as vscode from 'vscode';
import { READINGS, type ReviewedCoverage, type Topic } from './protocol.ts';
import { familyName, levelName, readingName, standingName } from './wording.ts';

const { t } = vscode.l10n;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What of the protection survives if the brackets fall, or if of every alternative the weakest is taken. */
export function readingsTable(name: string, coverage: ReviewedCoverage): string {
  const topics = coverage.families.flatMap((family) => family.topics);
  const falling = topics.filter(
    ({ readings }) => readings.dropped !== readings.accepted || readings.weakest !== readings.accepted,
  );
  const rows = falling.map(({ title, readings, evidence }) => [
    title,
    ...READINGS.map((reading) => levelName(readings[reading])),
    evidence[0]?.clause ?? '',
  ]);
  return [
    `# ${t('What survives if the brackets fall')}: ${cell(name)}`,
    falling.length === 0
      ? t('No topic depends on brackets or tracked changes.')
      : table([t('Topic'), ...READINGS.map(readingName), t('Clause')], rows),
  ].join('\n\n');
}

/** The coverage of a draft as a page to be kept. */
export function coverageReport(name: string, coverage: ReviewedCoverage): string {
  const { covered, expected, bracketed, errors, warnings } = coverage;
  const sections = coverage.families.map(({ family, topics }) =>
    [
      `## ${familyName(family)}`,
      table([t('Topic'), t('Standing'), t('Clause')], topics.filter(isWorthReporting).map(reportRow)),
    ].join('\n\n'),
  );
  return [
    `# ${t('Protection coverage')}: ${cell(name)}`,
    t(
      '{0} of {1} expected topics are covered, {2} of them only in brackets. {3} errors, {4} warnings.',
      covered,
      expected,
      bracketed,
      errors,
      warnings,
    ),
    ...sections,
    '',
  ].join('\n\n');
}

function isWorthReporting({ isExpected, standing }: Topic): boolean {
  return isExpected || standing !== 'missing';
}

function reportRow({ title, standing, evidence }: Topic): string[] {
  return [
    title,
    standingName(standing),
    evidence
      .map(({ clause }) => clause)
      .slice(0, 4)
      .join(', '),
  ];
}

/** Topics on which two language versions differ, the first of the two on the left. */
export function languageTable(
  first: { readonly name: string; readonly coverage: ReviewedCoverage },
  second: { readonly name: string; readonly coverage: ReviewedCoverage },
): string {
  const others = new Map(second.coverage.families.flatMap(({ topics }) => topics.map((topic) => [topic.id, topic])));
  const rows = first.coverage.families.flatMap(({ topics }) =>
    topics.flatMap((topic) => {
      const other = others.get(topic.id);
      if (!other || (other.level === topic.level && other.standing === topic.standing)) return [];
      return [[topic.title, describe(topic), describe(other)]];
    }),
  );
  const heads = [first, second].map(({ name, coverage }) => `${name} (${coverage.language})`);
  return [
    `# ${t('Language versions compared')}`,
    rows.length === 0 ? t('Both versions cover the same topics equally firmly.') : table([t('Topic'), ...heads], rows),
  ].join('\n\n');
}

function describe({ standing, evidence }: Topic): string {
  const clause = evidence[0]?.clause;
  return clause ? `${standingName(standing)} (${clause})` : standingName(standing);
}
