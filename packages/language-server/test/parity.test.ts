import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Parity } from '@poclint/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParityAnswer } from '../src/protocol/requests.ts';
import { CEASEFIRE } from './drafts.ts';
import { StartedServer } from './started-server.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const [FRENCH, ENGLISH] = ['ceasefire-fr.md', 'ceasefire-en.md'].map((name) => join(ROOT, 'fixtures/parity', name)) as [
  string,
  string,
];
const COMMAND = join(ROOT, 'packages/cli/bin/poclint.js');
const uriOf = (path: string) => pathToFileURL(path).href;
const base64 = (text: string) => Buffer.from(text).toString('base64');

let server: StartedServer;
beforeAll(async () => {
  server = await StartedServer.start();
});
afterAll(() => server.stop());

const ask = (params: unknown) => server.request<ParityAnswer>('poclint/parity', params);

function printed(paths: readonly string[]): Parity {
  const args = ['parity', ...paths, '--format', 'json', '--fail-on', 'never'];
  return JSON.parse(execFileSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' })) as Parity;
}

describe('two language versions', () => {
  it('differ in the editor as on the command line, with the words of both', async () => {
    const parity = printed([FRENCH, ENGLISH]);
    const answer = await ask({ first: uriOf(FRENCH), second: uriOf(ENGLISH) });
    expect(parity.divergences.length).toBeGreaterThan(2);
    expect(answer.rows.map(({ kind, severity, message }) => [kind, severity, message])).toEqual(
      parity.divergences.map(({ kind, severity, message }) => [kind, severity, message]),
    );
    expect(answer.rows.map(({ sides }) => sides.map((side) => side?.quote))).toEqual(
      parity.divergences.map(({ clauses }) => [0, 1].map((side) => clauses[side]?.quote)),
    );
    expect(answer.versions.map(({ language, languageName }) => [language, languageName])).toEqual([
      ['fr', 'French'],
      ['en', 'English'],
    ]);
    expect(answer.summary.sentence).toMatch(/^\S+ divergences? found\.$/);
    expect(answer.summary.errors + answer.summary.warnings + answer.summary.infos).toBe(answer.rows.length);
    expect(answer.summary.doubt).toBeUndefined();
  });

  it('show the words that differ inside the quote, and where the clause stands', async () => {
    const answer = await ask({ first: uriOf(FRENCH), second: uriOf(ENGLISH) });
    const lines = readFileSync(ENGLISH, 'utf8').split('\n');
    const sides = answer.rows.flatMap((row) => row.sides[1] ?? []);
    expect(sides.length).toBeGreaterThan(0);
    for (const { quote, words, range } of sides) {
      const shown = lines[range.start.line]?.slice(range.start.character);
      expect(shown?.startsWith(quote.split('\n')[0] as string)).toBe(true);
      for (const { start, end } of words) expect(quote.slice(start, end).trim()).not.toBe('');
    }
    expect(sides.some(({ words }) => words.length > 0)).toBe(true);
  });

  it('are found in one text that holds both, as an editor has it', async () => {
    const both = `${readFileSync(FRENCH, 'utf8')}\n\n${readFileSync(ENGLISH, 'utf8')}`;
    const answer = await ask({ first: 'file:///both.md', firstBytes: base64(both) });
    expect(answer.problem).toBeUndefined();
    expect(answer.versions.map(({ language }) => language).sort()).toEqual(['en', 'fr']);
    expect(answer.rows.length).toBeGreaterThan(0);
    const shown = both.split('\n');
    for (const { sides } of answer.rows)
      for (const side of sides)
        if (side) expect(shown[side.range.start.line]).toContain(side.quote.split('\n')[0]?.trim().slice(0, 20));
  });

  it('that cannot be compared are said to be so in one sentence', async () => {
    const one = await ask({ first: uriOf(ENGLISH) });
    expect(one).toMatchObject({ rows: [], problem: expect.stringMatching(/one language version only/) });
    const same = await ask({ first: uriOf(ENGLISH), second: 'file:///c.md', secondBytes: base64(CEASEFIRE) });
    expect(same).toMatchObject({ rows: [], problem: expect.stringMatching(/same language: English/) });
    const none = await ask({ first: uriOf(ENGLISH), second: 'file:///nowhere/c.md' });
    expect(none).toMatchObject({ rows: [], problem: 'There is no such file or folder.' });
  });

  it('that have little in common raise a doubt', async () => {
    const other =
      'Article 1. Les Parties nomment un secrétaire.\n\nArticle 2. Le siège est à Genève.\n\nArticle 3. Les frais sont partagés.\n';
    const answer = await ask({ first: 'file:///autre.txt', firstBytes: base64(other), second: uriOf(ENGLISH) });
    expect(answer.summary.doubt).toMatch(/do not look like versions of one agreement: \d+ %/);
  });
});
