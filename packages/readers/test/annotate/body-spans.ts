import { renderView } from '../../src/manuscript/view.ts';
import { openWord } from '../../src/word/read-word.ts';

/** The places of a draft whose words lie in the body itself, where comments can stand exactly. */
export function bodySpans(bytes: Uint8Array): [number, number][] {
  const word = openWord('', bytes);
  const { placed } = renderView(word.manuscript, 'accepted');
  return placed
    .filter(({ piece }) => piece.home.part === word.body.part && !piece.home.host)
    .map(({ span }) => [span[0], span[1]]);
}
