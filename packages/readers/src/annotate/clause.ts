import { stands } from '../manuscript/manuscript.ts';
import type { OpenWord } from '../word/read-word.ts';
import type { WordParagraph } from '../word/story.ts';
import { escapeXml } from '../xml/raw-text.ts';
import type { Signature } from './annotation.ts';
import { type Identifiers, renumber, signed } from './markup.ts';
import type { Splice } from './splices.ts';

/**
 * Writes clauses after a paragraph, one whose end stands, as tracked insertions: rejecting them gives the draft as it was.
 * They take the look of the paragraph, or of the body text after it where it is a heading.
 */
export function insertClauses(
  word: OpenWord,
  prefix: string,
  paragraph: WordParagraph,
  clauses: readonly string[],
  signature: Signature,
  identifiers: Identifiers,
): Splice[] {
  const { xml } = word;
  const w = prefix;
  const model = lookalike(word, paragraph);
  const change = (): string => `<${w}:ins ${signed(w, identifiers.take(), signature)}/>`;
  const inserted = (words: string): string => {
    const run = `<${w}:r>${runProperties(xml, model, w)}<${w}:t xml:space="preserve">${escapeXml(words)}</${w}:t></${w}:r>`;
    return `<${w}:ins ${signed(w, identifiers.take(), signature)}>${run}</${w}:ins>`;
  };
  const properties = model ? plainProperties(xml, model) : '';
  const whole = (words: string): string =>
    `<${w}:p><${w}:pPr>${properties}<${w}:rPr>${change()}</${w}:rPr></${w}:pPr>${inserted(words)}</${w}:p>`;

  if (nextInFlow(word, paragraph) || (paragraph.followed && stands(paragraph.mark, 'rejected'))) {
    return [{ start: paragraph.end, end: paragraph.end, replacement: clauses.map(whole).join('') }];
  }
  // The last end in a cell or body, or before a table, cannot be rejected away: the new last paragraph takes over
  // the old one's, and the old one's is what was inserted.
  const own = paragraph.propertiesSpan ? xml.slice(...paragraph.propertiesSpan) : '';
  const last = clauses.at(-1) as string;
  const taken = `<${w}:p>${renumber(own, identifiers)}${inserted(last)}</${w}:p>`;
  return [
    markInserted(xml, w, paragraph, change()),
    { start: paragraph.end, end: paragraph.end, replacement: clauses.slice(0, -1).map(whole).join('') + taken },
  ];
}

/** The paragraph whose end is the end of the words: a deleted end joins it with the one after. */
export function endingParagraph(word: OpenWord, from: WordParagraph): WordParagraph {
  let paragraph = from;
  while (paragraph.joins || !stands(paragraph.mark, 'accepted')) {
    const next = nextInFlow(word, paragraph);
    if (!next) break;
    paragraph = next;
  }
  return paragraph;
}

/** The paragraph that this one would join if its end were taken away. */
function nextInFlow(word: OpenWord, { flow, number }: WordParagraph): WordParagraph | undefined {
  const { paragraphs } = word.body;
  for (let index = number; index < paragraphs.length; index++) {
    if (paragraphs[index]?.flow === flow) return paragraphs[index];
  }
  return undefined;
}

/** A clause must not look like the heading it follows. */
function lookalike(word: OpenWord, paragraph: WordParagraph): WordParagraph | undefined {
  if (paragraph.form.heading === undefined) return paragraph;
  return word.body.paragraphs
    .slice(paragraph.number)
    .find(({ form, flow, pieces }) => form.heading === undefined && flow === paragraph.flow && pieces.length > 0);
}

/** The inside of a paragraph's properties, without what belongs to that one paragraph: its end, its section, its changes. */
function plainProperties(xml: string, { propertiesSpan }: WordParagraph): string {
  if (!propertiesSpan) return '';
  let inside = xml.slice(...propertiesSpan).replace(/^<[^>]*>|<\/[^>]*>$/g, '');
  for (const name of ['pPrChange', 'sectPr', 'rPr', 'framePr']) {
    inside = inside.replace(new RegExp(`<((?:[\\w.-]+:)?${name})\\b(?:[^>]*/>|[\\s\\S]*?</\\1\\s*>)`, 'g'), '');
  }
  // A list item's number may itself be a tracked change.
  return inside.replace(/<(?:[\w.-]+:)?ins\b[^>]*\/>/g, '');
}

function runProperties(xml: string, model: WordParagraph | undefined, w: string): string {
  const run = model?.pieces.find((piece) => piece.run && piece.text.trim() !== '' && !piece.hidden)?.run;
  if (!run?.propertiesSpan) return '';
  const inside = xml
    .slice(...run.propertiesSpan)
    .replace(/^<[^>]*>|<\/[^>]*>$/g, '')
    .replace(/<((?:[\w.-]+:)?rPrChange)\b[\s\S]*?<\/\1\s*>/g, '')
    // How that one run is set apart is not how the paragraph looks.
    .replace(/<(?:[\w.-]+:)?(?:b|bCs|i|iCs|u|strike|dstrike|highlight|color|shd|vertAlign|rStyle|caps)\b[^>]*\/>/g, '');
  return inside && `<${w}:rPr>${inside}</${w}:rPr>`;
}

/** Makes the end of a paragraph an inserted one. */
function markInserted(xml: string, w: string, { propertiesSpan, contentStart }: WordParagraph, change: string): Splice {
  const mark = `<${w}:rPr>${change}</${w}:rPr>`;
  if (!propertiesSpan) return { start: contentStart, end: contentStart, replacement: `<${w}:pPr>${mark}</${w}:pPr>` };
  const [start, end] = propertiesSpan;
  const properties = xml.slice(start, end);
  const tag = /^<([^\s/>]+)[^>]*>/.exec(properties)?.[0] ?? '';
  if (tag.endsWith('/>')) return { start, end, replacement: `<${w}:pPr>${mark}</${w}:pPr>` };
  // Its own changes moved on with its end.
  const withoutMark = properties.replace(
    new RegExp(
      `<${w}:(?:ins|del|moveTo|moveFrom)\\b[^>]*/>(?=(?:(?!</?${w}:(?:pPrChange|numPr)\\b)[\\s\\S])*</${w}:rPr>)`,
      'g',
    ),
    '',
  );
  const existing = withoutMark.indexOf(`<${w}:rPr>`);
  const formerAt = withoutMark.search(new RegExp(`<${w}:(?:sectPr|pPrChange)\\b`));
  if (existing >= 0 && (formerAt < 0 || existing < formerAt)) {
    const at = existing + `<${w}:rPr>`.length;
    return { start, end, replacement: withoutMark.slice(0, at) + change + withoutMark.slice(at) };
  }
  const at = formerAt >= 0 ? formerAt : withoutMark.lastIndexOf('</');
  return { start, end, replacement: withoutMark.slice(0, at) + mark + withoutMark.slice(at) };
}
