/** Groups whose words are not words of the draft, though nothing in the file says so. */
export const skipped = new Set([
  'info',
  'object',
  'themedata',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'xmlnstbl',
  'pgptbl',
  'mmathPr',
  'colorschememapping',
  'filetbl',
  'bkmkstart',
  'bkmkend',
  'nonshppict',
  'shprslt',
  'sp',
  'pn',
  'pntxtb',
  'pntxta',
  'tc',
  'xe',
]);

/** Destinations that old programs skip, and this reader does not. */
export const readThough = new Set(['shpinst', 'do', 'ud', 'shppict', 'footnote', 'listtext']);

/** Groups of one phrase that is kept, by their control word. */
export const captured = new Set(['fldinst', 'atnauthor', 'atndate', 'atnref', 'atrfstart', 'atrfend', 'revtbl']);

/** Running heads and feet. */
export const furniture = /^(?:header|footer)[lrf]?$/;

/** Control words that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
};

/** Control symbols that stand for a character. A soft hyphen is not seen. */
export const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}' };
