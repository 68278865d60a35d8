import { describe, expect, it } from 'vitest';
import { alignClauses } from '../../src/compare/alignment.ts';
import { linkClauses } from '../../src/compare/clause-links.ts';
import { textOf } from '../../src/compare/compare-reviews.ts';
import type { ReviewDetails } from '../../src/review.ts';
import { reviewOf } from './drafts.ts';

const ATTACK = 'The Parties shall refrain from attacks on civilians in the valley and on its two bridges.';
const RELIEF = 'The Parties shall allow relief to reach the camps on the northern road before the rains.';
const RELEASE = 'Each Party shall release the prisoners whom it holds in the barracks of the old harbour.';
const MARKET = 'The market of Ushal opens on Fridays and closes at dusk.';

/** Which lines belong together: "1=1" for equal, "1~2" for alike, "1-" for left out, "+2" for new. Counted from 1. */
function aligned(old: readonly string[], now: readonly string[]): string[] {
  const before = reviewOf(...old).details as ReviewDetails;
  const after = reviewOf(...now).details as ReviewDetails;
  const alignment = alignClauses(textOf(before), textOf(after));
  return linkClauses(alignment, before.agreement, after.agreement).map((link) => {
    const left = link.old.map(({ index }) => index + 1).join(',');
    const right = link.new.map(({ index }) => index + 1).join(',');
    if (left === '') return `+${right}`;
    if (right === '') return `${left}-`;
    return `${left}${link.isEqual ? '=' : '~'}${right}`;
  });
}

describe('clauses find their counterparts', () => {
  it.each([
    ['renumbered', [`1. ${ATTACK}`, `2. ${RELIEF}`], [`4. ${ATTACK}`, `5. ${RELIEF}`], ['1=1', '2=2']],
    ['reordered', [ATTACK, RELIEF, RELEASE], [RELEASE, ATTACK, RELIEF], ['3=1', '1=2', '2=3']],
    ['with one left out', [ATTACK, RELIEF, RELEASE], [ATTACK, RELEASE], ['1=1', '2-', '3=2']],
    ['with one more', [ATTACK, RELEASE], [ATTACK, RELIEF, RELEASE], ['1=1', '+2', '2=3']],
    ['reworded', [ATTACK, RELIEF], [ATTACK.replace('valley', 'plain'), RELIEF], ['1~1', '2=2']],
    ['merged into one', [ATTACK, RELIEF, MARKET], [`${ATTACK} ${RELIEF}`, MARKET], ['1,2~1', '3=2']],
    ['split in two', [`${ATTACK} ${RELIEF}`, MARKET], [ATTACK, RELIEF, MARKET], ['1~1,2', '2=3']],
    [
      'split inside a sentence',
      [`${ATTACK.slice(0, -1)}, and shall allow relief to reach the camps on the northern road.`, MARKET],
      [ATTACK, 'The Parties shall allow relief to reach the camps on the northern road.', MARKET],
      ['1~1,2', '2=3'],
    ],
    ['spread over other lines', [ATTACK], [ATTACK.replace(' on civilians', '  on\u00a0civilians')], ['1=1']],
    ['with nothing in common', [ATTACK], [MARKET], ['1-', '+1']],
  ])('%s', (_name, old, now, expected) => {
    expect(aligned(old, now)).toEqual(expected);
  });

  it('a clause that stands twice belongs to the one under the same chapeau', () => {
    const first = ['The Parties shall not:', '(a) attack civilians;', '(b) attack the village.'];
    const second = ['The commanders shall not:', '(a) attack civilians;', '(b) attack the bridges.'];
    const old = [...first, ...second];
    expect(aligned(old, [first[0] as string, first[2] as string, ...second])).toEqual([
      '1=1',
      '2-',
      '3=2',
      '4=3',
      '5=4',
      '6=5',
    ]);
  });

  it('is the same with the drafts exchanged', () => {
    const old = [ATTACK, RELIEF, RELEASE, MARKET];
    const now = [RELEASE.replace('barracks', 'cellars'), MARKET, `${ATTACK} ${RELIEF}`];
    const turned = aligned(now, old).map((link) => link.replace(/^([\d,]+)([~=])([\d,]+)$/, '$3$2$1'));
    expect(turned.sort()).toEqual(aligned(old, now).sort());
  });

  it('takes no more time for each clause when there are ten times as many', () => {
    const clauses = (count: number, verb: string) =>
      Array.from(
        { length: count },
        (_, at) => `${at + 1}. The Parties shall ${verb} relief for village ${at} near hill ${at * 7}.`,
      );
    const time = (count: number): number => {
      const before = reviewOf(...clauses(count, 'allow')).details as ReviewDetails;
      const after = reviewOf(...clauses(count, 'let pass')).details as ReviewDetails;
      const start = process.cpuUsage();
      alignClauses(textOf(before), textOf(after));
      const used = process.cpuUsage(start);
      return (used.user + used.system) / count;
    };
    time(400);
    expect(time(4000)).toBeLessThan(Math.max(time(400), 20) * 5);
  });
});

describe('the measured overlap', () => {
  const overlap = (old: readonly string[], now: readonly string[]): number =>
    alignClauses(textOf(reviewOf(...old).details as ReviewDetails), textOf(reviewOf(...now).details as ReviewDetails))
      .overlap;

  it('is whole for a draft cut down to a few of its clauses', () => {
    expect(overlap([ATTACK, RELIEF, RELEASE, MARKET], [RELIEF])).toBe(1);
  });

  it('is nothing for texts that share no clause', () => {
    expect(overlap([ATTACK], [MARKET])).toBe(0);
  });

  it('counts a reworded clause by the words that stayed', () => {
    const share = overlap([ATTACK], [ATTACK.replace('valley', 'plain')]);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });
});
