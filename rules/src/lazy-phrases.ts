import type { LanguageData, PhraseTrie } from '@poclint/core';

/** A language whose compiled phrases are loaded once they are asked for: most runs meet one language of several. */
export function withPhrases(data: LanguageData, load: () => unknown): LanguageData {
  let trie: PhraseTrie | undefined;
  return {
    ...data,
    get trie(): PhraseTrie {
      trie ??= load() as PhraseTrie;
      return trie;
    },
  };
}
