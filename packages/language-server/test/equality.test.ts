import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Report, RuleLibrary, review } from '@poclint/core';
import { annotateText, readDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CEASEFIRE, CEASEFIRE_URI } from './drafts.ts';
import { freshFindings, shownFindings } from './fresh-review.ts';
import { RandomEditor } from './random-edits.ts';
import { StartedServer } from './started-server.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DRAFTS = join(ROOT, 'fixtures/drafts');
const COMMAND = join(ROOT, 'packages/cli/bin/poclint.js');
const EDITS = 240;
/** A review that remembers nothing compiles the rules anew, so not every edit is compared. The long run: bench/edits.ts. */
const COMPARED = 12;

let server: StartedServer;
beforeAll(async () => {
  server = await StartedServer.start({ folder: DRAFTS });
});
afterAll(() => server.stop());

describe('editor and command line', () => {
  const drafts = readdirSync(DRAFTS).filter((name) => /\.(?:md|txt)$/.test(name));

  it.each(drafts)('find the same in %s', async (name) => {
    const path = join(DRAFTS, name);
    const printed = execFileSync(process.execPath, [COMMAND, 'lint', path, '--format', 'json', '--fail-on', 'never'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const [document] = (JSON.parse(printed) as Report).documents;
    if (document?.status !== 'reviewed') throw new Error('not reviewed');
    const uri = await server.openFile(path);
    const shown = (await server.diagnostics(uri, 1)).filter(({ code }) => code !== undefined);
    const severities = { error: 1, warning: 2, info: 3 } as const;
    expect(
      shown.map(({ code, message, severity, range }) => [
        code,
        message,
        severity,
        range.start.line + 1,
        range.start.character + 1,
      ]),
    ).toEqual(
      document.findings
        .filter(({ accepted }) => !accepted)
        .map((finding) => [finding.rule, finding.message, severities[finding.severity], finding.line, finding.column]),
    );
  });

  it(`find the same after any of ${EDITS} random edits as a review that remembers nothing`, async () => {
    const editor = new RandomEditor(CEASEFIRE, 20);
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    await server.request('poclint/choose', { uri: CEASEFIRE_URI, asked: true });
    for (let version = 2; version < EDITS + 2; version++) {
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: CEASEFIRE_URI, version },
        contentChanges: [editor.next()],
      });
      const shown = shownFindings(await server.diagnostics(CEASEFIRE_URI, version));
      if (version % COMPARED !== 1) continue;
      expect(shown).toEqual(freshFindings('/drafts/ceasefire.md', editor.text));
    }
  }, 240_000);

  it('find the same in a draft that holds the remarks of an earlier run', async () => {
    const text = annotateText(CEASEFIRE, 'markdown', [
      { span: [0, 9], rule: 'r', message: 'm', authority: [], modelClause: 'No one shall recruit children.' },
    ]);
    expect(text).toContain('No one shall recruit children');
    const uri = pathToFileURL('/drafts/remarks.md').href;
    await server.open(uri, text);
    await server.request('poclint/choose', { uri, asked: true });
    const { report } = review(
      await readDraft('/drafts/remarks.md', new TextEncoder().encode(text)),
      new RuleLibrary(readRuleFolder(join(ROOT, 'rules')).ruleSet),
    );
    if (report.status !== 'reviewed') throw new Error('not reviewed');
    const coverage = await server.request<{ covered: number; families: { topics: { id: string; level: string }[] }[] }>(
      'poclint/coverage',
      { uri },
    );
    const levels = coverage.families.flatMap(({ topics }) => topics.map(({ id, level }) => [id, level]));
    expect(new Map(levels as [string, string][])).toEqual(
      new Map(report.coverage.map(({ topic, level }) => [topic, level])),
    );
  });

  it('find the same whatever the line ends', async () => {
    const text = readFileSync(join(DRAFTS, 'benchmark-ceasefire.md'), 'utf8');
    const uri = pathToFileURL('/drafts/windows.md').href;
    await server.open(uri, text.replaceAll('\n', '\r\n'));
    const shown = shownFindings(await server.diagnostics(uri, 1));
    expect(shown).toEqual(freshFindings('/drafts/windows.md', text));
  });
});
