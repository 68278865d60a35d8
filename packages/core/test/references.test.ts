import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis.ts';
import { review } from '../src/review.ts';
import type { WordingRule } from '../src/rule/rule.ts';
import { compileRules, RuleLibrary } from '../src/rule-library.ts';
import { findDefinitions } from '../src/structure/definitions.ts';
import { linesOf, SMALL_RULES, wordingRule } from './small-rules.ts';

const rules = compileRules(SMALL_RULES, 'en');

/** Each reference with the words that it leads to, or "nowhere". */
function references(...lines: string[]): string[] {
  const source = linesOf(lines.join('\n'));
  const { agreement } = analyse(source, rules);
  return rules.pack.references.find(source, agreement).map(({ words, resolved }) => {
    const target = resolved && source.text.slice(resolved.span[0], resolved.span[1]);
    return `${words} → ${target ? target.slice(0, 20) : 'nowhere'}`;
  });
}

describe('a reference is followed within its own text', () => {
  it.each([
    ['an article', ['Article 1', 'As in Article 2, they shall go.', 'Article 2', 'Yes.'], ['Article 2 → Article 2']],
    ['an article that is missing', ['Article 1', 'As in Article 9, they shall go.'], ['Article 9 → nowhere']],
    ['a number in words', ['Article One', 'x as in Article two', 'Article Two', 'y'], ['Article two → Article Two']],
    ['a decimal number', ['1.1 See article 1.2.', '1.2 There.'], ['article 1.2 → 1.2 There.']],
    ['an annex', ['Article 1', 'Lists stand in Annex B.', 'Annex A', 'Annex B'], ['Annex B → Annex B']],
    [
      'a paragraph above',
      ['1. One.', '2. As in paragraph 1 above.'.replace('paragraph', 'article')],
      ['article 1 → 1. One.'],
    ],
    [
      'a part of an article that has it',
      ['Article 1', '(a) one;', '(b) two.', 'Article 2', 'See Article 1(b).'],
      ['Article 1(b) → Article 1'],
    ],
    [
      'a part of an article that has others',
      ['Article 1', '(a) one;', '(b) two.', 'Article 2', 'See Article 1(f).'],
      ['Article 1(f) → nowhere'],
    ],
    [
      'a part of an article without numbers',
      ['Article 1', 'One.', 'Article 2', 'See Article 1(f).'],
      ['Article 1(f) → Article 1'],
    ],
    [
      'letters above, where letters were lost',
      ['Article 1', 'Sites of articles (f) and (g) above.'],
      ['articles (f) → nowhere'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(references(...lines)).toEqual(expected);
  });

  it.each([
    'Article 3 common to the Geneva Conventions applies.',
    'They shall apply Article 12 of the Constitution.',
    'As in articles 3 and 4 of the Linggadjati Agreement.',
    'Article 7 of the said Protocol applies.',
    'See the Convention, article 5 of the Statute.',
  ])('other instruments are left out: %s', (sentence) => {
    expect(references('Article 1', sentence)).toEqual([]);
  });
});

describe('what is reported', () => {
  const rule: WordingRule = wordingRule('q-broken-cross-reference', 'broken-cross-reference');
  const library = new RuleLibrary({ ...SMALL_RULES, rules: [...SMALL_RULES.rules, rule] });
  const found = (...lines: string[]) => {
    const source = linesOf(lines.join('\n'));
    const { report } = review({ accepted: source }, library, { language: 'en', type: 'ceasefire' });
    if (report.status !== 'reviewed') throw new Error(report.reason);
    return report.findings
      .filter((finding) => finding.rule === rule.id)
      .map(({ span, severity }) => `${severity} "${source.text.slice(span[0], span[1])}"`);
  };

  it('a part that is left out', () => {
    expect(found('PART IV', 'Text.', 'PART VI', 'Text.')).toEqual(['warning "PART VI"']);
    expect(found('PART IV', 'Text.', 'PART V', 'Text.')).toEqual([]);
  });

  it('an article that is missing', () => {
    expect(found('Article 1', 'As in Article 9, they shall go.')).toEqual(['warning "Article 9"']);
  });

  it('nothing where the text numbers nothing of that kind', () => {
    expect(found('They shall go.', 'As in Article 9, they shall stay.')).toEqual([]);
  });

  it('nothing in headings', () => {
    expect(found('Article 1', 'Text.', 'Article 2 Reasons behind Article 9')).toEqual([]);
  });
});

describe('definitions', () => {
  const definitions = (text: string) => {
    const source = linesOf(text);
    return findDefinitions(source, analyse(source, rules).agreement, rules.pack.drafting).map(
      ({ term, kind, span }) => `${kind} ${term}${source.text.slice(span[0], span[1]) === term ? '' : ' elsewhere'}`,
    );
  };

  it.each([
    ['“Relief” means food and water.', ['meaning Relief']],
    ['"Relief", for this Article, means food.', ['meaning Relief']],
    [
      'The Government (hereinafter “the Government”) and the Front (“Front”)',
      ['name Government elsewhere', 'name Front'],
    ],
    ['They said “no” and left.', []],
    ['“Relief” is here. It means nothing.', []],
    ['(hereinafter referred to as “the Parties”)', ['name Parties elsewhere']],
  ])('%s', (text, expected) => {
    expect(definitions(text)).toEqual(expected);
  });
});
