import type { LanguageData } from '../../src/language/language-data.ts';
import { type Review, review } from '../../src/review.ts';
import type { RuleSet } from '../../src/rule/rule-set.ts';
import { RuleLibrary } from '../../src/rule-library.ts';
import { linesOf, SMALL_RULES } from '../small-rules.ts';

const [english] = SMALL_RULES.languages as readonly [LanguageData];

/** The small vocabulary, with the words that only a comparison looks at. */
const RULES: RuleSet = {
  ...SMALL_RULES,
  languages: [
    {
      ...english,
      concepts: {
        ...english.concepts,
        school: { phrases: ['school'] },
        'affiliate-words': { phrases: ['allied', 'affiliated'] },
        'exemption-term': { phrases: ['except during'] },
        'reciprocity-condition': { phrases: ['provided that the other'] },
        deferral: { phrases: ['@be agreed later'] },
      },
      operators: {
        ...english.operators,
        time: { phrases: ['immediately', 'within # days', 'within ..2 days', 'at all times'] },
        mechanism: { phrases: ['=commission'] },
        consequence: { phrases: ['punish'] },
        bearer: { phrases: ['the parties', 'parties', 'each party', 'the|national? government', '=we'] },
      },
    },
  ],
};

const library = new RuleLibrary(RULES);

/** A review of some lines, each a clause. */
export function reviewOf(...lines: readonly string[]): Review {
  return review({ accepted: linesOf(lines.join('\n')) }, library, { language: 'en', stage: 'draft' });
}
