import type { TypographicMark } from '@poclint/core';
import { readingOrder, readsFromRight } from './bidirectional-order.ts';
import { isNeutral } from './colours.ts';
import type { Glyph, PageInk } from './ink.ts';
import { dropStretches, isRightToLeftLetter } from './letters.ts';
import { setOffGlyphs } from './set-off-words.ts';
import { withPointsOnLetters } from './vowel-points.ts';

/** Words that stand next to one another on one baseline. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Most of its letters are bold, italic, or declared an artifact. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly artifact: boolean;
  readonly rightToLeft: boolean;
  /** Raised small marks, which are not in the text, and where in the text they stand. */
  readonly references: readonly Reference[];
  readonly marks: readonly SegmentMark[];
  readonly confidence?: number;
}

export interface Reference {
  readonly at: number;
  readonly mark: string;
}

/** Words that typography sets off, by their place in the segment's text. */
export interface SegmentMark {
  readonly from: number;
  readonly to: number;
  readonly kind: TypographicMark['kind'];
  readonly value?: string;
}

/** Glyphs that the file draws in one stroke: same baseline, same size, no gap. */
interface Run {
  readonly glyphs: Glyph[];
  left: number;
  right: number;
  readonly baseline: number;
  readonly size: number;
  /** Its place among the page's runs as drawn. */
  readonly order: number;
  /** A run that stands raised and small beside a larger one. */
  raised: boolean;
}

/** All in parts of the letter size. */
const SAME_BASELINE = 0.22;
const SEGMENT_GAP = 1.15;
/** Between words that are not drawn one after the other: columns may stand this close. */
const GUTTER_GAP = 0.6;
const WORD_GAP = 0.16;
const ARABIC_WORD_GAP = 0.22;

/** What a raised run must look like to be the mark of a note. Ordinals ("1st", "n°") are words. */
const REFERENCE_MARK = /^(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\]|\(\d{1,3}\))$/u;

/** A unit of length, whose raised digit is its power. */
const MEASURE = /(?:^|[\s\p{Nd}])[cdkm]?m$/u;

/** The words of a page in no particular order. */
export function joinGlyphs(ink: PageInk): Segment[] {
  const runs = collectRuns(setOffGlyphs(ink));
  const raised = attachRaised(runs);
  const segments: Segment[] = [];
  for (const row of rowsOf(runs.filter((run) => !run.raised))) {
    for (const piece of splitAtGaps(row)) {
      const glyphs = piece
        .flatMap((run) => [run, ...(raised.get(run) ?? [])])
        .flatMap((run) => run.glyphs.map((glyph) => ({ glyph, raised: run.raised })));
      const segment = spellSegment(glyphs, piece);
      if (segment) segments.push(segment);
    }
  }
  return segments;
}

function collectRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const glyph of withPointsOnLetters(glyphs)) {
    const right = glyph.x + glyph.width;
    const fits =
      run !== undefined &&
      Math.abs(glyph.size - run.size) <= 0.05 * run.size &&
      Math.abs(glyph.y - run.baseline) <= 0.05 * run.size &&
      glyph.x <= run.right + WORD_GAP * run.size &&
      right >= run.left - WORD_GAP * run.size;
    if (run && fits) {
      run.glyphs.push(glyph);
      run.left = Math.min(run.left, glyph.x);
      run.right = Math.max(run.right, right);
    } else if (glyph.text.trim()) {
      run = {
        glyphs: [glyph],
        left: glyph.x,
        right,
        baseline: glyph.y,
        size: glyph.size,
        order: runs.length,
        raised: false,
      };
      runs.push(run);
    } else run = undefined;
  }
  return runs;
}

/** Finds the raised runs, and gives each to the larger run that it stands beside. */
function attachRaised(runs: readonly Run[]): Map<Run, Run[]> {
  const byBaseline = [...runs].sort((a, b) => a.baseline - b.baseline);
  const attached = new Map<Run, Run[]>();
  byBaseline.forEach((small, index) => {
    let nearest: Run | undefined;
    let distance = Number.POSITIVE_INFINITY;
    for (let next = index + 1; next < byBaseline.length; next++) {
      const big = byBaseline[next] as Run;
      const rise = big.baseline - small.baseline;
      if (rise > 1.2 * big.size && rise > 2 * small.size) break;
      if (big.size < 1.15 * small.size || rise < 0.12 * big.size || rise > 0.75 * big.size) continue;
      const apart = Math.max(small.left - big.right, big.left - small.right);
      if (apart > 0.6 * big.size || apart < -0.6 * big.size - (small.right - small.left)) continue;
      if (Math.abs(apart) < distance) {
        distance = Math.abs(apart);
        nearest = big;
      }
    }
    if (!nearest) return;
    small.raised = true;
    attached.set(nearest, [...(attached.get(nearest) ?? []), small]);
  });
  // A raised run cannot carry another.
  for (const [big, smalls] of attached) if (big.raised) for (const small of smalls) small.raised = false;
  return attached;
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { baseline: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && run.baseline - row.baseline <= SAME_BASELINE * Math.min(row.size, run.size)) row.runs.push(run);
    else rows.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((a, b) => a.left - b.left));
}

function splitAtGaps(row: readonly Run[]): Run[][] {
  const pieces: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  let order = -1;
  for (const run of row) {
    const neighbours = Math.abs(run.order - order) <= 2;
    if (run.left - right > (neighbours ? SEGMENT_GAP : GUTTER_GAP) * run.size) pieces.push([]);
    (pieces.at(-1) as Run[]).push(run);
    right = Math.max(right, run.right);
    order = run.order;
  }
  return pieces;
}

interface Cluster {
  readonly text: string;
  readonly glyph: Glyph | undefined;
  readonly raised: boolean;
}

function spellSegment(drawn: readonly { glyph: Glyph; raised: boolean }[], runs: readonly Run[]): Segment | undefined {
  const clusters = spaced(withoutOverprint([...drawn].sort((a, b) => a.glyph.x - b.glyph.x)));
  const texts = clusters.map((cluster) => cluster.text);
  const rightToLeft = readsFromRight(texts);
  const ordered = readingOrder(texts, rightToLeft).map((index) => clusters[index] as Cluster);

  let text = '';
  const references: Reference[] = [];
  const marks: Moved<SegmentMark>[] = [];
  for (let index = 0; index < ordered.length; index++) {
    const { glyph, raised, text: letters } = ordered[index] as Cluster;
    if (raised) {
      let end = index;
      let mark = '';
      while (ordered[end]?.raised) mark += (ordered[end++] as Cluster).text;
      if (MEASURE.test(text) && /^[23]$/u.test(mark)) {
        text += mark === '2' ? '²' : '³';
        index = end - 1;
        continue;
      }
      if (REFERENCE_MARK.test(mark)) {
        references.push({ at: text.length, mark: mark.replace(/[^\p{N}*†‡§¶]/gu, '') });
        index = end - 1;
        continue;
      }
    }
    if (!letters.trim() && (text === '' || text.endsWith(' '))) continue;
    const from = text.length;
    text += letters.trim() ? letters : ' ';
    if (glyph) extendMarks(marks, glyph, from, text.length);
  }
  text = text.trimEnd();
  if (rightToLeft) text = settle(text, references, marks);
  if (!text && references.length === 0) return undefined;

  const share = (has: (glyph: Glyph) => boolean) => drawn.filter(({ glyph }) => has(glyph)).length > 0.6 * drawn.length;
  const widest = runs.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  const confidences = drawn.flatMap(({ glyph }) => glyph.confidence ?? []);
  return {
    text,
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
    baseline: widest.baseline,
    size: widest.size,
    bold: share((glyph) => glyph.face.bold),
    italic: share((glyph) => glyph.face.italic),
    artifact: share((glyph) => glyph.artifact),
    rightToLeft,
    references,
    marks: marks.map((mark) => ({ ...mark, to: Math.min(mark.to, text.length) })),
    ...(confidences.length > 0 && { confidence: confidences.reduce((a, b) => a + b, 0) / confidences.length }),
  };
}

type Moved<Mark> = { -readonly [Key in keyof Mark]: Mark[Key] };

/** Adds a glyph's looks to the marks, each of which goes on over words that look alike. */
function extendMarks(marks: Moved<SegmentMark>[], glyph: Glyph, from: number, to: number): void {
  const looks: Pick<SegmentMark, 'kind' | 'value'>[] = [];
  if (!isNeutral(glyph.colour)) looks.push({ kind: 'colour', value: glyph.colour });
  if (glyph.highlight !== undefined) looks.push({ kind: 'highlight', value: glyph.highlight });
  if (glyph.isStruck) looks.push({ kind: 'strike' });
  for (const look of looks) {
    const last = marks.findLast(({ kind, value }) => kind === look.kind && value === look.value);
    if (last && last.to >= from - 1) last.to = to;
    else marks.push({ from, to, ...look });
  }
}

/** Removes stretching strokes; the places behind them move. */
function settle(text: string, references: Reference[], marks: Moved<SegmentMark>[]): string {
  const settled = dropStretches(text);
  if (settled.length === text.length) return text;
  const moved = (at: number) => dropStretches(`${text.slice(0, at)}\u0628`).length - 1;
  references.forEach((reference, index) => {
    references[index] = { ...reference, at: Math.min(moved(reference.at), settled.length) };
  });
  for (const mark of marks) {
    mark.from = Math.min(moved(mark.from), settled.length);
    mark.to = Math.min(moved(mark.to), settled.length);
  }
  return settled;
}

/** A letter drawn twice in one place makes it look bold; it is one letter. */
function withoutOverprint<Drawn extends { readonly glyph: Glyph }>(drawn: readonly Drawn[]): Drawn[] {
  const kept: Drawn[] = [];
  for (const entry of drawn) {
    const { glyph } = entry;
    const twice = kept
      .slice(-3)
      .some(
        ({ glyph: other }) =>
          other.text === glyph.text &&
          glyph.width > 0 &&
          Math.abs(other.x - glyph.x) < 0.25 * glyph.width &&
          Math.abs(other.y - glyph.y) < 0.15 * glyph.size,
      );
    if (!twice) kept.push(entry);
  }
  return kept;
}

/** Adds the spaces that the page shows and the file does not write. */
function spaced(drawn: readonly { glyph: Glyph; raised: boolean }[]): Cluster[] {
  const clusters: Cluster[] = [];
  const wide = letterSpacing(drawn.map(({ glyph }) => glyph));
  let right = Number.NaN;
  let size = 0;
  let before = '';
  for (const { glyph, raised } of drawn) {
    const blank = !glyph.text.trim();
    if (!blank) {
      const arabic = isRightToLeftLetter(before) && isRightToLeftLetter(glyph.text);
      const threshold = Math.max(arabic ? ARABIC_WORD_GAP : WORD_GAP, wide) * Math.min(size, glyph.size);
      const last = clusters.at(-1);
      if (last?.text.trim() && glyph.x - right > threshold)
        clusters.push({ text: ' ', glyph: undefined, raised: false });
      right = Number.isNaN(right) ? glyph.x + glyph.width : Math.max(right, glyph.x + glyph.width);
      size = glyph.size;
      before = glyph.text;
    }
    clusters.push({ text: blank ? ' ' : glyph.text, glyph, raised });
  }
  return clusters;
}

/** The gap up to which letters of a spaced-out heading belong to one word, in parts of their size. */
function letterSpacing(glyphs: readonly Glyph[]): number {
  const gaps: number[] = [];
  for (let index = 1; index < glyphs.length; index++) {
    const [before, glyph] = [glyphs[index - 1] as Glyph, glyphs[index] as Glyph];
    if (before.text.trim() && glyph.text.trim() && before.text.length < 3)
      gaps.push((glyph.x - before.x - before.width) / glyph.size);
  }
  if (gaps.length < 4) return 0;
  gaps.sort((a, b) => a - b);
  const median = gaps[gaps.length >> 1] as number;
  return median > 0.08 ? 1.7 * median : 0;
}
