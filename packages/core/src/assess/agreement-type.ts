import { AGREEMENT_TYPES, type AgreementType, type TypeStatement } from '../report/report.ts';
import type { Agreement } from '../structure/agreement.ts';

const TITLE_CLAUSES = 12;
const TITLE_WEIGHT = 8;
/** Comprehensive agreements are long: the median is 22,933 characters against 2,629 for ceasefires (PA-X v10). */
const COMPREHENSIVE_LENGTH = 15_000;

/**
 * The type that the words of an agreement suggest, above all those of its title. The confidence is the share of the
 * best type in all that was counted.
 */
export function inferAgreementType(agreement: Agreement, length: number): TypeStatement {
  const weights = new Map<AgreementType, number>(AGREEMENT_TYPES.map((type) => [type, 0.5]));
  const add = (type: AgreementType, weight: number) => weights.set(type, (weights.get(type) as number) + weight);
  const inBody = perClause(agreement);
  for (const { kind, index, reading } of agreement.typed) {
    const isHead = kind === 'heading' && index < TITLE_CLAUSES;
    const weight = kind === 'title' ? TITLE_WEIGHT : isHead ? TITLE_WEIGHT / 2 : inBody;
    for (const type of reading.scan?.told ?? []) add(type, weight);
  }
  if (length < COMPREHENSIVE_LENGTH) weights.set('comprehensive', (weights.get('comprehensive') as number) * 0.3);
  else add('comprehensive', 1);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const [value, best] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a));
  return { value, source: 'inferred', confidence: Math.round((best / total) * 100) / 100 };
}

/** All mentions in the body together weigh about as much as one in the title. */
function perClause(agreement: Agreement): number {
  return (2 * TITLE_WEIGHT) / Math.max(20, agreement.clauses.length);
}
