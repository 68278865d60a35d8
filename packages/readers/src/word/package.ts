import { UnreadableDraft } from '../unreadable-draft.ts';
import { decodePart, type PartText } from '../xml/part-text.ts';
import { scanXml } from '../xml/scan.ts';
import { type Archive, openArchive, readEntry } from '../zip/archive.ts';
import { demandContainer } from '../zip/container.ts';
import type { Limits } from '../zip/limits.ts';
import { wordVocabulary } from './vocabulary.ts';

export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address, such as `footnotes`: strict and transitional addresses end alike. */
  readonly type: string;
  /** The part's name in the package. */
  readonly target: string;
}

/** An open Word package: its parts by what they are to the main document. */
export class WordPackage {
  readonly archive: Archive;
  readonly limits: Limits;
  /** The name of the main document's part, usually `word/document.xml`. */
  readonly main: string;
  readonly relationships: readonly Relationship[];

  /** @throws UnreadableDraft where the bytes are not a readable Word package */
  constructor(bytes: Uint8Array, limits: Limits) {
    demandContainer(bytes, ['zip'], 'a Word file (.docx)');
    this.limits = limits;
    this.archive = openArchive(bytes, limits);
    const root = this.#relationshipsOf('');
    const main = root.find((one) => one.type === 'officeDocument');
    if (!main) this.#refuse();
    this.main = main.target;
    if (!/^word\//i.test(this.main) && this.#isOtherOffice()) this.#refuse();
    this.relationships = this.#relationshipsOf(this.main);
  }

  /** The part's characters, or undefined where the package has no such part. */
  read(name: string): PartText | undefined {
    const content = readEntry(this.archive, name);
    return content && decodePart(content);
  }

  /** The first part that stands in this relation to the main document, as it is in the package. */
  partOf(type: string): string | undefined {
    return this.relationships.find((one) => one.type === type && this.archive.entries.has(one.target))?.target;
  }

  /** The characters of that part. */
  readPartOf(type: string): string | undefined {
    const name = this.partOf(type);
    return name === undefined ? undefined : this.read(name)?.text;
  }

  /** The name of the part that holds the main document's relationships. */
  get relationshipsPart(): string {
    return relationshipsPartOf(this.main);
  }

  #relationshipsOf(part: string): Relationship[] {
    const found: Relationship[] = [];
    const content = this.read(relationshipsPartOf(part));
    if (!content) return found;
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    scanXml(content.text, wordVocabulary, this.limits, {
      open(tag) {
        if (tag.name !== 'rel:Relationship' || tag.get('TargetMode') === 'External') return;
        const type = tag.get('Type') ?? '';
        found.push({
          id: tag.get('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolve(folder, tag.get('Target') ?? ''),
        });
      },
      close() {},
    });
    return found;
  }

  #isOtherOffice(): boolean {
    return this.read('[Content_Types].xml')?.text.includes('wordprocessingml') === false;
  }

  #refuse(): never {
    const { entries } = this.archive;
    const folders = [...entries.keys()];
    const kinds: readonly (readonly [string, boolean])[] = [
      ['an Excel workbook', folders.some((name) => name.startsWith('xl/'))],
      ['a PowerPoint presentation', folders.some((name) => name.startsWith('ppt/'))],
      ['an OpenDocument file', entries.has('content.xml')],
    ];
    const actual = kinds.find(([, fits]) => fits)?.[0] ?? 'a zip package of something else';
    throw new UnreadableDraft(
      'wrong-format',
      `The file is ${actual}, not a Word file (.docx): give it its true extension, or save the draft as .docx.`,
    );
  }
}

function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The name in the package that a relationship's target means, seen from the folder of its source. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments: string[] = [];
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
