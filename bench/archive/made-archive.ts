import { closeSync, openSync, writeSync } from 'node:fs';
import { agreement, dice } from '../agreement-text.ts';

/** PA-X has so many agreements, of so many characters, the longest of them nearly 900,000. */
export const DOCUMENTS = 2257;
const CHARACTERS = 27_000_000;
const LONGEST = 880_000;
const MEDIAN = 4390;
const SPREAD = 1.31;

const COUNTRIES = ['Marenga', 'Tolmin', 'Kessandra', 'Bel Anwar', 'Quiroga', 'Nambe'];
const REGIONS = ['North', 'South', 'East', 'West'];

/**
 * Writes a CSV of invented agreements under PA-X's column names, its lengths distributed as PA-X's are. The same bytes
 * every time; a larger archive has other texts of the same lengths.
 */
export function writeArchive(path: string, times = 1): { readonly documents: number; readonly bytes: number } {
  const lengths = lengthsOf(DOCUMENTS);
  const file = openSync(path, 'w');
  let bytes = writeSync(file, 'AgtId,Agt,Dat,Con,Reg,Stage,Agtp,Agreement text\n');
  for (let index = 0; index < DOCUMENTS * times; index++) {
    const roll = dice(index + 7);
    const text = agreement(lengths[index % DOCUMENTS] as number, 'text', roll);
    const day = `${String(1 + roll(28)).padStart(2, '0')}/${String(1 + roll(12)).padStart(2, '0')}/${1990 + roll(35)}`;
    const cells = [
      String(index + 1),
      `Agreement ${index + 1}`,
      day,
      COUNTRIES[roll(COUNTRIES.length)] as string,
      REGIONS[roll(REGIONS.length)] as string,
      'SubPar',
      'Intra',
      text,
    ];
    bytes += writeSync(file, `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`);
  }
  closeSync(file);
  return { documents: DOCUMENTS * times, bytes };
}

/** Lengths whose median, mean and longest are PA-X's, dealt out so that long texts come anywhere. */
function lengthsOf(count: number): number[] {
  const drawn = Array.from({ length: count - 1 }, (_, rank) =>
    Math.min(LONGEST, MEDIAN * Math.exp(SPREAD * standardNormal((rank + 0.5) / (count - 1)))),
  );
  const fit = (CHARACTERS - LONGEST) / drawn.reduce((sum, length) => sum + length, 0);
  const lengths = [...drawn.map((length) => Math.round(length > 2 * MEDIAN ? length * fit : length)), LONGEST];
  const roll = dice(99);
  for (let at = lengths.length - 1; at > 0; at--) {
    const other = roll(at + 1);
    [lengths[at], lengths[other]] = [lengths[other] as number, lengths[at] as number];
  }
  return lengths;
}

/** The quantile function of the normal distribution (Abramowitz and Stegun 26.2.23). */
function standardNormal(share: number): number {
  if (share > 0.5) return -standardNormal(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  return -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
}
