import type { Clause } from './agreement.ts';

/** How citations are worded in one language of the tool. */
export interface CitationWords {
  readonly article: string;
  readonly annex: string;
  readonly preamble: string;
  readonly paragraph: string;
  readonly item: string;
}

export const ENGLISH_CITATION: CitationWords = {
  article: 'Art.',
  annex: 'Annex',
  preamble: 'Preamble',
  paragraph: '¶',
  item: 'item',
};

/**
 * The clause as a lawyer cites it: `Art. 9(1)(b)`, `2.1.10`, `Annex A, 3`, `Preamble, ¶ 4`. A clause without number is
 * counted: `Art. 3 ¶ 2`, and `Art. 3 ¶ 2 item 7` in a list.
 */
export function cite(clause: Clause, words: CitationWords = ENGLISH_CITATION): string {
  const chain = labelChain(clause);
  const annexAt = chain.findIndex((label) => label.style === 'annex');
  const annex = annexAt < 0 ? '' : `${words.annex} ${(chain[annexAt] as { cited: string }).cited}`;
  const rest = chain.slice(annexAt + 1);
  const articleAt = rest.findLastIndex((label) => label.style === 'article');
  const below = rest
    .slice(articleAt + 1)
    .filter((label) => label.style !== 'part' && label.style !== 'chapter' && label.style !== 'section');
  const decimalAt = below.findLastIndex((label) => label.style === 'decimal');
  const tail = below
    .slice(Math.max(0, decimalAt))
    .map((label, at) => (at === 0 && articleAt < 0 ? label.cited : enclosed(label.cited)));
  const article =
    articleAt < 0 || decimalAt >= 0 ? '' : `${words.article} ${(rest[articleAt] as { cited: string }).cited}`;
  const own = decimalAt >= 0 ? tail.join('').replace(/^\(([\d.]+)\)/, '$1') : `${article}${tail.join('')}`;
  const division = own === '' ? divisionOf(rest) : own;
  const place = [annex, division].filter((part) => part !== '').join(', ');
  const counted = countedPart(clause, words);
  if (clause.location === 'preamble') return [words.preamble, place, counted].filter((part) => part !== '').join(', ');
  return [place, counted].filter((part) => part !== '').join(' ');
}

/** The part of a citation that is counted because it bears no number. */
function countedPart(clause: Clause, words: CitationWords): string {
  if (clause.position === undefined) return '';
  const { chapeau } = clause;
  if (!chapeau || chapeau.kind === 'heading' || chapeau.kind === 'title')
    return `${words.paragraph} ${clause.position}`;
  return [countedPart(chapeau, words), `${words.item} ${clause.position}`].filter((part) => part !== '').join(' ');
}

function enclosed(cited: string): string {
  return cited === '' || cited.startsWith('(') ? cited : `(${cited})`;
}

interface CitedLabel {
  readonly style: string;
  readonly cited: string;
}

function divisionOf(chain: readonly CitedLabel[]): string {
  const last = chain.at(-1);
  if (!last) return '';
  const name = { part: 'Part', chapter: 'Chapter', section: 'Section' }[last.style];
  return name ? `${name} ${last.cited}` : last.cited;
}

function labelChain(clause: Clause): CitedLabel[] {
  const chain: CitedLabel[] = [];
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    if (at.label && at.label.style !== 'bullet') chain.push(at.label);
  }
  return chain.reverse();
}
