import type { LanguageData, PhraseTrie, RuleSet } from '@poclint/core';
import { startServer } from './start-server.ts';

/** What a page sends its worker first: a worker loaded from another origin finds no file beside itself. */
interface Provisions {
  /** The compiled rules, as they lie in `.pack.json`. */
  readonly rules: Uint8Array;
  /** The compiled phrases of each language, as they lie in `.pack.<language>.json`. */
  readonly phrases: Readonly<Record<string, Uint8Array>>;
  readonly version: string;
}

/** The language with its phrases, which are parsed when a draft in that language is met. */
function withPhrases(data: LanguageData, bytes: Uint8Array | undefined): LanguageData {
  if (!bytes) throw new Error(`The phrases of the language ${data.id} were not sent.`);
  let trie: PhraseTrie | undefined;
  return {
    ...data,
    get trie(): PhraseTrie {
      trie ??= parse(bytes) as PhraseTrie;
      return trie;
    },
  };
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

const scope = globalThis as unknown as {
  addEventListener(name: 'message', listen: (event: { data: Provisions }) => void, options: { once: boolean }): void;
};
scope.addEventListener(
  'message',
  ({ data: { rules, phrases, version } }) => {
    const { ruleSet } = parse(rules) as { ruleSet: RuleSet };
    const languages = ruleSet.languages.map((data) => withPhrases(data, phrases[data.id]));
    startServer({ ...ruleSet, languages }, version);
  },
  { once: true },
);
