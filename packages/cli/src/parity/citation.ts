import { citationOf, type Divergence } from '@poclint/core';
import { cite, type Locale } from '@poclint/messages';

/** Where a divergence stands, as a lawyer cites it in a language: "Art. 3(2)", or "Art. 3(2) | Art. 4(2)" where the numbers differ. */
export function citeIn(divergence: Divergence, locale: Locale): string {
  return citationOf(divergence, (citation) => cite(citation, locale));
}
