import type { Divergence, Parity, ParityClause } from '@poclint/core';
import { withoutQuotes } from '../report/redaction.ts';

/** A comparison without any word of the versions: topics, kinds, citations and places stay. */
export function redactParity({ authentic, ...parity }: Parity): Parity {
  return {
    ...parity,
    ...(authentic && { authentic: redactClause(authentic) }),
    divergences: parity.divergences.map(redactDivergence),
  };
}

function redactDivergence(divergence: Divergence): Divergence {
  const [one, other] = divergence.clauses;
  return {
    ...divergence,
    message: withoutQuotes(divergence.message),
    clauses: [one && redactClause(one), other && redactClause(other)],
  };
}

function redactClause(clause: ParityClause): ParityClause {
  return { ...clause, quote: '', words: clause.words.map(({ span }) => ({ span, quote: '' })) };
}
