import { describe, expect, it } from 'vitest';
import { mirrorBrackets, mirroredPairs, readingOrder, readsFromRight } from '../../src/pdf/bidirectional-order.ts';

/** What a reader makes of letters that stand from left to right. */
function read(standing: string, rightToLeft = true): string {
  const letters = [...standing];
  return readingOrder(letters, rightToLeft)
    .map((index) => letters[index])
    .join('');
}

describe('the reading order of a line from the right', () => {
  it.each([
    ['مالس', 'سلام'],
    ['.ماع 2023 ةنس', 'سنة 2023 عام.'],
    ['06:00 ةعاسلا', 'الساعة 06:00'],
    ['١٢٫٥ ةبسن', 'نسبة ١٢٫٥'],
    ['روفلا ىلع (JMC) ةنجللا', 'اللجنة )JMC( على الفور'],
    ['ةدحتملا United Nations 2023 ممألا', 'الأمم United Nations 2023 المتحدة'],
    ['لوألا .1', '1. الأول'],
  ])('%s', (standing, meant) => {
    expect(read(standing)).toBe(meant);
  });

  it('turns Arabic words inside a line from the left, and the numbers in them back', () => {
    expect(read('The term مالس 12 مات is used.', false)).toBe('The term تام 12 سلام is used.');
  });

  it('leaves a line without Arabic alone', () => {
    expect(read('Article 5 (b), para. 12/3', false)).toBe('Article 5 (b), para. 12/3');
  });

  it('takes the direction of most letters', () => {
    expect(readsFromRight([...'اللجنة المشتركة (JMC)'])).toBe(true);
    expect(readsFromRight([...'The word سلام'])).toBe(false);
    expect(readsFromRight([...'12/3'])).toBe(false);
  });
});

describe('brackets', () => {
  it('are mirrored where the lines themselves show it, kind by kind', () => {
    const pairs = mirroredPairs([')أ( الاغتصاب', ')ب( التجنيد', '«الهجوم» كل عمل', 'نص) تتمة']);
    expect([...pairs]).toEqual(['()']);
    expect(mirrorBrackets(')أ( «نص»', pairs)).toBe('(أ) «نص»');
  });

  it('stay as they are where they open before they close', () => {
    expect(mirroredPairs(['(أ) الاغتصاب', '(ب) التجنيد', 'نص) تتمة']).size).toBe(0);
  });
});
