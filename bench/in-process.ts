import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Markup } from './agreement-text.ts';
import { FOLDER } from './contenders.ts';
import type { EditFigures } from './edits.ts';
import type { Scale } from './scale.ts';
import { STAGE_NAMES, type Stage, type StageFigures } from './stages.ts';
import { megabytes, milliseconds, type Table } from './table.ts';

export interface StagesTable {
  readonly table: Table;
}

export interface AllEdits {
  readonly text: EditFigures;
  readonly markdown: EditFigures;
  readonly table: Table;
}

export interface GrowthFigures {
  /** The dearest megabyte of all sizes in multiples of the cheapest. */
  readonly spread: number;
  readonly table: Table;
}

const MARKUPS: readonly Markup[] = ['text', 'markdown'];

/** Each stage in a process of its own. */
export function measureStages(scale: Scale): StagesTable {
  const rows = STAGE_NAMES.flatMap((stage) =>
    MARKUPS.map((markup) => {
      const figures = stageFigures(stage, markup, scale);
      const speed = (time: number): string => `${(figures.megabytes / time).toFixed(1)} MB/s`;
      return [
        `${STAGE_TITLES[stage]}, ${TITLES[markup]}`,
        speed(figures.cold),
        speed(figures.warm),
        speed(figures.again),
      ];
    }),
  );
  const title = 'In process, by CPU time: the first pass; a later one with an empty memory; the same drafts once more.';
  return { table: { title, columns: ['', 'cold', 'warm', 'again'], rows } };
}

export function measureEdits(scale: Scale): AllEdits {
  const [text, markdown] = MARKUPS.map((markup) => resultOf<EditFigures>('edits.ts', markup, String(scale.edits)));
  const row = (name: string, figures: EditFigures): string[] => [
    name,
    milliseconds(figures.open),
    milliseconds(figures.p50),
    milliseconds(figures.p95),
    milliseconds(figures.cpuP50),
    milliseconds(figures.cpuP95),
  ];
  return {
    text: text as EditFigures,
    markdown: markdown as EditFigures,
    table: {
      title: `From one typed character in a draft of 850,000 to its findings, ${scale.edits} edits, in process`,
      columns: ['', 'opening', 'p50', 'p95', 'CPU p50', 'CPU p95'],
      rows: [row('plain text', text as EditFigures), row('Markdown', markdown as EditFigures)],
    },
  };
}

/** What a megabyte costs when there are more of them. */
export function measureGrowth(scale: Scale): GrowthFigures {
  const measured = scale.sizes.map((size) => ({ size, figures: resultOf<StageFigures>('growth.ts', String(size)) }));
  const costs = measured.map(({ figures }) => figures.warm / figures.megabytes);
  return {
    spread: Math.max(...costs) / Math.min(...costs),
    table: {
      title: 'Cost of one megabyte, read and reviewed in process after a warm-up, plain text and Markdown mixed',
      columns: ['', 'CPU per MB', 'peak'],
      rows: measured.map(({ size, figures }, index) => [
        `${size} MB`,
        milliseconds((costs[index] as number) * 1000),
        megabytes(figures.peakMegabytes),
      ]),
    },
  };
}

const TITLES: Readonly<Record<Markup, string>> = { text: 'plain text', markdown: 'Markdown' };
const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  read: 'read',
  scan: 'scan and parse',
  analyse: 'analyse (scan included)',
  review: 'review (analysis included)',
};

function stageFigures(stage: Stage, markup: Markup, { megabytes: size, passes }: Scale): StageFigures {
  return resultOf<StageFigures>('stages.ts', stage, markup, String(size), String(passes));
}

function resultOf<T>(script: string, ...words: readonly string[]): T {
  return JSON.parse(execFileSync(process.execPath, [join(FOLDER, script), ...words], { encoding: 'utf8' })) as T;
}
