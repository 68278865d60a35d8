import type { Span } from '@poclint/core';
import type { View } from '../manuscript/manuscript.ts';
import { type RenderedView, renderView } from '../manuscript/view.ts';
import { type OpenWord, openWord } from '../word/read-word.ts';
import type { WordParagraph, WordPiece } from '../word/story.ts';
import { encodePart } from '../xml/part-text.ts';
import { escapeXml } from '../xml/raw-text.ts';
import { rewriteArchive } from '../zip/rewrite.ts';
import { AnchorFinder, type CommentAnchor, type Place } from './anchor.ts';
import {
  type AnnotateOptions,
  type Annotation,
  type Signature,
  signatureOf,
  spanOf,
  wholeCharacters,
} from './annotation.ts';
import { endingParagraph, insertClauses } from './clause.ts';
import { commentLines, commentMarkup, ruleOf } from './comment-text.ts';
import { addComments } from './comments-part.ts';
import { between, type Cut, cutBefore } from './cut.ts';
import { type Dialect, dialectOf, Identifiers } from './markup.ts';
import { type Splice, splice } from './splices.ts';

/**
 * The same Word file with a comment for each annotation, on exactly its words, and with model clauses as
 * tracked insertions where that is asked for. Nothing else changes: the text of every part is spliced, not
 * written anew, and all other entries keep their compressed bytes. A comment that an earlier run wrote for the
 * same rule on the same words is not written again. Same input and options, same bytes.
 *
 * @throws UnreadableDraft as `readWord` does
 * @throws RangeError where a span is not in the text
 */
export function annotateWord(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
  options: AnnotateOptions = {},
): Uint8Array {
  return makeAnnotatedWord(bytes, annotations, options).bytes;
}

/** An annotated copy, and what is new in it. */
export interface AnnotatedWord {
  readonly bytes: Uint8Array;
  readonly comments: number;
  /** Model clauses that were written in as tracked insertions. */
  readonly clauses: number;
}

/** As `annotateWord`, and says how much was added to what an earlier run wrote. */
export function makeAnnotatedWord(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
  options: AnnotateOptions = {},
): AnnotatedWord {
  const word = openWord('', bytes, options.limits);
  const { changes, comments, clauses } = new Annotator(word, options).annotate(annotations);
  const copy = changes.size === 0 ? new Uint8Array(bytes) : rewriteArchive(word.package.archive, changes);
  return { bytes: copy, comments, clauses };
}

/** A comment that is to be written. */
interface NewComment {
  readonly id: number;
  readonly annotation: Annotation;
  readonly suggested: boolean;
}

/** What goes in at one place of the body, in the order it must come. */
interface Insertion {
  readonly cut: Cut;
  readonly ends: string[];
  readonly points: string[];
  readonly starts: string[];
}

class Annotator {
  readonly #word: OpenWord;
  readonly #options: AnnotateOptions;
  readonly #signature: Signature;
  readonly #view: View;
  readonly #text: RenderedView<WordPiece>;
  readonly #dialect: Dialect;
  readonly #identifiers: Identifiers;
  readonly #referenceStyle: string | undefined;
  readonly #insertions = new Map<number, Insertion>();
  readonly #repairs = new Map<number, Splice>();

  constructor(word: OpenWord, options: AnnotateOptions) {
    this.#word = word;
    this.#options = options;
    this.#signature = signatureOf(options);
    this.#view = options.view ?? 'accepted';
    this.#text = renderView(word.manuscript, this.#view);
    this.#dialect = dialectOf(word.xml);
    this.#identifiers = new Identifiers(this.#wordParts());
    this.#referenceStyle = word.styles.idOf('annotation reference');
  }

  annotate(annotations: readonly Annotation[]): {
    readonly changes: Map<string, Uint8Array>;
    readonly comments: number;
    readonly clauses: number;
  } {
    const finder = new AnchorFinder(this.#word, this.#text, this.#view);
    const { existing, alsoNamed } = this.#existingComments();
    // What is missing is missing from the draft, wherever the clauses that were written in since have moved its place.
    const remarked = new Set(this.#word.manuscript.comments.map(({ text }) => ruleOf(text)));
    const comments: NewComment[] = [];
    const clauses = new Map<WordParagraph, string[]>();
    for (const annotation of inReadingOrder(annotations)) {
      const anchor = finder.find(wholeCharacters(this.#text.source.text, spanOf(annotation)));
      if (!anchor) continue;
      const clause = this.#clauseOf(annotation);
      if (clause && !this.#holds(clause)) {
        const after = endingParagraph(this.#word, anchor.paragraph);
        const all = clauses.get(after) ?? [];
        clauses.set(after, [...all, ...clause.filter((words) => !all.includes(words))]);
      }
      if ('afterSpan' in annotation && remarked.has(annotation.rule)) continue;
      const key = keyOf(annotation.rule, anchor.span, anchor.paragraph.number);
      // A remark that named this rule beside its own has said it already.
      if (alsoNamed.has(keyOf(annotation.rule, undefined, anchor.paragraph.number))) continue;
      const standing = existing.get(key) ?? 0;
      existing.set(key, standing - 1);
      if (standing > 0) continue;
      const id = this.#identifiers.take();
      comments.push({ id, annotation, suggested: clause !== undefined });
      this.#anchorComment(id, anchor);
    }
    return { changes: this.#write(comments, clauses), comments: comments.length, clauses: clauses.size };
  }

  #write(comments: readonly NewComment[], clauses: ReadonlyMap<WordParagraph, string[]>): Map<string, Uint8Array> {
    if (comments.length === 0 && clauses.size === 0) return new Map();
    const changes =
      comments.length > 0
        ? addComments(this.#word, (prefix) => comments.map((comment) => this.#commentMarkup(prefix, comment)).join(''))
        : new Map<string, Uint8Array>();
    const splices: Splice[] = [...this.#repairs.values()];
    if (this.#dialect.declaration) splices.push(this.#dialect.declaration);
    for (const [paragraph, words] of clauses) {
      splices.push(
        ...insertClauses(this.#word, this.#dialect.prefix, paragraph, words, this.#signature, this.#identifiers),
      );
    }
    // After the clauses: at the beginning of a paragraph its properties must come before a comment's range.
    for (const { cut, ends, points, starts } of this.#insertions.values()) {
      const replacement = [cut.close, ...ends, ...points, ...starts, cut.open].join('');
      splices.push({ start: cut.at, end: cut.at, replacement });
    }
    const main = this.#word.package.main;
    const content = this.#word.package.read(main);
    if (content) changes.set(main, encodePart({ ...content, text: splice(content.text, splices) }));
    return changes;
  }

  #commentMarkup(prefix: string, { id, annotation, suggested }: NewComment): string {
    const lines = commentLines(annotation, this.#text.source.text, this.#options, suggested);
    const styles = { text: this.#word.styles.idOf('annotation text'), reference: this.#referenceStyle };
    return commentMarkup(prefix, id, lines, this.#signature, styles);
  }

  #anchorComment(id: number, { start, end }: CommentAnchor): void {
    const w = this.#dialect.prefix;
    const opening = `<${w}:commentRangeStart ${w}:id="${id}"/>`;
    const style = this.#referenceStyle;
    const look = style === undefined ? '' : `<${w}:rPr><${w}:rStyle ${w}:val="${escapeXml(style)}"/></${w}:rPr>`;
    const reference = `<${w}:r>${look}<${w}:commentReference ${w}:id="${id}"/></${w}:r>`;
    const closing = `<${w}:commentRangeEnd ${w}:id="${id}"/>${reference}`;
    const from = this.#insertionAt(start, 'start');
    const to = this.#insertionAt(end, 'end');
    if (from === to) {
      from.points.push(opening + closing);
      return;
    }
    from.starts.push(opening);
    to.ends.push(closing);
  }

  #insertionAt(place: Place, side: 'start' | 'end'): Insertion {
    const cut =
      'raw' in place
        ? between(place.raw)
        : cutBefore(this.#word.xml, place.piece, place.offset, side, this.#identifiers);
    let insertion = this.#insertions.get(cut.at);
    if (!insertion) {
      insertion = { cut, ends: [], points: [], starts: [] };
      this.#insertions.set(cut.at, insertion);
      for (const repair of cut.repairs) this.#repairs.set(repair.start, repair);
    }
    return insertion;
  }

  /** How many comments each rule already has on the same words, and which rules those of others name in a paragraph. */
  #existingComments(): { readonly existing: Map<string, number>; readonly alsoNamed: Set<string> } {
    const alsoNamed = new Set<string>();
    const homes = new Map<string, WordParagraph>();
    for (const paragraph of this.#word.body.paragraphs) {
      for (const { anchor } of paragraph.pieces) {
        if (anchor && anchor.kind !== 'note' && !homes.has(anchor.id)) homes.set(anchor.id, paragraph);
      }
    }
    const counts = new Map<string, number>();
    const spans = new Map(this.#text.comments.map(({ id, span }) => [id, span]));
    for (const { id, text } of this.#word.manuscript.comments) {
      const rule = ruleOf(text);
      const span = spans.get(id);
      const home = homes.get(id);
      if (rule === undefined || !home) continue;
      for (const word of text.match(/[\w-]*-[\w-]+/g) ?? [])
        if (word !== rule) alsoNamed.add(keyOf(word, undefined, home.number));
      const key = keyOf(rule, span && span[0] < span[1] ? span : undefined, home.number);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return { existing: counts, alsoNamed };
  }

  #clauseOf(annotation: Annotation): string[] | undefined {
    if (!this.#options.suggest || !('afterSpan' in annotation)) return undefined;
    const lines = annotation.modelClause?.split(/\n+/).filter((line) => line.trim() !== '');
    return lines?.length ? lines : undefined;
  }

  /** Whether the draft already says this, word for word, paragraph by paragraph. */
  #holds(clause: readonly string[]): boolean {
    const { text, blocks } = this.#text.source;
    const said = new Set(blocks.map(({ span, label }) => text.slice(label?.[1] ?? span[0], span[1]).trim()));
    return clause.every((words) => said.has(words.trim()));
  }

  *#wordParts(): Generator<string> {
    const { package: word } = this.#word;
    const folder = word.main.slice(0, word.main.lastIndexOf('/') + 1);
    for (const name of word.archive.entries.keys()) {
      if (name.startsWith(folder) && name.endsWith('.xml')) yield word.read(name)?.text ?? '';
    }
  }
}

/** The margin is read from top to bottom, whatever order the rules ran in. */
function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((a, b) => spanOf(a)[0] - spanOf(b)[0] || spanOf(a)[1] - spanOf(b)[1]);
}

/** What makes two comments the same: the rule, and the words it is on or, where there are none, the paragraph. */
function keyOf(rule: string, span: Span | undefined, paragraph: number): string {
  return span ? `${rule} ${span[0]} ${span[1]}` : `${rule} in ${paragraph}`;
}
