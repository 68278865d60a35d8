import { parsePhrases } from '@poclint/core';
import { freshLibrary } from './rules.ts';

/** Alternatives multiply: a phrase gives at most this many spellings. */
const MOST = 8;

export interface VocabularyTerms {
  readonly phrases: number;
  /** Words and word sequences, as a search tool is given them. Gaps and classes of words are beyond it. */
  readonly terms: readonly string[];
}

/** The English vocabulary as plain terms: stems and beginnings as they stand, each alternative written out. */
export function vocabularyTerms(): VocabularyTerms {
  const data = freshLibrary().ruleSet.languages.find(({ id }) => id === 'en');
  if (!data) throw new Error('There is no English vocabulary.');
  const notations = Object.values(data.concepts).flatMap((concept) => [...concept.phrases, ...(concept.masks ?? [])]);
  const phrases = notations.flatMap((notation) => parsePhrases(notation, data.classes));
  const terms = phrases.flatMap(({ elements }) => {
    let spellings = [''];
    for (const element of elements) {
      if (element.kind === 'gap') return [];
      const words = element.alternatives.map(({ text }) => text);
      spellings = spellings
        .flatMap((start) => words.map((word) => (start === '' ? word : `${start} ${word}`)))
        .slice(0, MOST);
    }
    return spellings;
  });
  return { phrases: phrases.length, terms: [...new Set(terms)].filter((term) => !term.includes('#')) };
}
