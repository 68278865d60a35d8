import type { Clause, ReviewDetails, Span } from '@poclint/core';

/** A draft that is going to be changed, with what its review found in it. */
export interface Subject {
  readonly name: string;
  readonly text: string;
  readonly details: ReviewDetails;
  /** Clauses that bind, with the topics that they or the members of their list bear on. */
  readonly sites: readonly SubjectSite[];
}

export interface SubjectSite {
  readonly clause: Clause;
  /** The words after the label, in the draft's text. */
  readonly span: Span;
  readonly words: string;
  readonly topics: readonly string[];
  /** Whether the words introduce a list instead of providing something themselves. */
  readonly isChapeau: boolean;
}

/** One case: a changed draft, and what a comparison should say of it. */
export interface Case {
  readonly kind: string;
  readonly draft: string;
  readonly text: string;
  /** What was done, for a reader of the misses. */
  readonly note: string;
  /** Any of these topics may be named. Empty for a decoy. */
  readonly topics: readonly string[];
  /** Topics that the change also touches, so that a report on them is no side alarm. */
  readonly touched?: readonly string[];
  /** Any of these kinds of change is right. */
  readonly accepted: readonly string[];
}

export function subjectOf(name: string, text: string, details: ReviewDetails): Subject {
  const byClause = new Map<number, Set<string>>();
  const chapeaux = new Set<number>();
  const note = (index: number, topic: string) => {
    const known = byClause.get(index);
    if (known) known.add(topic);
    else byClause.set(index, new Set([topic]));
  };
  details.evidence.forEach((list, topic) => {
    const id = details.topics[topic]?.id ?? '';
    for (const piece of list) {
      if (piece.level !== 'operative' || piece.clause.location !== 'operative') continue;
      note(piece.clause.index, id);
      const { chapeau } = piece.clause;
      if (!chapeau || chapeau.kind === 'heading' || chapeau.kind === 'title') continue;
      note(chapeau.index, id);
      chapeaux.add(chapeau.index);
    }
  });
  const sites = [...byClause]
    .sort(([a], [b]) => a - b)
    .map(([index, topics]) => {
      const clause = details.agreement.clauses[index] as Clause;
      const span: Span = [clause.span[0] + clause.reading.textStart, clause.span[1]];
      return {
        clause,
        span,
        words: text.slice(span[0], span[1]),
        topics: [...topics].sort(),
        isChapeau: chapeaux.has(index),
      };
    });
  return { name, text, details, sites };
}

/** The draft with the words of one clause replaced. */
export function withWords(subject: Subject, site: SubjectSite, words: string): string {
  return subject.text.slice(0, site.span[0]) + words + subject.text.slice(site.span[1]);
}

/** The draft without a clause, its label and the break before it. */
export function withoutClauses(subject: Subject, clauses: readonly Clause[]): string {
  let { text } = subject;
  for (const clause of [...clauses].sort((a, b) => b.span[0] - a.span[0])) {
    const before = text.slice(0, clause.span[0]).replace(/\s+$/, '');
    const isItem = /\n[^\n]*$/.exec(before)?.[0].trim() !== '' && text[clause.span[0] - 2] !== '\n';
    const after = text.slice(clause.span[1]).replace(/^\s+/, '');
    text = `${before}${isItem ? '\n' : '\n\n'}${after}`;
  }
  return text;
}
