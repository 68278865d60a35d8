import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadDraft } from '@poclint/core';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../src/protocol/diagnostics.ts';
import type { Session } from '../src/protocol/session.ts';
import { DraftReview } from '../src/service/draft-review.ts';
import { Reviewer } from '../src/service/reviewer.ts';
import { wordsFor } from '../src/service/words.ts';
import { NodeSurroundings } from '../src/surroundings/node-surroundings.ts';
import { DEFAULT_SETTINGS, type Plan } from '../src/surroundings/surroundings.ts';
import { CEASEFIRE, CEASEFIRE_URI, folderWith } from './drafts.ts';
import { freshFindings, shownFindings } from './fresh-review.ts';
import { StartedServer, type StartOptions } from './started-server.ts';

const PDFS = new URL('../../readers/test/pdf/fixtures/', import.meta.url);
const RULES = new URL('../../../rules', import.meta.url).pathname;
const SHOWS = { window: { showDocument: { support: true } } };

let server: StartedServer | undefined;
const folders: string[] = [];

async function start(options: StartOptions): Promise<StartedServer> {
  server = await StartedServer.start(options);
  return server;
}
/** A folder of which the path has a space, as many of the users' have. */
function folder(files: Readonly<Record<string, string>>): string {
  const base = folderWith({});
  folders.push(base);
  const made = join(base, 'my drafts');
  mkdirSync(join(made, 'rules'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content);
  return made;
}
afterEach(async () => {
  await server?.stop();
  server = undefined;
  for (const one of folders.splice(0)) rmSync(one, { recursive: true });
});

const RULE = `---
kind: topic
requires:
  - duty: [protect, civilian]
authority:
  - cite: A document (2001)
severity: warning
---

# Wells

Wells matter.

## Counts

> The Parties **shall protect civilians** at wells.

## Does not count

> Recalling wells,

## Model clause

> (en) The Parties shall keep wells open.
`;

describe('what is broken around a draft', () => {
  const cases = [
    {
      name: 'a configuration',
      files: { '.poclintrc.yaml': 'language: en\nsevereties: {}\n' },
      file: '.poclintrc.yaml',
      line: 1,
    },
    {
      name: 'a configuration that is no YAML',
      files: { '.poclintrc.yaml': 'language: en\n\tstage: [\n' },
      file: '.poclintrc.yaml',
      line: 1,
    },
    {
      name: 'an own rule',
      files: { 'rules/poc-wells.md': RULE.replace('kind: topic', 'kind: novel') },
      file: 'rules/poc-wells.md',
      line: 1,
    },
    {
      name: 'an entry that accepts a finding',
      files: { 'accepted.yaml': '- rule: q-hortatory-verb\n  fingerprnt: "1"\n  reason: agreed\n' },
      file: 'accepted.yaml',
      line: undefined,
    },
  ];

  it.each(cases)(
    '$name: said once, with a way to its place, and the draft is reviewed all the same',
    async (broken) => {
      const base = folder({ 'draft.md': CEASEFIRE, ...broken.files });
      const own = await start({ folder: base, settings: { rules: ['rules'] }, capabilities: SHOWS });
      own.choice = 'Open';
      const uri = await own.openFile(join(base, 'draft.md'));
      const findings = shownFindings(await own.diagnostics(uri, 1));
      expect(findings).toEqual(freshFindings('/drafts/draft.md', CEASEFIRE));
      while (own.opened.length === 0) await own.next();
      const [opened] = own.opened;
      expect(opened?.uri).toBe(pathToFileURL(join(base, broken.file)).href);
      if (broken.line !== undefined) expect(opened?.line).toBe(broken.line);
      await own.replace(uri, 2, `${CEASEFIRE}\nDone.\n`);
      await own.diagnostics(uri, 2);
      await own.request('poclint/coverage', { uri });
      expect(own.messages).toHaveLength(1);
    },
    60_000,
  );

  it('is in force as soon as it is mended', async () => {
    const base = folder({ 'draft.md': CEASEFIRE, 'rules/poc-wells.md': RULE.replace('kind: topic', 'kind: novel') });
    const own = await start({ folder: base, settings: { rules: ['rules'] } });
    const uri = await own.openFile(join(base, 'draft.md'));
    await own.diagnostics(uri, 1);
    writeFileSync(join(base, 'rules/poc-wells.md'), RULE);
    await own.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(base, 'rules/poc-wells.md')).href, type: 2 }],
    });
    const renewed = await own.renewed(uri);
    expect(renewed.map(({ code }) => code)).toContain('poc-wells');
    expect(own.messages).toHaveLength(1);
  }, 60_000);
});

describe('texts that nobody foresaw', () => {
  const texts: Readonly<Record<string, string>> = {
    nothing: '',
    spaces: ' \n\t\n',
    'a deep quotation': `${'> '.repeat(4_000)}The Parties shall protect civilians.`,
    'brackets without end': '['.repeat(60_000),
    'nested brackets': `${'['.repeat(3_000)}The Parties shall protect civilians${']'.repeat(3_000)}`,
    'emphasis without end': '*_'.repeat(20_000),
    'one word': 'x'.repeat(400_000),
    'one long line': 'The Parties shall protect civilians. '.repeat(8_000),
    'half a character': `The Parties \ud800 shall protect \udfff civilians.\u0000`,
    'empty lines': '\r\n'.repeat(60_000),
    'lone returns': CEASEFIRE.replaceAll('\n', '\r'),
    'front matter that ends nowhere': `---\npoclint:\n  type: [\n${CEASEFIRE}`,
    'aliases that multiply': `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n${CEASEFIRE}`,
    tables: `|${'a|'.repeat(3_000)}\n|${'-|'.repeat(3_000)}\n`,
  };
  const addresses = [
    'file://elsewhere/share/a.md',
    'file:///%zz/a.md',
    'untitled:Untitled-1',
    'odd',
    'https://a.b/c%20d.md',
    '',
  ];

  it('get an answer, and leave the next draft alone', async () => {
    const own = await start({ settings: { review: 'all' } });
    for (const [name, text] of Object.entries(texts)) {
      const uri = `file:///hostile/${encodeURIComponent(name)}.md`;
      await own.open(uri, text);
      await own.diagnostics(uri, 1);
      const textDocument = { uri };
      const start = { line: 0, character: 0 };
      for (const method of ['hover', 'completion', 'codeLens', 'documentSymbol', 'foldingRange', 'documentLink'])
        await own.request(`textDocument/${method}`, { textDocument, position: start });
      await own.request('poclint/coverage', { uri });
    }
    for (const uri of addresses) {
      await own.open(uri, CEASEFIRE);
      await own.diagnostics(uri, 1);
      await own.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    }
    await own.open(CEASEFIRE_URI, CEASEFIRE);
    const findings = shownFindings(await own.diagnostics(CEASEFIRE_URI, 1));
    expect(findings).toEqual(freshFindings('/drafts/ceasefire.md', CEASEFIRE));
    expect(own.messages).toEqual([]);
  }, 120_000);

  it('in a workspace that has none of its folders on this machine', async () => {
    const own = await start({ folderUri: 'file://elsewhere/share' });
    await own.open(CEASEFIRE_URI, CEASEFIRE);
    expect((await own.diagnostics(CEASEFIRE_URI, 1)).length).toBeGreaterThan(5);
  });
});

describe('a reader that breaks down', () => {
  it('is started anew for the next file, and what happened is said once', async () => {
    const own = await start({});
    const render = (path: string) =>
      own.request<{ text: string; problem?: string }>('poclint/render', {
        uri: 'poclint-draft:///accord.txt',
        source: new URL(path, PDFS).href,
      });
    const good = await render('acuerdo.es.groff.pdf');
    expect(good.text.length).toBeGreaterThan(1_000);
    const bad = await render('hostile/forms-of-forms.pdf');
    expect(bad).toMatchObject({ text: '', problem: expect.stringMatching(/^[^\n]*\.$/) });
    expect(await render('acuerdo.es.groff.pdf')).toEqual(good);
    expect(own.messages).toEqual([]);
  }, 60_000);
});

describe('a fault of ours', () => {
  const SECRET = 'the third village';
  const words = wordsFor('en');

  class Faulty extends NodeSurroundings {
    override plan(uri: string, draft: ReadDraft, ...rest: [typeof DEFAULT_SETTINGS, object]): Promise<Plan> {
      if (uri.includes('bad')) throw new TypeError(`Cannot read "${SECRET}"`);
      return super.plan(uri, draft, ...rest);
    }
    override pageOf(rule: string): string | undefined {
      if (rule === 'q-hortatory-verb') throw new TypeError(`Cannot read "${SECRET}"`);
      return super.pageOf(rule);
    }
  }
  const surroundings = new Faulty(RULES, () => [], true);
  const document = (uri: string) => ({ uri, version: 1, languageId: 'markdown', getText: () => CEASEFIRE });

  it('in one review is said without a word of the draft, and the others are reviewed', async () => {
    const reviewer = new Reviewer(surroundings, DEFAULT_SETTINGS, words);
    const failed = await reviewer.review(document('file:///d/bad.md'));
    expect(failed).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/failed on this draft \(TypeError\)/),
    });
    expect(JSON.stringify({ ...failed, text: '' })).not.toContain(SECRET);
    expect(await reviewer.review(document('file:///d/good.md'))).toBeInstanceOf(DraftReview);
  });

  it('in showing a review is a diagnostic on the first line', async () => {
    const reviewer = new Reviewer(surroundings, DEFAULT_SETTINGS, words);
    const state = await reviewer.review(document('file:///d/good.md'));
    const form = { hasCommands: false, annotates: false, relates: true, pageOf: () => undefined };
    const diagnostics = diagnosticsOf(state, { surroundings, words, reviewer, form } as unknown as Session);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 2, range: { start: { line: 0, character: 0 } } });
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });
});
