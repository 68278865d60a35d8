import type { Block, ReadDraft, Source } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Manuscript, Note, Paragraph, ParagraphForm, Piece, View } from './manuscript.ts';
import { stands } from './manuscript.ts';
import { Counters } from './numbering.ts';
import { type Fragment, isSeen, type PlacedComment, type PlacedPiece, SourceWriter } from './source-writer.ts';

/** A view's Source, and every piece of the file where it stands in it, in reading order. */
export interface RenderedView<P extends Piece = Piece> {
  readonly source: Source;
  readonly placed: readonly PlacedPiece<P>[];
  readonly comments: readonly PlacedComment[];
}

/**
 * Both views of a manuscript; the rejected one only where something is tracked.
 *
 * @throws UnreadableDraft `empty` where the draft holds no words at all
 */
export function readViews(manuscript: Manuscript): ReadDraft {
  const accepted = renderView(manuscript, 'accepted').source;
  const rejected = hasTrackedChanges(manuscript) ? renderView(manuscript, 'rejected').source : undefined;
  if (accepted.blocks.length === 0 && (rejected?.blocks.length ?? 0) === 0) {
    const pictures = manuscript.notices.some((notice) => notice.name === 'pictures');
    if (pictures) {
      throw new UnreadableDraft(
        'needs-ocr',
        'The file holds pictures and no words: it is probably a scan, and needs text recognition first.',
      );
    }
    throw new UnreadableDraft('empty', 'The file holds no words: check that the right file was sent.');
  }
  return { accepted, ...(rejected && { rejected }) };
}

/** The text that a reader sees with all tracked changes accepted, or with all of them rejected. */
export function renderView<P extends Piece>(manuscript: Manuscript<P>, view: View): RenderedView<P> {
  const renderer = new ViewRenderer(manuscript, view);
  return renderer.render();
}

function hasTrackedChanges({ body, notes, furniture }: Manuscript): boolean {
  const changes = (tracked?: { inserted?: unknown; deleted?: unknown }): boolean =>
    tracked?.inserted !== undefined || tracked?.deleted !== undefined;
  const paragraphs = [body, furniture, ...[...notes.values()].map((note) => note.paragraphs)];
  return paragraphs.some((list) =>
    list.some(
      (paragraph) =>
        changes(paragraph.mark) ||
        paragraph.within?.some(changes) ||
        paragraph.formerForm !== undefined ||
        paragraph.pieces.some((piece) => changes(piece.tracked)),
    ),
  );
}

type BlockDescription = Omit<Block, 'span' | 'label'>;

class ViewRenderer<P extends Piece> {
  readonly #manuscript: Manuscript<P>;
  readonly #view: View;
  readonly #writer: SourceWriter<P>;
  readonly #counters = new Counters();
  readonly #notesCalled = new Set<string>();
  readonly #tables = new Map<number, { ordinal: number; row: number; rows: number }>();

  constructor(manuscript: Manuscript<P>, view: View) {
    this.#manuscript = manuscript;
    this.#view = view;
    this.#writer = new SourceWriter(view);
  }

  render(): RenderedView<P> {
    const { body, furniture } = this.#manuscript;
    this.#addAll(body, (paragraph, form) => this.#describe(paragraph, form));
    this.#addNotes();
    this.#addAll(this.#once(furniture), () => ({ role: 'furniture' }));
    return {
      source: this.#writer.finish(this.#manuscript),
      placed: this.#writer.placed,
      comments: this.#writer.placedComments(this.#manuscript.comments),
    };
  }

  #addAll(
    paragraphs: readonly Paragraph<P>[],
    describe: (paragraph: Paragraph<P>, form: ParagraphForm) => BlockDescription,
  ): void {
    const lastOfFlow = new Map(paragraphs.map((paragraph) => [paragraph.flow, paragraph]));
    const waiting = new Map<number, Fragment<P>[]>();
    /** Text boxes of paragraphs that wait to be joined: a box comes after the words it hangs on. */
    const boxes = new Map<number, Paragraph<P>[]>();
    const add = (paragraph: Paragraph<P>): void => {
      const { flow, host, mark } = paragraph;
      if (host && waiting.has(host.flow)) {
        boxes.set(host.flow, [...(boxes.get(host.flow) ?? []), paragraph]);
        return;
      }
      const fragments = waiting.get(flow) ?? [];
      for (const piece of paragraph.pieces) {
        fragments.push({ piece, paragraph, stands: isSeen(piece, paragraph, this.#view) });
      }
      const ends = stands(mark, this.#view) && !paragraph.joins;
      if (!ends && lastOfFlow.get(flow) !== paragraph) {
        const joined = paragraph.joins ? undefined : mark?.deleted;
        if (joined && !mark?.inserted) fragments.push({ joined, paragraph, stands: false });
        waiting.set(flow, fragments);
        return;
      }
      waiting.delete(flow);
      this.#addBlock(fragments, paragraph, ends, describe);
      const boxed = boxes.get(flow) ?? [];
      boxes.delete(flow);
      for (const one of boxed) add(one);
    };
    for (const paragraph of paragraphs) add(paragraph);
  }

  #addBlock(
    fragments: readonly Fragment<P>[],
    paragraph: Paragraph<P>,
    ends: boolean,
    describe: (paragraph: Paragraph<P>, form: ParagraphForm) => BlockDescription,
  ): void {
    const { notes } = this.#manuscript;
    for (const { piece, stands: shown } of fragments) {
      const id = shown && piece?.anchor?.kind === 'note' ? piece.anchor.id : undefined;
      if (id !== undefined && notes.has(id)) this.#notesCalled.add(id);
    }
    const words = fragments.map(({ piece, stands: shown }) => (shown ? (piece?.text ?? '') : '')).join('');
    const form = (this.#view === 'rejected' ? paragraph.formerForm : undefined) ?? paragraph.form;
    // An empty numbered paragraph still takes its number, but one that has vanished does not.
    const exists = /\S/.test(words) || (ends && isInView(paragraph, this.#view));
    const label = exists ? form.numbering?.next(this.#counters) : undefined;
    const description: BlockDescription = exists ? describe(paragraph, form) : { role: 'paragraph' };
    this.#writer.add(
      fragments,
      label ? { ...description, depth: label.depth } : description,
      label?.text ? label : undefined,
    );
  }

  #describe(paragraph: Paragraph<P>, form: ParagraphForm): BlockDescription {
    if (form.furniture) return { role: 'furniture' };
    if (paragraph.cell) return { role: 'cell', cell: this.#cellInView(paragraph.cell) };
    if (form.heading !== undefined) return { role: 'heading', level: form.heading };
    return { role: form.numbering ? 'item' : 'paragraph' };
  }

  /** Counts only the tables and rows that this view has. */
  #cellInView(cell: NonNullable<Paragraph['cell']>): NonNullable<Block['cell']> {
    let table = this.#tables.get(cell.table);
    if (!table) {
      table = { ordinal: this.#tables.size, row: cell.row, rows: 0 };
      this.#tables.set(cell.table, table);
    }
    if (cell.row !== table.row) {
      table.row = cell.row;
      table.rows++;
    }
    return { table: table.ordinal, row: table.rows, column: cell.column };
  }

  /** A running head that several sections repeat is one. */
  #once(furniture: readonly Paragraph<P>[]): Paragraph<P>[] {
    const seen = new Set<string>();
    return furniture.filter((paragraph) => {
      const shown = paragraph.pieces.filter((piece) => isSeen(piece, paragraph, this.#view));
      const words = shown.map((piece) => piece.text).join('');
      const key = words.replace(/\s+/g, ' ').trim();
      return !seen.has(key) && seen.add(key);
    });
  }

  #addNotes(): void {
    const ordinals = new Map<string, number>();
    for (const id of this.#notesCalled) {
      const note = this.#manuscript.notes.get(id) as Note<P>;
      let mark = note.mark;
      if (typeof mark !== 'string') {
        const ordinal = (ordinals.get(note.series) ?? 0) + 1;
        ordinals.set(note.series, ordinal);
        mark = mark(ordinal);
      }
      this.#addAll(note.paragraphs, () => ({ role: 'note', note: mark }));
    }
  }
}

function isInView<P extends Piece>(paragraph: Paragraph<P>, view: View): boolean {
  return (paragraph.within ?? []).every((one) => stands(one, view));
}
