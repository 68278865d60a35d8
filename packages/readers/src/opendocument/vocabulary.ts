import type { Vocabulary } from '../xml/scan.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces of an OpenDocument text, by the prefix this project's code uses. */
export const openDocumentVocabulary: Vocabulary = {
  [`${oasis}:office:1.0`]: 'office',
  [`${oasis}:style:1.0`]: 'style',
  [`${oasis}:text:1.0`]: 'text',
  [`${oasis}:table:1.0`]: 'table',
  [`${oasis}:drawing:1.0`]: 'draw',
  [`${oasis}:xsl-fo-compatible:1.0`]: 'fo',
  [`${oasis}:svg-compatible:1.0`]: 'svg',
  [`${oasis}:manifest:1.0`]: 'manifest',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://purl.org/dc/elements/1.1/': 'dc',
};
