import type { WordPiece, WordRun } from '../word/story.ts';
import { rawOffset } from '../xml/raw-text.ts';
import type { Identifiers } from './markup.ts';
import { renumber } from './markup.ts';
import type { Splice } from './splices.ts';

/** A place between two characters of the draft where markup goes in. */
export interface Cut {
  /** The raw offset. */
  readonly at: number;
  /** What closes the run around the place and opens it again; both empty between runs. */
  readonly close: string;
  readonly open: string;
  /** Changes elsewhere that the cut needs. */
  readonly repairs: readonly Splice[];
}

/**
 * Cuts a run in two before the character at `offset` of a piece, so that markup can go between.
 * Both halves keep the run's own properties.
 *
 * @param side which side of the cut the markup is for: decides where a run cannot be cut at all
 */
export function cutBefore(
  xml: string,
  piece: WordPiece,
  offset: number,
  side: 'start' | 'end',
  identifiers: Identifiers,
): Cut {
  const { run, element } = piece;
  if (!run || !element) return between(piece.raw);
  if (!element.direct) return between(side === 'start' ? run.start : run.end);
  const atStart = offset === 0;
  const atEnd = offset >= piece.text.length;
  if (atStart && piece.raw === run.first?.raw) return between(run.start);
  if (atEnd && piece.raw === run.last?.raw) return between(run.end);
  const raw = rawOffset(xml, piece.raw, piece.rawEnd, offset, piece.literal);
  const [close, open] = reopened(xml, run, identifiers);
  if (!element.text) return { at: atStart ? element.start : element.end, close, open, repairs: [] };
  const blankBefore = isBlank(xml.slice(element.contentStart, raw), element.preserve);
  const blankAfter = isBlank(xml.slice(raw, element.contentEnd), element.preserve);
  if (blankBefore) return { at: element.start, close, open, repairs: [] };
  if (blankAfter) return { at: element.end, close, open, repairs: [] };
  const section = piece.literal ? { end: ']]>', start: '<![CDATA[' } : { end: '', start: '' };
  return {
    at: raw,
    close: `${section.end}</${element.name}>${close}`,
    open: `${open}<${element.name} xml:space="preserve">${section.start}`,
    repairs: element.preserve ? [] : preserveSpace(xml, element),
  };
}

/** Between two runs, nothing needs to be cut. */
export function between(at: number): Cut {
  return { at, close: '', open: '', repairs: [] };
}

function isBlank(raw: string, preserve: boolean): boolean {
  return preserve ? raw === '' : raw.trim() === '';
}

function reopened(xml: string, run: WordRun, identifiers: Identifiers): [close: string, open: string] {
  const tag = xml.slice(run.start, run.contentStart);
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'w:r';
  const properties = run.propertiesSpan ? renumber(xml.slice(...run.propertiesSpan), identifiers) : '';
  return [`</${name}>`, `${tag}${properties}`];
}

/**
 * A text that ends in a space loses it unless the element says otherwise. White space that the element
 * did not keep so far goes, or it would now be seen.
 */
function preserveSpace(xml: string, element: NonNullable<WordPiece['element']>): Splice[] {
  const content = xml.slice(element.contentStart, element.contentEnd);
  const tag = xml.slice(element.start, element.contentStart);
  const leading = content.length - content.trimStart().length;
  const trailing = content.length - content.trimEnd().length;
  const newTag = tag.replace(/\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '').replace(/>$/, ' xml:space="preserve">');
  return [
    { start: element.start, end: element.contentStart + leading, replacement: newTag },
    { start: element.contentEnd - trailing, end: element.contentEnd, replacement: '' },
  ];
}
