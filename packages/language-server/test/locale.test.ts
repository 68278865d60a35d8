import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Report } from '@poclint/core';
import { LOCALES, messagesIn } from '@poclint/messages';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic } from 'vscode-languageserver/node';
import { CEASEFIRE, CEASEFIRE_URI, folderWith } from './drafts.ts';
import { StartedServer } from './started-server.ts';

const COMMAND = fileURLToPath(new URL('../../cli/bin/poclint.js', import.meta.url));

let server: StartedServer;
afterEach(() => server.stop());

function messagesOf(path: string, locale: string): string[] {
  const args = ['lint', path, '--format', 'json', '--fail-on', 'never', '--locale', locale];
  const report = JSON.parse(execFileSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' })) as Report;
  const [document] = report.documents;
  return document?.status === 'reviewed' ? document.findings.map(({ message }) => message) : [];
}

const worded = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ code }) => code !== undefined).map(({ message }) => message);

describe('the language of the editor', () => {
  it.each(LOCALES)('is that of findings, remedies and lenses: %s', async (locale) => {
    const folder = folderWith({ 'draft.md': CEASEFIRE });
    const path = join(folder, 'draft.md');
    server = await StartedServer.start({ folder, locale: `${locale}-XX` });
    const uri = await server.openFile(path);
    const diagnostics = await server.diagnostics(uri, 1);
    expect(worded(diagnostics)).toEqual(messagesOf(path, locale));
    const textDocument = { uri };
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      context: { diagnostics: [] },
    });
    const insert = { en: 'Insert a model', fr: 'Insérer une clause', es: 'Insertar una cláusula', ar: 'إدراج بند' };
    expect(actions.map(({ title }) => title.slice(0, insert[locale].length))).toContain(insert[locale]);
    const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const covers = { en: 'covers ', fr: 'couvre ', es: 'cubre ', ar: 'يغطي ' };
    expect(lenses[0]?.command?.title.startsWith(covers[locale])).toBe(true);
    // Only the words change: what is accepted in one language is accepted in all.
    const marks = diagnostics.map(({ data }) => (data as { fingerprint?: string } | undefined)?.fingerprint);
    expect(marks.filter((mark) => mark !== undefined)).toHaveLength(worded(diagnostics).length);
  });

  it('is that of why a text is not reviewed', async () => {
    server = await StartedServer.start({ locale: 'fr', settings: { maxCharacters: 100 } });
    await server.open(CEASEFIRE_URI, CEASEFIRE);
    const [only] = await server.diagnostics(CEASEFIRE_URI, 1);
    expect(only?.message).toContain(`${CEASEFIRE.length} caractères`);
    const broken = await server.request<{ problem: string }>('poclint/render', {
      uri: 'poclint-draft:///a.docx',
      source: 'file:///a.docx',
      bytes: Buffer.from('PK\u0003\u0004 no zip').toString('base64'),
    });
    expect(Object.values(messagesIn('fr').unreadable).map((say) => say())).toContain(broken.problem);
  });

  it.each([
    ['fr', 'contient "peace" pour'],
    ['ar', 'القيمة'],
  ])('is that of what is wrong with the configuration, which is offered to be opened: %s', async (locale, words) => {
    const folder = folderWith({ 'draft.md': CEASEFIRE });
    const path = join(folder, '.poclintrc.yaml');
    writeFileSync(path, 'type: peace\n');
    const capabilities = { window: { showDocument: { support: true } } };
    server = await StartedServer.start({ folder, locale, capabilities });
    server.choice = 'Open';
    await server.openFile(join(folder, 'draft.md'));
    while (server.opened.length === 0) await server.next();
    expect(server.opened).toEqual([{ uri: pathToFileURL(path).href, line: 0 }]);
    expect(server.messages).toEqual([expect.stringContaining(words)]);
  });

  it('is what the configuration states where the editor states none', async () => {
    const folder = folderWith({ 'draft.md': CEASEFIRE });
    writeFileSync(join(folder, '.poclintrc.yaml'), 'locale: es\n');
    server = await StartedServer.start({ folder });
    const uri = pathToFileURL(join(folder, 'draft.md')).href;
    await server.open(uri, CEASEFIRE);
    expect(worded(await server.diagnostics(uri, 1))).toEqual(messagesOf(join(folder, 'draft.md'), 'es'));
  });
});
