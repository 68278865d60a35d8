import type { Source } from '@poclint/core';
import { expect } from 'vitest';

/** What holds of every Source, whatever file it comes from. */
export function checkShape(source: Source): void {
  const { text, blocks, origins } = source;
  let end = 0;
  for (const { span, label, role, level, note, cell } of blocks) {
    expect(span[0]).toBeGreaterThanOrEqual(end);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
    expect(text.slice(end, span[0]).trim()).toBe('');
    const words = text.slice(...span);
    expect(words).toBe(words.trim());
    if (label) {
      expect(label[0]).toBe(span[0]);
      expect(label[1]).toBeGreaterThan(label[0]);
      expect(label[1]).toBeLessThan(span[1]);
    }
    expect(role === 'heading').toBe(level !== undefined);
    expect(role === 'note').toBe(note !== undefined);
    expect(role === 'cell').toBe(cell !== undefined);
    end = span[1];
  }
  expect(text.slice(end).trim()).toBe('');
  let before = 0;
  for (const { span } of origins) {
    expect(span[0]).toBeGreaterThanOrEqual(before);
    expect(span[1]).toBeGreaterThan(span[0]);
    before = span[1];
  }
  expect(before).toBeLessThanOrEqual(text.length);
  for (const { span } of [...source.insertions, ...source.deletions, ...source.comments, ...source.marks]) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThanOrEqual(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
}
