import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { CEASEFIRE, CEASEFIRE_URI, folderWith } from './drafts.ts';
import { StartedServer, type StartOptions } from './started-server.ts';

let server: StartedServer;
const folders: string[] = [];

async function start(options: StartOptions = {}): Promise<void> {
  server = await StartedServer.start(options);
}
function folder(files: Readonly<Record<string, string>>): string {
  const made = folderWith(files);
  folders.push(made);
  return made;
}
const changed = (path: string) =>
  server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(path).href, type: 2 }],
  });

afterEach(async () => {
  await server.stop();
  for (const one of folders.splice(0)) rmSync(one, { recursive: true });
});

const PULLS = { textDocument: { diagnostic: {} } };

describe('diagnostics', () => {
  it('are answered to a client that pulls, and not sent to it as well', async () => {
    await start({ capabilities: PULLS });
    expect(server.initialized?.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    const params = { textDocument: { uri: CEASEFIRE_URI } };
    const first = await server.request<{ kind: string; resultId: string; items: unknown[] }>(
      'textDocument/diagnostic',
      params,
    );
    expect(first.kind).toBe('full');
    expect(first.items.length).toBeGreaterThan(5);
    const second = await server.request<{ kind: string }>('textDocument/diagnostic', {
      ...params,
      previousResultId: first.resultId,
    });
    expect(second.kind).toBe('unchanged');
  });

  it('follow an edit of a few words', async () => {
    await start();
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    const before = await server.diagnostics(CEASEFIRE_URI, 1);
    const line = CEASEFIRE.split('\n').findIndex((text) => text.includes('should refrain'));
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: CEASEFIRE_URI, version: 2 },
      contentChanges: [{ range: { start: { line, character: 15 }, end: { line, character: 21 } }, text: 'shall' }],
    });
    const after = await server.diagnostics(CEASEFIRE_URI, 2);
    expect(before.some(({ code }) => code === 'q-hortatory-verb')).toBe(true);
    expect(after.some(({ code }) => code === 'q-hortatory-verb')).toBe(false);
  });

  it('leave texts alone that are no agreements', async () => {
    await start();
    const uri = 'file:///notes/readme.md';
    await server.open(
      uri,
      '# Install\n\nRun the command. You should read the manual first.\n\n## Use\n\nCall `run`.\n',
    );
    expect(await server.diagnostics(uri, 1)).toEqual([]);
    const coverage = await server.request<{ status: string; reason: string }>('poclint/coverage', { uri });
    expect(coverage).toMatchObject({ status: 'other' });
    await server.request('poclint/choose', { uri, asked: true });
    expect((await server.renewed(uri)).length).toBeGreaterThan(0);
  });

  it('say on the first line what a limit kept from being reviewed', async () => {
    await start({ settings: { maxCharacters: 500 } });
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    const [only, ...others] = await server.diagnostics(CEASEFIRE_URI, 1);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ range: { start: { line: 0, character: 0 } }, severity: 2 });
    expect(only?.message).toContain('nothing of it was reviewed');
  });

  it('go when the text is closed', async () => {
    await start();
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    await server.diagnostics(CEASEFIRE_URI, 1);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: CEASEFIRE_URI } });
    expect(await server.renewed(CEASEFIRE_URI)).toEqual([]);
  });
});

describe('what lies around a draft', () => {
  it('is read again when it changes: configuration, accepted findings, own rules', async () => {
    const base = folder({ 'draft.md': CEASEFIRE });
    await start({ folder: base });
    const uri = await server.openFile(join(base, 'draft.md'));
    const before = await server.diagnostics(uri, 1);
    const soft = before.find(({ code }) => code === 'q-hortatory-verb');

    writeFileSync(
      join(base, 'accepted.yaml'),
      `- rule: q-hortatory-verb\n  fingerprint: "${(soft as { data: { fingerprint: string } }).data.fingerprint}"\n  reason: agreed in the plenary\n`,
    );
    await changed(join(base, 'accepted.yaml'));
    const accepted = await server.renewed(uri);
    expect(accepted.some(({ code }) => code === 'q-hortatory-verb')).toBe(false);

    writeFileSync(join(base, '.poclintrc.yaml'), 'type: humanitarian\n');
    await changed(join(base, '.poclintrc.yaml'));
    await server.renewed(uri);
    const coverage = await server.request<{ type: unknown }>('poclint/coverage', { uri });
    expect(coverage.type).toMatchObject({ value: 'humanitarian', source: 'configuration' });
  });

  it('is told once where it is broken, and the rest goes on', async () => {
    const base = folder({ 'draft.md': CEASEFIRE, '.poclintrc.yaml': 'language: en\nsevereties: {}\n' });
    await start({ folder: base });
    const uri = await server.openFile(join(base, 'draft.md'));
    expect((await server.diagnostics(uri, 1)).length).toBeGreaterThan(5);
    await server.replace(uri, 2, `${CEASEFIRE}\nDone.\n`);
    await server.diagnostics(uri, 2);
    expect(server.messages).toHaveLength(1);
    expect(server.messages[0]).toContain('.poclintrc.yaml:2');
    expect(server.messages[0]).toContain('did you mean "severities"?');
  });

  it('yields to what the user chooses for one draft', async () => {
    await start();
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    await server.diagnostics(CEASEFIRE_URI, 1);
    await server.request('poclint/choose', { uri: CEASEFIRE_URI, type: 'comprehensive', reading: 'dropped' });
    const coverage = await server.request<{ type: unknown; families: { topics: { id: string; level: string }[] }[] }>(
      'poclint/coverage',
      { uri: CEASEFIRE_URI },
    );
    expect(coverage.type).toMatchObject({ value: 'comprehensive', source: 'option' });
    const release = coverage.families.flatMap(({ topics }) => topics).find(({ id }) => id === 'grp-child-release');
    expect(release?.level).toBe('absent');
  });
});

describe('a whole workspace', () => {
  it('is reviewed on demand, and answered again only when something changed', async () => {
    const base = folder({
      'one.md': CEASEFIRE,
      'two.txt': CEASEFIRE.replaceAll(/^#+ /gm, ''),
      'notes.md': '# Notes\n\nBuy milk.\n',
    });
    await start({ folder: base, capabilities: PULLS });
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      server.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { identifier: 'poclint', previousResultIds });
    const { items } = await ask([]);
    expect(items.map(({ uri }) => uri.split('/').at(-1))).toEqual(['one.md', 'two.txt']);
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId as string }));
    const waiting = ask(known);
    writeFileSync(join(base, 'one.md'), '# Notes\n\nBuy bread.\n');
    await changed(join(base, 'one.md'));
    const again = await waiting;
    expect(again.items).toHaveLength(1);
    expect(again.items[0]).toMatchObject({ kind: 'full', items: [] });
  });
});

describe('files that are no text', () => {
  it('are read, shown and reviewed', async () => {
    await start();
    const uri = 'poclint-draft:///accord.md';
    const bytes = Buffer.from(CEASEFIRE).toString('base64');
    const { text } = await server.request<{ text: string }>('poclint/render', {
      uri,
      source: 'file:///accord.md',
      bytes,
    });
    await server.open(uri, text, 'plaintext');
    expect((await server.diagnostics(uri, 1)).length).toBeGreaterThan(5);
    const broken = await server.request<{ problem: string }>('poclint/render', {
      uri,
      source: 'file:///accord.docx',
      bytes: Buffer.from('PK\u0003\u0004 no zip').toString('base64'),
    });
    expect(broken.problem).toMatch(/\.$/);
  });

  it('are annotated in a copy', async () => {
    await start();
    const fixtures = fileURLToPath(new URL('../../readers/test/fixtures', import.meta.url));
    const name = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('.docx'));
    const source = pathToFileURL(join(fixtures, name as string)).href;
    const answer = await server.request<{ bytes?: string; comments: number }>('poclint/annotate', { source });
    expect(answer.comments).toBeGreaterThan(0);
    expect(
      Buffer.from(answer.bytes ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('are compared', async () => {
    await start();
    const file = (text: string) => ({ source: 'file:///a.md', bytes: Buffer.from(text).toString('base64') });
    const weaker = CEASEFIRE.replace('shall allow humanitarian', 'should allow humanitarian');
    const answer = await server.request<{ changes: { message: string; clause: string }[] }>('poclint/compare', {
      before: file(CEASEFIRE),
      after: file(weaker),
    });
    expect(answer.changes.map(({ clause }) => clause)).toContain('Art. 2(1)');
  });
});
