import type { Source } from '../source/source.ts';
import type { Brackets } from '../structure/brackets.ts';
import type { DraftingReader } from '../structure/drafting-reader.ts';

const HEAD = 1_500;
const TAIL = 6_000;
const FEW = 3;

/** Whether a text is still negotiated: it says so, it is under revision, or its brackets hold words that compete. */
export function inferStage(source: Source, brackets: Brackets, words: DraftingReader): 'draft' | 'signed' {
  if (source.insertions.length > 0 || source.deletions.length > 0) return 'draft';
  if (brackets.all.some((bracket) => bracket.kind === 'alternatives' || bracket.tag !== undefined)) return 'draft';
  if (words.draft.test(source.text.slice(0, HEAD))) return 'draft';
  const contested = brackets.all.filter((bracket) => bracket.kind === 'contested').length;
  return words.signed.test(source.text.slice(-TAIL)) && contested <= FEW ? 'signed' : 'draft';
}
