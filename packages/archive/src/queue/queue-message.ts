import { hash } from 'node:crypto';
import type { Job } from '../review-document.ts';
import type { Outcome } from '../run/result-bytes.ts';
import type { Loss } from '../run/worker-pool.ts';
import type { ReviewPlan } from '../run/worker-task.ts';

/** A batch of documents as it lies in the queue: plain JSON. */
export interface BatchMessage {
  readonly plan: ReviewPlan;
  /** The version and rules that the answer must be made with. */
  readonly maker: string;
  readonly jobs: readonly { readonly name: string; readonly text?: string; readonly bytes?: string }[];
}

/** The answer to a batch: for each document its result and the same compressed, or why there is none. */
export type BatchAnswer = readonly (
  | { readonly plain: string; readonly packed: string }
  | { readonly reason: string }
)[];

/** Who makes an answer, so that a worker with other rules does not pass for one of ours. */
export function makerOf(version: string, rulesDigest: string): string {
  return `${version} ${rulesDigest}`;
}

export function writeBatch(jobs: readonly Job[], plan: ReviewPlan, maker: string): BatchMessage {
  return {
    plan,
    maker,
    jobs: jobs.map(({ name, bytes, isText }) => {
      const { buffer, byteOffset, byteLength } = bytes;
      const words = Buffer.from(buffer, byteOffset, byteLength);
      return { name, ...(isText ? { text: words.toString('utf8') } : { bytes: words.toString('base64') }) };
    }),
  };
}

/** The same batch has the same name, whoever asks and however often: asked twice, it is reviewed once. */
export function nameOf(message: BatchMessage): string {
  return hash('sha256', JSON.stringify(message), 'hex').slice(0, 40);
}

export function readBatch({ jobs }: BatchMessage): Job[] {
  return jobs.map(({ name, text, bytes }) =>
    text === undefined
      ? { name, bytes: Buffer.from(bytes ?? '', 'base64') }
      : { name, bytes: Buffer.from(text, 'utf8'), isText: true },
  );
}

export function writeAnswer(outcomes: readonly (Outcome | Loss)[]): BatchAnswer {
  return outcomes.map((outcome) =>
    'reason' in outcome
      ? outcome
      : {
          plain: Buffer.from(outcome.plain).toString('base64'),
          packed: Buffer.from(outcome.packed).toString('base64'),
        },
  );
}

export function readAnswer(answer: BatchAnswer): (Outcome | Loss)[] {
  return answer.map((part) =>
    'reason' in part ? part : { plain: Buffer.from(part.plain, 'base64'), packed: Buffer.from(part.packed, 'base64') },
  );
}
