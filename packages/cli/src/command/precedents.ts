import { resolve } from 'node:path';
import {
  type Precedent,
  type PrecedentQuery,
  type Precedents,
  precedentsIn,
} from '@poclint/archive/precedents/precedents';
import { ReviewFolderError } from '@poclint/archive/record';
import type { AgreementType, Level, Rule } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import { printable } from '../format/printable.ts';
import type { Io } from '../io.ts';
import { loadRules, ruleNamed } from '../rule/load-rules.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { usesColour, widthOf } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';

export interface PrecedentsOptions {
  /** The review folder. */
  readonly in: string;
  readonly type?: AgreementType;
  readonly language?: string;
  readonly level: Exclude<Level, 'absent'>;
  readonly since?: string;
  readonly similarTo?: string;
  readonly limit: string;
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly rules: readonly string[];
}

/** Prints how other agreements of a reviewed archive worded a protection, best first. */
export async function precedents(topic: string, options: PrecedentsOptions, io: Io): Promise<number> {
  const { rules } = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const rule = ruleNamed(topic, rules);
  if (rule.kind !== 'topic')
    throw new UsageError(
      `${rule.id} is a rule about wording; precedents are kept for topics such as sgbv-prohibition.`,
    );
  const { type, language, similarTo } = options;
  const query: PrecedentQuery = {
    topic: rule.id,
    level: options.level,
    limit: wholeNumber('--limit', options.limit, 1, 1000),
    ...(type && { type }),
    ...(language && { language }),
    ...(options.since !== undefined && { since: wholeNumber('--since', options.since, 1, 9999) }),
    ...(similarTo && { similarTo }),
  };
  const found = await searched(resolve(io.cwd, options.in), query);
  const print = { pretty: printPretty, json: printJson, markdown: printMarkdown }[options.format];
  print(rule, found, query, io);
  return 0;
}

/** Searches a reviewed archive. Throws a UsageError where the folder holds none. */
export async function searched(folder: string, query: PrecedentQuery): Promise<Precedents> {
  try {
    return await precedentsIn(folder, query);
  } catch (error) {
    throw error instanceof ReviewFolderError ? new UsageError(error.message) : error;
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not "${text}".`);
}

function printJson(_rule: Rule, { best, found }: Precedents, query: PrecedentQuery, io: Io): void {
  const { topic, ...rest } = query;
  io.stdout.write(
    `${JSON.stringify({ schema: 'poclint-precedents-1', topic, query: rest, found, precedents: best }, null, 2)}\n`,
  );
}

function printPretty(rule: Rule, { best, found }: Precedents, _query: PrecedentQuery, io: Io): void {
  const width = widthOf(io.stdout, io.env);
  const paint = createPaint(usesColour(undefined, io.stdout.isTerminal, io.env));
  const lines = [paint.bold(rule.title), paint.dim(`${rule.id} · ${countOf(best.length, found)}`)];
  for (const precedent of best) lines.push('', ...precedentLines(precedent, width, paint));
  io.stdout.write(`${lines.join('\n')}\n`);
}

/** A precedent as a terminal shows it: where, and what it says. Words of the archive come without control characters. */
export function precedentLines(precedent: Precedent, width: number, paint: Paint): string[] {
  const indented = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  return [
    ...wrap(printable(citationOf(precedent)), width).map((line) => paint.bold(line)),
    ...indented(printable(oneLine(precedent.words))),
    ...indented(stateOf(precedent)).map((line) => paint.dim(line)),
  ];
}

function printMarkdown(rule: Rule, { best, found }: Precedents, _query: PrecedentQuery, io: Io): void {
  const parts = best.map(
    (precedent, at) =>
      `${at + 1}. ${escaped(citationOf(precedent))}\n   ${escaped(stateOf(precedent))}\n\n   > ${escaped(oneLine(precedent.words))}\n`,
  );
  io.stdout.write(`# Precedents: ${rule.title}\n\n${countOf(best.length, found)}\n\n${parts.join('\n')}`);
}

function countOf(shown: number, found: number): string {
  if (found === 0) return 'no agreement in the archive fits';
  const all = found === 1 ? '1 agreement' : `${found} agreements`;
  return shown < found ? `the best ${shown} of ${all}` : all;
}

/** `Title (date), Art. 3(1) [id]` */
function citationOf({ title, date, clause, id }: Precedent): string {
  return `${title}${date === '' ? '' : ` (${date})`}${clause === '' ? '' : `, ${clause}`} [${id}]`;
}

const SLOT_WORDS: Readonly<Record<Precedent['slots'][number], string>> = {
  bearer: 'who is bound',
  obligation: 'duty',
  protected: 'who is protected',
  act: 'act',
  mechanism: 'mechanism',
  time: 'time',
  consequence: 'consequence',
};

function stateOf({ level, location, status, type, language, slots, likeness, also }: Precedent): string {
  const parts = [
    location === 'operative' ? level : `${level}, ${location}`,
    ...(status === 'agreed' ? [] : [status]),
    type,
    language,
    slots.length === 0 ? 'names nothing besides' : `says ${slots.map((slot) => SLOT_WORDS[slot]).join(', ')}`,
    ...(likeness === undefined ? [] : [`${Math.round(100 * likeness)} % alike`]),
    ...(also.length === 0 ? [] : [`also ${also.slice(0, 3).join('; ')}${also.length > 3 ? ' …' : ''}`]),
  ];
  return parts.join(' · ');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}
