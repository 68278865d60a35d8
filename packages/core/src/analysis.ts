import { type PlacedEvidence, strongestFirst } from './assess/coverage.ts';
import { detached } from './detached.ts';
import { type ClauseEvidence, clauseEvidence } from './match/clause-evidence.ts';
import type { CompiledRules } from './rule-library.ts';
import type { Block, Source } from './source/source.ts';
import type { Span } from './span.ts';
import type { Agreement, Clause } from './structure/agreement.ts';
import { type BlockReading, readBlock } from './structure/block-reading.ts';
import { buildAgreement } from './structure/build-agreement.ts';

/** What the engine finds in one reading of a draft, before it is put into words. */
export interface Analysis {
  readonly agreement: Agreement;
  /** By topic, in the order of the rules; strongest first. */
  readonly evidence: readonly (readonly PlacedEvidence[])[];
}

const NO_SPANS: readonly Span[] = [];

/**
 * Parses and matches a draft. A pure function of its arguments: `rules` only remembers what it has read before.
 *
 * @param hidden - Stretches that this reading leaves out, ascending and disjoint: brackets that fall, alternatives not taken.
 * @param byBlock - For a text in several languages: the rules in the language of each block.
 */
export function analyse(
  source: Source,
  rules: CompiledRules,
  hidden: readonly Span[] = NO_SPANS,
  byBlock?: readonly CompiledRules[],
): Analysis {
  const opaque = hidden.length === 0 ? source.opaque : union(source.opaque, hidden);
  const readings = readBlocks(source, rules, opaque, byBlock);
  const agreement = buildAgreement(source.blocks, readings);
  const byTopic: PlacedEvidence[][] = rules.topics.map(() => []);
  for (const clause of agreement.clauses) {
    for (const piece of evidenceOf(clause, rules)) {
      (byTopic[piece.topic] as PlacedEvidence[]).push({ ...piece, clause, status: 'agreed' });
    }
  }
  return { agreement, evidence: byTopic.map(strongestFirst) };
}

function readBlocks(
  source: Source,
  rules: CompiledRules,
  opaque: readonly Span[],
  byBlock: readonly CompiledRules[] | undefined,
): BlockReading[] {
  let hole = 0;
  const found: BlockReading[] = new Array(source.blocks.length);
  for (let index = 0; index < found.length; index++) {
    const block = source.blocks[index] as Block;
    const { readings, pack } = byBlock?.[index] ?? rules;
    while (hole < opaque.length && (opaque[hole] as Span)[1] <= block.span[0]) hole++;
    const inside = within(opaque, hole, block.span);
    const [start, end] = block.span;
    const label = block.label ? block.label[1] - start : undefined;
    const mark = inside.length === 0 ? (label ?? '') : `${label ?? ''}|${inside.join(';')}`;
    let reading = readings.find(source.text, start, end, mark);
    if (!reading) {
      const words = detached(source.text.slice(start, end));
      reading = readings.keep(words, mark, readBlock(words, inside, label, pack));
    }
    found[index] = reading;
  }
  return found;
}

const NONE: readonly ClauseEvidence[] = [];

function evidenceOf(clause: Clause, rules: CompiledRules): readonly ClauseEvidence[] {
  const { scan, evidence } = clause.reading;
  if (!scan || scan.concepts.length === 0 || clause.setting.section === 'aside') return NONE;
  let found = evidence.get(clause.settingKey);
  if (!found) {
    found = clauseEvidence(scan, clause.setting, rules.relations);
    evidence.set(clause.settingKey, found);
  }
  return found;
}

/** The stretches inside `span`, made relative to its start. */
function within(stretches: readonly Span[], from: number, span: Span): readonly Span[] {
  if (from >= stretches.length || (stretches[from] as Span)[0] >= span[1]) return NO_SPANS;
  const inside: Span[] = [];
  for (let at = from; at < stretches.length && (stretches[at] as Span)[0] < span[1]; at++) {
    const [start, end] = stretches[at] as Span;
    inside.push([Math.max(0, start - span[0]), Math.min(end, span[1]) - span[0]]);
  }
  return inside;
}

function union(a: readonly Span[], b: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...a, ...b].sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
