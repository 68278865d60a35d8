import type { Change, ChangedClause, Comparison, Effect, Severity } from '@poclint/core';
import { type Catalogue, isolate, messagesIn } from '@poclint/messages';
import { printable, printableMessage } from '../format/printable.ts';
import { columnsOf } from '../terminal/columns.ts';
import { layOut } from '../terminal/layout.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { cutOff, pad, shorten, wrap } from '../terminal/wrap.ts';
import { authorsInText } from './author-changes.ts';
import { citation } from './citation.ts';
import { counts, EFFECTS, outcomesInWords } from './counting-changes.ts';
import type { ComparisonContext } from './formats.ts';
import { stateInWords } from './topic-state.ts';

const MARKS: Readonly<Record<Effect, string>> = { lost: '✗', weakened: '▼', strengthened: '▲', gained: '+' };
/** So many lines of a clause are enough to see what became of it. */
const MOST_LINES = 5;
const BEFORE = 40;
/** A title with less room than this cannot be told from others. */
const NARROW = 24;

/** For people at a terminal: what was lost and weakened, with the old and the new words side by side, then what was gained. */
export function prettyComparison(comparison: Comparison, context: ComparisonContext): string {
  return new Page(comparison, context).text() + authorsInText(comparison.authors, context.width, context.locale);
}

class Page {
  private readonly comparison: Comparison;
  private readonly context: ComparisonContext;
  private readonly paint: Paint;
  private readonly words: Catalogue['diff'];
  private readonly titles: ReadonlyMap<string, string>;

  constructor(comparison: Comparison, context: ComparisonContext) {
    this.comparison = comparison;
    this.context = context;
    this.paint = createPaint(context.colour);
    this.words = messagesIn(context.locale).diff;
    this.titles = new Map(comparison.topics.map(({ topic, title }) => [topic, title]));
  }

  text(): string {
    const { quiet, failOn } = this.context;
    const shown = this.comparison.changes.filter((change) => !quiet || counts(change, failOn));
    if (quiet && shown.length === 0) return '';
    const lines = [
      ...this.head(),
      ...EFFECTS.flatMap((effect) => this.section(effect, shown)),
      ...(this.context.verbose ? this.table() : []),
      ...(quiet ? [] : ['', ...this.sum()]),
    ];
    return layOut(lines, this.context.width, this.context.locale);
  }

  /** Words that are not of the tool's language, kept apart where they run against it. */
  private own(words: string): string {
    return isolate(words, this.context.locale);
  }

  private head(): string[] {
    const { old, new: now, language, overlap } = this.comparison;
    const names = this.words.names({ old: this.own(printable(old.path)), new: this.own(printable(now.path)) });
    const share = messagesIn(this.context.locale).report.share({ percent: Math.round(overlap * 100) });
    const words = `${this.own(language)} · ${this.words.overlap({ share })}`;
    const title = this.paint.bold(this.paint.underline(names));
    return columnsOf(names) + 3 + columnsOf(words) <= this.context.width
      ? [`${title}   ${this.paint.dim(words)}`]
      : [title, this.paint.dim(words)];
  }

  private section(effect: Effect, all: readonly Change[]): string[] {
    const changes = all.filter((change) => change.effect === effect);
    if (changes.length === 0) return [];
    const isLoss = effect === 'lost' || effect === 'weakened';
    return [
      '',
      this.paint.bold(`${messagesIn(this.context.locale).effect[effect]()} (${changes.length})`),
      ...changes.flatMap((change) => (isLoss || this.context.verbose ? this.atLength(change) : this.inBrief(change))),
    ];
  }

  private atLength(change: Change): string[] {
    return [
      ...this.hanging(this.mark(change), `${this.place(change)}${printableMessage(change.message)}`),
      ...(change.kind === 'topic' ? [] : this.topics(change)),
      ...this.also(change),
      ...this.sideBySide(change),
    ];
  }

  private inBrief(change: Change): string[] {
    const lines = wrap(`${this.place(change)}${printableMessage(change.message)}`, this.context.width - 4);
    return this.hanging(this.mark(change), lines.slice(0, 2).join(' ') + (lines.length > 2 ? ' …' : ''));
  }

  private place(change: Change): string {
    const place = this.paint.bold(citation(change, this.context.locale).replaceAll(' ', '\u00a0'));
    return `${messagesIn(this.context.locale).report.at({ place })} `;
  }

  private topics(change: Change): string[] {
    if (change.topics.length === 0) return [`    ${this.paint.dim(this.words.wholeAgreement())}`];
    const titles = change.topics.map((topic) => this.titles.get(topic) ?? topic);
    const shown = this.context.verbose ? titles : titles.slice(0, 3);
    const more = titles.length - shown.length;
    const words = more > 0 ? this.words.onAndMore({ titles: shown, count: more }) : this.words.on({ titles: shown });
    return wrap(words, this.context.width - 4).map((line) => `    ${this.paint.dim(line)}`);
  }

  private also({ also, effect }: Change): string[] {
    if (!also) return [];
    const titles = also.map((topic) => this.titles.get(topic) ?? topic);
    const words = effect === 'lost' ? this.words.stillCovered({ titles }) : this.words.also({ titles });
    return wrap(words, this.context.width - 4).map((line) => `    ${this.paint.dim(line)}`);
  }

  /** The old clause at the left, the new one at the right. */
  private sideBySide(change: Change): string[] {
    if (this.context.redacted || (!change.old?.quote && !change.new?.quote)) return [];
    if (this.comparison.old.isBaseline) return this.newWords(change.new);
    const width = Math.floor((this.context.width - 7) / 2);
    const old = this.column(change.old, this.words.leftOut(), width, this.paint.red);
    const now = this.column(
      change.new,
      change.effect === 'lost' ? this.words.notFound() : this.words.leftOut(),
      width,
      this.paint.green,
    );
    const rows = Math.max(old.length, now.length);
    return Array.from({ length: rows }, (_, at) => {
      const left = old[at] ?? { plain: '', painted: '' };
      const right = now[at] ?? { plain: '', painted: '' };
      return `    ${left.painted}${pad('', width - columnsOf(left.plain))} ${this.paint.dim('│')} ${right.painted}`;
    });
  }

  /** A baseline keeps no words, so there is only one side to show. */
  private newWords(clause: ChangedClause | undefined): string[] {
    if (!clause) return [];
    return this.column(clause, '', this.context.width - 4, this.paint.green).map(({ painted }) => `    ${painted}`);
  }

  private column(
    clause: ChangedClause | undefined,
    otherwise: string,
    width: number,
    colour: (text: string) => string,
  ): { readonly plain: string; readonly painted: string }[] {
    if (!clause?.quote) return [{ plain: `(${otherwise})`, painted: this.paint.dim(`(${otherwise})`) }];
    const marked = markWords(clause);
    const excerpt = this.context.verbose ? marked : windowOn(marked, width * MOST_LINES);
    const lines = wrap(excerpt, width);
    const kept = this.context.verbose ? lines : lines.slice(0, MOST_LINES);
    if (kept.length < lines.length) kept[kept.length - 1] = cutOff(`${kept.at(-1)} ${lines[kept.length]}`, width);
    let inside = false;
    return kept.map((line) => {
      let painted = '';
      for (const part of line.split(/([\u0001\u0002])/)) {
        if (part === OPEN) inside = true;
        else if (part === CLOSE) inside = false;
        else painted += inside ? this.paint.underline(colour(part)) : part;
      }
      const plain = line.replace(/[\u0001\u0002]/g, '');
      const isolated = this.own(plain);
      if (isolated === plain) return { plain, painted };
      // A cell is read by itself, and filled up inside: its lines begin below one another, on their own side. Plain
      // spaces at the end of a line would be taken out of their isolate (Unicode Bidirectional Algorithm, L1).
      const fill = '\u00a0'.repeat(Math.max(0, width - columnsOf(plain)));
      return { plain: isolated + fill, painted: isolated[0] + painted + fill + isolated.at(-1) };
    });
  }

  private table(): string[] {
    const rows = this.comparison.topics.filter(({ outcome }) => outcome !== 'absent');
    if (rows.length === 0) return [];
    const states = rows.map(
      ({ old, new: now }) => [stateInWords(old, this.context.locale), stateInWords(now, this.context.locale)] as const,
    );
    const first = Math.max(...states.map(([old]) => columnsOf(old)));
    const second = Math.max(...states.map(([, now]) => columnsOf(now)));
    const room = this.context.width - first - second - 7;
    return [
      '',
      this.paint.bold(this.words.topics()),
      ...rows.flatMap(({ title, outcome }, at) => {
        const [old, now] = states[at] as readonly [string, string];
        const lines = this.topicRow(
          title,
          `${pad(old, room < NARROW ? 0 : first)} ${outcome === 'unchanged' ? '=' : '→'} ${now}`,
          room,
        );
        return lines.map((line) => (outcome === 'unchanged' ? this.paint.dim(line) : line));
      }),
    ];
  }

  /** The title and what became of it: on one line, or one below the other where there is no room. */
  private topicRow(title: string, states: string, room: number): string[] {
    if (room >= NARROW) return [`  ${pad(shorten(title, room), room)}  ${states}`];
    return [
      `  ${shorten(title, this.context.width - 2)}`,
      ...wrap(states, this.context.width - 4).map((line) => `    ${line}`),
    ];
  }

  private sum(): string[] {
    const { changes } = this.comparison;
    const number = (effect: Effect) => changes.filter((change) => change.effect === effect).length;
    const [lost, weakened] = [number('lost'), number('weakened')];
    const colour = lost > 0 ? this.paint.red : weakened > 0 ? this.paint.yellow : this.paint.green;
    const verdict = lost + weakened === 0 ? `${this.words.nothingLost()} ` : '';
    return wrap(`${verdict}${outcomesInWords(this.comparison, this.context.locale)}.`, this.context.width).map((line) =>
      colour(this.paint.bold(line)),
    );
  }

  private mark({ effect, severity }: Change): string {
    const colours: Readonly<Record<Severity, (text: string) => string>> = {
      error: this.paint.red,
      warning: this.paint.yellow,
      info: effect === 'gained' || effect === 'strengthened' ? this.paint.green : this.paint.blue,
    };
    return colours[severity](MARKS[effect]);
  }

  private hanging(mark: string, text: string): string[] {
    return wrap(text, this.context.width - 4).map((line, at) => `  ${at === 0 ? `${mark} ` : '  '}${line}`);
  }
}

const OPEN = '\u0001';
const CLOSE = '\u0002';

/** The quote on one line, the words that make the difference between two marks. */
function markWords({ quote = '', span = [0, 0], words }: ChangedClause): string {
  let marked = '';
  let from = span[0];
  for (const { span: word } of [...words].sort((a, b) => a.span[0] - b.span[0])) {
    if (word[0] < from || word[1] > span[1]) continue;
    marked += `${printable(quote.slice(from - span[0], word[0] - span[0]))}${OPEN}${printable(quote.slice(word[0] - span[0], word[1] - span[0]))}${CLOSE}`;
    from = word[1];
  }
  return (marked + printable(quote.slice(from - span[0]))).replace(/\s+/g, ' ').trim();
}

/** A long clause from shortly before its first marked word on. */
function windowOn(marked: string, room: number): string {
  const at = marked.indexOf(OPEN);
  if (marked.length <= room || at < BEFORE) return marked;
  const start = Math.min(at - BEFORE, marked.length - room);
  // Not worth a gap: the clause is cut at its end anyway.
  return start < BEFORE / 2 ? marked : `…${marked.slice(marked.indexOf(' ', start))}`;
}
