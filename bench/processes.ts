import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement, dice, type Markup } from './agreement-text.ts';
import { run, runRepeatedly, type Usage } from './child-process.ts';
import {
  builtPoclint,
  type Contender,
  FOLDER,
  POCLINT,
  REMARK,
  ripgrep,
  startOf,
  TEXTLINT,
  VERSION,
} from './contenders.ts';
import { makeDrafts, writeDrafts } from './drafts.ts';
import { median } from './figures.ts';
import type { Scale } from './scale.ts';
import { megabytes, milliseconds, seconds, type Table, times } from './table.ts';
import { vocabularyTerms } from './vocabulary-terms.ts';

export interface ProcessFigures {
  /** By contender. */
  readonly text: ReadonlyMap<string, Usage>;
  readonly markdown: ReadonlyMap<string, Usage>;
  /** The contender that stands for poclint as its users run it. */
  readonly own: string;
  readonly table: Table;
}

export interface StartFigures {
  readonly version: number;
  readonly lint: number;
  readonly table: Table;
}

/** A page of text: the length of the median ceasefire. */
const ONE_PAGE = 3000;

/** Whole processes over the same drafts, as plain text and as Markdown. */
export async function measureProcesses(folder: string, scale: Scale): Promise<ProcessFigures> {
  const terms = join(folder, 'terms');
  const vocabulary = vocabularyTerms();
  writeFileSync(terms, `${vocabulary.terms.join('\n')}\n`);
  const built = builtPoclint();
  const contenders = [
    ...(built ? [built] : []),
    POCLINT,
    TEXTLINT,
    REMARK,
    ...(hasRipgrep() ? [ripgrep(terms)] : []),
    startOf('-e', '0'),
  ];
  const measure = async (markup: Markup): Promise<Map<string, Usage>> => {
    const drafts = join(folder, markup);
    writeDrafts(drafts, makeDrafts(scale.megabytes, markup));
    const figures = new Map<string, Usage>();
    for (const contender of contenders) figures.set(contender.name, await use(contender, drafts, scale.runs));
    return figures;
  };
  const text = await measure('text');
  const markdown = await measure('markdown');
  const own = (built ?? POCLINT).name;
  const ownText = text.get(own) as Usage;
  const ownMarkdown = markdown.get(own) as Usage;
  const rows = contenders.map(({ name }) => {
    const inText = text.get(name) as Usage;
    const inMarkdown = markdown.get(name) as Usage;
    return [
      name === '-e 0' ? 'node -e 0' : name,
      seconds(inText.cpu),
      times(inText.cpu / ownText.cpu),
      megabytes(inText.peak),
      seconds(inMarkdown.cpu),
      times(inMarkdown.cpu / ownMarkdown.cpu),
      megabytes(inMarkdown.peak),
    ];
  });
  const title = `Whole processes over ${scale.megabytes * 80} drafts of ${scale.megabytes} MB in all: CPU time, and how it compares with ${own}.\nThe vocabulary has ${vocabulary.phrases} phrases, ripgrep is given ${vocabulary.terms.length} of their spellings, textlint-rule-terminology has its own 330 or so terms.`;
  return {
    text,
    markdown,
    own,
    table: { title, columns: ['', 'text', '', 'peak', 'Markdown', '', 'peak'], rows },
  };
}

/** What is paid before the first word is read, in multiples of an empty Node process. */
export async function measureStart(folder: string, scale: Scale): Promise<StartFigures> {
  const page = join(folder, 'ceasefire.txt');
  writeFileSync(page, agreement(ONE_PAGE, 'text', dice(3)));
  const lint = builtPoclint() ?? POCLINT;
  const contenders: Contender[] = [startOf('-e', '0'), VERSION, lint];
  const taken = contenders.map((): number[] => []);
  // In turn, so that other work on the machine falls on all alike.
  for (let count = 0; count <= scale.starts; count++) {
    for (const [index, contender] of contenders.entries()) {
      const { cpu } = await run(contender.command(page), FOLDER);
      if (count > 0) (taken[index] as number[]).push(cpu);
    }
  }
  const [empty = 1, version = 0, review = 0] = taken.map(median);
  const row = (name: string, value: number): string[] => [name, milliseconds(value * 1000), times(value / empty)];
  return {
    version: version / empty,
    lint: review / empty,
    table: {
      title: `Start-up: CPU time, median of ${scale.starts}`,
      columns: ['', 'CPU', ''],
      rows: [row('node -e 0', empty), row('poclint --version', version), row('poclint lint, one page', review)],
    },
  };
}

async function use(contender: Contender, drafts: string, runs: number): Promise<Usage> {
  const usage = await runRepeatedly(contender.command(drafts), FOLDER, runs);
  if (!contender.codes.includes(usage.code)) throw new Error(`${contender.name} ended with exit code ${usage.code}.`);
  return usage;
}

function hasRipgrep(): boolean {
  return spawnSync('rg', ['--version'], { stdio: 'ignore' }).status === 0;
}
