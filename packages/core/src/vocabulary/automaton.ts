import type { Language } from '../language/language.ts';
import { Gap, type Tokens } from '../language/tokens.ts';
import { type Phrase, parsePhrases, type WordClasses, type WordMatcher } from './phrase.ts';

/** One concept of the vocabulary: how it is worded, and which wordings only look like it. */
export interface ConceptData {
  readonly phrases: readonly string[];
  /** A match of the concept that overlaps one of these does not count. */
  readonly masks?: readonly string[];
}

/** All that is matched in a language: concepts, false friends of every concept, and word classes. */
export interface VocabularyData {
  readonly classes: WordClasses;
  readonly concepts: Readonly<Record<string, ConceptData>>;
  /** Phrases that hide every concept (names of bodies, parties, instruments), but no operator. */
  readonly falseFriends: readonly string[];
}

/** Where concepts occur in a stretch of text, in columns, ascending by first word. */
export interface Occurrences {
  readonly count: number;
  readonly concept: Int32Array;
  /** Index of the first word. */
  readonly first: Int32Array;
  /** Index of the last word, inclusive. */
  readonly last: Int32Array;
}

interface Node {
  readonly next: Map<number, Node>;
  /** What a phrase that ends here stands for. */
  readonly accepts: number[];
  readonly gaps: { readonly most: number; readonly node: Node }[];
}

interface Surface {
  readonly normal: string;
  /** Symbols of the phrase elements that this word fills, or undefined for the great majority that fill none. */
  readonly symbols: readonly number[] | undefined;
}

const MOST_SURFACES = 200_000;
/** Operators (see the deontic table) are concepts whose name begins so. They are never hidden by false friends. */
export const OPERATOR_PREFIX = 'op:';

/**
 * The vocabulary of one language, compiled. One pass over the words of a text finds every concept:
 * the cost depends on the text and on how often words of the vocabulary occur, not on the vocabulary's size.
 */
export class Automaton {
  readonly names: readonly string[];
  private readonly ids = new Map<string, number>();
  private readonly root: Node = newNode();
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly prefixes = new Map<string, { text: string; symbol: number }[]>();
  private readonly numbers: number[] = [];
  private readonly symbols = new Map<string, number>();
  private surfaces = new Map<string, Surface>();
  private readonly language: Language;
  private readonly operators: readonly boolean[];

  constructor(language: Language, data: VocabularyData) {
    this.language = language;
    const names = Object.keys(data.concepts);
    this.names = names;
    this.operators = names.map((name) => name.startsWith(OPERATOR_PREFIX));
    for (const [id, name] of names.entries()) this.ids.set(name, id);
    names.forEach((name, id) => {
      const concept = data.concepts[name] as ConceptData;
      for (const phrase of concept.phrases) this.addAll(phrase, data.classes, id);
      for (const mask of concept.masks ?? []) this.addAll(mask, data.classes, -id - 1);
    });
    for (const phrase of data.falseFriends) this.addAll(phrase, data.classes, EVERYTHING);
  }

  /** The number under which a concept is reported, or undefined if the vocabulary has no such concept. */
  idOf(name: string): number | undefined {
    return this.ids.get(name);
  }

  private addAll(notation: string, classes: WordClasses, accept: number): void {
    for (const phrase of parsePhrases(notation, classes)) this.add(phrase, accept);
  }

  private add(phrase: Phrase, accept: number): void {
    let ends: Node[] = [this.root];
    for (const element of phrase.elements) {
      if (element.kind === 'gap') {
        ends = ends.map((node) => this.gapAfter(node, element.most));
        continue;
      }
      const symbol = this.symbolOf(element.alternatives);
      const reached = ends.map((node) => child(node, symbol));
      ends = element.optional ? [...ends, ...reached] : reached;
    }
    for (const node of ends) if (!node.accepts.includes(accept)) node.accepts.push(accept);
  }

  private gapAfter(node: Node, most: number): Node {
    const known = node.gaps.find((gap) => gap.most === most);
    if (known) return known.node;
    const gap = { most, node: newNode() };
    node.gaps.push(gap);
    return gap.node;
  }

  private symbolOf(alternatives: readonly WordMatcher[]): number {
    const keys = alternatives.map((matcher) => `${matcher.kind}:${this.keyOf(matcher)}`).sort();
    const name = [...new Set(keys)].join(' ');
    const known = this.symbols.get(name);
    if (known !== undefined) return known;
    const symbol = this.symbols.size;
    this.symbols.set(name, symbol);
    for (const matcher of alternatives) this.register(matcher, symbol);
    return symbol;
  }

  private keyOf(matcher: WordMatcher): string {
    const normal = this.language.normalise(matcher.text);
    return matcher.kind === 'stem' ? this.language.stem(normal) : normal;
  }

  private register(matcher: WordMatcher, symbol: number): void {
    const key = this.keyOf(matcher);
    if (matcher.kind === 'number') this.numbers.push(symbol);
    else if (matcher.kind === 'exact') push(this.exact, key, symbol);
    else if (matcher.kind === 'stem') push(this.stems, key, symbol);
    else push(this.prefixes, key.slice(0, 2), { text: key, symbol });
  }

  private surfaceOf(surface: string): Surface {
    const known = this.surfaces.get(surface);
    if (known) return known;
    // Bounded so that an archive of noise cannot fill the memory.
    if (this.surfaces.size >= MOST_SURFACES) this.surfaces = new Map();
    // A copy: a slice would keep the whole document alive for as long as the word is known.
    const own = detached(surface);
    const normal = this.language.normalise(own);
    const symbols = new Set<number>();
    for (const variant of this.language.variants(normal)) this.collect(variant, symbols);
    const entry = { normal, symbols: symbols.size > 0 ? [...symbols] : undefined };
    this.surfaces.set(own, entry);
    return entry;
  }

  private collect(normal: string, symbols: Set<number>): void {
    for (const symbol of this.exact.get(normal) ?? []) symbols.add(symbol);
    for (const symbol of this.stems.get(this.language.stem(normal)) ?? []) symbols.add(symbol);
    for (const prefix of this.prefixes.get(normal.slice(0, 2)) ?? []) {
      if (normal.startsWith(prefix.text)) symbols.add(prefix.symbol);
    }
    if (/^\p{N}/u.test(normal)) for (const symbol of this.numbers) symbols.add(symbol);
  }

  /** The normal form of a word. */
  normalOf(surface: string): string {
    return this.surfaceOf(surface).normal;
  }

  /**
   * Every concept in the text that `tokens` were cut from, or undefined where there is none. Of several matches of one
   * concept that begin at the same word only the longest is kept; matches under a mask are left out.
   */
  scan(text: string, tokens: Tokens): Occurrences | undefined {
    const found: Found = { concept: [], first: [], last: [] };
    const masks: Found = { concept: [], first: [], last: [] };
    const window: (readonly number[] | undefined)[] = new Array(tokens.count);
    let any = false;
    for (let index = 0; index < tokens.count; index++) {
      const symbols = this.surfaceOf(text.slice(tokens.start[index], tokens.end[index])).symbols;
      window[index] = symbols;
      if (symbols) any = true;
    }
    if (!any) return undefined;
    for (let index = 0; index < tokens.count; index++) {
      if (window[index]) this.walk(this.root, index, index, window, tokens, found, masks);
    }
    return this.settle(found, masks);
  }

  private walk(
    node: Node,
    first: number,
    index: number,
    window: readonly (readonly number[] | undefined)[],
    tokens: Tokens,
    found: Found,
    masks: Found,
  ): void {
    const symbols = window[index];
    if (!symbols) return;
    for (const symbol of symbols) {
      const next = node.next.get(symbol);
      if (next) this.arrive(next, first, index, window, tokens, found, masks);
    }
  }

  private arrive(
    node: Node,
    first: number,
    index: number,
    window: readonly (readonly number[] | undefined)[],
    tokens: Tokens,
    found: Found,
    masks: Found,
  ): void {
    for (const accept of node.accepts) record(accept >= 0 ? found : masks, accept, first, index);
    const after = index + 1;
    if (after >= tokens.count) return;
    // Words of a phrase stand directly beside one another; a comma may only stand in a gap.
    if (node.next.size > 0 && tokens.gap[after] === Gap.none) {
      this.walk(node, first, after, window, tokens, found, masks);
    }
    for (const gap of node.gaps) {
      for (let at = after; at <= after + gap.most && at < tokens.count; at++) {
        if ((tokens.gap[at] as number) >= Gap.stop) break;
        this.walk(gap.node, first, at, window, tokens, found, masks);
      }
    }
  }

  private settle(found: Found, masks: Found): Occurrences | undefined {
    const keep: number[] = [];
    for (let index = 0; index < found.concept.length; index++) {
      if (!this.isMasked(found, index, masks)) keep.push(index);
    }
    if (keep.length === 0) return undefined;
    return {
      count: keep.length,
      concept: Int32Array.from(keep, (index) => found.concept[index] as number),
      first: Int32Array.from(keep, (index) => found.first[index] as number),
      last: Int32Array.from(keep, (index) => found.last[index] as number),
    };
  }

  private isMasked(found: Found, index: number, masks: Found): boolean {
    const concept = found.concept[index] as number;
    const first = found.first[index] as number;
    const last = found.last[index] as number;
    for (let at = 0; at < masks.concept.length; at++) {
      const mask = masks.concept[at] as number;
      const hides = mask === EVERYTHING ? !this.operators[concept] : -mask - 1 === concept;
      if (hides && first <= (masks.last[at] as number) && (masks.first[at] as number) <= last) return true;
    }
    return false;
  }
}

const EVERYTHING = Number.MIN_SAFE_INTEGER;

interface Found {
  concept: number[];
  first: number[];
  last: number[];
}

/** Keeps the longest match of a concept from one first word. */
function record(found: Found, concept: number, first: number, last: number): void {
  for (let at = found.concept.length - 1; at >= 0 && found.first[at] === first; at--) {
    if (found.concept[at] !== concept) continue;
    if ((found.last[at] as number) < last) found.last[at] = last;
    return;
  }
  found.concept.push(concept);
  found.first.push(first);
  found.last.push(last);
}

function newNode(): Node {
  return { next: new Map(), accepts: [], gaps: [] };
}

function child(node: Node, symbol: number): Node {
  let next = node.next.get(symbol);
  if (!next) {
    next = newNode();
    node.next.set(symbol, next);
  }
  return next;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A string with storage of its own. V8 keeps the parent of a slice alive otherwise. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
