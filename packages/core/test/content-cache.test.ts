import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentCache } from '../src/content-cache.ts';
import { review } from '../src/review.ts';
import { RuleLibrary } from '../src/rule-library.ts';
import { linesOf, SMALL_RULES } from './small-rules.ts';

/** Asks for the lines of a text as a review does, and says which of them had to be made. */
function readLines(cache: ContentCache<string>, lines: readonly string[]): { values: string[]; made: string[] } {
  const text = lines.join('\n');
  const made: string[] = [];
  let start = 0;
  const values = lines.map((line) => {
    const value =
      cache.find(text, start, start + line.length) ?? cache.keep(line, '', `read ${made[made.push(line) - 1]}`);
    start += line.length + 1;
    return value;
  });
  cache.turn();
  return { values, made };
}

describe('what was read before is not read again', () => {
  it.each([
    ['nothing changed', ['a', 'bb', 'cc'], []],
    ['a line was changed', ['a', 'bx', 'cc'], ['bx']],
    ['a line came in', ['a', 'new', 'bb', 'cc'], ['new']],
    ['a line was left out', ['a', 'cc'], []],
    ['lines changed places', ['cc', 'a', 'bb'], []],
    ['a line grew', ['a', 'bbb', 'cc'], ['bbb']],
  ])('%s', (_name, lines, made) => {
    const cache = new ContentCache<string>(1000);
    readLines(cache, ['a', 'bb', 'cc']);
    expect(readLines(cache, lines).made).toEqual(made);
  });

  it('forgets what two rounds did not ask for', () => {
    const cache = new ContentCache<string>(1000);
    readLines(cache, ['a', 'b']);
    readLines(cache, ['a']);
    readLines(cache, ['a']);
    expect(readLines(cache, ['a', 'b']).made).toEqual(['b']);
  });

  it('gives every line its own value, whatever was asked before', () => {
    const draft = fc.array(fc.constantFrom('a', 'aa', 'b', 'ab', 'ba', '', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), (drafts, most) => {
        const cache = new ContentCache<string>(most);
        for (const lines of drafts) expect(readLines(cache, lines).values).toEqual(lines.map((line) => `read ${line}`));
      }),
    );
  });
});

it('holds no version of a draft in memory for the sake of one clause of it', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const library = new RuleLibrary(SMALL_RULES);
  const clauses = Array.from(
    { length: 80 },
    (_, at) => `${at}. "Front ${at}" means those who attack in Article ${at}.`,
  );
  const rest = 'No words. '.repeat(100_000);
  const reviewNow = () => {
    // Through bytes, as a text comes from an editor: in one piece.
    const text = Buffer.from([...clauses, rest].join('\n')).toString();
    return review({ accepted: linesOf(text) }, library, { language: 'en' });
  };
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  reviewNow();
  const before = heap();
  for (let round = 0; round < clauses.length; round++) {
    clauses[round] += ' At all times.';
    reviewNow();
  }
  const grown = heap() - before;
  // Once more, so that what the library remembers is still in use while that is measured.
  expect(reviewNow().report.status).toBe('reviewed');
  expect(grown).toBeLessThan(20 * 2 ** 20);
});

it('tells the same words apart by what else their value depends on', () => {
  const cache = new ContentCache<string>(1_000);
  for (let round = 0; round < 3; round++) {
    const values = [0, 7, ''].map((mark) => cache.find('7|7', 0, 3, mark) ?? cache.keep('7|7', mark, `${mark} 7|7`));
    expect(values).toEqual(['0 7|7', '7 7|7', ' 7|7']);
    cache.turn();
  }
});
