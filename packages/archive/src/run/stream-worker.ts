import { hash } from 'node:crypto';
import type { DocumentHead } from '../record.ts';
import { unreadable } from '../review-document.ts';
import { linesOf } from '../source/lines.ts';
import { partsOf, type ResultParts, readParts } from './result-bytes.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface StreamOptions {
  readonly pool: WorkerPool;
  /** Bytes of a line. */
  readonly most: number;
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes a line; resolves when the reader at the other end is ready for more. */
  readonly write: (line: string) => Promise<void>;
}

/**
 * Answers each line with one line, in order: the document's record, as in `report.jsonl`, or a record that says what is
 * wrong with the line. One document is in hand at a time, and no line is read before the last answer was taken.
 *
 * @returns how many lines were not reviewed
 */
export async function reviewStream({ pool, most, input, write }: StreamOptions): Promise<number> {
  let number = 0;
  let failed = 0;
  for await (const { text: line, isCut } of linesOf(input, most)) {
    number++;
    if (line.trim() === '' && !isCut) continue;
    const { head, result } = isCut
      ? refusal(number, `Line ${number} is longer than ${Math.floor(most / 2 ** 20)} MB, which --max-size sets.`)
      : await answer(line, number, pool);
    if (result.status === 'unreadable') failed++;
    await write(recordLine(head, result));
  }
  return failed;
}

/** A line of `report.jsonl`, without its end. */
export function recordLine(head: DocumentHead, result: ResultParts): string {
  return `${JSON.stringify({ ...head, path: head.id }).slice(0, -1)},${result.report}`;
}

interface Answer {
  readonly head: DocumentHead;
  readonly result: ResultParts;
}

async function answer(line: string, number: number, pool: WorkerPool): Promise<Answer> {
  let object: Record<string, unknown>;
  try {
    object = JSON.parse(line) as Record<string, unknown>;
    if (typeof object !== 'object' || object === null || Array.isArray(object)) throw new TypeError();
  } catch {
    return refusal(number, `Line ${number} is no JSON object.`);
  }
  const { text } = object;
  const id = typeof object.id === 'string' || typeof object.id === 'number' ? String(object.id) : `line ${number}`;
  if (typeof text !== 'string') return refusal(number, `Line ${number} has no "text" that is a string.`, id);
  const head = {
    id,
    title: typeof object.title === 'string' ? object.title : id,
    meta: metaOf(object.meta),
    digest: hash('sha256', text, 'hex'),
  };
  const name = typeof object.name === 'string' ? object.name : id;
  const [outcome] = await pool.review([{ name, bytes: Buffer.from(text, 'utf8'), isText: true }]);
  if (!outcome || 'reason' in outcome) return { head, result: partsOf(unreadable(outcome?.reason ?? '')) };
  return { head, result: readParts(outcome.plain) };
}

function refusal(number: number, reason: string, id = `line ${number}`): Answer {
  return { head: { id, title: id, meta: {}, digest: '' }, result: partsOf(unreadable(reason)) };
}

function metaOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => typeof part === 'string' || typeof part === 'number')
      .map(([name, part]) => [name, String(part)]),
  );
}
