import type { LookProperties } from '../manuscript/looks.ts';
import type { Tag } from '../xml/scan.ts';
import { isOn } from './vocabulary.ts';

/** What run properties say that matters here. Undefined where they say nothing. */
export interface RunProperties extends LookProperties {
  style?: string;
  hidden?: boolean;
  doubleStrike?: boolean;
  rightToLeft?: boolean;
  language?: string;
  rightToLeftLanguage?: string;
}

/** Takes what one child of `w:rPr` says. */
export function readRunProperty(tag: Tag, properties: RunProperties): void {
  const value = tag.get('w:val');
  switch (tag.name) {
    case 'w:rStyle':
      if (value !== undefined) properties.style = value;
      break;
    case 'w:vanish':
      properties.hidden = isOn(tag);
      break;
    case 'w:highlight':
      properties.highlight = value ?? 'none';
      break;
    case 'w:shd':
      // A pen and a shaded background look the same; the pen is the clearer statement.
      properties.highlight ??= tag.get('w:fill') ?? 'none';
      break;
    case 'w:color':
      properties.colour = value ?? 'auto';
      break;
    case 'w:strike':
      properties.strike = isOn(tag);
      break;
    case 'w:dstrike':
      properties.doubleStrike = isOn(tag);
      break;
    case 'w:rtl':
      properties.rightToLeft = isOn(tag);
      break;
    case 'w:lang': {
      const bidi = tag.get('w:bidi');
      if (value) properties.language = value;
      if (bidi) properties.rightToLeftLanguage = bidi;
      break;
    }
  }
}

/** Takes what the properties of a paragraph's end say. A style separator hides that alone, so that a heading runs into its text. */
export function readMarkProperty(tag: Tag, mark: RunProperties): void {
  readRunProperty(tag, mark);
  if (tag.name === 'w:specVanish' && isOn(tag)) mark.hidden = true;
}
