import { byStrength, type PlacedEvidence, slotsOf, strongestLevel } from './assess/coverage.ts';
import { ContentCache } from './content-cache.ts';
import { compileLanguage, type LanguagePack } from './language/language-pack.ts';
import { type ClauseEvidence, clauseEvidence } from './match/clause-evidence.ts';
import { compileRelations, type RelationIndex } from './match/relations.ts';
import type { TopicRule } from './rule/rule.ts';
import type { RuleSet } from './rule/rule-set.ts';
import type { Block, Source } from './source/source.ts';
import type { Span } from './span.ts';
import type { Agreement, Clause } from './structure/agreement.ts';
import { type BlockReading, readBlock } from './structure/block-reading.ts';
import { buildAgreement } from './structure/build-agreement.ts';

/** A rule set made ready for use in one language, with what it has already read. Reviews with the same one are incremental. */
export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly topics: readonly TopicRule[];
  readonly pack: LanguagePack;
  readonly relations: RelationIndex;
  readonly readings: ContentCache<BlockReading>;
  readonly evidence: ContentCache<readonly ClauseEvidence[]>;
}

/** Texts longer than this many code units in all are forgotten again. */
const CACHE = 4_000_000;

/** Compiles rules for one language. Throws a RangeError where the rule set does not have it. */
export function compileRules(ruleSet: RuleSet, language: string): CompiledRules {
  const data = ruleSet.languages.find((candidate) => candidate.id === language);
  if (!data) throw new RangeError(`The rules have no vocabulary for "${language}".`);
  const pack = compileLanguage(data);
  const topics = ruleSet.rules.filter((rule) => rule.kind === 'topic');
  return {
    ruleSet,
    topics,
    pack,
    relations: compileRelations(topics, (concept) => pack.automaton.idOf(concept)),
    readings: new ContentCache(CACHE),
    evidence: new ContentCache(CACHE),
  };
}

/** What the engine found in a draft, before it is put into words. */
export interface Analysis {
  readonly agreement: Agreement;
  /** By topic, in the order of the rules; strongest first. */
  readonly evidence: readonly (readonly PlacedEvidence[])[];
}

const NO_SPANS: readonly Span[] = [];

/** Parses and matches a draft. A pure function of its arguments; `rules` only remembers. */
export function analyse(source: Source, rules: CompiledRules): Analysis {
  const readings = readBlocks(source, rules);
  const agreement = buildAgreement(source.blocks, readings);
  const byTopic: PlacedEvidence[][] = rules.topics.map(() => []);
  for (const clause of agreement.clauses) {
    for (const piece of evidenceOf(source, clause, rules)) {
      (byTopic[piece.topic] as PlacedEvidence[]).push({ ...piece, clause, status: 'agreed' });
    }
  }
  for (const list of byTopic) list.sort(byStrength);
  rules.readings.turn();
  rules.evidence.turn();
  return { agreement, evidence: byTopic };
}

function readBlocks(source: Source, rules: CompiledRules): BlockReading[] {
  let hole = 0;
  return source.blocks.map((block) => {
    while (hole < source.opaque.length && (source.opaque[hole] as Span)[1] <= block.span[0]) hole++;
    const opaque = opaqueWithin(source.opaque, hole, block.span);
    const text = source.text.slice(block.span[0], block.span[1]);
    const label = block.label ? block.label[1] - block.span[0] : undefined;
    const key = opaque.length === 0 && label === undefined ? text : `${label ?? ''}|${opaque.join(';')}|${text}`;
    return rules.readings.get(key, () => readBlock(text, opaque, label, rules.pack));
  });
}

function opaqueWithin(opaque: readonly Span[], from: number, span: Span): readonly Span[] {
  if (from >= opaque.length || (opaque[from] as Span)[0] >= span[1]) return NO_SPANS;
  const inside: Span[] = [];
  for (let at = from; at < opaque.length && (opaque[at] as Span)[0] < span[1]; at++) {
    const [start, end] = opaque[at] as Span;
    inside.push([Math.max(0, start - span[0]), end - span[0]]);
  }
  return inside;
}

const NONE: readonly ClauseEvidence[] = [];

function evidenceOf(source: Source, clause: Clause, rules: CompiledRules): readonly ClauseEvidence[] {
  const { scan } = clause.reading;
  if (!scan || scan.concepts.length === 0 || clause.setting.section === 'aside') return NONE;
  const key = `${clause.settingKey}\u0000${source.text.slice(clause.span[0], clause.span[1])}`;
  return rules.evidence.get(key, () => clauseEvidence(scan, clause.setting, rules.relations));
}

export function textOf(source: Source, block: Pick<Block, 'span'>): string {
  return source.text.slice(block.span[0], block.span[1]);
}

export { slotsOf, strongestLevel };
