import { detached } from '../detached.ts';
import type { ReferenceWords } from '../language/language-data.ts';
import { escapePattern, longestFirst } from '../language/pattern.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from './agreement.ts';
import { recall, remember } from './block-reading.ts';
import { type DivisionWords, digits, type LabelStyle, letterValue, romanValue } from './labels.ts';

/** A mention of another division of the same agreement. */
export interface CrossReference {
  readonly span: Span;
  /** The words, such as "Article 5.6.2". */
  readonly words: string;
  readonly clause: Clause;
  readonly style: 'part' | 'chapter' | 'section' | 'article' | 'annex';
  /** The number looked for: "5.6.2", "b". */
  readonly target: string;
  /** The division meant, or undefined where the agreement has none such. */
  readonly resolved: Clause | undefined;
  /** Whether the words say that the division is one of this text: "above", "of this Agreement". */
  readonly isOwn: boolean;
}

/** A reference as the words of one block show it. */
interface FoundReference {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly style: CrossReference['style'];
  readonly target: string;
  /** The first part named behind the number: "5" of "Article 4(5)(a)". */
  readonly part: string | undefined;
  readonly isOwn: boolean;
}

/** Reads references by the division words of one language. */
export class CrossReferenceReader {
  private readonly pattern: RegExp;
  private readonly styles = new Map<string, CrossReference['style']>();
  private readonly words: DivisionWords;
  private readonly surroundings: Surroundings;

  constructor(words: DivisionWords & { readonly references: ReferenceWords }) {
    this.words = words;
    this.surroundings = new Surroundings(words.references);
    for (const [style, names] of Object.entries(words.divisions))
      for (const name of names) this.styles.set(name, style as CrossReference['style']);
    const names = longestFirst(this.styles.keys()).map(escapePattern);
    const numbers = longestFirst(Object.keys(words.numbers));
    this.pattern = new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:sub-?)?(${names.join('|')})s?\\.?\\s+(\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*|[IVXLC]{1,6}|\\p{Lu}|\\((?:\\p{L}{1,2}|\\p{Nd}{1,2})\\)|${numbers.join('|')})((?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\(\\p{Nd}{1,3}\\))*)(?![\\p{L}\\p{N}])`,
      'giu',
    );
  }

  /** All references outside headings. References to other instruments ("Article 3 of the Convention") are left out. */
  find(source: Source, agreement: Agreement): CrossReference[] {
    let targets: TargetIndex | undefined;
    const references: CrossReference[] = [];
    for (const clause of agreement.clauses) {
      if (clause.kind === 'aside' || clause.kind === 'heading' || clause.kind === 'title') continue;
      if (!clause.reading.cues.has('division')) continue;
      for (const { from, to, words, style, target, part, isOwn } of this.foundIn(clause, source)) {
        targets ??= new TargetIndex(agreement);
        const span = [clause.span[0] + from, clause.span[0] + to] as const;
        references.push({ span, words, clause, style, target, isOwn, resolved: targets.get(style, target, part) });
      }
    }
    return references;
  }

  private foundIn({ reading, span }: Clause, source: Source): readonly FoundReference[] {
    const known = recall<readonly FoundReference[]>(reading, 'references');
    if (known) return known;
    const found = this.referencesIn(detached(source.text.slice(...span)), reading.textStart);
    return remember(reading, 'references', found);
  }

  private referencesIn(text: string, textStart: number): readonly FoundReference[] {
    const found: FoundReference[] = [];
    this.pattern.lastIndex = textStart;
    for (let match = this.pattern.exec(text); match; match = this.pattern.exec(text)) {
      const style = this.styles.get((match[1] as string).toLowerCase());
      const written = match[2] as string;
      const end = match.index + match[0].length;
      if (!style || (written.length === 1 && written !== written.toUpperCase())) continue;
      if (this.surroundings.namesOtherInstrument(text, end, match.index)) continue;
      const isOwn = this.surroundings.own.test(text.slice(end, end + 60));
      const isPart = written.startsWith('(');
      // "paragraph (a)" alone is most often said of the provision at hand, whose letters may not be numbered apart.
      if (isPart && !isOwn) continue;
      const part = isPart ? written.slice(1, -1) : /^\s?\(([^)]*)\)/.exec(match[3] as string)?.[1];
      const target = isPart ? '' : this.numberOf(written);
      found.push({ from: match.index, to: end, words: match[0], style, target, part, isOwn });
    }
    return found;
  }

  private numberOf(written: string): string {
    const word = this.words.numbers[written.toLowerCase()];
    if (word !== undefined) return String(word);
    if (/^\p{Nd}/u.test(written))
      return written
        .split('.')
        .map((part) => String(digits(part)))
        .join('.');
    return String(romanValue(written) ?? letterValue(written) ?? written);
  }
}

/** Patterns around a reference, made from the words of one language. */
class Surroundings {
  /** Words by which a reference points into its own text, after further numbers: "(f) and (g) above". */
  readonly own: RegExp;
  private readonly otherAfter: RegExp;
  private readonly otherBefore: RegExp;
  private readonly this: RegExp;

  constructor(words: ReferenceWords) {
    const any = (list: readonly string[]) => (list.length > 0 ? list.join('|') : '(?!)');
    const joins = any([',', ...words.joins]);
    const determiner = words.determiners.length > 0 ? `(?:(?:${any(words.determiners)})\\s*)?` : '';
    this.own = new RegExp(
      `^(?:\\s*(?:(?:${joins})\\s*){0,2}(?:\\(\\p{L}{1,2}\\)|\\p{Nd}{1,3}))*\\s*[,،]?\\s*(?:${any(words.own)})`,
      'iu',
    );
    this.otherAfter = new RegExp(
      `^(?:\\s*(?:${joins}|[-–])\\s*\\p{Nd}{1,3}(?:\\(\\p{L}{1,4}\\))*)*\\s*(?:[,)،]?\\s*(?:${any(words.of)})\\s+${determiner}(?:\\p{L}+\\s+){0,3}?(?:${any(words.instruments)})|\\s*(?:${any(words.abbreviated)})\\b)`,
      'iu',
    );
    this.otherBefore = new RegExp(`(?:${any(words.before)}),?\\s*(?:\\(|’s\\s|'s\\s)?$`, 'iu');
    this.this = new RegExp(`^\\s*(?:[,)]?\\s*(?:${any(words.of)})\\s+)?(?:${any(words.this)})`, 'iu');
  }

  namesOtherInstrument(text: string, after: number, before: number): boolean {
    const tail = text.slice(after, after + 90);
    if (this.this.test(tail)) return false;
    return this.otherAfter.test(tail) || this.otherBefore.test(text.slice(Math.max(0, before - 40), before));
  }
}

const NUMBERED: readonly LabelStyle[] = ['ordinal', 'decimal', 'digit', 'digit-parenthesis'];

/** The divisions of an agreement by style and number. */
class TargetIndex {
  private readonly byKey = new Map<string, Clause>();
  private readonly agreement: Agreement;
  private letters: ReadonlyMap<string, Clause> | undefined;

  constructor(agreement: Agreement) {
    this.agreement = agreement;
    for (const clause of agreement.clauses) {
      const { label } = clause;
      if (!label) continue;
      const number = label.components?.join('.') ?? (label.ordinal === undefined ? undefined : String(label.ordinal));
      if (number === undefined) continue;
      this.add(`${label.style} ${number}`, clause);
      if (NUMBERED.includes(label.style)) this.add(`number ${number}`, clause);
      if (label.style === 'article' && label.components) this.add(`number ${number}`, clause);
    }
  }

  private add(key: string, clause: Clause): void {
    if (!this.byKey.has(key)) this.byKey.set(key, clause);
  }

  get(style: string, target: string, part: string | undefined): Clause | undefined {
    if (target === '') return part === undefined ? undefined : this.anywhere(part);
    const own =
      this.byKey.get(`${style} ${target}`) ??
      (style === 'article' || style === 'section' ? this.byKey.get(`number ${target}`) : undefined) ??
      (style === 'article' ? this.byKey.get(`section ${target}`) : undefined);
    return own && (part === undefined || this.hasPart(own, part)) ? own : undefined;
  }

  /** Whether a division has the part, or numbers none of its parts, so that nothing can be told. */
  private hasPart(division: Clause, part: string): boolean {
    let isNumbered = false;
    for (let at = division.index + 1; at < this.agreement.clauses.length; at++) {
      const clause = this.agreement.clauses[at] as Clause;
      if (!liesIn(clause, division)) break;
      const label = clause.label?.cited;
      if (label === undefined || label === '') continue;
      if (bare(label) === part.toLowerCase()) return true;
      isNumbered = true;
    }
    return !isNumbered;
  }

  private anywhere(part: string): Clause | undefined {
    if (!this.letters) {
      const letters = new Map<string, Clause>();
      for (const clause of this.agreement.clauses)
        if (clause.label && clause.label.style !== 'article') letters.set(bare(clause.label.cited), clause);
      this.letters = letters;
    }
    return this.letters.get(part.toLowerCase());
  }
}

function liesIn(clause: Clause, division: Clause): boolean {
  for (let at = clause.parent; at; at = at.parent) if (at === division) return true;
  return clause.kind === 'aside';
}

/** "(a)" and "2.1.10" as a reference writes them: "a", "10". */
function bare(cited: string): string {
  return cited
    .replace(/[().]*$/, '')
    .replace(/^.*[(.]/, '')
    .toLowerCase();
}
