import type { Block, MarginComment, Origin, Revision, Source, Span, TypographicMark } from '@poclint/core';
import type { Change, Look, Manuscript, ManuscriptComment, Paragraph, Piece, View } from './manuscript.ts';
import { stands } from './manuscript.ts';
import type { Label } from './numbering.ts';

/** Where a piece came to stand in the text of a view. */
export interface PlacedPiece<P extends Piece = Piece> {
  readonly span: Span;
  readonly piece: P;
  readonly paragraph: Paragraph<P>;
}

/** A comment where it stands, with the id that the file gives it. */
export type PlacedComment = MarginComment & { readonly id: string };

/** A piece of a block, or the end of a paragraph that the block has swallowed. */
export interface Fragment<P extends Piece> {
  readonly piece?: P;
  /** The deletion of a paragraph's end, where that is what joined two paragraphs. */
  readonly joined?: Change;
  readonly paragraph: Paragraph<P>;
  /** Whether the fragment's words stand in the view. */
  readonly stands: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenRevision = Mutable<Revision> & { span: [number, number] };
type OpenMark = Mutable<TypographicMark> & { span: [number, number] };

/** Collects the text of one view, and what lies where in it. */
export class SourceWriter<P extends Piece> {
  readonly placed: PlacedPiece<P>[] = [];
  readonly #view: View;
  readonly #chunks: string[] = [];
  #length = 0;
  readonly #blocks: Block[] = [];
  readonly #origins: Origin[] = [];
  readonly #insertions: OpenRevision[] = [];
  readonly #deletions: OpenRevision[] = [];
  readonly #marks: OpenMark[] = [];
  /** The last mark of each look. */
  readonly #lastMarks = new Map<string, OpenMark>();
  readonly #comments = new Map<string, { start?: number; end?: number; call?: number }>();

  constructor(view: View) {
    this.#view = view;
  }

  /** Adds one block. Without visible words, only its anchors and deletions are kept. */
  add(fragments: readonly Fragment<P>[], describe: Omit<Block, 'span' | 'label'>, label: Label | undefined): void {
    const [from, to] = withoutOuterBreaks(fragments);
    const words = fragments.some(({ piece, stands: shown }) => shown && piece && /\S/.test(piece.text));
    if (!words) {
      for (const fragment of fragments) this.#unseen(fragment);
      return;
    }
    if (this.#length > 0) this.#append('\n');
    const blockStart = this.#length;
    let labelSpan: Span | undefined;
    if (label) {
      const paragraph = (fragments.at(-1) as Fragment<P>).paragraph;
      this.#append(label.text);
      labelSpan = [blockStart, this.#length];
      this.#origins.push(originOf(labelSpan, paragraph));
      this.#append(label.gap);
    }
    let bodyStart = -1;
    let bodyEnd = this.#length;
    for (const [index, fragment] of fragments.entries()) {
      if (!fragment.stands || index < from || index >= to || !fragment.piece?.text) {
        this.#unseen(fragment);
        continue;
      }
      const at = this.#length;
      this.#place(fragment.piece, fragment.paragraph);
      const { text } = fragment.piece;
      if (!/\S/.test(text)) continue;
      if (bodyStart < 0) bodyStart = at + text.length - text.trimStart().length;
      bodyEnd = at + text.trimEnd().length;
    }
    const span: Span = [labelSpan ? blockStart : bodyStart, bodyEnd];
    this.#blocks.push({ span, ...describe, ...(labelSpan && { label: labelSpan }) });
  }

  /** Comments where they stand, in the order of the text, with the ids the file gives them. */
  placedComments(comments: readonly ManuscriptComment[]): PlacedComment[] {
    return this.#placeComments(this.#chunks.join(''), comments);
  }

  finish(manuscript: Manuscript<P>): Source {
    const text = this.#chunks.join('');
    return {
      name: manuscript.name,
      format: manuscript.format,
      text,
      blocks: this.#blocks,
      opaque: [],
      ...(manuscript.language !== undefined && { language: manuscript.language }),
      insertions: this.#insertions,
      deletions: this.#deletions,
      comments: this.placedComments(manuscript.comments).map(({ id: _, ...comment }) => comment),
      marks: this.#marks,
      origins: this.#origins,
      notices: manuscript.notices,
    };
  }

  #append(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
  }

  #place(piece: P, paragraph: Paragraph<P>): void {
    const start = this.#length;
    this.#append(piece.text);
    const span: Span = [start, this.#length];
    this.placed.push({ span, piece, paragraph });
    this.#origins.push({ ...originOf(span, paragraph), raw: piece.raw });
    for (const look of piece.look ?? []) this.#mark(look, span);
    const tracked = trackedChange(piece, paragraph);
    if (tracked.inserted && this.#view === 'accepted') extend(this.#insertions, tracked.inserted, span);
    if (tracked.deleted && this.#view === 'rejected') extend(this.#deletions, tracked.deleted, span, piece.text);
  }

  #mark(look: Look, span: Span): void {
    const key = `${look.kind} ${look.value}`;
    const last = this.#lastMarks.get(key);
    if (last && last.span[1] === span[0]) {
      last.span[1] = span[1];
      return;
    }
    const mark: OpenMark = { span: [...span], ...look };
    this.#marks.push(mark);
    this.#lastMarks.set(key, mark);
  }

  #unseen({ piece, joined, paragraph, stands: shown }: Fragment<P>): void {
    const here: Span = [this.#length, this.#length];
    if (joined && this.#view === 'accepted') extend(this.#deletions, joined, here, '\n');
    if (!piece) return;
    if (piece.anchor) this.#anchor(piece);
    if (shown || this.#view === 'rejected' || piece.hidden || !piece.text) return;
    const { inserted, deleted } = trackedChange(piece, paragraph);
    // Words inserted and deleted again were never in the text that the other side knows.
    if (deleted && !inserted) extend(this.#deletions, deleted, here, piece.text);
  }

  #anchor({ anchor }: P): void {
    if (!anchor || anchor.kind === 'note') return;
    const place = this.#comments.get(anchor.id) ?? {};
    this.#comments.set(anchor.id, place);
    if (anchor.kind === 'comment-start') place.start ??= this.#length;
    else if (anchor.kind === 'comment-end') place.end = this.#length;
    else place.call = this.#length;
  }

  #placeComments(text: string, comments: readonly ManuscriptComment[]): PlacedComment[] {
    const placed: PlacedComment[] = [];
    for (const comment of comments) {
      const place = this.#comments.get(comment.id);
      if (!place) continue;
      let start = place.start ?? place.call ?? place.end ?? 0;
      let end = Math.max(start, place.start === undefined ? start : (place.end ?? place.call ?? start));
      while (start < end && /\s/.test(text[start] as string)) start++;
      while (start < end && /\s/.test(text[end - 1] as string)) end--;
      placed.push({ span: [start, end], ...comment });
    }
    return placed.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  }
}

/** The fragments between the line and page breaks at either end, which separate blocks but are not words of one. */
function withoutOuterBreaks<P extends Piece>(fragments: readonly Fragment<P>[]): [from: number, to: number] {
  const isWords = ({ stands: shown, piece }: Fragment<P>): boolean =>
    shown && piece !== undefined && piece.text !== '' && !piece.breaks;
  return [fragments.findIndex(isWords), fragments.findLastIndex(isWords) + 1];
}

function originOf<P extends Piece>(span: Span, paragraph: Paragraph<P>): Origin {
  return { span, ...(paragraph.part !== undefined && { part: paragraph.part }), paragraph: paragraph.number };
}

/** The change a piece stands under: its own, or that of the row or cell around it. */
function trackedChange<P extends Piece>(piece: P, paragraph: Paragraph<P>): { inserted?: Change; deleted?: Change } {
  const all = [piece.tracked, ...(paragraph.within ?? [])];
  const inserted = all.find((tracked) => tracked?.inserted)?.inserted;
  const deleted = all.find((tracked) => tracked?.deleted)?.deleted;
  return { ...(inserted && { inserted }), ...(deleted && { deleted }) };
}

/** Whether a piece is seen in a view: it and all around it stand there, and it is not hidden. */
export function isSeen<P extends Piece>(piece: P, paragraph: Paragraph<P>, view: View): boolean {
  return !piece.hidden && stands(piece.tracked, view) && (paragraph.within ?? []).every((one) => stands(one, view));
}

/** One change made in one go is often many runs: they are one revision. */
function extend(revisions: OpenRevision[], change: Change, span: Span, text?: string): void {
  const last = revisions.at(-1);
  if (last && last.span[1] === span[0] && last.author === change.author && last.date === change.date) {
    last.span[1] = span[1];
    if (text !== undefined) last.text += text;
    return;
  }
  revisions.push({ span: [...span], ...change, ...(text !== undefined && { text }) });
}
