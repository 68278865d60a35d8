import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { CEASEFIRE, CEASEFIRE_URI } from './drafts.ts';
import { StartedServer } from './started-server.ts';

let server: StartedServer;
const uri = CEASEFIRE_URI;
const textDocument = { uri };

/** The place of some words in the draft. */
function at(words: string, within = 1) {
  const offset = CEASEFIRE.indexOf(words) + within;
  const before = CEASEFIRE.slice(0, offset).split('\n');
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const onWords = (words: string) => ({ start: at(words), end: at(words) });
const actionsOn = (range: unknown) =>
  server.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });

function applied(edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.changes?.[uri] ?? [];
  if (!change) throw new Error('no edit of the draft');
  const lines = CEASEFIRE.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return CEASEFIRE.slice(0, offset(change.range.start)) + change.newText + CEASEFIRE.slice(offset(change.range.end));
}

beforeAll(async () => {
  server = await StartedServer.start({
    settings: { inlayHints: true },
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
  });
  await server.open(uri, CEASEFIRE);
});
afterAll(() => server.stop());

describe('the server', () => {
  it('sends diagnostics with the rule, its page and severities', async () => {
    const diagnostics = await server.diagnostics(uri, 1);
    const soft = diagnostics.find(({ code }) => code === 'q-hortatory-verb');
    expect(soft).toMatchObject({ source: 'poclint', severity: 2 });
    expect(soft?.codeDescription?.href).toMatch(/q-hortatory-verb\.md$/);
    expect(diagnostics.some(({ severity }) => severity === 1)).toBe(true);
    expect(diagnostics.some(({ relatedInformation }) => (relatedInformation ?? []).length > 0)).toBe(true);
  });

  it('inserts a model clause where it belongs, numbered like its neighbours', async () => {
    const actions = await actionsOn(whole);
    const insert = actions.find(({ title }) => title.startsWith('Insert a model clause after Art. 2(3)'));
    expect(insert?.kind).toBe('quickfix');
    expect(applied(insert?.edit)).toMatch(/in Article 1\.\n4\. \p{Lu}/u);
  });

  it('replaces a soft verb by one that binds', async () => {
    const actions = await actionsOn(onWords('refrain from attacks'));
    const replace = actions.find(({ title }) => title === 'Replace “should” by “shall”');
    expect(applied(replace?.edit)).toContain('2. The Parties shall refrain from attacks');
  });

  it('replaces veiled words by the acts and keeps the words', async () => {
    const actions = await actionsOn(onWords('indecent acts'));
    const replace = actions.find(({ title }) => title.startsWith('Replace “indecent acts'));
    expect(replace?.title).toContain('sexual violence (“indecent acts');
  });

  it('offers to accept with an entry whose reason is still to be written', async () => {
    const actions = await actionsOn(onWords('refrain from attacks'));
    const accept = actions.find(({ title }) => title.startsWith('Accept with a reason'));
    expect(JSON.stringify(accept?.edit)).toContain('file:///drafts/accepted.yaml');
    expect(JSON.stringify(accept?.edit)).toContain('reason: \\"\\"');
  });

  it('answers only requests for quick fixes', async () => {
    const ask = (only: string[]) =>
      server.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: whole,
        context: { diagnostics: [], only },
      });
    expect(await ask(['source.fixAll'])).toEqual([]);
    expect(await ask(['quickfix'])).not.toEqual([]);
  });

  it('says on hover what a clause covers, how firmly, and what it leaves unsaid', async () => {
    const hover = await server.request<Hover>('textDocument/hover', {
      textDocument,
      position: at('humanitarian relief'),
    });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Art. 2\\(1\\)');
    expect(value).toContain('operative');
    expect(value).toContain('✓ says');
    expect(value).toContain('○ does not say');
    expect(value).toContain('Authority');
  });

  it('counts coverage above the title and names it above articles', async () => {
    const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses[0]?.command?.title).toMatch(/^covers \d+ of \d+ expected topics; \d+ only in brackets$/);
    expect(lenses.some(({ command, range }) => range.start.line > 0 && command?.title.includes('access'))).toBe(true);
  });

  it('marks levels where the user wants them', async () => {
    const hints = await server.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });
    expect(hints.map(({ label }) => label)).toContain('soft');
  });

  it('completes model clauses at the beginning of a clause, missing ones first', async () => {
    const completions = await server.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 19, character: 0 },
    });
    expect(completions.length).toBeGreaterThan(30);
    const sorted = [...completions].sort((a, b) => ((a.sortText as string) < (b.sortText as string) ? -1 : 1));
    expect(sorted[0]?.detail).toContain('Not found');
    const inside = await server.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: at('civilians within seven days'),
    });
    expect(inside).toEqual([]);
  });

  it('outlines the draft as a lawyer cites it, and folds articles', async () => {
    const symbols = await server.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    const article = symbols.find(({ name }) => name === 'Art. 2');
    expect(article?.children?.map(({ name }) => name)).toEqual(['Art. 2(1)', 'Art. 2(2)', 'Art. 2(3)']);
    const folds = await server.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds).toContainEqual({ startLine: 13, endLine: 17 });
  });

  it('goes from a reference to its article and back', async () => {
    const definition = await server.request<Location>('textDocument/definition', {
      textDocument,
      position: at('Article 1.\n'),
    });
    expect(definition.range.start.line).toBe(8);
    const references = await server.request<Location[]>('textDocument/references', {
      textDocument,
      position: { line: 8, character: 5 },
      context: { includeDeclaration: false },
    });
    expect(references.map(({ range }) => range.start.line)).toEqual([17]);
  });

  it('renames a defined term everywhere', async () => {
    const edit = await server.request<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position: at('Parties shall cease'),
      newName: 'Signatories',
    });
    const count = CEASEFIRE.match(/Parties/g)?.length;
    expect(edit.changes?.[uri]).toHaveLength(count as number);
    const refused = server.request('textDocument/rename', {
      textDocument,
      position: at('Parties shall cease'),
      newName: 'two\nlines',
    });
    await expect(refused).rejects.toThrow(/one line/);
  });

  it('links authorities to their public pages', async () => {
    const links = await server.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target }) => target)).toEqual(['https://docs.un.org/S/RES/1325(2000)']);
  });

  it('tells coverage by topic', async () => {
    const coverage = await server.request<{
      status: string;
      families: { topics: { id: string; standing: string }[] }[];
    }>('poclint/coverage', { uri });
    const standings = new Map(
      coverage.families.flatMap(({ topics }) => topics.map(({ id, standing }) => [id, standing])),
    );
    expect(standings.get('poc-humanitarian-access')).toBe('agreed');
    expect(standings.get('poc-attack-prohibition')).toBe('soft');
    expect(standings.get('grp-child-release')).toBe('brackets');
    expect(standings.get('sgbv-command-orders')).toBe('missing');
  });

  it('writes nothing but the protocol', () => {
    expect(server.stderr).toBe('');
  });
});
