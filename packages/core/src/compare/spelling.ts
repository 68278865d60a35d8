import type { LanguagePack } from '../language/language-pack.ts';
import type { Clause } from '../structure/agreement.ts';
import type { BlockReading } from '../structure/block-reading.ts';
import { readBlock } from '../structure/block-reading.ts';
import type { Alignment, Side } from './alignment.ts';
import { other } from './alignment.ts';
import { rowOf } from './passage-words.ts';
import type { DraftText, Unit } from './unit.ts';
import { findHunks } from './word-difference.ts';

/** Shorter words are too near to other words: "not" and "now". */
const SHORTEST = 5;
const RARE = 2;

/** A word that is misspelled in one draft, with the spelling of the other. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/**
 * Misspelled words of both drafts, by clause. A word counts as misspelled where the same place of the other draft has a
 * word one letter away and this spelling is found hardly anywhere else: a slip of the keyboard must not look like a loss.
 */
export function findMisspellings(
  drafts: Readonly<Record<Side, DraftText>>,
  alignment: Alignment,
): Readonly<Record<Side, ReadonlyMap<number, readonly Correction[]>>> {
  const found = { old: new Map<number, Correction[]>(), new: new Map<number, Correction[]>() };
  const changed = changedUnits(drafts.old, alignment);
  if (changed.length === 0) return found;
  let counts: { readonly old: Uint32Array; readonly new: Uint32Array } | undefined;
  for (const [before, after] of changed) {
    const old = rowOf([before]);
    const now = rowOf([after]);
    for (const hunk of findHunks(old.words, now.words)) {
      const length = hunk.old[1] - hunk.old[0];
      if (length !== hunk.new[1] - hunk.new[0] || length > 4) continue;
      for (let step = 0; step < length; step++) {
        const a = old.words[hunk.old[0] + step] as number;
        const b = now.words[hunk.new[0] + step] as number;
        if (!isOneSlipAway(alignment.table.formOf(a), alignment.table.formOf(b))) continue;
        counts ??= { old: countWords(drafts.old, alignment), new: countWords(drafts.new, alignment) };
        const total = (word: number) => (counts?.old[word] ?? 0) + (counts?.new[word] ?? 0);
        // The spelling that both drafts know, or know better, is the right one.
        const side: Side = total(b) <= total(a) ? 'new' : 'old';
        if (total(side === 'new' ? b : a) > RARE) continue;
        const [row, at, right, rightAt] =
          side === 'new'
            ? [now, hunk.new[0] + step, old, hunk.old[0] + step]
            : [old, hunk.old[0] + step, now, hunk.new[0] + step];
        const clause = (side === 'new' ? after : before).clause.index;
        const correction: Correction = {
          start: row.starts[at] as number,
          end: row.ends[at] as number,
          word: drafts[other(side)].text.slice(right.starts[rightAt], right.ends[rightAt]),
        };
        const list = found[side].get(clause);
        if (list) list.push(correction);
        else found[side].set(clause, [correction]);
      }
    }
  }
  return found;
}

/** Makes the misspelled words of a draft count as what they stand for wherever its words are compared from now on. */
export function correctWords(
  side: Side,
  draft: DraftText,
  corrections: ReadonlyMap<number, readonly Correction[]>,
  alignment: Alignment,
): void {
  for (const [index, list] of corrections) {
    const clause = draft.agreement.clauses[index];
    for (const unit of clause ? alignment.units(side, clause) : []) {
      for (const { start, word } of list) {
        const at = unit.starts.indexOf(start);
        if (at >= 0) unit.words[at] = alignment.table.idOf(word);
      }
    }
  }
}

/** The reading of a clause as it would be without its misspellings. Its offsets are those of the corrected words. */
export function readCorrected(
  clause: Clause,
  text: string,
  corrections: readonly Correction[],
  pack: LanguagePack,
): BlockReading {
  let corrected = '';
  let from = clause.span[0];
  for (const { start, end, word } of [...corrections].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    corrected += text.slice(from, start) + word;
    from = end;
  }
  return readBlock(corrected + text.slice(from, clause.span[1]), [], clause.reading.textStart || undefined, pack);
}

function changedUnits(old: DraftText, alignment: Alignment): [Unit, Unit][] {
  const changed: [Unit, Unit][] = [];
  for (const clause of old.agreement.clauses) {
    if (alignment.equalTo('old', clause)) continue;
    for (const unit of alignment.units('old', clause)) {
      for (const counterpart of alignment.counterparts('old', unit)) changed.push([unit, counterpart]);
    }
  }
  return changed;
}

/** How often each word occurs in a draft. */
function countWords(draft: DraftText, alignment: Alignment): Uint32Array {
  const counts: number[] = [];
  for (const [surface] of draft.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const id = alignment.table.idOf(surface);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return Uint32Array.from(counts, (count) => count ?? 0);
}

/** Whether one letter was left out, doubled, changed or exchanged with its neighbour, the first letter aside. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.min(a.length, b.length) < SHORTEST) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  const left = a.slice(start, aEnd);
  const right = b.slice(start, bEnd);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
