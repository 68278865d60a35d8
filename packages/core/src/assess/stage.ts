import type { Source } from '../source/source.ts';
import type { Brackets } from '../structure/brackets.ts';

const DRAFT_WORDS =
  /\b(?:draft|non-?paper|zero draft|working text|single (?:negotiating )?text|rev(?:ision)?\.? ?\d|proposal)\b/i;
const SIGNED_WORDS =
  /\b(?:done at|in witness whereof|signed (?:at|on|in)|fait à|en foi de quoi|hecho en|en fe de lo cual)\b|حرر في|وإثباتا/i;
const HEAD = 1_500;
const TAIL = 6_000;
const FEW = 3;

/** Whether a text is still negotiated: it says so, it is under revision, or its brackets hold words that compete. */
export function inferStage(source: Source, brackets: Brackets): 'draft' | 'signed' {
  if (source.insertions.length > 0 || source.deletions.length > 0) return 'draft';
  if (brackets.all.some((bracket) => bracket.kind === 'alternatives' || bracket.tag !== undefined)) return 'draft';
  if (DRAFT_WORDS.test(source.text.slice(0, HEAD))) return 'draft';
  const contested = brackets.all.filter((bracket) => bracket.kind === 'contested').length;
  return SIGNED_WORDS.test(source.text.slice(-TAIL)) && contested <= FEW ? 'signed' : 'draft';
}
