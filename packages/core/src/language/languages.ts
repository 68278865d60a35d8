import type { Language } from './language.ts';
import type { WordForms } from './language-data.ts';
import { STEMMERS, type Stemmer } from './stemmers.ts';

const IGNORABLE = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const APOSTROPHES = /[’‘ʼ`´]/g;
/** A word keeps at least so many letters when something written together with it is taken off. */
const LEAST_LETTERS = 3;

/**
 * Makes a language of what its folder says about the forms of words. Throws a RangeError that names the known stemmers
 * where the data asks for another.
 */
export function makeLanguage(id: string, forms: WordForms): Language {
  const normalise = normaliser(forms);
  const attached = byLength(forms.attached ?? []).map(normalise);
  return {
    id,
    elides: forms.elides ?? false,
    normalise,
    variants: attached.length === 0 ? (normal) => [normal] : (normal) => withoutAttached(normal, attached),
    stem: stemmer(forms),
  };
}

function normaliser(forms: WordForms): (surface: string) => string {
  const foldings = new Map(Object.entries(forms.foldings ?? {}));
  const folded =
    foldings.size > 0 ? new RegExp(`[${[...foldings.keys()].map(escapeInClass).join('')}]`, 'gu') : undefined;
  const trailing = byLength(forms.trailing ?? []);
  return (surface) => {
    let normal = surface.toLowerCase().replace(IGNORABLE, '').replace(APOSTROPHES, "'");
    if (folded) normal = normal.replace(folded, (character) => foldings.get(character) as string);
    if (forms.ignoresInitialAccents) normal = withoutInitialAccent(normal);
    const ending = trailing.find((candidate) => normal.endsWith(candidate));
    return ending === undefined ? normal : normal.slice(0, -ending.length);
  };
}

/** Capitals are often typed without their accents: "Etat". A word of one letter is left alone: "à" is not "a". */
function withoutInitialAccent(normal: string): string {
  const first = normal.charCodeAt(0);
  if (first < 0xc0 || normal.length < 2) return normal;
  return (normal[0] as string).normalize('NFD').replace(/\p{M}/gu, '') + normal.slice(1);
}

function withoutAttached(normal: string, attached: readonly string[]): readonly string[] {
  const variants = [normal];
  for (const prefix of attached)
    if (normal.length - prefix.length >= LEAST_LETTERS && normal.startsWith(prefix))
      variants.push(normal.slice(prefix.length));
  return variants;
}

function stemmer(forms: WordForms): Stemmer {
  const stem = STEMMERS[forms.stemmer];
  if (!stem) throw new RangeError(`No stemmer "${forms.stemmer}". Known: ${Object.keys(STEMMERS).join(', ')}.`);
  const endings = byLength(forms.endings ?? []);
  if (endings.length === 0) return stem;
  const least = forms.least ?? LEAST_LETTERS;
  return (normal) => {
    const ending = endings.find((candidate) => normal.length - candidate.length >= least && normal.endsWith(candidate));
    return stem(ending === undefined ? normal : normal.slice(0, -ending.length));
  };
}

function byLength(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function escapeInClass(character: string): string {
  return character.replace(/[\\\]^-]/g, '\\$&');
}
