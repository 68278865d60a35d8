import { plainSource, type ReadDraft, type Source } from '@poclint/core';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { languageOf, PageWalk, tooDeep, type View } from './page-walk.ts';
import { PageWriter } from './page-writer.ts';

/**
 * Reads a web page, or a draft saved as one. The text is what a reader of the page sees, list labels
 * included; origins give the place in the page's own characters. `<ins>` and `<del>` are tracked changes.
 *
 * @throws UnreadableDraft `too-deep`
 */
export function readHtml(name: string, text: string): ReadDraft {
  try {
    const root = fromHtml(text);
    const accepted = readView(name, text, root, 'accepted');
    if (!accepted.revised) return { accepted: accepted.source };
    return { accepted: accepted.source, rejected: readView(name, text, root, 'rejected').source };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

function readView(name: string, text: string, root: Root, view: View): { source: Source; revised: boolean } {
  const writer = new PageWriter();
  const walk = new PageWalk(text, writer, view);
  walk.read(root);
  const language = languageOf(root);
  const ascending = <T extends { readonly span: readonly [number, number] }>(ranges: readonly T[]): T[] =>
    ranges.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const source: Source = {
    ...plainSource(name, 'html', writer.text, writer.blocks),
    opaque: writer.opaque.toSorted((a, b) => a[0] - b[0]),
    insertions: ascending(writer.insertions),
    deletions: writer.deletions,
    marks: ascending(writer.marks),
    origins: writer.origins,
    ...(language !== undefined && { language }),
  };
  return { source, revised: walk.revised };
}
