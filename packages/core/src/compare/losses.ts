import { rank } from '../assess/coverage.ts';
import { operatorsOf } from '../match/governance.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import { addresseeOf, spanOfWords } from './addressee.ts';
import type { Side } from './alignment.ts';
import { other } from './alignment.ts';
import type { ChangeKind, Loss, Site } from './loss.ts';
import { type Matches, matchProvisions, unitOf } from './matching.ts';
import { orphanLosses } from './orphan-losses.ts';
import type { Compared } from './passage.ts';
import { chapeauxOf, type Passage, PassageReader } from './passage.ts';
import { findPassageLosses, siteOf } from './passage-losses.ts';
import { spansOf } from './passage-words.ts';
import { hasSlot, isLower, PLACES, type Provision } from './provision.ts';
import type { Unit } from './unit.ts';

/** What the draft `side` provides and the other does not. Asked of the new draft, the answer is what was gained. */
export function findLosses(compared: Compared, side: Side): Loss[] {
  return new LossFinder(compared, side).find();
}

class LossFinder {
  private readonly compared: Compared;
  private readonly side: Side;
  private readonly matches: Matches;
  private readonly reader: PassageReader;
  private readonly losses = new Map<string, Loss & { readonly topics: Set<number> }>();
  private readonly passages = new Map<
    string,
    { passage: Passage; topics: Set<number>; weight: Loss['weight']; inherits: boolean }
  >();

  constructor(compared: Compared, side: Side) {
    this.compared = compared;
    this.side = side;
    this.matches = matchProvisions(side, compared.provisions, compared.alignment);
    this.reader = new PassageReader(side, compared);
  }

  find(): Loss[] {
    const { provisions } = this.compared;
    const vanished = new Set<number>();
    provisions[this.side].byTopic.forEach((list, topic) => {
      const there = provisions[other(this.side)].byTopic[topic] as readonly Provision[];
      if (list.length > 0 && there.length === 0) {
        vanished.add(topic);
        if (!list.some((provision) => this.reader.isRearranged(provision))) this.topicLost(topic, list);
        return;
      }
      for (const provision of list) {
        const found = this.matches.get(provision);
        if (found) this.compare(provision, found);
      }
    });
    for (const loss of orphanLosses(this.compared, this.side, this.matches, vanished, this.reader)) this.add(loss);
    this.comparePassages();
    this.compareScope();
    return this.foldIntoTotals();
  }

  /** All on one subject is gone. It is shown at the clause that said it best. */
  private topicLost(topic: number, list: readonly Provision[]): void {
    const [best] = [...list].sort(
      (a, b) =>
        rank(b.level) - rank(a.level) ||
        PLACES.indexOf(b.place) - PLACES.indexOf(a.place) ||
        a.clause.index - b.clause.index,
    );
    if (!best) return;
    const unit = unitOf(best, this.side, this.compared.alignment);
    const passage = this.reader.around(unit);
    const changed = passage?.hunks.flatMap((hunk) => spansOf(passage.before, hunk.old[0], hunk.old[1])) ?? [];
    const put = passage?.hunks.flatMap((hunk) => spansOf(passage.after, hunk.new[0], hunk.new[1])) ?? [];
    const equal = this.compared.alignment.equalTo(this.side, best.clause);
    this.add({
      kind: 'topic',
      isTotal: true,
      weight: weightOf(best),
      topics: new Set([topic]),
      before:
        passage || equal
          ? { clause: best.clause, span: unit.span, words: changed.filter((span) => within(unit.span, span)) }
          : { clause: best.clause, span: wordsOf(best.clause), words: [] },
      after: passage ? siteOf(passage.after, put) : equal && { clause: equal, span: wordsOf(equal), words: [] },
    });
  }

  private compare(before: Provision, found: readonly Provision[]): void {
    const [after] = found;
    if (!after) return;
    const isSame = this.compared.alignment.equalTo(this.side, before.clause) === after.clause;
    if (isSame && isUnchanged(before, after) && this.hasEqualChapeaux(before.clause)) return;
    const weight = weightOf(before);
    if (isLower(after, before)) {
      if (PLACES.indexOf(after.place) < PLACES.indexOf(before.place) && after.place !== 'annex')
        this.add(this.moved(before, after));
      else this.add(this.softened(before, after));
    } else if (after.level === before.level && before.place === 'operative' && after.place === 'annex')
      this.add(this.moved(before, after));
    // Among recitals and aims nothing binds, so nothing more can be lost there.
    if (before.place === 'preamble' || after.place === 'preamble') return;
    if (before.status === 'agreed' && after.status === 'bracketed') this.add(this.bracketed(before, after));
    const own = unitOf(before, this.side, this.compared.alignment);
    const inherits = found.some((provision) => provision.read.setting.bearer);
    const bears = found.some((provision) => hasSlot(provision, 'bearer'));
    this.remember(this.passageOf(own, after, isSame), before.topic, weight, inherits);
    for (const sibling of this.silentSiblings(before.clause))
      this.remember(this.reader.around(sibling), before.topic, weight, inherits);
    for (const chapeau of chapeauxOf(before.clause)) {
      const last = this.compared.alignment.units(this.side, chapeau).at(-1);
      if (last) this.remember(this.reader.around(last), before.topic, weight, inherits);
    }
    if (hasSlot(before, 'bearer') && !bears) this.bearerLeftBehind(before, after);
  }

  /** Sentences of a clause that provide nothing by themselves: they say more about the ones that do. */
  private silentSiblings(clause: Clause): Unit[] {
    const providing = new Set(
      (this.compared.provisions[this.side].byClause.get(clause.index) ?? []).map((one) => one.ordinal),
    );
    return this.compared.alignment.units(this.side, clause).filter((unit) => !providing.has(unit.ordinal));
  }

  private hasEqualChapeaux(clause: Clause): boolean {
    return chapeauxOf(clause).every((chapeau) => this.compared.alignment.equalTo(this.side, chapeau) !== undefined);
  }

  private passageOf(own: Unit, after: Provision, isSame: boolean): Passage | undefined {
    if (isSame) return undefined;
    const around = this.reader.around(own);
    if (around) return around;
    if (this.compared.alignment.equalTo(this.side, own.clause)) return undefined;
    return this.reader.between(own, unitOf(after, other(this.side), this.compared.alignment));
  }

  private remember(passage: Passage | undefined, topic: number, weight: Loss['weight'], inherits: boolean): void {
    if (!passage) return;
    const known = this.passages.get(passage.key);
    if (!known) {
      this.passages.set(passage.key, { passage, topics: new Set([topic]), weight, inherits });
      return;
    }
    known.topics.add(topic);
    if (weight === 'binding') known.weight = weight;
    if (inherits) known.inherits = true;
  }

  private comparePassages(): void {
    const totals = [...this.losses.values()].filter((loss) => loss.isTotal);
    for (const { passage, topics, weight, inherits } of this.passages.values()) {
      const found = this.lossesIn(passage, inherits);
      for (const { kind, before, after } of found) {
        // Words whose subject is gone with them have been reported as that.
        if (kind === 'item' && totals.some((total) => total.before?.clause === before.clause)) continue;
        if ((kind === 'verb' || kind === 'brackets') && this.isReported(kind, before.clause, after.clause)) continue;
        this.add({ kind, isTotal: false, weight, topics, before, after });
      }
    }
  }

  private isReported(kind: ChangeKind, before: Clause, after: Clause): boolean {
    return [...this.losses.values()].some(
      (loss) => loss.kind === kind && (loss.before?.clause === before || loss.after?.clause === after),
    );
  }

  /**
   * Clauses that say who is bound by the agreement as a whole provide nothing on any topic, and everything rests on them.
   */
  private compareScope(): void {
    const { alignment, details, provisions } = this.compared;
    const own = details[this.side];
    for (const clause of own.agreement.clauses) {
      if (clause.setting.section !== 'operative' || clause.kind === 'heading' || alignment.equalTo(this.side, clause))
        continue;
      if (provisions[this.side].byClause.has(clause.index)) continue;
      for (const unit of alignment.units(this.side, clause)) {
        const addressee = addresseeOf(unit, own.source.text, own.rules);
        if (!addressee?.withAffiliates) continue;
        const passage = this.reader.around(unit);
        const found = passage && this.lossesIn(passage, false).find(({ kind }) => kind === 'addressee');
        if (found) this.add({ ...found, isTotal: false, weight: 'binding', topics: new Set() });
        else if (!passage && !this.bindsAffiliates(other(this.side)))
          this.add({
            kind: 'addressee',
            isTotal: false,
            weight: 'binding',
            topics: new Set(),
            before: { clause, span: unit.span, words: addressee.words },
            after: undefined,
          });
      }
    }
  }

  private bindsAffiliates(side: Side): boolean {
    const { agreement, source, rules } = this.compared.details[side];
    return agreement.clauses.some(
      (clause) =>
        clause.setting.section === 'operative' &&
        this.compared.alignment
          .units(side, clause)
          .some((unit) => addresseeOf(unit, source.text, rules)?.withAffiliates),
    );
  }

  private lossesIn(passage: Passage, inheritsBearer: boolean) {
    return findPassageLosses({
      passage,
      before: this.compared.details[this.side],
      after: this.compared.details[other(this.side)],
      inheritsBearer,
    });
  }

  private softened(before: Provision, after: Provision): Loss {
    return this.onOperators('verb', before, after);
  }

  private moved(before: Provision, after: Provision): Loss {
    return {
      kind: 'place',
      isTotal: false,
      weight: weightOf(before),
      topics: new Set([before.topic]),
      before: { clause: before.clause, span: this.unitSpan(before, this.side), words: [] },
      after: { clause: after.clause, span: this.unitSpan(after, other(this.side)), words: [] },
    };
  }

  private bracketed(before: Provision, after: Provision): Loss {
    const { brackets } = this.compared.details[other(this.side)];
    const own = brackets.all.find(
      (bracket) =>
        (bracket.kind === 'contested' || bracket.kind === 'alternatives') &&
        bracket.span[0] < after.span[1] &&
        after.span[0] < bracket.span[1],
    );
    const span = this.unitSpan(after, other(this.side));
    const words: Span[] = own ? [[Math.max(own.span[0], span[0]), Math.min(own.span[1], span[1])]] : [];
    return { ...this.moved(before, after), kind: 'brackets', after: { clause: after.clause, span, words } };
  }

  /** The introducing words that named who is bound are gone, or name nobody any more. */
  private bearerLeftBehind(before: Provision, after: Provision): void {
    const own = unitOf(before, this.side, this.compared.alignment);
    const names = (unit: Unit) => operatorWords(unit, 'bearer').length > 0;
    if (names(own)) return;
    const chapeau = chapeauxOf(before.clause).find((clause) =>
      this.compared.alignment.units(this.side, clause).some(names),
    );
    const last = chapeau && this.compared.alignment.units(this.side, chapeau).at(-1);
    if (!last || this.reader.around(last)) return;
    this.add({
      ...this.moved(before, after),
      kind: 'bearer',
      before: { clause: last.clause, span: last.span, words: operatorWords(last, 'bearer') },
    });
  }

  /** A loss shown at the verbs that govern the words, which may stand in the chapeau. */
  private onOperators(kind: ChangeKind, before: Provision, after: Provision): Loss {
    const old = this.operatorSite(before, this.side);
    const now = this.operatorSite(after, other(this.side));
    const isSharedChapeau = old.clause !== before.clause && now.clause !== after.clause;
    return {
      kind,
      isTotal: false,
      weight: weightOf(before),
      topics: new Set([before.topic]),
      before: old.clause === before.clause || isSharedChapeau ? old : { ...this.whole(before, this.side) },
      after: now.clause === after.clause || isSharedChapeau ? now : { ...this.whole(after, other(this.side)) },
    };
  }

  private whole(provision: Provision, side: Side): Site {
    return { clause: provision.clause, span: this.unitSpan(provision, side), words: [] };
  }

  private operatorSite(provision: Provision, side: Side): Site {
    const own = unitOf(provision, side, this.compared.alignment);
    if (!provision.operator) return { clause: own.clause, span: own.span, words: [] };
    const candidates = [
      own,
      ...chapeauxOf(provision.clause).map((chapeau) => this.compared.alignment.units(side, chapeau).at(-1)),
    ];
    for (const unit of candidates) {
      if (!unit) continue;
      const words = operatorWords(unit, provision.operator);
      const inEvidence = words.filter((span) => within(provision.span, span));
      if (words.length > 0)
        return { clause: unit.clause, span: unit.span, words: inEvidence.length > 0 ? inEvidence : words.slice(-1) };
    }
    return { clause: own.clause, span: own.span, words: [] };
  }

  private unitSpan(provision: Provision, side: Side): Span {
    return unitOf(provision, side, this.compared.alignment).span;
  }

  /** Losses with one cause are one loss on several topics. */
  private add(loss: Loss): void {
    const at = (site: Site | undefined) =>
      site
        ? `${site.clause.index}:${site.span[0]}:${loss.isTotal || loss.kind === 'clause' ? '' : site.words.join(';')}`
        : '-';
    const key = `${loss.kind}|${at(loss.before)}|${at(loss.after)}`;
    const known = this.losses.get(key);
    if (!known) {
      this.losses.set(key, { ...loss, topics: new Set(loss.topics) });
      return;
    }
    for (const topic of loss.topics) known.topics.add(topic);
    const words =
      known.kind === 'clause' ? joined(known.before?.words ?? [], loss.before?.words ?? []) : known.before?.words;
    this.losses.set(key, {
      ...known,
      weight: loss.weight === 'binding' ? 'binding' : known.weight,
      before: known.before && { ...known.before, words: words ?? [] },
    });
  }

  /** Where a clause was left out as a whole, what remains covered without it is told with what is not. */
  private foldIntoTotals(): Loss[] {
    const all = [...this.losses.values()];
    const totals = new Map(
      all.filter((loss) => loss.isTotal && !loss.after).map((loss) => [loss.before?.clause, loss]),
    );
    const folded = new Map<Clause | undefined, Set<number>>();
    const rest = all.filter((loss) => {
      const isPart = (loss.kind === 'clause' || loss.kind === 'item') && !loss.after && totals.has(loss.before?.clause);
      if (!isPart) return true;
      const topics = folded.get(loss.before?.clause) ?? new Set<number>();
      for (const topic of loss.topics) topics.add(topic);
      folded.set(loss.before?.clause, topics);
      return false;
    });
    return rest.map((loss) => {
      const weakens = loss.isTotal && !loss.after ? folded.get(loss.before?.clause) : undefined;
      return weakens ? { ...loss, weakens } : loss;
    });
  }
}

function joined(words: readonly Span[], more: readonly Span[]): Span[] {
  return [...words, ...more.filter((span) => !words.some((known) => known[0] < span[1] && span[0] < known[1]))].sort(
    (a, b) => a[0] - b[0],
  );
}

export function weightOf(provision: Provision): Loss['weight'] {
  if (provision.level === 'operative') return 'binding';
  return provision.place === 'preamble' ? 'recital' : 'soft';
}

function isUnchanged(before: Provision, after: Provision): boolean {
  return (
    before.level === after.level &&
    before.place === after.place &&
    before.status === after.status &&
    before.slots === after.slots
  );
}

function operatorWords(unit: Unit, operator: Provision['operator']): Span[] {
  const { scan } = unit.clause.reading;
  if (!scan) return [];
  return operatorsOf(scan, unit.scanWords[0], unit.scanWords[1])
    .filter((found) => found.operator === operator)
    .map((found) => spanOfWords(unit.clause, found));
}

function wordsOf(clause: Clause): Span {
  return [clause.span[0] + clause.reading.textStart, clause.span[1]];
}

function within(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
