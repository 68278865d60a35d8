import {
  PAGE_LEVELS,
  type PageDetails,
  type PageHead,
  type PageRow,
  type PageTopic,
  unpackCell,
  unpackFinding,
} from '../page-data.ts';

/** A document as the page filters and draws it. */
export interface Row {
  /** Its place in the archive, which is also its address in this page. */
  readonly at: number;
  readonly id: string;
  readonly title: string;
  readonly country: string;
  readonly region: string;
  readonly date: string;
  /** 0 where it is not known. */
  readonly year: number;
  readonly type: string;
  readonly language: string;
  /** Level of each topic. Empty where the document could not be read. */
  readonly levels: Uint8Array;
  /** The characters that `unpackCell` reads. */
  readonly cells: string;
  readonly findings: readonly RowFinding[];
  readonly block: number;
  readonly place: number;
  readonly reason: string;
  /** Title, country and id in lower case. */
  readonly search: string;
}

export interface RowFinding {
  readonly rule: number;
  readonly severity: number;
  readonly clause: string;
}

const BLOCKS_KEPT = 24;

/** The data that the page carries: rows at once, details of documents when they are asked for. */
export class Archive {
  readonly head: PageHead;
  /** Documents that could be read. */
  readonly rows: readonly Row[];
  readonly unreadable: readonly Row[];
  private readonly all: readonly Row[];
  private readonly blocks = new Map<number, Promise<readonly PageDetails[]>>();

  private constructor(head: PageHead, all: readonly Row[]) {
    this.head = head;
    this.all = all;
    this.rows = all.filter(({ reason }) => reason === '');
    this.unreadable = all.filter(({ reason }) => reason !== '');
  }

  static async open(): Promise<Archive> {
    const head = (await unpack('head')) as PageHead;
    const blocks = await Promise.all(Array.from({ length: head.rowBlocks }, (_, at) => unpack(`rows-${at}`)));
    for (let at = 0; at < head.rowBlocks; at++) document.getElementById(`rows-${at}`)?.remove();
    return new Archive(head, (blocks as PageRow[][]).flat().map(rowOf));
  }

  document(at: number): Row | undefined {
    return this.all[at];
  }

  /** Places in the list of topics that belong to a family, or all. */
  topicsOf(family: string): readonly number[] {
    return this.head.topics.flatMap((topic, at) => (family === '' || topic.family === family ? [at] : []));
  }

  topic(at: number): PageTopic {
    return this.head.topics[at] as PageTopic;
  }

  /** What the page of a document shows, or undefined where the page does not carry it. */
  async details(row: Row): Promise<PageDetails | undefined> {
    if (row.block < 0) return undefined;
    let block = this.blocks.get(row.block);
    if (block) this.blocks.delete(row.block);
    block ??= unpack(`details-${row.block}`) as Promise<readonly PageDetails[]>;
    this.blocks.set(row.block, block);
    if (this.blocks.size > BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value as number);
    return (await block)[row.place];
  }
}

function rowOf(packed: PageRow, at: number): Row {
  const [id, title, country, region, date, year, type, language, cells, findings, block, place, reason] = packed;
  const pairs: RowFinding[] = [];
  for (let index = 0; index < findings.length; index += 2)
    pairs.push({ ...unpackFinding(findings[index] as number), clause: findings[index + 1] as string });
  return {
    at,
    id,
    title: title === '' ? id : title,
    country,
    region,
    date,
    year,
    type,
    language,
    levels: Uint8Array.from(cells, (cell) => unpackCell(cell.charCodeAt(0)).level),
    cells,
    findings: pairs,
    block,
    place,
    reason,
    search: `${title}\n${country}\n${id}`.toLowerCase(),
  };
}

/** The JSON in a block: base64, deflated. */
async function unpack(id: string): Promise<unknown> {
  const content = document.getElementById(id)?.textContent;
  if (!content) throw new Error(`its block "${id}" is missing.`);
  const stream = new Blob([bytesOf(content)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const decode = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  return decode ? decode(base64) : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** How many topics somebody is bound to. */
export function bindingOf(row: Row, topics: readonly number[]): number {
  let count = 0;
  for (const topic of topics) if (row.levels[topic] === PAGE_LEVELS.length - 1) count++;
  return count;
}
