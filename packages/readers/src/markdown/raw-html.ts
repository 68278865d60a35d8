import { dropInvisible } from '../plain-text/letter.ts';
import type { SegmentBuilder, Setting } from './segment-builder.ts';

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>]){0,2000}>|<[!?][^>]{0,2000}>/gi;
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Reads a block of raw HTML in Markdown: the words between its tags, parted where a tag parts paragraphs. */
export function readRawHtml(builder: SegmentBuilder, start: number, end: number, setting: Setting): void {
  const { label: _, ...own } = setting;
  const last = dropInvisible(builder.text, start, end);
  const raw = builder.text.slice(start, last);
  let from = start;
  for (const tag of raw.matchAll(TAG)) {
    const at = start + tag.index;
    const after = at + tag[0].length;
    if (tag[0].startsWith('<!--')) {
      builder.comments.push({ span: [at, after], text: tag[0].replace(/^<!--|-->$/g, '').trim() });
    }
    builder.addOpaque(at, after);
    if (tag[2] !== undefined && INLINE.has(tag[2].toLowerCase())) continue;
    builder.addParagraph(from, at, own.role === 'item' ? { ...own, role: 'paragraph' } : own);
    from = after;
  }
  builder.addParagraph(from, last, own.role === 'item' ? { ...own, role: 'paragraph' } : own);
}
