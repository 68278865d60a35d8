import { describe, expect, it } from 'vitest';
import { sentenceStarts } from '../src/language/sentences.ts';
import { Tokens, tokenize } from '../src/language/tokens.ts';

const ABBREVIATIONS = new Set(['art', 'arts', 'para', 'res', 'no', 'mr']);

function sentences(text: string): string[] {
  const tokens = new Tokens();
  tokenize(text, false, [], tokens);
  const starts = sentenceStarts(text, tokens, ABBREVIATIONS);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return text.slice(tokens.start[start], next === undefined ? text.length : tokens.start[next]).trim();
  });
}

describe('sentences', () => {
  it.each([
    ['The Parties shall withdraw. The Mission shall verify.', 2],
    ['Under Arts. 51 and 52 they agree. They sign.', 2],
    ['See para. 4 above. It binds.', 2],
    ['S.C. Res. 1325 applies.', 1],
    ['Mr. Deng spoke. He left.', 2],
    ['Is it agreed? It is! Good.', 3],
    ['هل اتفق الأطراف؟ نعم اتفقوا.', 2],
    ['Within No. 5 Camp they wait.', 1],
    ['They agree to 5. The rest waits.', 2],
    ['no capital follows. it goes on.', 1],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });
});
