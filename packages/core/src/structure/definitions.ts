import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from './agreement.ts';

/** A term that the agreement gives a meaning or a short name. */
export interface Definition {
  readonly term: string;
  /** The term's own words, without quotation marks. */
  readonly span: Span;
  readonly clause: Clause;
  /** `meaning`: "civilian" means …; `name`: … (hereinafter "the Parties"). */
  readonly kind: 'meaning' | 'name';
}

const QUOTED = /["“”«„‟‘']\s?(\p{L}[^"“”«»„\n]{0,78}?[\p{L}\p{N})])\s?["”»“’']/gu;
/** The quoted words stand alone in round brackets, or after "hereinafter" and the like. */
const NAMED_BEFORE =
  /(?:\(\s*(?:the|la|le|les|el|los|las)?\s*|hereinafter[^.;]{0,60}|hereafter[^.;]{0,60}|referred to (?:collectively |individually |jointly )?as (?:the )?|ci-apr[èe]s[^.;]{0,60}|en adelante[^.;]{0,40}|المشار إلي\p{L}* [^.;]{0,30})$/iu;

/** Finds the defined terms. `definesAt` tells whether a defining word ("means") stands right after an offset of a clause. */
export function findDefinitions(source: Source, agreement: Agreement): Definition[] {
  const found: Definition[] = [];
  for (const clause of agreement.clauses) {
    if (clause.kind === 'aside') continue;
    const text = source.text.slice(clause.span[0], clause.span[1]);
    if (!/["“”«„‘]/.test(text)) continue;
    const defining = new Set<number>();
    const { scan } = clause.reading;
    for (const operator of scan?.operators ?? [])
      if (operator.operator === 'define') defining.add(scan?.start[operator.first] as number);
    for (const match of text.matchAll(QUOTED)) {
      const term = match[1] as string;
      const from = match.index + match[0].indexOf(term);
      const after = text.slice(match.index + match[0].length);
      const meaning =
        [...defining].some((start) => start >= from + term.length && start - (from + term.length) < 40) &&
        /^[^.;:]{0,40}$/.test(
          after.slice(0, Math.max(0, Math.min(...[...defining].filter((start) => start >= from)) - from - term.length)),
        );
      const named = NAMED_BEFORE.test(text.slice(Math.max(0, match.index - 90), match.index));
      if (!meaning && !named) continue;
      found.push({
        term: term.replace(/^(?:the|la|le|les|el|los|las)\s+/i, ''),
        span: [clause.span[0] + from, clause.span[0] + from + term.length],
        clause,
        kind: meaning ? 'meaning' : 'name',
      });
    }
  }
  return found;
}
