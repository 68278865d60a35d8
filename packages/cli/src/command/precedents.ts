import { resolve } from 'node:path';
import {
  type Precedent,
  type PrecedentQuery,
  type Precedents,
  precedentsIn,
} from '@poclint/archive/precedents/precedents';
import { type AgreementType, type Level, nameOfLanguage, type Rule, titleIn } from '@poclint/core';
import { cite, isolate, isRightToLeft, type Locale, messagesIn } from '@poclint/messages';
import { archiveMessagesIn } from '@poclint/messages/archive';
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
  readonly locale?: Locale;
}

/** Prints how other agreements of a reviewed archive worded a protection, best first. */
export async function precedents(topic: string, options: PrecedentsOptions, io: Io): Promise<number> {
  const { rules } = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const rule = ruleNamed(topic, rules);
  if (rule.kind !== 'topic') throw new UsageError((words) => words.rule.wording({ rule: rule.id }));
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
  const found = await precedentsIn(resolve(io.cwd, options.in), query);
  const print = { pretty: printPretty, json: printJson, markdown: printMarkdown }[options.format];
  print(rule, found, { query, locale: options.locale, io });
  return 0;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError((words) =>
    words.option.wholeNumberBetween({ option, least: String(least), most: String(most), value: text }),
  );
}

interface Printing {
  readonly query: PrecedentQuery;
  readonly locale: Locale | undefined;
  readonly io: Io;
}

function printJson(_rule: Rule, { best, found }: Precedents, { query, io }: Printing): void {
  const { topic, ...rest } = query;
  io.stdout.write(
    `${JSON.stringify({ schema: 'poclint-precedents-1', topic, query: rest, found, precedents: best }, null, 2)}\n`,
  );
}

function printPretty(rule: Rule, { best, found }: Precedents, { locale, io }: Printing): void {
  const width = widthOf(io.stdout, io.env);
  const paint = createPaint(usesColour(undefined, io.stdout.isTerminal, io.env));
  const lines = [
    paint.bold(titleIn(rule, locale)),
    paint.dim(`${isolate(rule.id, locale ?? 'en')} · ${countOf(best.length, found, locale)}`),
  ];
  for (const precedent of best) lines.push('', ...precedentLines(precedent, width, paint, locale));
  io.stdout.write(`${lines.join('\n')}\n`);
}

/** A precedent as a terminal shows it: where, and what it says. Words of the archive come without control characters. */
export function precedentLines(precedent: Precedent, width: number, paint: Paint, locale?: Locale): string[] {
  const indented = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  return [
    ...wrap(citationOf(precedent, printable, locale), width).map((line) => paint.bold(line)),
    ...indented(printable(oneLine(precedent.words))),
    ...indented(stateOf(precedent, printable, locale)).map((line) => paint.dim(line)),
  ];
}

function printMarkdown(rule: Rule, { best, found }: Precedents, { locale, io }: Printing): void {
  const parts = best.map(
    (precedent, at) =>
      `${at + 1}. ${citationOf(precedent, escaped, locale)}\n   ${stateOf(precedent, escaped, locale)}\n\n   > ${escaped(oneLine(precedent.words))}\n`,
  );
  const title = archiveMessagesIn(locale).precedents.title({ title: titleIn(rule, locale) });
  io.stdout.write(`# ${title}\n\n${countOf(best.length, found, locale)}\n\n${parts.join('\n')}`);
}

function countOf(shown: number, found: number, locale: Locale | undefined): string {
  const { precedents: said } = archiveMessagesIn(locale);
  if (found === 0) return said.none();
  return shown < found ? said.best({ shown, found }) : said.all({ found });
}

/** `Title (date), Art. 3(1) [id]`. What comes from the archive is made safe, and kept apart where it runs the other way. */
function citationOf(
  { title, date, clause, id }: Precedent,
  safe: (words: string) => string,
  locale: Locale = 'en',
): string {
  const own = (words: string) => isolate(safe(words), locale);
  const comma = isRightToLeft(locale) ? '، ' : ', ';
  return `${own(title)}${date === '' ? '' : ` (${own(date)})`}${clause === '' ? '' : `${comma}${cite(safe(clause), locale)}`} [${own(id)}]`;
}

function stateOf(
  { level, location, status, type, language, slots, likeness, also }: Precedent,
  safe: (words: string) => string,
  locale: Locale | undefined,
): string {
  const words = messagesIn(locale);
  const { precedents: said, slot } = archiveMessagesIn(locale);
  const clauses = also.slice(0, 3).map((clause) => cite(safe(clause), locale ?? 'en'));
  const parts = [
    words.evidence[level](),
    ...(location === 'operative' ? [] : [words.location[location]()]),
    ...(status === 'agreed' ? [] : [words.status[status]()]),
    words.type[type](),
    nameOfLanguage(language, locale),
    slots.length === 0 ? said.saysNothing() : said.says({ slots: slots.map((name) => slot[name]()) }),
    ...(likeness === undefined ? [] : [said.alike({ percent: Math.round(100 * likeness) })]),
    ...(also.length === 0 ? [] : [also.length > 3 ? said.alsoMore({ clauses }) : said.also({ clauses })]),
  ];
  return parts.join(' · ');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}
