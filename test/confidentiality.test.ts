import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const PACKAGES = ['packages', 'rules', 'extension'];

/** What opens a connection, in Node or in a browser. */
const CONNECTS =
  /['"]node:(?:http2?|https|net|tls|dgram|dns)(?:\/promises)?['"]|(?<![.\w])fetch\(|new (?:WebSocket|XMLHttpRequest|EventSource)\b|sendBeacon\(/;

function sources(): { readonly path: string; readonly content: string }[] {
  return PACKAGES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
      .filter((path) => /(?:^|\/)(?:src|bin)\//.test(path) && !/(?:^|\/)node_modules\//.test(path)),
  ).map((path) => ({ path, content: readFileSync(join(ROOT, path), 'utf8') }));
}

describe('confidentiality', () => {
  it('would notice code that connects', () => {
    for (const line of ["import { request } from 'node:https';", 'await fetch(url);', 'new WebSocket(url)'])
      expect(line).toMatch(CONNECTS);
    expect('store.fetch(key); prefetch(key)').not.toMatch(CONNECTS);
  });

  it('has no code that opens a connection', () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ content }) => CONNECTS.test(content)).map(({ path }) => path)).toEqual([]);
  });
});
