import type { Progress } from '@poclint/archive/run/review-archive';
import type { Output } from '../io.ts';
import { columnsOf } from '../terminal/columns.ts';
import { shorten } from '../terminal/wrap.ts';

const EVERY_MS = 100;
const BAR = 24;
const SECOND = 1000;

/** A line on a terminal while an archive is reviewed; nothing where nobody watches. */
export interface ReviewProgress {
  show(progress: Progress, share: number | undefined): void;
  say(words: string): void;
  clear(): void;
}

export function createReviewProgress(
  stderr: Output,
  width: number,
  now: () => number = () => performance.now(),
): ReviewProgress {
  if (!stderr.isTerminal) return { show: () => {}, say: () => {}, clear: () => {} };
  const began = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  const print = (line: string): void => stderr.write(`\r${shorten(line, width - 1)}\u001b[K`);
  return {
    show(progress, share) {
      const time = now();
      if (time - shownAt < EVERY_MS) return;
      shownAt = time;
      print(progressLine(progress, share, (time - began) / SECOND, width));
    },
    say: (words) => print(words),
    clear: () => stderr.write('\r\u001b[K'),
  };
}

/** Bar, count, rate, time left, unreadable documents and the document in hand, as far as the line is wide. */
export function progressLine(
  { documents, unreadable, known, name }: Progress,
  share: number | undefined,
  seconds: number,
  width: number,
): string {
  const rate = seconds > 0 ? documents / seconds : 0;
  const parts = [
    `${documents} ${documents === 1 ? 'document' : 'documents'}`,
    `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`,
  ];
  if (share !== undefined && share > 0) {
    const full = Math.round(Math.min(1, share) * BAR);
    parts.unshift(`${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(Math.min(1, share) * 100)} %`);
    if (seconds > 2) parts.push(`${duration((seconds / share) * (1 - Math.min(1, share)))} left`);
  }
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (known > 0) parts.push(`${known} as before`);
  const line = parts.join(' · ');
  const room = width - columnsOf(line) - 4;
  return room > 8 ? `${line} · ${shorten(name, room)}` : line;
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}
