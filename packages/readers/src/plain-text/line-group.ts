import { type Enumerator, enumeratorAt } from './enumerator.ts';
import { isFurniture } from './furniture.ts';
import { dropInvisible, hasCase, isInvisible, isUpperCase, skipInvisible, startsLowerCase } from './letter.ts';

/** Shorter lines say nothing about a wrapping width, longer ones are paragraphs on one line. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 200;
/** One full line alone is weak evidence: it must at least be wider than most titles. */
const NARROWEST_LONE_WRAP = 55;
/** A line is full when the next word would have reached this part of the widest line. Converters are ragged. */
const FULL = 0.88;

const TERMINAL = '.;:!?؛؟。…';
const CLOSERS = '"\'”’»)]}*_“';
const ABBREVIATION =
  /(?:^|[\s(])(?:arts?|paras?|no|nos|mr|mrs|ms|dr|gen|col|lt|st|sec|ch|p|pp|vol|cf|n[°º]|núm|inc|lit|[A-Z])\.$/i;
const CONJUNCTION = /^(?:and|or|and\/or|et|ou|et\/ou|y|o|y\/o|e|и|или|و|أو)[;,.]?$/i;
// Words that cannot end a paragraph: what follows on the next line continues the sentence.
const UNFINISHED =
  /(?:^|\s)(?:a|an|and|as|at|between|by|for|from|in|into|of|on|or|shall|that|the|their|this|to|under|which|with|will|au|aux|avec|ce|cette|dans|de|des|du|en|entre|et|l|la|le|les|ou|par|pour|que|qui|sur|un|une|al|con|del|el|las|los|o|para|por|se|su|sus|y|da|das|do|dos|e|em|na|no|и|в|на|по|с|из|от|для|في|من|على|إلى|عن|أو|و)$/i;
// After these a number at the start of the next line is a reference.
const REFERRING =
  /(?:^|[\s(])(?:articles?|arts?\.?|paragraphs?|paras?\.?|sections?|chapters?|annex(?:es)?|clauses?|points?|nos?\.?|resolutions?|artículos?|párrafos?|numeral(?:es)?|literal(?:es)?|paragraphes?|alinéas?|décret|loi|ley|статьи|пункта|المادة|المواد|الفقرة|القرار|رقم)(?:\s+(?:[^\s;,:]{1,8}\s+)?(?:and|or|to|et|ou|à|y|o|a|و))?$/i;
const REFERENCE_GOES_ON = /^\s*(?:of|above|below|hereof|thereof|to|ci-dessus|ci-dessous|del|de la presente)\b/;

/**
 * A run of lines without a blank one. It decides which of them continue the line
 * before (hard-wrapped text) and which open a block of their own. Reused from group to group.
 */
export class LineGroup {
  count = 0;
  /** First and last visible offset of each line. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Offset at which each line begins, indentation included. */
  readonly margins: number[] = [];
  #text = '';
  #width = 0;
  #wrapped = false;
  readonly #labels: (Enumerator | undefined)[] = [];

  reset(text: string): void {
    this.#text = text;
    this.count = 0;
  }

  push(margin: number, start: number, end: number): void {
    const at = this.count++;
    this.margins[at] = margin;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  /** Reports the group's blocks in order: `[start, end)` and whether it is furniture. */
  split(emit: (start: number, end: number, furniture: boolean) => void): void {
    if (this.count === 0) return;
    if (this.count === 1) {
      const start = this.starts[0] as number;
      const end = this.ends[0] as number;
      emit(start, end, isFurniture(this.#text, start, end));
      return;
    }
    this.#measure();
    let first = 0;
    let furniture = this.#isFurniture(0);
    for (let at = 1; at <= this.count; at++) {
      const next = at < this.count && this.#isFurniture(at);
      if (at < this.count && !furniture && !next && !this.#opens(at)) continue;
      emit(this.starts[first] as number, this.ends[at - 1] as number, furniture);
      first = at;
      furniture = next;
    }
  }

  /**
   * For formats that join the lines of a paragraph by rule, as Markdown does: only a label in its own
   * place opens a block. `forced[i]` says that the format itself breaks before line i.
   */
  splitAtLabels(forced: readonly boolean[], emit: (start: number, end: number) => void): void {
    if (this.count === 0) return;
    this.#measure();
    let first = 0;
    for (let at = 1; at <= this.count; at++) {
      if (at < this.count && forced[at] !== true && !this.#opensWithLabel(at)) continue;
      emit(this.starts[first] as number, this.ends[at - 1] as number);
      first = at;
    }
  }

  /** Learns the width of the group, and whether its lines are filled to that width. */
  #measure(): void {
    let width = 0;
    for (let at = 0; at < this.count; at++) {
      this.#labels[at] = enumeratorAt(this.#text, this.starts[at] as number, this.ends[at] as number);
      width = Math.max(width, this.#columns(at));
    }
    this.#width = width;
    this.#wrapped = false;
    if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return;
    let seen = 0;
    let full = 0;
    let capitals = 0;
    for (let at = 1; at < this.count; at++) {
      if (this.#labels[at] !== undefined) continue;
      seen++;
      if (this.#isFull(at - 1)) full++;
      if (isUpperCase(this.#text.charCodeAt(this.starts[at] as number))) capitals++;
    }
    // Names and offices fill a column too, but prose does not begin every line with a capital.
    if (seen > 1 && capitals === seen) return;
    this.#wrapped = seen === 1 ? full === 1 && width >= NARROWEST_LONE_WRAP : full >= 0.6 * seen && full > 0;
  }

  #opens(at: number): boolean {
    if (this.#opensWithLabel(at) || this.#isLoneLabel(at - 1)) return true;
    const text = this.#text;
    const start = this.starts[at] as number;
    const end = this.ends[at] as number;
    // "(a) …;" / "and" / "(b) …": the conjunction belongs to the item before it.
    if (end - start <= 7 && CONJUNCTION.test(text.slice(start, end))) return false;
    const full = this.#wrapped && this.#isFull(at - 1);
    const finish = this.#finish(at - 1);
    if (finish !== '') {
      if (!full || this.count === 2) return true;
      if (finish === ':' && !startsLowerCase(text, start, end)) return true;
      return this.#isIndented(at);
    }
    if (startsLowerCase(text, start, end)) return false;
    return !full && !this.#isUnfinished(at - 1);
  }

  /** Whether line `at` is nothing but a number or bullet, whose words stand below. */
  #isLoneLabel(at: number): boolean {
    const label = this.#labels[at];
    if (label === undefined || label.kind === 'word' || label.end < (this.ends[at] as number)) return false;
    return at === 0 || this.#opensWithLabel(at);
  }

  #opensWithLabel(at: number): boolean {
    const label = this.#labels[at];
    return label !== undefined && !this.#continues(at, label);
  }

  /** Whether the label at the start of line `at` is part of a sentence that began on an earlier line. */
  #continues(at: number, label: Enumerator): boolean {
    const text = this.#text;
    const end = this.ends[at] as number;
    const finish = this.#finish(at - 1);
    const after = text.charCodeAt(label.end);
    if (label.kind === 'word') {
      const rest = skipInvisible(text, label.end, end);
      if (after === 44 || after === 59 || after === 41 || after === 0x60c) return true;
      if (rest < end && startsLowerCase(text, rest, rest + 1)) return true;
      if (finish !== '') return false;
      if (this.#isUnfinished(at - 1)) return true;
      if (rest === end && at + 1 < this.count) {
        const next = this.starts[at + 1] as number;
        if (this.#labels[at + 1] === undefined && startsLowerCase(text, next, this.ends[at + 1] as number)) return true;
      }
      return rest < end && !hasCase(text.charCodeAt(rest)) && this.#wrapped && this.#isFull(at - 1);
    }
    if (finish !== '') return false;
    const before = this.#tail(at - 1);
    if (label.kind === 'mark') {
      const rest = skipInvisible(text, label.end, end);
      return (
        '-–—o*'.includes(text[this.starts[at] as number] as string) &&
        this.#wrapped &&
        this.#isFull(at - 1) &&
        startsLowerCase(text, rest, end) &&
        !this.#repeats(at)
      );
    }
    if (REFERRING.test(before)) return true;
    const rest = text.slice(label.end, Math.min(end, label.end + 20));
    if (REFERENCE_GOES_ON.test(rest) && !/[,،]$/.test(before)) return true;
    // "some 1.5 million people": a number with a decimal point.
    return /\d$/.test(text.slice(label.end - 1, label.end)) && startsLowerCase(text, label.end, end) && this.#wrapped;
  }

  /** Whether another line of the group begins with the same bullet, which makes a list of them. */
  #repeats(at: number): boolean {
    const bullet = this.#text.charCodeAt(this.starts[at] as number);
    for (const other of [at - 2, at - 1, at + 1, at + 2]) {
      if (this.#labels[other]?.kind === 'mark' && this.#text.charCodeAt(this.starts[other] as number) === bullet) {
        return true;
      }
    }
    return false;
  }

  /** The punctuation that ends line `at`, or '' where its sentence goes on. */
  #finish(at: number): string {
    const text = this.#text;
    const start = this.starts[at] as number;
    let end = this.ends[at] as number;
    while (end > start && CLOSERS.includes(text[end - 1] as string)) end--;
    end = dropInvisible(text, start, end);
    if (end === start) return '';
    const last = text[end - 1] as string;
    if (!TERMINAL.includes(last)) return '';
    return last === '.' && ABBREVIATION.test(text.slice(Math.max(start, end - 8), end)) ? '' : last;
  }

  /** Whether line `at` ends in a comma, a hyphen or a word that needs another. */
  #isUnfinished(at: number): boolean {
    const last = this.#text.charCodeAt((this.ends[at] as number) - 1);
    return last === 44 || last === 45 || last === 40 || last === 0x60c || UNFINISHED.test(this.#tail(at));
  }

  #tail(at: number): string {
    const end = this.ends[at] as number;
    return this.#text.slice(Math.max(this.starts[at] as number, end - 40), end);
  }

  #isFull(at: number): boolean {
    const start = this.starts[at + 1] as number;
    const limit = Math.min(this.ends[at + 1] as number, start + NARROWEST_WRAP);
    let word = start;
    while (word < limit && !isInvisible(this.#text.charCodeAt(word))) word++;
    return this.#columns(at) + 1 + word - start > this.#width * FULL;
  }

  /** Whether line `at` is set in from the one before, which no label set out. */
  #isIndented(at: number): boolean {
    return this.#labels[at - 1] === undefined && this.#indent(at) >= this.#indent(at - 1) + 2;
  }

  #indent(at: number): number {
    return (this.starts[at] as number) - (this.margins[at] as number);
  }

  #columns(at: number): number {
    return (this.ends[at] as number) - (this.margins[at] as number);
  }

  #isFurniture(at: number): boolean {
    return isFurniture(this.#text, this.starts[at] as number, this.ends[at] as number);
  }
}
