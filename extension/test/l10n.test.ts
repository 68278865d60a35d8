import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const EXTENSION = join(import.meta.dirname, '..');
/** The languages that the extension speaks beside English, which is in the source itself. */
const LANGUAGES = ['ar', 'es', 'fr'];

type Strings = Readonly<Record<string, string>>;

function read(name: string): string {
  return readFileSync(join(EXTENSION, name), 'utf8');
}

const strings = (name: string) => JSON.parse(read(name)) as Strings;

/** The sentences of the source: what `t` is called with. */
function sentencesOfSource(): string[] {
  const files = readdirSync(join(EXTENSION, 'src')).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const source = read(`src/${name}`);
    const calls = source.match(/\bt\(/g)?.length ?? 0;
    const sentences = [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, sentence]) => sentence as string);
    // A sentence that is put together, or quoted otherwise, would go unnoticed.
    expect(sentences.length, `sentences in ${name} that can be found`).toBe(calls);
    return sentences;
  });
}

/** The places that are filled in later. */
function gaps(text: string): string[] {
  return (text.match(/\{\d\}/g) ?? []).sort();
}

/** What a link of the walkthrough runs. */
function commands(text: string): string[] {
  return (text.match(/command:[\w.]+/g) ?? []).sort();
}

describe.each(LANGUAGES)('%s', (language) => {
  const source = [...new Set(sentencesOfSource())].sort();
  const own = strings(`l10n/bundle.l10n.${language}.json`);

  it('has every sentence of the source, and no other', () => {
    expect(Object.keys(own).sort()).toEqual(source);
  });

  it('says something of its own in each, with the same gaps', () => {
    for (const [sentence, translation] of Object.entries(own)) {
      expect(translation.trim(), sentence).not.toBe('');
      expect(gaps(translation), sentence).toEqual(gaps(sentence));
    }
  });

  it('has every string of the manifest, with the same links', () => {
    const english = strings('package.nls.json');
    const translated = strings(`package.nls.${language}.json`);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(translated)) {
      expect(text.trim(), key).not.toBe('');
      expect(commands(text), key).toEqual(commands(english[key] as string));
    }
  });
});

it('names in English every string that the manifest uses, and no other', () => {
  const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key as string);
  expect(Object.keys(strings('package.nls.json')).sort()).toEqual([...new Set(used)].sort());
});
