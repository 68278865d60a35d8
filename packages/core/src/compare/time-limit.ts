import type { TimeWords } from '../language/language-data.ts';
import type { Span } from '../span.ts';

/** A time that a clause sets. */
export interface TimeLimit {
  /**
   * `limit`: the time by which something is done. `date`: the same as a day of the calendar. `frequency`: how often.
   * `period`: how long something lasts.
   */
  readonly kind: 'limit' | 'date' | 'frequency' | 'period';
  /** Hours, or days of the calendar since 1970 for a date; 0 for "immediately"; infinite where nobody can check it. */
  readonly value: number;
  /** In the text that was read. */
  readonly span: Span;
}

const HOURS = { hour: 1, day: 24, week: 168, month: 720, year: 8760 } as const;
type UnitName = keyof typeof HOURS;

interface Reader {
  readonly words: TimeWords;
  readonly pattern: RegExp;
  readonly unit: readonly (readonly [RegExp, UnitName])[];
}

/**
 * The times in `text`, in order: "within seventy-two (72) hours", "by 15 March 2026", "D-Day + 30", "every two weeks",
 * "immediately", "as soon as possible". Of numbers in brackets that compete the longest counts, for nothing is agreed yet.
 */
function findTimeLimits(text: string, reader: Reader): TimeLimit[] {
  if (!/\p{L}/u.test(text)) return [];
  const found: TimeLimit[] = [];
  for (const match of text.matchAll(reader.pattern)) {
    const limit = interpret(match, reader);
    if (limit && !repeats(found.at(-1), limit))
      found.push({ ...limit, span: [match.index, match.index + match[0].length] });
  }
  return found;
}

/** "Immediately upon signature" is one time, not two. */
function repeats(previous: TimeLimit | undefined, limit: Omit<TimeLimit, 'span'>): boolean {
  return previous !== undefined && limit.value === 0 && previous.value === 0;
}

/** Whether `after` leaves more time, or promises less often or for a shorter time, than `before`. */
export function isLater(before: TimeLimit, after: TimeLimit): boolean {
  if (before.kind !== after.kind) return false;
  return before.kind === 'period' ? after.value < before.value : after.value > before.value;
}

/** Reads the times of one language. Its patterns are compiled when first needed: few reviews compare. */
export class TimeReader {
  private readonly words: TimeWords;
  private reader: Reader | undefined;

  constructor(words: TimeWords) {
    this.words = words;
  }

  /** The times in `text`, in order, as `findTimeLimits` says. */
  find(text: string): TimeLimit[] {
    this.reader ??= compile(this.words);
    return findTimeLimits(text, this.reader);
  }
}

function compile(words: TimeWords): Reader {
  const names = anyOf(Object.keys(words.numbers).sort((a, b) => b.length - a.length));
  const figure = '[\\[(［]?\\s*\\p{Nd}{1,4}(?:\\s*[/|–-]\\s*\\p{Nd}{1,4})*\\s*[\\])］]?';
  const word = `[(]?(?:${names})(?![\\p{L}])(?:[ -](?:and )?(?:${names})(?![\\p{L}]))*[)]?`;
  const amount = `(?:(?:${word}|${figure})\\s*){1,3}`;
  const unit = Object.values(words.units).join('|');
  const month = anyOf(words.months);
  const date = `\\p{Nd}{1,2}(?:st|nd|rd|th|er)?\\s+(?:of |de )?(?:${month}),?\\s+(?:de )?\\p{Nd}{4}|(?:${month})\\s+\\p{Nd}{1,2}(?:st|nd|rd|th)?,?\\s+\\p{Nd}{4}|\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}|\\p{Nd}{1,2}[./]\\p{Nd}{1,2}[./]\\p{Nd}{4}`;
  const edge = '(?<![\\p{L}\\p{N}])';
  const close = '(?![\\p{L}\\p{N}])';
  const source = [
    `(?<vague>${words.vague})`,
    `(?<immediate>${words.immediate})`,
    `(?:D|J|day)(?:[- ]?day)?\\s*\\+\\s*(?<offset>\\p{Nd}{1,3})`,
    `(?<limitDate>(?:${words.limit})\\s+(?:the )?(?<date>${date}))`,
    `(?<lead>${words.limit}|${words.period}|${words.every})?\\s*(?:the )?(?:next |first )?(?<amount>${amount})(?:\\p{L}+\\s)?(?<unit>${unit})(?<after>\\s+(?:${words.after}))?`,
    `(?<each>${words.every})\\s+(?<single>${unit})`,
    `(?<frequency>${anyOf(Object.keys(words.frequencies))})`,
  ].join('|');
  return {
    words,
    pattern: new RegExp(`${edge}(?:${source})${close}`, 'giu'),
    unit: (Object.entries(words.units) as [UnitName, string][]).map(([name, forms]) => [
      new RegExp(`^(?:${forms})$`, 'iu'),
      name,
    ]),
  };
}

/** Alternatives of a regular expression; none match nothing. */
function anyOf(patterns: readonly string[]): string {
  return patterns.length > 0 ? patterns.join('|') : '(?!)';
}

function interpret(match: RegExpMatchArray, reader: Reader): Omit<TimeLimit, 'span'> | undefined {
  const part = (name: string): string | undefined => match.groups?.[name];
  if (part('vague')) return { kind: 'limit', value: Number.POSITIVE_INFINITY };
  if (part('immediate')) return { kind: 'limit', value: 0 };
  const offset = part('offset');
  if (offset) return { kind: 'limit', value: digits(offset) * HOURS.day };
  const date = part('date');
  if (date) return dated(date, reader.words);
  const frequency = part('frequency');
  if (frequency) return { kind: 'frequency', value: reader.words.frequencies[frequency.toLowerCase()] ?? 0 };
  const single = part('single');
  if (single) return { kind: 'frequency', value: HOURS[unitOf(single, reader)] };
  const amount = part('amount');
  const unit = part('unit');
  if (!amount || !unit) return undefined;
  const kind = kindOf(part('lead'), part('after') !== undefined, reader.words);
  return kind && { kind, value: numberOf(amount, reader.words) * HOURS[unitOf(unit, reader)] };
}

function kindOf(lead: string | undefined, isCounted: boolean, words: TimeWords): TimeLimit['kind'] | undefined {
  const begins = (forms: string) => lead !== undefined && new RegExp(`^(?:${forms})$`, 'iu').test(lead.trim());
  if (begins(words.every)) return 'frequency';
  if (begins(words.limit)) return 'limit';
  if (begins(words.period)) return 'period';
  return isCounted ? 'limit' : undefined;
}

function unitOf(word: string, reader: Reader): UnitName {
  return reader.unit.find(([pattern]) => pattern.test(word))?.[1] ?? 'day';
}

/** "seventy-two (72)" is 72, "[72/96]" is 96, "two hundred" is 200. */
function numberOf(amount: string, words: TimeWords): number {
  const figures = [...amount.matchAll(/\p{Nd}+/gu)].map((found) => digits(found[0]));
  if (figures.length > 0) return Math.max(...figures);
  let sum = 0;
  for (const [word] of amount.toLowerCase().matchAll(/\p{L}+/gu)) {
    const value = words.numbers[word];
    if (value === undefined) continue;
    sum = value === 100 ? Math.max(1, sum) * 100 : sum + value;
  }
  return sum;
}

function dated(text: string, words: TimeWords): Omit<TimeLimit, 'span'> | undefined {
  const numbers = [...text.matchAll(/\p{Nd}+/gu)].map((found) => digits(found[0]));
  const month = words.months.findIndex((name) => text.toLowerCase().includes(name));
  const year = numbers.find((number) => number > 999);
  if (year === undefined) return undefined;
  const rest = numbers.filter((number) => number !== year);
  const isIso = numbers[0] === year;
  const day = month >= 0 ? rest[0] : isIso ? rest[1] : rest[0];
  const monthNumber = month >= 0 ? month + 1 : isIso ? rest[0] : rest[1];
  if (day === undefined || monthNumber === undefined || day > 31 || monthNumber > 12) return undefined;
  return { kind: 'date', value: Date.UTC(year, monthNumber - 1, day) / 86_400_000 };
}

/** Digits of any script. */
function digits(text: string): number {
  let value = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const zero = code < 0x660 ? 0x30 : code < 0x6f0 ? 0x660 : 0x6f0;
    value = value * 10 + (code - zero);
  }
  return value;
}
