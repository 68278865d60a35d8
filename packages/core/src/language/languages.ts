// Stemmers are imported by file: the package's entry loads database clients and prints to standard output.
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Language } from './language.ts';

const IGNORABLE = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

function lower(surface: string): string {
  return surface
    .toLowerCase()
    .replace(IGNORABLE, '')
    .replace(/[’‘ʼ`´]/g, "'");
}

const ENGLISH: Language = {
  id: 'en',
  elides: false,
  normalise: (surface) => lower(surface).replace(/'s?$/, ''),
  variants: (normal) => [normal],
  stem: (normal) => english.stem(normal),
};

const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };

/** The languages that the core can read. */
export const LANGUAGE_IDS: readonly string[] = Object.keys(LANGUAGES);

/** The language with this primary tag. Throws a RangeError naming the known ones otherwise. */
export function languageOf(id: string): Language {
  const language = LANGUAGES[id];
  if (!language) throw new RangeError(`No language "${id}". Known: ${LANGUAGE_IDS.join(', ')}.`);
  return language;
}
