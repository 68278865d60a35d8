import type { Tag, Vocabulary } from '../xml/scan.ts';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const strictWordNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** The namespaces of a Word package, transitional and strict, by the prefix this project's code uses. */
export const wordVocabulary: Vocabulary = {
  [wordNamespace]: 'w',
  [strictWordNamespace]: 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
};

/** The value of a switch element such as `<w:vanish/>`: on unless it says otherwise. */
export function isOn(tag: Tag): boolean {
  return !/^(?:0|false|off|none)$/.test(tag.get('w:val') ?? '');
}

/** A whole number in an attribute, or undefined where it is none. */
export function integer(tag: Tag, name: string): number | undefined {
  const value = tag.get(name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}
