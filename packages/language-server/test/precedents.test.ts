import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem } from 'vscode-languageserver/node';
import type { ModelClauseAnswer } from '../src/service/coverage.ts';
import { CEASEFIRE, folderWith } from './drafts.ts';
import { StartedServer } from './started-server.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const COMMAND = join(ROOT, 'packages/cli/bin/poclint.js');
/** Lacks what the agreements of the archive say on orders of commanders. */
const AGREEMENT = `Accord of the Two Hills

The Parties agree as follows:

Article 1. Commanders
4. Each Party shall issue clear orders to all its forces that prohibit rape and every other form of sexual violence.

Article 2. Children
(a) Each Party shall within 14 days release all children recruited by its forces and hand them over to UNICEF.
`;

let folder: string;
let server: StartedServer;

beforeAll(() => {
  folder = folderWith({ 'draft.md': CEASEFIRE });
  const archive = folderWith({ 'two-hills-2011.txt': AGREEMENT });
  execFileSync(process.execPath, [COMMAND, 'review', archive, '--out', join(folder, 'reviewed')], { stdio: 'pipe' });
}, 120_000);
afterEach(() => server.stop());

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function actionsOn(uri: string, fingerprint: string): Promise<CodeAction[]> {
  const diagnostics = [{ range: whole, message: '', source: 'poclint', data: { fingerprint } }];
  return server.request('textDocument/codeAction', { textDocument: { uri }, range: whole, context: { diagnostics } });
}

async function missing(uri: string, rule: string): Promise<string> {
  const found = (await server.diagnostics(uri, 1)).find(({ code }) => code === rule);
  return (found?.data as { fingerprint: string } | undefined)?.fingerprint ?? '';
}

describe('with an archive that was reviewed', () => {
  it('what a draft lacks is offered as other agreements worded it, numbered like its neighbours', async () => {
    writeFileSync(join(folder, '.poclintrc.yaml'), 'precedents: reviewed\n');
    server = await StartedServer.start({ folder });
    const uri = await server.openFile(join(folder, 'draft.md'));
    const actions = await actionsOn(uri, await missing(uri, 'sgbv-command-orders'));
    const titles = actions.map(({ title }) => title);
    expect(titles[0]).toMatch(/^Insert a model clause after /);
    expect(titles[1]).toMatch(/^Insert as worded in two-hills-2011[^,]*, Art\. 1\(4\): /);
    const [change] = actions[1]?.edit?.changes?.[uri] ?? [];
    expect(change?.newText).toMatch(/^\n+4\. Each Party shall issue clear orders to all its forces/);

    const completions = await server.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 19, character: 0 },
    });
    const [model, other] = completions.filter(({ filterText }) => filterText?.includes('sgbv-command-orders'));
    expect(other?.detail).toMatch(/^As worded in two-hills-2011/);
    expect((model?.sortText as string) < (other?.sortText as string)).toBe(true);

    const clause = await server.request<ModelClauseAnswer>('poclint/modelClause', {
      uri,
      topic: 'sgbv-command-orders',
    });
    expect(clause.precedents.map(({ citation }) => citation)).toEqual([expect.stringMatching(/^two-hills-2011/)]);
    expect(server.messages).toEqual([]);
  });

  it('in the settings too, where no configuration names one', async () => {
    rmSync(join(folder, '.poclintrc.yaml'), { force: true });
    server = await StartedServer.start({ folder, settings: { precedents: 'reviewed' } });
    const uri = await server.openFile(join(folder, 'draft.md'));
    const actions = await actionsOn(uri, await missing(uri, 'sgbv-command-orders'));
    expect(actions[1]?.title).toMatch(/^Insert as worded in two-hills/);
  });

  it('that is none is told once, with the place that names it, and model clauses stay', async () => {
    writeFileSync(join(folder, '.poclintrc.yaml'), 'precedents: nowhere\n');
    server = await StartedServer.start({ folder, capabilities: { window: { showDocument: { support: true } } } });
    const uri = await server.openFile(join(folder, 'draft.md'));
    const fingerprint = await missing(uri, 'sgbv-command-orders');
    for (let time = 0; time < 3; time++) {
      const [first, second] = await actionsOn(uri, fingerprint);
      expect(first?.title).toMatch(/^Insert a model clause/);
      expect(second?.title).not.toMatch(/as worded/);
    }
    expect(server.messages).toEqual([expect.stringMatching(/nowhere holds no finished review/)]);
  });
});
