import { detached } from '../detached.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from './agreement.ts';
import { recall, remember } from './block-reading.ts';
import type { DraftingReader } from './drafting-reader.ts';

/** A term that the agreement gives a meaning or a short name. */
export interface Definition {
  readonly term: string;
  /** The term's own words, without quotation marks. */
  readonly span: Span;
  readonly clause: Clause;
  /** `meaning`: "civilian" means …; `name`: … (hereinafter "the Parties"). */
  readonly kind: 'meaning' | 'name';
}

/** A definition as the words of one block show it. */
interface Found {
  readonly term: string;
  readonly from: number;
  readonly to: number;
  readonly kind: Definition['kind'];
}

const QUOTED = /["“”«„‟‘']\s?(\p{L}[^"“”«»„\n]{0,78}?[\p{L}\p{N})])\s?["”»“’']/gu;
/** A defining word stands at most so far behind the term: "civilian", for the purposes of this Part, means. */
const DEFINING_REACH = 60;

/** Finds the defined terms, in the order of the text. */
export function findDefinitions(source: Source, agreement: Agreement, words: DraftingReader): Definition[] {
  const definitions: Definition[] = [];
  for (const clause of agreement.clauses) {
    if (clause.kind === 'aside') continue;
    const found =
      recall<readonly Found[]>(clause.reading, NAME) ??
      remember(clause.reading, NAME, definitionsIn(detached(source.text.slice(...clause.span)), clause, words));
    for (const { term, from, to, kind } of found)
      definitions.push({ term, kind, clause, span: [clause.span[0] + from, clause.span[0] + to] });
  }
  return definitions;
}

const NAME = 'definitions';
const NONE: readonly Found[] = [];

function definitionsIn(text: string, clause: Clause, words: DraftingReader): readonly Found[] {
  if (!/["“”«„‘]/.test(text)) return NONE;
  const { scan } = clause.reading;
  const defining = (scan?.operators ?? [])
    .filter((operator) => operator.operator === 'define')
    .map((operator) => scan?.start[operator.first] as number);
  const found: Found[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const term = match[1] as string;
    const from = match.index + match[0].indexOf(term);
    const to = from + term.length;
    const means = defining.some(
      (start) => start >= to && start - to < DEFINING_REACH && !/[.;:]/.test(text.slice(to, start)),
    );
    if (!means && !words.named.test(text.slice(Math.max(0, match.index - 90), match.index))) continue;
    found.push({
      term: term.replace(words.article, ''),
      from,
      to,
      kind: means ? 'meaning' : 'name',
    });
  }
  return found;
}
