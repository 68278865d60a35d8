/** Below this difference between red, green and blue a colour is a grey. */
const GREY = 48;

/** Whether a colour is black, white or a grey: the colours in which drafts are set anyway. */
export function isNeutral(colour: string): boolean {
  const value = Number.parseInt(colour.slice(1), 16);
  const channels = [value >> 16, (value >> 8) & 255, value & 255];
  return Math.max(...channels) - Math.min(...channels) < GREY;
}
