import { rank } from '../assess/coverage.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Side } from './alignment.ts';
import { other } from './alignment.ts';
import type { Loss } from './loss.ts';
import { type Matches, unitOf } from './matching.ts';
import type { Compared, PassageReader } from './passage.ts';
import { siteOf } from './passage-losses.ts';
import { spansOf } from './passage-words.ts';
import { hasSlot, LOSABLE, PLACES, type Provision } from './provision.ts';
import type { Unit } from './unit.ts';

/**
 * Provisions that were left out while their subject stays covered. They count where something of substance went with
 * them: a member of a list that goes on, a slot that no other clause on the subject fills, words of the vocabulary that no
 * other provision names, or the last clause that bound, stood in the operative text or was agreed.
 */
export function orphanLosses(
  compared: Compared,
  side: Side,
  matches: Matches,
  vanished: ReadonlySet<number>,
  reader: PassageReader,
): Loss[] {
  const { provisions } = compared;
  const losses: Loss[] = [];
  let named: ReadonlySet<number> | undefined;
  provisions[side].byTopic.forEach((list, topic) => {
    if (vanished.has(topic)) return;
    const there = provisions[other(side)].byTopic[topic] as readonly Provision[];
    for (const provision of list) {
      if (matches.has(provision) || provision.place === 'preamble' || reader.isRearranged(provision)) continue;
      if (!isSuperseded(provision, there) || leavesList(provision, compared, side)) {
        losses.push(left(provision, compared, side, reader, []));
        continue;
      }
      named ??= namedElsewhere(compared, other(side));
      const words = wordsNotNamed(provision, unitOf(provision, side, compared.alignment), named);
      if (words.length > 0) losses.push(left(provision, compared, side, reader, words));
    }
  });
  return losses;
}

function left(
  provision: Provision,
  compared: Compared,
  side: Side,
  reader: PassageReader,
  notNamed: readonly Span[],
): Loss {
  const unit = unitOf(provision, side, compared.alignment);
  const passage = reader.around(unit);
  const gone = passage?.hunks.flatMap((hunk) => spansOf(passage.before, hunk.old[0], hunk.old[1])) ?? [];
  const words =
    notNamed.length > 0 ? notNamed : gone.filter((span) => unit.span[0] <= span[0] && span[1] <= unit.span[1]);
  return {
    kind: leavesList(provision, compared, side) ? 'item' : 'clause',
    isTotal: false,
    weight: provision.level === 'operative' ? 'binding' : 'soft',
    topics: new Set([provision.topic]),
    before: { clause: provision.clause, span: passage ? unit.span : wholeOf(provision.clause), words },
    after:
      passage &&
      siteOf(
        passage.after,
        passage.hunks.flatMap((hunk) => spansOf(passage.after, hunk.new[0], hunk.new[1])),
      ),
  };
}

function wholeOf(clause: Clause): Span {
  return [clause.span[0] + clause.reading.textStart, clause.span[1]];
}

/** Whether what remains on the subject is as firm and fills the same slots. */
function isSuperseded(provision: Provision, there: readonly Provision[]): boolean {
  const firm = there.filter(
    (candidate) =>
      rank(candidate.level) >= rank(provision.level) &&
      PLACES.indexOf(candidate.place) >= PLACES.indexOf(provision.place) &&
      (candidate.status !== 'bracketed' || provision.status === 'bracketed'),
  );
  if (firm.length === 0) return false;
  return LOSABLE.every((slot) => !hasSlot(provision, slot) || firm.some((candidate) => hasSlot(candidate, slot)));
}

/** Whether a provision is a member of a list whose chapeau is still there. */
function leavesList(provision: Provision, { alignment }: Compared, side: Side): boolean {
  const { chapeau } = provision.clause;
  if (!chapeau || chapeau.kind === 'heading' || chapeau.kind === 'title') return false;
  if (alignment.equalTo(side, provision.clause)) return false;
  if (alignment.counterparts(side, unitOf(provision, side, alignment)).length > 0) return false;
  if (alignment.equalTo(side, chapeau)) return true;
  return alignment.units(side, chapeau).some((unit) => alignment.counterparts(side, unit).length > 0);
}

/** Concepts that the provisions of a draft name. */
function namedElsewhere({ provisions, alignment }: Compared, side: Side): ReadonlySet<number> {
  const named = new Set<number>();
  for (const list of provisions[side].byTopic) {
    for (const provision of list) {
      if (provision.place === 'preamble') continue;
      const unit = unitOf(provision, side, alignment);
      for (const found of provision.clause.reading.scan?.concepts ?? [])
        if (found.first >= unit.scanWords[0] && found.last < unit.scanWords[1]) named.add(found.concept);
      for (const concept of provision.clause.setting.concepts) named.add(concept);
    }
  }
  return named;
}

function wordsNotNamed(provision: Provision, unit: Unit, named: ReadonlySet<number>): Span[] {
  const { scan } = provision.clause.reading;
  if (!scan) return [];
  const base = provision.clause.span[0];
  const spans: Span[] = [];
  for (const found of scan.concepts) {
    if (found.first < unit.scanWords[0] || found.last >= unit.scanWords[1] || named.has(found.concept)) continue;
    const span: Span = [base + (scan.start[found.first] as number), base + (scan.end[found.last] as number)];
    if (!spans.some((known) => known[0] < span[1] && span[0] < known[1])) spans.push(span);
  }
  return spans;
}
