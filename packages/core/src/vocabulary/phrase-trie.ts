import type { Language } from '../language/language.ts';
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
  /** The commonest words. Phrases that begin with one share its way into the trie, or every "the" would start a dozen searches. */
  readonly commonWords?: readonly string[];
}

/** The mark of a phrase that hides every concept. */
export const HIDES_EVERYTHING = 0x3fffffff;

/**
 * The phrases of a language as a trie over symbols, in flat columns: plain data that a rule pack can carry, so that
 * nothing is compiled when the command starts. A symbol is one element of a phrase: a set of words that may stand there.
 */
export interface PhraseTrie {
  readonly names: readonly string[];
  /** Words by their symbols: exact normal forms, stems, beginnings, and the symbols that any number fills. */
  readonly exact: Readonly<Record<string, readonly number[]>>;
  readonly stems: Readonly<Record<string, readonly number[]>>;
  readonly prefixes: readonly (readonly [prefix: string, symbol: number])[];
  readonly numbers: readonly number[];
  /** For each node where its entries begin in the columns below; one longer than the number of nodes. Node 0 is the root. */
  readonly edgesFrom: readonly number[];
  readonly edgeSymbol: readonly number[];
  readonly edgeTarget: readonly number[];
  readonly gapsFrom: readonly number[];
  readonly gapMost: readonly number[];
  readonly gapTarget: readonly number[];
  readonly acceptsFrom: readonly number[];
  /** A concept's number, its negative minus one for a mask of it, or `HIDES_EVERYTHING`. */
  readonly accepts: readonly number[];
}

interface Node {
  readonly next: Map<number, Node>;
  readonly accepts: number[];
  readonly gaps: { readonly most: number; readonly node: Node }[];
  id: number;
}

/** Compiles phrases. Throws a SyntaxError that says which phrase cannot be read and why. */
export function buildPhraseTrie(language: Language, data: VocabularyData): PhraseTrie {
  const builder = new Builder(language, data.commonWords ?? []);
  const names = Object.keys(data.concepts);
  names.forEach((name, id) => {
    const concept = data.concepts[name] as ConceptData;
    for (const phrase of concept.phrases) builder.addAll(phrase, data.classes, id);
    for (const mask of concept.masks ?? []) builder.addAll(mask, data.classes, -id - 1);
  });
  for (const phrase of data.falseFriends) builder.addAll(phrase, data.classes, HIDES_EVERYTHING);
  return builder.flatten(names);
}

class Builder {
  private readonly root = newNode();
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly prefixes: [string, number][] = [];
  private readonly numbers: number[] = [];
  private readonly symbols = new Map<string, number>();
  private readonly language: Language;
  private readonly common: ReadonlySet<string>;

  constructor(language: Language, commonWords: readonly string[]) {
    this.language = language;
    this.common = new Set(commonWords.map((word) => language.normalise(word)));
  }

  addAll(notation: string, classes: WordClasses, accept: number): void {
    for (const phrase of parsePhrases(notation, classes))
      for (const start of this.startsOf(phrase)) this.add(start, accept);
  }

  /** The phrase once for each common word among its first alternatives, and once for the others together. */
  private startsOf(phrase: Phrase): Phrase[] {
    const [first, ...rest] = phrase.elements;
    if (first?.kind !== 'word' || first.alternatives.length === 1) return [phrase];
    const isCommon = ({ kind, text }: WordMatcher) =>
      (kind === 'exact' || kind === 'stem') && this.common.has(this.language.normalise(text));
    const others = first.alternatives.filter((matcher) => !isCommon(matcher));
    const groups = [
      ...first.alternatives.filter(isCommon).map((matcher) => [matcher]),
      ...(others.length > 0 ? [others] : []),
    ];
    return groups.map((alternatives) => ({ elements: [{ ...first, alternatives }, ...rest] }));
  }

  private add(phrase: Phrase, accept: number): void {
    let ends: Node[] = [this.root];
    for (const element of phrase.elements) {
      if (element.kind === 'gap') {
        ends = ends.map((node) => gapAfter(node, element.most));
        continue;
      }
      const symbol = this.symbolOf(element.alternatives);
      const reached = ends.map((node) => child(node, symbol));
      ends = element.optional ? [...ends, ...reached] : reached;
    }
    for (const node of ends) if (!node.accepts.includes(accept)) node.accepts.push(accept);
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
    else this.prefixes.push([key, symbol]);
  }

  flatten(names: readonly string[]): PhraseTrie {
    const nodes = numbered(this.root);
    const columns = {
      edgesFrom: [] as number[],
      edgeSymbol: [] as number[],
      edgeTarget: [] as number[],
      gapsFrom: [] as number[],
      gapMost: [] as number[],
      gapTarget: [] as number[],
      acceptsFrom: [] as number[],
      accepts: [] as number[],
    };
    for (const node of nodes) {
      columns.edgesFrom.push(columns.edgeSymbol.length);
      for (const [symbol, target] of [...node.next].sort((a, b) => a[0] - b[0])) {
        columns.edgeSymbol.push(symbol);
        columns.edgeTarget.push(target.id);
      }
      columns.gapsFrom.push(columns.gapMost.length);
      for (const gap of node.gaps) {
        columns.gapMost.push(gap.most);
        columns.gapTarget.push(gap.node.id);
      }
      columns.acceptsFrom.push(columns.accepts.length);
      columns.accepts.push(...node.accepts);
    }
    columns.edgesFrom.push(columns.edgeSymbol.length);
    columns.gapsFrom.push(columns.gapMost.length);
    columns.acceptsFrom.push(columns.accepts.length);
    return {
      names,
      exact: Object.fromEntries(this.exact),
      stems: Object.fromEntries(this.stems),
      prefixes: this.prefixes,
      numbers: this.numbers,
      ...columns,
    };
  }
}

/** All nodes in breadth-first order, each with its number. */
function numbered(root: Node): Node[] {
  const nodes = [root];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    node.id = at;
    for (const next of node.next.values()) nodes.push(next);
    for (const gap of node.gaps) nodes.push(gap.node);
  }
  return nodes;
}

function newNode(): Node {
  return { next: new Map(), accepts: [], gaps: [], id: 0 };
}

function child(node: Node, symbol: number): Node {
  let next = node.next.get(symbol);
  if (!next) {
    next = newNode();
    node.next.set(symbol, next);
  }
  return next;
}

function gapAfter(node: Node, most: number): Node {
  const known = node.gaps.find((gap) => gap.most === most);
  if (known) return known.node;
  const gap = { most, node: newNode() };
  node.gaps.push(gap);
  return gap.node;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
