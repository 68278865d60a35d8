import { unpackCell } from '../page-data.ts';
import { WORDS } from './words.ts';

/** How a cell looks and what it says: a sign and a colour, and words for those who see neither. */
export interface CellLook {
  readonly sign: string;
  readonly kind: string;
  readonly words: string;
}

const SIGNS = ['', '·', '◐', '●'];
const looks = new Map<number, CellLook>();

/** The look of a cell by its character. The signs are those that the command prints in a terminal. */
export function lookOf(code: number): CellLook {
  const known = looks.get(code);
  if (known) return known;
  const { level, location, bracketed } = unpackCell(code);
  const isPreamble = location === 1 && level > 1;
  const sign = bracketed && level > 1 ? '▣' : isPreamble ? '¶' : (SIGNS[level] as string);
  const words = [
    WORDS.levelExplained[level] as string,
    level > 0 ? (WORDS.locations[location] as string) : '',
    bracketed ? WORDS.inBrackets : '',
  ].filter((part) => part !== '');
  const look = { sign, kind: `level-${level}`, words: WORDS.row(words) };
  looks.set(code, look);
  return look;
}

/** The signs with what they mean, in the order in which they are explained. */
export const LEGEND: readonly (readonly [sign: string, kind: string, words: string])[] = [
  ['●', 'level-3', WORDS.levels[3] as string],
  ['◐', 'level-2', WORDS.levels[2] as string],
  ['¶', 'level-2', WORDS.map.preamble],
  ['▣', 'level-3', WORDS.map.bracketed],
  ['·', 'level-1', WORDS.levels[1] as string],
  ['', 'level-0', WORDS.levels[0] as string],
];
