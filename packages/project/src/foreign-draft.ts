import { type ReadDraft, type Review, type ReviewContext, type RuleLibrary, review } from '@poclint/core';

/** Longer samples do not make the guess better. */
const SAMPLE = 4_000;

/**
 * Reviews a draft; where it is in none of the rules' languages, the report names the language it seems to be in. What
 * tells 187 languages apart is loaded for such drafts only.
 */
export async function reviewAnyLanguage(
  draft: ReadDraft,
  library: RuleLibrary,
  context: ReviewContext,
): Promise<Review> {
  const result = review(draft, library, context);
  if (!result.isForeign) return result;
  const { franc } = await import('franc');
  const guessLanguage = (text: string): string | undefined => {
    const tag = franc(text.slice(0, SAMPLE));
    return tag === 'und' ? undefined : tag;
  };
  return review(draft, library, { ...context, guessLanguage });
}
