import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exhaustingPdfs, unreadableDrafts } from '../../readers/test/hostile-drafts.ts';
import { folderWith, runReally, WORKSPACE } from './command.ts';

interface Line {
  readonly path: string;
  readonly status: string;
  readonly reason?: string;
}

test('drafts that cannot be read get a sentence each that says what to do, and the others are reviewed', () => {
  const unreadable = unreadableDrafts();
  const exhausting = exhaustingPdfs();
  expect(Object.keys({ ...unreadable, ...exhausting }).length).toBeGreaterThanOrEqual(20);
  const pdf = readFileSync(join(WORKSPACE, 'packages/readers/test/fixtures/formats/truce.libreoffice.pdf'));
  const cwd = folderWith({
    ...unreadable,
    ...exhausting,
    'good.md': 'The Parties shall not attack civilians.',
    // Under a wrong name, and read as what it is.
    'truly-a-pdf.docx': new Uint8Array(pdf),
  });
  // No converter of old Word drafts is to be found.
  const { code, stdout, stderr } = runReally(['lint', '.', '--format', 'jsonl'], { cwd, env: { PATH: '' } });
  const documents = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .map((document) => [document.path, document]),
  );
  expect(code).toBe(2);
  for (const name of ['good.md', 'truly-a-pdf.docx'])
    expect([name, documents.get(name)?.status]).toEqual([name, 'reviewed']);
  const told = Object.keys(unreadable).map((name) => [name, documents.get(name)?.reason ?? 'was read'] as const);
  for (const [name, reason] of told) {
    expect(reason, name).toMatch(/^(?:The|This) [^\n]{20,}\.$/u);
    expect(reason, `${name}: what to do next`).toMatch(
      /check|save|get|download|run again|export|send|remove|annotate|convert|needs|ask/iu,
    );
    expect(stderr, name).toContain(name);
  }
  expect(new Set(told.map(([, reason]) => reason)).size).toBeGreaterThanOrEqual(16);
  for (const name of Object.keys(exhausting)) expect(documents.has(name), name).toBe(true);
}, 120_000);
