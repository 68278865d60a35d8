import type { Source, Span } from '@poclint/core';
import { damaged, describeFailure } from './engine.ts';
import type { Box } from './ink.ts';

/** A place on a page, as origins give it: the page counted from 1, the box in points from the top left corner. */
export interface PagePlace {
  readonly page: number;
  readonly box: Box;
}

/** A remark for the copy of a PDF: words are highlighted, and the remark opens from them. */
export interface PdfAnnotation {
  /** What is highlighted: one or more lines, of one page or several. The remark stands at the first. */
  readonly places: readonly PagePlace[];
  readonly text: string;
  readonly author?: string;
  /** Red, green and blue from 0 to 1; yellow unless told. */
  readonly colour?: readonly [red: number, green: number, blue: number];
}

const YELLOW = [1, 0.92, 0.4] as const;
/** The remark prints with the page. */
const PRINTED = 4;

/**
 * The places of a stretch of a PDF's text, line by line. A line's box is cut in proportion to its letters: exact
 * enough for a highlight, and cheaper than to keep the place of every letter of an archive.
 */
export function placesOf(source: Source, [start, end]: Span): PagePlace[] {
  const places: PagePlace[] = [];
  for (const { span, page, box } of source.origins) {
    if (span[0] >= end || span[1] <= start || page === undefined || box === undefined) continue;
    const [left, top, right, bottom] = box;
    const from = (Math.max(start, span[0]) - span[0]) / (span[1] - span[0]);
    const to = (Math.min(end, span[1]) - span[0]) / (span[1] - span[0]);
    const width = right - left;
    const cut: Box = readsFromRight(source.text.slice(...span))
      ? [right - to * width, top, right - from * width, bottom]
      : [left + from * width, top, left + to * width, bottom];
    places.push({ page, box: cut });
  }
  return places;
}

function readsFromRight(text: string): boolean {
  return (text.match(/[\u0590-\u08FF]/gu)?.length ?? 0) > text.length / 2;
}

/**
 * A copy of the PDF with remarks on it. The bytes of the original stay as they are, at the start of the copy;
 * the remarks are appended as an update, so that seals and signatures of the original can still be checked.
 *
 * @throws UnreadableDraft `password-protected` or `damaged`
 * @throws RangeError where an annotation names a page that the PDF does not have
 */
export async function annotatePdf(bytes: Uint8Array, annotations: readonly PdfAnnotation[]): Promise<Uint8Array> {
  const library = await import('@cantoo/pdf-lib');
  const { PDFDocument, PDFHexString, PDFName, PDFRef } = library;
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false }).catch(
    (error) => {
      throw /encrypt|password/iu.test(String(error)) ? describeFailure({ name: 'PasswordException' }) : damaged();
    },
  );
  if (document.isEncrypted) throw describeFailure({ name: 'PasswordException' });
  const pages = document.getPages();
  const { context } = document;
  // The library looks through all objects for the owner of each value that is set: for hundreds of remarks on hundreds of
  // pages, minutes. It is told at the end what changed, all at once.
  const changed = new Map<string, typeof PDFRef.prototype>();
  const note = (ref: unknown): void => {
    if (ref instanceof PDFRef) changed.set(ref.tag, ref);
  };
  const update = context.snapshot;
  delete context.snapshot;
  for (const { places, text, author, colour = YELLOW } of annotations) {
    const byPage = new Map<number, Box[]>();
    for (const { page, box } of places) byPage.set(page, [...(byPage.get(page) ?? []), box]);
    let first = true;
    for (const [number, boxes] of byPage) {
      const page = pages[number - 1];
      if (!page) throw new RangeError(`The PDF has no page ${number}.`);
      const { x, y, width, height } = page.getCropBox();
      const frame = { left: x, bottom: y, right: x + width, top: y + height, angle: page.getRotation().angle };
      const quads = boxes.map((box) => onPage(frame, box));
      const around = surround(quads);
      note(page.ref);
      note(page.node.get(PDFName.of('Annots')));
      const appearance = context.register(
        context.stream(paint(colour, quads), {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [...around],
          Resources: { ExtGState: { G: { BM: 'Multiply' } } },
        }),
      );
      const annotation = context.obj({
        Type: 'Annot',
        Subtype: 'Highlight',
        Rect: [...around],
        QuadPoints: quads.flatMap(([l, b, r, t]) => [l, t, r, t, l, b, r, b]),
        C: [...colour],
        F: PRINTED,
        AP: { N: appearance },
        ...(first && text && { Contents: PDFHexString.fromText(text) }),
        ...(author && { T: PDFHexString.fromText(author) }),
      });
      annotation.set(PDFName.of('P'), page.ref);
      const remark = context.register(annotation);
      page.node.addAnnot(remark);
      note(appearance);
      note(remark);
      first = false;
    }
  }
  if (update) context.snapshot = update;
  update?.markRefsForSave([...changed.values()]);
  return document.save({ updateFieldAppearances: false });
}

function paint(colour: readonly number[], quads: readonly Box[]): string {
  const rectangles = quads.map(
    ([left, bottom, right, top]) => `${left} ${bottom} ${right - left} ${top - bottom} re f`,
  );
  return ['/G gs', `${colour.join(' ')} rg`, ...rectangles].join('\n');
}

interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly angle: number;
}

/** From the page as displayed, from its top left corner, to the page's own space: left, bottom, right, top. */
function onPage({ left, bottom, right, top, angle }: Frame, box: Box): Box {
  const place = (x: number, y: number): [number, number] => {
    switch (((angle % 360) + 360) % 360) {
      case 90:
        return [left + y, bottom + x];
      case 180:
        return [right - x, bottom + y];
      case 270:
        return [right - y, top - x];
      default:
        return [left + x, top - y];
    }
  };
  const [x0, y0] = place(box[0], box[1]);
  const [x1, y1] = place(box[2], box[3]);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function surround(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
