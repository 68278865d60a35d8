import type { Language } from '../language/language.ts';
import { Gap, type Tokens } from '../language/tokens.ts';
import { HIDES_EVERYTHING, type PhraseTrie } from './phrase-trie.ts';
import { WordTable } from './word-table.ts';

/** Where concepts occur in a stretch of text, in columns, ascending by first word. What stands behind `count` is old. */
export interface Occurrences {
  readonly count: number;
  readonly concept: readonly number[];
  /** Index of the first word. */
  readonly first: readonly number[];
  /** Index of the last word, inclusive. */
  readonly last: readonly number[];
}

/** What a written word is to the phrases. */
interface Surface {
  /** Nodes of the trie that the word reaches from the root: non-empty only if it can begin a phrase. */
  readonly begins: readonly number[];
  /** Symbols of the phrase elements that the word fills. */
  readonly symbols: readonly number[];
  /** Where the word's symbols begin as a set of bits, or -1 where it fills nothing. */
  readonly bitsAt: number;
}

const FILLS_NOTHING: Surface = { begins: [], symbols: [], bitsAt: -1 };
/** A node with no more edges than this is asked edge by edge; words such as "the" fill hundreds of symbols. */
const FEW_EDGES = 8;
const MOST_SURFACES = 200_000;
/** Words whose symbols are kept as bits at first; the store doubles when it is full. */
const FIRST_SETS = 1024;
/** Operators (see the deontic table) are concepts whose name begins so. They are never hidden by false friends. */
export const OPERATOR_PREFIX = 'op:';

/**
 * The vocabulary of one language, ready to run. One pass over the words of a text finds every concept: the cost
 * depends on the text and on how often words of the vocabulary occur in it, not on the vocabulary's size.
 */
export class Automaton {
  readonly names: readonly string[];
  private readonly ids = new Map<string, number>();
  private readonly language: Language;
  private readonly trie: TrieColumns;
  private readonly rootTargets: Int32Array;
  private readonly exact: ReadonlyMap<string, readonly number[]>;
  private readonly stems: ReadonlyMap<string, readonly number[]>;
  private readonly prefixes = new Map<string, (readonly [string, number])[]>();
  private readonly isOperator: readonly boolean[];
  private readonly surfaces = new WordTable<Surface>(MOST_SURFACES, () => this.forgetBits());
  private readonly lookUp = (written: string): Surface => this.look(this.language.normalise(written));
  /** The words of the text at hand. A field so that the recursion below need not carry it. */
  private window: Surface[] = [];
  /** Where the bits of each of these words begin. */
  private windowBits = new Int32Array(256);
  /** The symbols of all words that fill any, as bits: `stride` numbers a word. */
  private bits: Uint32Array;
  private bitsUsed = 0;
  private readonly stride: number;
  private gaps: Uint8Array = new Uint8Array();
  private count = 0;
  private readonly found: Found = { count: 0, concept: [], first: [], last: [] };
  private readonly masks: Found = { count: 0, concept: [], first: [], last: [] };

  constructor(language: Language, trie: PhraseTrie) {
    this.language = language;
    this.trie = columnsOf(trie);
    this.stride = 1 + (Math.max(0, ...trie.edgeSymbol) >> 5);
    this.bits = new Uint32Array(FIRST_SETS * this.stride);
    this.names = trie.names;
    for (const [id, name] of trie.names.entries()) this.ids.set(name, id);
    this.isOperator = trie.names.map((name) => name.startsWith(OPERATOR_PREFIX));
    this.exact = new Map(Object.entries(trie.exact));
    this.stems = new Map(Object.entries(trie.stems));
    for (const entry of trie.prefixes) {
      const start = entry[0].slice(0, 2);
      const list = this.prefixes.get(start);
      if (list) list.push(entry);
      else this.prefixes.set(start, [entry]);
    }
    const end = trie.edgesFrom[1] ?? 0;
    this.rootTargets = new Int32Array(1 + Math.max(-1, ...trie.edgeSymbol.slice(0, end))).fill(-1);
    for (let at = 0; at < end; at++) this.rootTargets[trie.edgeSymbol[at] as number] = trie.edgeTarget[at] as number;
  }

  /** The number under which a concept is reported, or undefined if the vocabulary has no such concept. */
  idOf(name: string): number | undefined {
    return this.ids.get(name);
  }

  private look(normal: string): Surface {
    const symbols = new Set<number>();
    for (const variant of this.language.variants(normal)) this.collect(variant, symbols);
    if (symbols.size === 0) return FILLS_NOTHING;
    const begins = [...symbols].map((symbol) => this.rootTargets[symbol] ?? -1).filter((node) => node >= 0);
    return { begins, symbols: [...symbols], bitsAt: this.keepBits(symbols) };
  }

  private forgetBits(): void {
    this.bits.fill(0, 0, this.bitsUsed);
    this.bitsUsed = 0;
  }

  private keepBits(symbols: ReadonlySet<number>): number {
    if (this.bitsUsed + this.stride > this.bits.length) {
      const larger = new Uint32Array(this.bits.length * 2);
      larger.set(this.bits);
      this.bits = larger;
    }
    const at = this.bitsUsed;
    this.bitsUsed += this.stride;
    for (const symbol of symbols)
      this.bits[at + (symbol >> 5)] = (this.bits[at + (symbol >> 5)] as number) | (1 << (symbol & 31));
    return at;
  }

  private collect(normal: string, symbols: Set<number>): void {
    for (const symbol of this.exact.get(normal) ?? []) symbols.add(symbol);
    for (const symbol of this.stems.get(this.language.stem(normal)) ?? []) symbols.add(symbol);
    for (const [prefix, symbol] of this.prefixes.get(normal.slice(0, 2)) ?? [])
      if (normal.startsWith(prefix)) symbols.add(symbol);
    if (/^\p{N}/u.test(normal)) for (const symbol of this.trie.numbers) symbols.add(symbol);
  }

  /**
   * Every concept in the text that `tokens` were cut from, or undefined where there is none. Of several matches of one
   * concept that begin at the same word only the longest is kept; matches under a mask are left out. The columns are
   * overwritten by the next scan.
   */
  scan(text: string, tokens: Tokens): Occurrences | undefined {
    const { count, start, end } = tokens;
    if (this.windowBits.length < count) this.windowBits = new Int32Array(count * 2);
    let begins = false;
    for (let index = 0; index < count; index++) {
      const surface = this.surfaces.get(text, start[index] as number, end[index] as number, this.lookUp);
      this.window[index] = surface;
      this.windowBits[index] = surface.bitsAt;
      if (surface.begins.length > 0) begins = true;
    }
    if (!begins) return undefined;
    this.gaps = tokens.gap;
    this.count = count;
    this.found.count = 0;
    this.masks.count = 0;
    for (let index = 0; index < count; index++) {
      for (const node of (this.window[index] as Surface).begins) this.arrive(node, index, index);
    }
    return this.settle();
  }

  /** The word at `index` has led to `node`. */
  private arrive(node: number, first: number, index: number): void {
    const { nodes, accepts, gaps } = this.trie;
    const own = node * NODE;
    const lastAccept = nodes[own + NODE + ACCEPTS] as number;
    for (let at = nodes[own + ACCEPTS] as number; at < lastAccept; at++) {
      const accept = accepts[at] as number;
      const isMask = accept < 0 || accept === HIDES_EVERYTHING;
      record(isMask ? this.masks : this.found, accept, first, index);
    }
    const after = index + 1;
    if (after >= this.count) return;
    // Words of a phrase stand directly beside one another; a comma may only stand in a gap.
    const from = nodes[own + EDGES] as number;
    const to = nodes[own + NODE + EDGES] as number;
    if (from < to && this.gaps[after] === Gap.none) this.follow(from, to, first, after);
    const lastGap = nodes[own + NODE + GAPS] as number;
    for (let at = nodes[own + GAPS] as number; at < lastGap; at++) {
      const last = Math.min(after + (gaps[at * PAIR] as number), this.count - 1);
      const target = (gaps[at * PAIR + 1] as number) * NODE;
      const edgesFrom = nodes[target + EDGES] as number;
      const edgesTo = nodes[target + NODE + EDGES] as number;
      for (let word = after; word <= last && (this.gaps[word] as number) < Gap.stop; word++)
        this.follow(edgesFrom, edgesTo, first, word);
    }
  }

  /** Takes those of the edges from `from` to `to` that the word at `index` fills. */
  private follow(from: number, to: number, first: number, index: number): void {
    const base = this.windowBits[index] as number;
    if (base < 0) return;
    const { edges } = this.trie;
    const { symbols } = this.window[index] as Surface;
    if (to - from <= FEW_EDGES || symbols.length > to - from) {
      const { bits } = this;
      for (let at = from * PAIR; at < to * PAIR; at += PAIR) {
        const symbol = edges[at] as number;
        if (((bits[base + (symbol >> 5)] as number) & (1 << (symbol & 31))) !== 0)
          this.arrive(edges[at + 1] as number, first, index);
      }
      return;
    }
    for (const symbol of symbols) {
      const at = edgeWith(edges, from, to, symbol);
      if (at >= 0) this.arrive(edges[at * PAIR + 1] as number, first, index);
    }
  }

  /** Takes out what masks hide, in place: the columns are read before the next scan. */
  private settle(): Occurrences | undefined {
    const { count, concept, first, last } = this.found;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      if (this.isMasked(index)) continue;
      concept[kept] = concept[index] as number;
      first[kept] = first[index] as number;
      last[kept] = last[index] as number;
      kept++;
    }
    this.found.count = kept;
    return kept === 0 ? undefined : this.found;
  }

  private isMasked(index: number): boolean {
    const { masks } = this;
    if (masks.count === 0) return false;
    const concept = this.found.concept[index] as number;
    const first = this.found.first[index] as number;
    const last = this.found.last[index] as number;
    // Masks come in the order of their first words, and none is longer than the longest phrase.
    for (let at = firstAtLeast(masks, first - LONGEST_PHRASE); at < masks.count; at++) {
      if ((masks.first[at] as number) > last) break;
      const mask = masks.concept[at] as number;
      const hides = mask === HIDES_EVERYTHING ? !this.isOperator[concept] : -mask - 1 === concept;
      if (hides && first <= (masks.last[at] as number)) return true;
    }
    return false;
  }
}

/** Words in the longest phrase, gaps filled. */
const LONGEST_PHRASE = 64;

/** Index of the first match that begins at word `least` or later. */
function firstAtLeast({ count, first }: Found, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((first[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A trie as the search reads it. What is read together lies together: the search goes where the words of the text lead it,
 * and waits for memory more than it computes.
 */
interface TrieColumns {
  readonly numbers: readonly number[];
  /** By node, `NODE` numbers each: where its accepts, gaps and edges begin; at the next node they end. */
  readonly nodes: Int32Array;
  readonly accepts: Int32Array;
  /** Pairs of the most words that a gap takes in, and the node behind it. */
  readonly gaps: Int32Array;
  /** Pairs of an edge's symbol and the node that it leads to. */
  readonly edges: Int32Array;
}

const NODE = 4;
const ACCEPTS = 0;
const GAPS = 1;
const EDGES = 2;
const PAIR = 2;

function columnsOf(trie: PhraseTrie): TrieColumns {
  const nodes = new Int32Array(trie.edgesFrom.length * NODE);
  for (let node = 0; node < trie.edgesFrom.length; node++) {
    nodes[node * NODE + ACCEPTS] = trie.acceptsFrom[node] as number;
    nodes[node * NODE + GAPS] = trie.gapsFrom[node] as number;
    nodes[node * NODE + EDGES] = trie.edgesFrom[node] as number;
  }
  return {
    numbers: trie.numbers,
    nodes,
    accepts: new Int32Array(trie.accepts),
    gaps: inPairs(trie.gapMost, trie.gapTarget),
    edges: inPairs(trie.edgeSymbol, trie.edgeTarget),
  };
}

function inPairs(first: ArrayLike<number>, second: ArrayLike<number>): Int32Array {
  const pairs = new Int32Array(first.length * PAIR);
  for (let at = 0; at < first.length; at++) {
    pairs[at * PAIR] = first[at] as number;
    pairs[at * PAIR + 1] = second[at] as number;
  }
  return pairs;
}

/** Index of the edge with `symbol` among those from `from` to `to`, which are sorted; -1 where there is none. */
function edgeWith(edges: Int32Array, from: number, to: number, symbol: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = edges[middle * PAIR] as number;
    if (value === symbol) return middle;
    if (value < symbol) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Columns that are written over and over: emptied, they would have to grow again in each clause. */
interface Found {
  count: number;
  readonly concept: number[];
  readonly first: number[];
  readonly last: number[];
}

/** Keeps the longest match of a concept from one first word. */
function record(found: Found, concept: number, first: number, last: number): void {
  for (let at = found.count - 1; at >= 0 && found.first[at] === first; at--) {
    if (found.concept[at] !== concept) continue;
    if ((found.last[at] as number) < last) found.last[at] = last;
    return;
  }
  const at = found.count++;
  found.concept[at] = concept;
  found.first[at] = first;
  found.last[at] = last;
}
