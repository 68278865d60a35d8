import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from './agreement.ts';
import { remember } from './block-reading.ts';
import { type DivisionWords, digits, letterValue, romanValue } from './labels.ts';

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
}

/** A reference as the words of one block show it. */
interface FoundReference {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly style: CrossReference['style'];
  readonly target: string;
}

/** Reads references by the division words of one language. */
export class CrossReferenceReader {
  private readonly pattern: RegExp;
  private readonly styles = new Map<string, CrossReference['style']>();
  private readonly words: DivisionWords;

  constructor(words: DivisionWords) {
    this.words = words;
    for (const [style, names] of Object.entries(words.divisions))
      for (const name of names) this.styles.set(name, style as CrossReference['style']);
    const names = [...this.styles.keys()]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const numbers = Object.keys(words.numbers).sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(${names.join('|')})s?\\.?\\s+(\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*|[IVXLC]{1,6}|\\p{Lu}|${numbers.join('|')})((?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\(\\p{Nd}{1,3}\\))*)(?![\\p{L}\\p{N}])`,
      'giu',
    );
  }

  /** All references outside headings. References to other instruments ("Article 3 of the Convention") are left out. */
  find(source: Source, agreement: Agreement): CrossReference[] {
    const targets = new TargetIndex(agreement);
    return agreement.clauses.flatMap((clause) => {
      if (clause.kind === 'aside' || clause.kind === 'heading' || clause.kind === 'title') return [];
      const found = remember(clause.reading, 'references', () =>
        this.referencesIn(source.text.slice(clause.span[0], clause.span[1]), clause.reading.textStart),
      );
      return found.map(({ from, to, words, style, target }) => ({
        span: [clause.span[0] + from, clause.span[0] + to] as const,
        words,
        clause,
        style,
        target,
        resolved: targets.get(style, target),
      }));
    });
  }

  private referencesIn(text: string, textStart: number): readonly FoundReference[] {
    const found: FoundReference[] = [];
    this.pattern.lastIndex = textStart;
    for (let match = this.pattern.exec(text); match; match = this.pattern.exec(text)) {
      const style = this.styles.get((match[1] as string).toLowerCase());
      const written = match[2] as string;
      const end = match.index + match[0].length;
      if (!style || (written.length === 1 && written !== written.toUpperCase())) continue;
      if (namesOtherInstrument(text, end, match.index)) continue;
      found.push({ from: match.index, to: end, words: match[0], style, target: this.numberOf(written) });
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

const OTHER_AFTER =
  /^\s*(?:[,)]?\s*(?:common to|of|to|in)\s+(?:the|that|its|said|additional|common)?\s*(?:\p{L}+\s+){0,3}?(?:convention|conventions|protocol|charter|covenant|constitution|statute|resolution|treaty|law|act|code|declaration|accord|regulations?|decree|penal|geneva|rome|united nations|agreement (?:of|on|between|signed))|\s*(?:UNC|ICCPR|CRC|AP\b))/iu;
const THIS = /^\s*(?:[,)]?\s*of\s+)?(?:this|the present|hereof)/i;
const OTHER_BEFORE =
  /(?:constitution|convention|charter|covenant|resolution \d+[^.;]{0,20}|statute|protocol|law|code),?\s*(?:\(|’s\s|'s\s)?$/i;

function namesOtherInstrument(text: string, after: number, before: number): boolean {
  const tail = text.slice(after, after + 90);
  if (THIS.test(tail)) return false;
  return OTHER_AFTER.test(tail) || OTHER_BEFORE.test(text.slice(Math.max(0, before - 40), before));
}

/** The divisions of an agreement by style and number. */
class TargetIndex {
  private readonly byKey = new Map<string, Clause>();

  constructor(agreement: Agreement) {
    for (const clause of agreement.clauses) {
      const { label } = clause;
      if (!label) continue;
      const number = label.components?.join('.') ?? (label.ordinal === undefined ? undefined : String(label.ordinal));
      if (number === undefined) continue;
      this.add(`${label.style} ${number}`, clause);
      if (label.style === 'decimal' || label.style === 'digit' || label.style === 'digit-parenthesis')
        this.add(`number ${number}`, clause);
      if (label.style === 'article' && label.components) this.add(`number ${number}`, clause);
    }
  }

  private add(key: string, clause: Clause): void {
    if (!this.byKey.has(key)) this.byKey.set(key, clause);
  }

  get(style: string, target: string): Clause | undefined {
    const own =
      this.byKey.get(`${style} ${target}`) ??
      (style === 'article' || style === 'section' ? this.byKey.get(`number ${target}`) : undefined);
    return own ?? (style === 'article' ? this.byKey.get(`section ${target}`) : undefined);
  }
}
