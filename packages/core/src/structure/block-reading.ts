import type { StructureCue } from '../language/language-data.ts';
import type { LanguagePack } from '../language/language-pack.ts';
import type { ClauseEvidence } from '../match/clause-evidence.ts';
import { type ClauseScan, scanClause } from '../match/clause-scan.ts';
import type { Span } from '../span.ts';
import type { FoundLabel } from './labels.ts';

/** What can be told of a block from its own words, whatever stands around it. Offsets are relative to the block. */
export interface BlockReading {
  readonly label: FoundLabel | undefined;
  /** Where the words after the label begin. */
  readonly textStart: number;
  /** Whether there are words after the label. */
  readonly isBare: boolean;
  readonly scan: ClauseScan | undefined;
  readonly ending: Ending;
  readonly opensInLowerCase: boolean;
  /** Short, without closing punctuation, capitalised: the look of a heading. */
  readonly looksLikeHeading: boolean;
  /** The cue with which the block opens, and whether the enacting formula occurs anywhere in it. */
  readonly opening: StructureCue | undefined;
  readonly cues: ReadonlySet<StructureCue>;
  /**
   * The evidence in the block under each setting that it has been met in. A reading is found again by its words, so this
   * is what makes an edit cost only what it touched.
   */
  readonly evidence: Map<string, readonly ClauseEvidence[]>;
  /** Whatever else was found in the words alone, by what was looked for. */
  readonly remembered: Map<string, NonNullable<unknown>>;
}

// Two functions: one that took what makes the value would be handed a new closure for each clause at each key.

/** What was found in the words of a block under a name, or undefined where nobody has looked yet. */
export function recall<Value extends NonNullable<unknown>>(reading: BlockReading, name: string): Value | undefined {
  return reading.remembered.get(name) as Value | undefined;
}

/** Keeps what was found in the words of a block for as long as the words are in use. */
export function remember<Value extends NonNullable<unknown>>(reading: BlockReading, name: string, value: Value): Value {
  reading.remembered.set(name, value);
  return value;
}

/** How a block ends decides whether a list follows or goes on. */
export type Ending = 'colon' | 'semicolon' | 'comma' | 'stop' | 'none';

const LONGEST_HEADING = 110;
const NO_CUES: ReadonlySet<StructureCue> = new Set();

/** Reads a block. `knownLabel` is the end of a label that the format itself gives. */
export function readBlock(
  text: string,
  opaque: readonly Span[],
  knownLabel: number | undefined,
  pack: LanguagePack,
): BlockReading {
  const label = pack.labels.read(text);
  const textStart = Math.max(label?.end ?? 0, knownLabel ?? 0);
  const hidden: Span[] =
    textStart > 0 ? [[0, textStart], ...opaque.filter((span) => span[1] > textStart)] : [...opaque];
  const scan = scanClause(text, hidden, pack);
  const isBare = text.slice(textStart).trim() === '';
  const ending = endingOf(text, textStart, pack.drafting.conjunction);
  const first = firstLetter(text, textStart);
  return {
    label,
    textStart,
    isBare,
    scan,
    ending,
    opensInLowerCase: first !== '' && first !== first.toUpperCase(),
    looksLikeHeading:
      !isBare && ending === 'none' && text.length - textStart <= LONGEST_HEADING && first === first.toUpperCase(),
    opening: scan?.cues.find((cue) => cue.first <= 1)?.cue,
    cues: scan && scan.cues.length > 0 ? new Set(scan.cues.map((cue) => cue.cue)) : NO_CUES,
    evidence: new Map(),
    remembered: new Map(),
  };
}

const TRAILING = /[\s*_"'”’»)\]}]/;

function endingOf(text: string, from: number, conjunction: RegExp): Ending {
  let end = text.length;
  while (end > from && TRAILING.test(text[end - 1] as string)) end--;
  if (end <= from) return 'none';
  const tail = text.slice(Math.max(from, end - 8), end);
  const last = tail.at(-1) as string;
  if (last === ':' || last === '：' || tail.endsWith(':-') || tail.endsWith(':–')) return 'colon';
  if (last === ';' || last === '؛' || last === '；') return 'semicolon';
  if (last === ',' || last === '،') return 'comma';
  if (conjunction.test(tail)) return 'semicolon';
  return '.?!؟…。'.includes(last) ? 'stop' : 'none';
}

function firstLetter(text: string, from: number): string {
  for (let at = from; at < text.length && at < from + 40; at++) {
    const character = text[at] as string;
    if (/\p{L}/u.test(character)) return character;
  }
  return '';
}
