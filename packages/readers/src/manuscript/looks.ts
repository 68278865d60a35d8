import type { Look } from './manuscript.ts';

/** How words are set apart, as far as a format says. */
export interface LookProperties {
  highlight?: string;
  colour?: string;
  strike?: boolean;
}

/** The marks that a reader would see: not a white highlight, nor black on paper. */
export function looksOf({ highlight, colour, strike }: LookProperties): readonly Look[] {
  const looks: Look[] = [];
  if (highlight && !isPlain(highlight, 'white')) looks.push({ kind: 'highlight', value: highlight });
  if (colour && !isPlain(colour, 'black')) looks.push({ kind: 'colour', value: colour });
  if (strike) looks.push({ kind: 'strike' });
  return looks;
}

/** Text pasted from the web is often a very dark grey: a reader sees black. */
function isPlain(value: string, plain: 'black' | 'white'): boolean {
  if (/^(?:auto|none|transparent)$/i.test(value) || value.toLowerCase() === plain) return true;
  const digits = value.replace(/^#/, '');
  if (!/^[0-9a-f]{6}$/i.test(digits)) return false;
  const channels = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return channels.every((channel) => (plain === 'black' ? channel <= 0x40 : channel >= 0xf8));
}
