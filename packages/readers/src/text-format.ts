import { findFrontMatter } from './markdown/front-matter.ts';

/** How much of a text is looked at to tell Markdown from plain text. */
const SAMPLE = 65_536;

/**
 * Whether a text is Markdown: its name says so, or it has front matter, or headings written
 * with `#` dominate over what plain text drafts use in their place.
 */
export function isMarkdown(name: string, text: string): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return true;
  const sample = text.slice(0, SAMPLE);
  const frontMatter = findFrontMatter(sample);
  if (frontMatter !== undefined && /^[\w-]+[ \t]*:(?:\s|$)/m.test(frontMatter.body)) return true;
  const headings = count(sample, /^#{1,6}[ \t]+\S/gm);
  if (headings === 0) return false;
  // A lone "# 3" may be a number. Two headings, or one at the very start, are a habit.
  const plain = count(
    sample,
    /^(?:ARTICLE|Article|CHAPTER|Chapter|Artículo|ARTÍCULO|CHAPITRE|Chapitre|المادة)[ \t]+\S+/gm,
  );
  return headings > plain && (headings > 1 || /^\s*#{1,6}[ \t]+\p{L}/u.test(sample));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
