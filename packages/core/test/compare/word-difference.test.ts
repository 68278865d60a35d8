import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHunks } from '../../src/compare/word-difference.ts';

const words = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }).map((list) => Int32Array.from(list));

describe('the difference of two rows of words', () => {
  it('names what went and what came, in place', () => {
    expect(findHunks(Int32Array.from([1, 2, 3, 4]), Int32Array.from([1, 5, 3, 4, 6]))).toEqual([
      { old: [1, 2], new: [1, 2] },
      { old: [4, 4], new: [4, 5] },
    ]);
  });

  it('turns the old row into the new one', () => {
    fc.assert(
      fc.property(words, words, (old, now) => {
        const rebuilt: number[] = [];
        let at = 0;
        for (const hunk of findHunks(old, now)) {
          rebuilt.push(...old.slice(at, hunk.old[0]), ...now.slice(hunk.new[0], hunk.new[1]));
          at = hunk.old[1];
        }
        rebuilt.push(...old.slice(at));
        expect(rebuilt).toEqual([...now]);
      }),
    );
  });

  it('is nothing between equal rows', () => {
    fc.assert(
      fc.property(words, (row) => {
        expect(findHunks(row, row.slice())).toEqual([]);
      }),
    );
  });

  it('of rows too long to compare is one stretch between what they share at their ends', () => {
    const old = Int32Array.from({ length: 4000 }, (_, at) => at);
    const now = Int32Array.from({ length: 4000 }, (_, at) => (at < 10 || at > 3990 ? at : -at));
    expect(findHunks(old, now)).toEqual([{ old: [10, 3991], new: [10, 3991] }]);
  });
});
