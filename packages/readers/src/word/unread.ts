import type { Notice } from '@poclint/core';
import type { Tag } from '../xml/scan.ts';

/** What a draft can hold that is not read, by the name of the notice about it. */
export type Unread = 'pictures' | 'drawings' | 'equations' | 'embedded-documents' | 'drawn-numbers';

/** What an element holds that is not read, if anything. */
export function unreadOf(tag: Tag): Unread | undefined {
  switch (tag.name) {
    case 'pic:pic':
    case 'v:imagedata':
      return 'pictures';
    case 'm:oMath':
      return 'equations';
    case 'w:altChunk':
    case 'w:subDoc':
      return 'embedded-documents';
    case 'a:graphicData':
      return /\/(?:diagram|chart)$/.test(tag.get('uri') ?? '') ? 'drawings' : undefined;
    default:
      return undefined;
  }
}

const sentences: Readonly<Record<Unread, (count: number) => string>> = {
  pictures: (count) => `${counted(count, 'picture')}: words in pictures are not read.`,
  drawings: (count) => `${counted(count, 'chart or diagram', 'charts or diagrams')}: their words are not read.`,
  equations: (count) => `${counted(count, 'equation')}: equations are not read.`,
  'embedded-documents': (count) => `${counted(count, 'embedded document')}: their words are not read.`,
  'drawn-numbers': (count) =>
    `${counted(count, 'number')} that Word draws by a LISTNUM or AUTONUM field: such numbers are not in the file and not in the text.`,
};

/** The notices about what was not read, in a fixed order. */
export function noticesOf(unread: ReadonlyMap<Unread, number>): Notice[] {
  return (Object.keys(sentences) as Unread[]).flatMap((name) => {
    const count = unread.get(name);
    return count ? [{ name, message: `The draft holds ${sentences[name](count)}`, facts: { count } }] : [];
  });
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
