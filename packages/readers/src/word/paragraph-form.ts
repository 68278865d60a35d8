import type { ParagraphForm } from '../manuscript/manuscript.ts';
import type { Tag } from '../xml/scan.ts';
import type { Lists } from './lists.ts';
import { type NumberReference, readNumberReference, type Styles } from './styles.ts';
import { integer } from './vocabulary.ts';

/** What paragraph properties say that matters here. */
export interface ParagraphProperties {
  style?: string;
  number?: NumberReference;
  /** From 0; 9 is body text. */
  outline?: number;
  dropCap?: boolean;
}

/** Takes what one child or grandchild of `w:pPr` says. */
export function readParagraphProperty(tag: Tag, properties: ParagraphProperties): void {
  switch (tag.name) {
    case 'w:pStyle': {
      const style = tag.get('w:val');
      if (style !== undefined) properties.style = style;
      break;
    }
    case 'w:outlineLvl': {
      const level = integer(tag, 'w:val');
      if (level !== undefined) properties.outline = level;
      break;
    }
    case 'w:framePr':
      if (/^(?:drop|margin)$/.test(tag.get('w:dropCap') ?? '')) properties.dropCap = true;
      break;
    default:
      if (tag.parent === 'w:numPr') {
        properties.number ??= {};
        readNumberReference(tag, properties.number);
      }
  }
}

/** The form that properties and style give a paragraph together, in one view. */
export function formOf(
  properties: ParagraphProperties,
  styles: Styles,
  lists: Lists,
  furniture: boolean,
  rejected: boolean,
): ParagraphForm {
  const chain = styles.chain(properties.style);
  const name = (chain[0]?.name ?? properties.style ?? '').toLowerCase();
  const outline = properties.outline ?? chain.find((style) => style.outline !== undefined)?.outline;
  const number = rejected && properties.number?.added ? { list: '0' } : properties.number;
  const numbering = lists.numberingOf(properties.style, number);
  const heading = name === 'title' ? 1 : outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
  return {
    ...(heading !== undefined && { heading }),
    ...((furniture || isFurnitureStyle(name)) && { furniture: true }),
    ...(numbering && { numbering }),
  };
}

function isFurnitureStyle(name: string): boolean {
  return /^(?:toc \d|toc heading|table of figures|table of authorities|caption|index \d|header|footer)$/.test(name);
}

/** Whether two sets of properties could give a paragraph different forms. */
export function differ(a: ParagraphProperties, b: ParagraphProperties): boolean {
  return (
    a.style !== b.style ||
    a.outline !== b.outline ||
    a.number?.list !== b.number?.list ||
    a.number?.level !== b.number?.level
  );
}
