import type { Agreement, Clause } from '../structure/agreement.ts';
import type { Alignment, Side } from './alignment.ts';

/**
 * Clauses of two drafts that say the same, wholly or in part: one to one, or one to several where an article was split.
 * A clause without a partner stands alone, with nothing on the other side.
 */
export interface ClauseLink {
  readonly old: readonly Clause[];
  readonly new: readonly Clause[];
  /** Whether the words are the same on both sides. */
  readonly isEqual: boolean;
}

/**
 * All clauses of both drafts, side by side, in the order of the new draft. What was left out stands behind the clause that
 * it followed in the old one.
 */
export function linkClauses(alignment: Alignment, old: Agreement, draft: Agreement): ClauseLink[] {
  const groups = new Groups();
  for (const clause of old.clauses) {
    const equal = alignment.equalTo('old', clause);
    if (equal) groups.join(clause, equal);
    else
      for (const unit of alignment.units('old', clause))
        for (const partner of alignment.counterparts('old', unit)) groups.join(clause, partner.clause);
  }
  const placed = new Set<ClauseLink>();
  const linkOf = new Map<string, ClauseLink>();
  const keep = (link: ClauseLink): void => {
    for (const clause of link.old) linkOf.set(`old${clause.index}`, link);
    for (const clause of link.new) linkOf.set(`new${clause.index}`, link);
  };
  for (const group of groups.all())
    keep({
      ...group,
      isEqual: group.old.length === 1 && alignment.equalTo('old', group.old[0] as Clause) === group.new[0],
    });
  for (const clause of draft.clauses)
    if (!linkOf.has(`new${clause.index}`)) keep({ old: [], new: [clause], isEqual: false });
  const after = leftOut(old, linkOf);
  const links: ClauseLink[] = [...(after.get(undefined) ?? [])];
  for (const clause of draft.clauses) {
    const link = linkOf.get(`new${clause.index}`) as ClauseLink;
    if (placed.has(link)) continue;
    placed.add(link);
    links.push(link, ...link.old.flatMap((before) => after.get(before) ?? []));
  }
  return links;
}

/** Clauses that were left out, by the last clause before them that was not. */
function leftOut(old: Agreement, linkOf: ReadonlyMap<string, ClauseLink>): Map<Clause | undefined, ClauseLink[]> {
  const after = new Map<Clause | undefined, ClauseLink[]>();
  let last: Clause | undefined;
  for (const clause of old.clauses) {
    if (linkOf.has(`old${clause.index}`)) {
      last = clause;
      continue;
    }
    const list = after.get(last) ?? [];
    list.push({ old: [clause], new: [], isEqual: false });
    after.set(last, list);
  }
  return after;
}

/** Clauses joined directly or through others. */
class Groups {
  private readonly root = new Map<string, string>();
  private readonly clauses = new Map<string, { readonly side: Side; readonly clause: Clause }>();

  join(old: Clause, draft: Clause): void {
    const first = this.find(this.enter('old', old));
    const second = this.find(this.enter('new', draft));
    if (first !== second) this.root.set(second, first);
  }

  all(): { readonly old: Clause[]; readonly new: Clause[] }[] {
    const groups = new Map<string, { old: Clause[]; new: Clause[] }>();
    for (const [key, { side, clause }] of this.clauses) {
      const root = this.find(key);
      const group = groups.get(root) ?? { old: [], new: [] };
      group[side].push(clause);
      groups.set(root, group);
    }
    for (const group of groups.values()) {
      group.old.sort((a, b) => a.index - b.index);
      group.new.sort((a, b) => a.index - b.index);
    }
    return [...groups.values()];
  }

  private enter(side: Side, clause: Clause): string {
    const key = `${side}${clause.index}`;
    if (!this.root.has(key)) {
      this.root.set(key, key);
      this.clauses.set(key, { side, clause });
    }
    return key;
  }

  private find(key: string): string {
    let at = key;
    while (this.root.get(at) !== at) at = this.root.get(at) as string;
    return at;
  }
}
