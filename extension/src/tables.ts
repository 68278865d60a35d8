import * as vscode from 'vscode';
import {
  type Evidence,
  type Level,
  type ParityAnswer,
  type ParitySide,
  READINGS,
  type ReviewedCoverage,
  type Topic,
} from './protocol.ts';
import type { Cell, TablePage } from './table-page.ts';
import { familyName, levelName, readingName, topicStanding } from './wording.ts';

const { t } = vscode.l10n;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What of the protection survives if the brackets fall, or if of every alternative the weakest is taken. */
export function readingsTable(name: string, uri: vscode.Uri, coverage: ReviewedCoverage): TablePage {
  const topics = coverage.families.flatMap((family) => family.topics);
  const falling = topics.filter(
    ({ readings }) => readings.dropped !== readings.accepted || readings.weakest !== readings.accepted,
  );
  return {
    title: `${t('What survives if the brackets fall')}: ${name}`,
    paragraphs: falling.length === 0 ? [t('No topic depends on brackets or tracked changes.')] : [],
    head: [t('Topic'), ...READINGS.map(readingName)],
    rows: falling.map(({ title, readings, evidence: [best] }) => [
      { text: title, ...(best && { note: best.clause }) },
      ...READINGS.map((reading) => levelCell(readings[reading], best, uri)),
    ]),
  };
}

function levelCell(level: Level, best: Evidence | undefined, uri: vscode.Uri): Cell {
  if (level === 'absent') return { text: levelName(level), tone: 'absent' };
  return best ? { text: '', caption: levelName(level), place: { uri, range: best.range } } : { text: levelName(level) };
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
      '{0} of {1} expected topics are covered, {2} of them only in brackets. Errors: {3}. Warnings: {4}.',
      covered,
      expected,
      bracketed,
      errors,
      warnings,
    ),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

function isWorthReporting({ isExpected, standing }: Topic): boolean {
  return isExpected || standing !== 'missing';
}

function reportRow(topic: Topic): string[] {
  return [
    topic.title,
    topicStanding(topic),
    topic.evidence
      .map(({ clause }) => clause)
      .slice(0, 4)
      .join(', '),
  ];
}

/** Where two language versions differ, with both clauses side by side. `shownAt` says where a file's text is shown. */
export function parityTable(answer: ParityAnswer, shownAt: (uri: string) => vscode.Uri): TablePage {
  const { versions, rows, summary } = answer;
  return {
    title: t('Language versions compared'),
    paragraphs: [
      ...(summary.doubt ? [summary.doubt] : []),
      [summary.sentence, summary.aligned, summary.disclaimer].filter((one) => one !== '').join(' '),
    ],
    head: [t('Difference'), ...versions.map(({ languageName, uri }) => `${languageName} · ${nameOf(uri)}`)],
    rows: rows.map(({ severity, message, topics, sides }) => [
      { text: message, tone: severity, ...(topics.length > 0 && { note: topics.join('; ') }) },
      ...sides.map((side, at) => sideCell(side, shownAt(versions[at]?.uri ?? ''))),
    ]),
  };
}

function sideCell(side: ParitySide | null, uri: vscode.Uri): Cell {
  if (!side) return { text: t('not found'), tone: 'absent' };
  return { text: side.quote, marks: side.words, caption: side.clause, place: { uri, range: side.range } };
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
