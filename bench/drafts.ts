import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement, dice, type Markup } from './agreement-text.ts';

export interface Draft {
  readonly name: string;
  readonly text: string;
}

/** `mixed` is half Markdown and half plain text. */
export type Mix = Markup | 'mixed';

/** Five megabytes are 400 agreements; other sizes have as many in proportion. */
const DRAFTS_A_MEGABYTE = 80;
export const LONGEST = 850_000;
const MEDIAN = 4400;
/** The spread of the lengths' logarithms that gives a mean of about 11,000 beside that median. */
const SPREAD = 1.31;

/** Invented agreements that come to about `megabytes`, one of them very long from five megabytes on. */
export function makeDrafts(megabytes: number, mix: Mix): Draft[] {
  const count = Math.round(megabytes * DRAFTS_A_MEGABYTE);
  const long = Math.floor(megabytes / 5);
  const lengths = [
    ...Array.from({ length: count - long }, (_, rank) => lengthAt((rank + 0.5) / (count - long))),
    ...Array.from({ length: long }, () => LONGEST),
  ];
  const fit = (megabytes * 1_000_000 - long * LONGEST) / sum(lengths.slice(0, count - long));
  return lengths.map((length, index) => {
    const markup = mix === 'mixed' ? (index % 2 === 0 ? 'text' : 'markdown') : mix;
    const target = length === LONGEST ? length : length * fit;
    return {
      name: `agreement-${String(index).padStart(5, '0')}.${markup === 'text' ? 'txt' : 'md'}`,
      text: agreement(target, markup, dice(index + 1)),
    };
  });
}

export function writeDrafts(folder: string, drafts: readonly Draft[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of drafts) writeFileSync(join(folder, name), text);
}

/** The length that a share of all agreements does not exceed. */
function lengthAt(share: number): number {
  return Math.round(MEDIAN * Math.exp(SPREAD * standardNormal(share)));
}

/** The quantile function of the normal distribution, to three decimals (Abramowitz and Stegun 26.2.23). */
function standardNormal(share: number): number {
  if (share > 0.5) return -standardNormal(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  return -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
