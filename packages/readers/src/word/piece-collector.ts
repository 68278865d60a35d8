import { looksOf } from '../manuscript/looks.ts';
import type { Anchor, Tracked } from '../manuscript/manuscript.ts';
import { seenStretches } from '../manuscript/widthless.ts';
import { rawOffset } from '../xml/raw-text.ts';
import type { Tag } from '../xml/scan.ts';
import type { RunProperties } from './look.ts';
import type { Field, TextElement, WordParagraph, WordPiece, WordRun } from './story.ts';
import type { Styles } from './styles.ts';

/** Where the words that a scanner meets belong. */
export interface Place {
  readonly home: WordParagraph | undefined;
  readonly style: string | undefined;
  readonly run: WordRun | undefined;
  readonly tracked: Tracked | undefined;
  readonly field: Field | undefined;
}

/** Turns the characters of one part into pieces of its paragraphs. */
export class PieceCollector {
  /** Characters by declared language. */
  readonly languages = new Map<string, number>();
  /** Marks that authors set for notes by hand, by owner name. */
  readonly customMarks = new Map<string, string>();
  readonly #xml: string;
  readonly #styles: Styles;
  #customMark: string | undefined;

  constructor(xml: string, styles: Styles) {
    this.#xml = xml;
    this.#styles = styles;
  }

  /** Takes the characters of a `w:t`, standing at `start` to `end` in the part. */
  addText(place: Place, element: TextElement, text: string, start: number, end: number, literal: boolean): void {
    let from = 0;
    let to = text.length;
    if (!element.preserve) {
      from = to - text.trimStart().length;
      to = text.trimEnd().length;
    }
    for (const [begin, stop] of seenStretches(text, from, to)) {
      const raw = begin === 0 ? start : rawOffset(this.#xml, start, end, begin, literal);
      const rawEnd = stop === text.length ? end : rawOffset(this.#xml, start, end, stop, literal);
      this.#add(place, text.slice(begin, stop).replace(/[\r\n]/g, ' '), raw, rawEnd, element, literal);
    }
  }

  /** Takes an element that stands for one character. */
  addSign(place: Place, text: string, tag: Tag): void {
    // The same names occur in paragraph properties, as tab stops.
    if (place.run) this.#add(place, text, tag.start, tag.end, elementOf(tag, false), false);
  }

  /** Takes a place between characters: an element's, or the raw offset of one met earlier. */
  addAnchor(place: Place, anchor: Anchor, at: Tag | number): void {
    const { home } = place;
    if (!home) return;
    if (typeof at === 'number') push(place, { text: '', raw: at, rawEnd: at, anchor, home });
    else push(place, { text: '', raw: at.start, rawEnd: at.end, anchor, home, element: elementOf(at, false) });
  }

  /** The next words are the mark of this note. */
  awaitMark(note: string): void {
    this.#customMark = note;
  }

  #add(place: Place, text: string, raw: number, rawEnd: number, element: TextElement, literal: boolean): void {
    const { home, run, field } = place;
    if (!home || !run) return;
    if (this.#customMark !== undefined) {
      this.customMarks.set(this.#customMark, text.trim());
      this.#customMark = undefined;
    }
    const { style } = run.properties;
    const inherited: RunProperties = style === undefined ? {} : this.#styles.characterRun(style);
    const hidden = run.properties.hidden ?? inherited.hidden ?? this.#hiddenByStyle(place.style);
    const properties: RunProperties = { ...this.#styles.defaults, ...inherited, ...run.properties };
    const { highlight, colour } = { ...inherited, ...run.properties };
    const strike = properties.strike || properties.doubleStrike;
    const look = looksOf({
      ...(highlight !== undefined && { highlight }),
      ...(colour !== undefined && { colour }),
      ...(strike && { strike }),
    });
    this.#countLanguage(properties, text.length);
    push(place, {
      text,
      raw,
      rawEnd,
      home,
      element,
      ...(hidden && { hidden }),
      ...(text === '\n' && { breaks: true }),
      ...(look.length > 0 && { look }),
      ...(literal && { literal }),
      ...(field && { field }),
    });
  }

  #hiddenByStyle(style: string | undefined): boolean {
    if (style === undefined) return false;
    return this.#styles.chain(style).find((one) => one.run.hidden !== undefined)?.run.hidden === true;
  }

  #countLanguage(properties: RunProperties, characters: number): void {
    const language = properties.rightToLeft ? properties.rightToLeftLanguage : properties.language;
    if (language) this.languages.set(language, (this.languages.get(language) ?? 0) + characters);
  }
}

export function elementOf(tag: Tag, text: boolean): TextElement {
  const local = tag.name.slice(tag.name.indexOf(':') + 1);
  return {
    name: tag.prefix ? `${tag.prefix}:${local}` : local,
    start: tag.start,
    contentStart: tag.end,
    contentEnd: tag.end,
    end: tag.end,
    preserve: tag.get('xml:space') === 'preserve',
    text,
    direct: tag.parent === 'w:r',
  };
}

function push({ tracked, run }: Place, piece: WordPiece): void {
  const placed: WordPiece = { ...piece, ...(tracked && { tracked }), ...(run && { run }) };
  if (run) {
    run.first ??= placed;
    run.last = placed;
  }
  piece.home.pieces.push(placed);
}
