/**
 * The notation in which vocabulary is written. Words are parted by spaces:
 *
 * - `attack`      any word with the same stem
 * - `=attacks`    exactly this form
 * - `civilian*`   any word that begins so
 * - `a|b`         either
 * - `@kill`       any word of the class `kill`
 * - `#`           any number in digits
 * - `the?`        may be missing
 * - `..3`         up to three words between
 */
export interface Phrase {
  readonly elements: readonly PhraseElement[];
}

export type PhraseElement =
  | { readonly kind: 'word'; readonly alternatives: readonly WordMatcher[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

export interface WordMatcher {
  readonly kind: 'stem' | 'exact' | 'prefix' | 'number';
  readonly text: string;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

const LONGEST_GAP = 12;

/**
 * Reads one notation, which may stand for several phrases: an alternative with a hyphen ("open|re-open") is two words
 * and so a phrase of its own. Throws a SyntaxError that says what is wrong and how to write it.
 */
export function parsePhrases(notation: string, classes: WordClasses): Phrase[] {
  return withoutHyphens(notation.trim().split(/\s+/)).map((parts) => parsePhrase(parts.join(' '), classes));
}

function withoutHyphens(parts: readonly string[]): string[][] {
  const at = parts.findIndex((part) => part.includes('|') && part.split('|').some(isHyphenated));
  if (at < 0) return [[...parts]];
  const optional = (parts[at] as string).endsWith('?') ? '?' : '';
  const alternatives = (parts[at] as string).replace(/\?$/, '').split('|');
  const plain = alternatives.filter((alternative) => !isHyphenated(alternative));
  const choices = [...(plain.length > 0 ? [plain.join('|')] : []), ...alternatives.filter(isHyphenated)];
  return choices.flatMap((choice) =>
    withoutHyphens([...parts.slice(0, at), choice + optional, ...parts.slice(at + 1)]),
  );
}

/** The name of a word class may have a hyphen; a word that has one is two words. */
function isHyphenated(alternative: string): boolean {
  return alternative.includes('-') && !alternative.startsWith('@');
}

/** Reads one phrase. Throws a SyntaxError that says what is wrong with it and how to write it. */
function parsePhrase(notation: string, classes: WordClasses): Phrase {
  const elements: PhraseElement[] = [];
  for (const part of notation.trim().split(/\s+/)) {
    if (part === '') continue;
    if (part.startsWith('..')) elements.push(parseGap(part, notation));
    else elements.push(...parseWords(part, notation, classes));
  }
  const words = elements.filter((element) => element.kind === 'word');
  if (words.length === 0) throw new SyntaxError(`The phrase "${notation}" has no word.`);
  if (words.every((element) => element.optional))
    throw new SyntaxError(`All words of "${notation}" are optional; at least one must not be.`);
  if (elements[0]?.kind === 'gap' || elements.at(-1)?.kind === 'gap')
    throw new SyntaxError(`The phrase "${notation}" begins or ends with a gap; gaps stand between words.`);
  return { elements };
}

function parseGap(part: string, notation: string): PhraseElement {
  const most = Number(part.slice(2));
  if (!Number.isInteger(most) || most < 1 || most > LONGEST_GAP) {
    throw new SyntaxError(`The gap "${part}" in "${notation}" must be ..1 to ..${LONGEST_GAP}.`);
  }
  return { kind: 'gap', most };
}

function parseWords(part: string, notation: string, classes: WordClasses): PhraseElement[] {
  const optional = part.endsWith('?');
  const body = optional ? part.slice(0, -1) : part;
  if (body.includes('-') && !body.includes('|')) {
    // The tokenizer parts words at hyphens, so a hyphenated word is several elements.
    const pieces = body.split('-').filter((piece) => piece !== '');
    const exact = body.startsWith('=');
    return pieces.map((piece) => ({
      kind: 'word',
      alternatives: parseAlternative(exact && !piece.startsWith('=') ? `=${piece}` : piece, notation, classes),
      optional,
    }));
  }
  const alternatives = body.split('|').flatMap((alternative) => parseAlternative(alternative, notation, classes));
  return [{ kind: 'word', alternatives, optional }];
}

function parseAlternative(notation: string, phrase: string, classes: WordClasses): WordMatcher[] {
  if (notation === '' || (notation.includes('-') && !notation.startsWith('@'))) {
    throw new SyntaxError(
      `"${notation}" in "${phrase}" is not a word; write hyphenated alternatives as phrases of their own.`,
    );
  }
  if (notation === '#') return [{ kind: 'number', text: '#' }];
  if (notation.startsWith('@')) {
    const members = classes[notation.slice(1)];
    if (!members) throw new SyntaxError(`"${phrase}" names the word class "${notation}", which is not defined.`);
    return members.flatMap((member) => parseAlternative(member, phrase, {}));
  }
  if (notation.startsWith('=')) return [{ kind: 'exact', text: notation.slice(1) }];
  if (notation.endsWith('*') && notation.length < 4) {
    throw new SyntaxError(
      `The beginning "${notation}" in "${phrase}" is too short to mean anything; give at least three letters.`,
    );
  }
  if (notation.endsWith('*')) return [{ kind: 'prefix', text: notation.slice(0, -1) }];
  return [{ kind: 'stem', text: notation }];
}
