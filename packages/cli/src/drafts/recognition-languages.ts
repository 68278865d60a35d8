import { UsageError } from '@poclint/project/usage-error';

/** Languages that the words of scanned pages can be recognised in. */
const RECOGNITION_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type RecognitionLanguage = (typeof RECOGNITION_LANGUAGES)[number];

/** What `--ocr` was given, and the drafts that were named. */
export interface Recognition {
  readonly languages: readonly RecognitionLanguage[] | undefined;
  readonly names: readonly string[];
}

/**
 * Tells the languages of `--ocr` from the draft after it: in `--ocr scan.pdf` the option has no value. Without
 * languages the one that the drafts are said to be in is taken, and English where none is.
 *
 * @param value - What the command line reader took for the option's value: `true` where there was none.
 */
export function recognitionOf(
  value: string | boolean | undefined,
  names: readonly string[],
  language: string | undefined,
): Recognition {
  if (value === undefined || value === false) return { languages: undefined, names };
  const usual = RECOGNITION_LANGUAGES.filter((known) => known === (language ?? 'en'));
  if (value === true) return { languages: demandSome(usual, language), names };
  const parts = value.split(',').map((part) => part.trim());
  const known = RECOGNITION_LANGUAGES.filter((one) => parts.includes(one));
  if (known.length === parts.length) return { languages: known, names };
  if (/^[a-z]{2,3}(?:,[a-z]{2,3})*$/.test(value))
    throw new UsageError(({ draft }) => draft.recognised({ value, known: RECOGNITION_LANGUAGES }));
  return { languages: demandSome(usual, language), names: [value, ...names] };
}

function demandSome(
  languages: readonly RecognitionLanguage[],
  language: string | undefined,
): readonly RecognitionLanguage[] {
  if (languages.length > 0) return languages;
  throw new UsageError(({ draft }) =>
    draft.notRecognisable({ language: language ?? '', known: RECOGNITION_LANGUAGES }),
  );
}
