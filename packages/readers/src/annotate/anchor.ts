import type { Span } from '@poclint/core';
import type { View } from '../manuscript/manuscript.ts';
import { isSeen, type PlacedPiece } from '../manuscript/source-writer.ts';
import type { RenderedView } from '../manuscript/view.ts';
import type { OpenWord } from '../word/read-word.ts';
import type { WordParagraph, WordPiece } from '../word/story.ts';

/** Before a character of a piece, or at a raw offset between runs. */
export type Place = { readonly piece: WordPiece; readonly offset: number } | { readonly raw: number };

/** Where in the body a comment goes, and what it then stands on. */
export interface CommentAnchor {
  readonly start: Place;
  readonly end: Place;
  /** The words between, in the text, without white space at the ends. Undefined where there are none. */
  readonly span?: Span;
  /** The paragraph that a clause would be inserted after. */
  readonly paragraph: WordParagraph;
}

type Placed = PlacedPiece<WordPiece>;

/** Finds places in the body for spans of the text. */
export class AnchorFinder {
  readonly #word: OpenWord;
  readonly #view: View;
  readonly #text: string;
  readonly #placed: readonly Placed[];
  readonly #blocks: readonly { readonly span: Span }[];

  constructor(word: OpenWord, text: RenderedView<WordPiece>, view: View = 'accepted') {
    this.#word = word;
    this.#view = view;
    this.#text = text.source.text;
    this.#placed = text.placed;
    this.#blocks = text.source.blocks;
  }

  /**
   * Word keeps comments in the body alone: words in a text box are commented at the paragraph it is anchored
   * in, a note at its reference, a running head at the first words of the body.
   *
   * @throws RangeError where the span is not in the text
   */
  find(span: Span): CommentAnchor | undefined {
    const [from, to] = span;
    if (!(from >= 0 && from <= to && to <= this.#text.length)) {
      throw new RangeError(`The span ${from} to ${to} is not in the draft, which is ${this.#text.length} long.`);
    }
    const [start, end] = this.#meant(from, to);
    const covered = this.#overlapping(start, end);
    const inBody = covered.filter(({ piece }) => this.#isBody(piece));
    if (inBody.length > 0) return this.#between(inBody, start, end);
    const first = covered[0]?.piece.home;
    if (first?.owner !== undefined) return this.#atReference(first.owner) ?? this.#atBeginning();
    if (first?.host) return this.#onParagraph(first.host) ?? this.#atBeginning();
    return this.#atBeginning();
  }

  /** The span itself, or all of its block where it holds no words of the file: an automatic number, or a space. */
  #meant(from: number, to: number): Span {
    const holdsWords = this.#overlapping(from, to).some(({ span }) =>
      /\S/.test(this.#text.slice(Math.max(from, span[0]), Math.min(to, span[1]))),
    );
    if (holdsWords) return [from, to];
    const block = this.#blocks.find(({ span }) => span[1] >= from) ?? this.#blocks.at(-1);
    return block?.span ?? [from, to];
  }

  #overlapping(from: number, to: number): Placed[] {
    let low = 0;
    let high = this.#placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#placed[middle] as Placed).span[1] <= from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#placed.length && (this.#placed[end] as Placed).span[0] < to) end++;
    return this.#placed.slice(low, end);
  }

  #isBody(piece: WordPiece): boolean {
    return piece.home.part === this.#word.body.part && piece.home.host === undefined;
  }

  #between(pieces: readonly Placed[], from: number, to: number): CommentAnchor {
    const first = pieces[0] as Placed;
    const last = pieces.at(-1) as Placed;
    const start = Math.max(from, first.span[0]);
    const end = Math.min(to, last.span[1]);
    return {
      start: { piece: first.piece, offset: start - first.span[0] },
      end: { piece: last.piece, offset: end - last.span[0] },
      ...this.#words(start, end),
      paragraph: last.piece.home,
    };
  }

  #onParagraph(paragraph: WordParagraph): CommentAnchor | undefined {
    const pieces = this.#placed.filter(({ piece }) => piece.home === paragraph);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first && last) return this.#between(pieces, first.span[0], last.span[1]);
    // The paragraph holds nothing but its text box: the place after it is as near as Word allows.
    const raw = this.#word.xml.lastIndexOf('</', paragraph.end - 1);
    return { start: { raw }, end: { raw }, paragraph };
  }

  #atReference(owner: string): CommentAnchor | undefined {
    for (const paragraph of this.#word.body.paragraphs) {
      const piece = paragraph.pieces.find(({ anchor }) => anchor?.kind === 'note' && anchor.id === owner);
      if (!piece?.run || !isSeen(piece, paragraph, this.#view)) continue;
      if (paragraph.host) return this.#onParagraph(paragraph.host);
      // Around the whole run: a mark set by hand is words beside the reference.
      const marks = this.#placed.filter((placed) => placed.piece.run === piece.run);
      const [first, last] = [marks[0], marks.at(-1)];
      return {
        start: { raw: piece.run.start },
        end: { raw: piece.run.end },
        ...(first && last && this.#words(first.span[0], last.span[1])),
        paragraph,
      };
    }
    return undefined;
  }

  #atBeginning(): CommentAnchor | undefined {
    const first = this.#placed.find(({ piece }) => this.#isBody(piece));
    return first && this.#onParagraph(first.piece.home);
  }

  #words(start: number, end: number): { span?: Span } {
    const words = this.#text.slice(start, end);
    if (words.trim() === '') return {};
    return { span: [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)] };
  }
}
