// Stemmers are imported by file: the package's entry loads database clients and prints to standard output.
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';

/** Cuts a word in lower case to its stem. */
export type Stemmer = (normal: string) => string;

/** The stemmers that a language's `words` may name. `none` leaves words whole; `endings` can then cut them lightly. */
export const STEMMERS: Readonly<Record<string, Stemmer>> = {
  english: (normal) => english.stem(normal),
  french: (normal) => french.stem(normal),
  spanish: (normal) => spanish.stem(normal),
  portuguese: (normal) => portuguese.stem(normal),
  russian: (normal) => russian.stem(normal),
  none: (normal) => normal,
};
