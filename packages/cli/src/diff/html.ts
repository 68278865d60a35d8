import { createHash } from 'node:crypto';
import { type Change, type ClauseLink, type Comparison, cite, type Effect, findHunks } from '@poclint/core';
import { printable } from '../format/printable.ts';
import { citation } from './citation.ts';
import { EFFECT_TITLES, outcomesInWords } from './counting-changes.ts';
import type { ComparisonContext, SideBySide } from './formats.ts';
import { STYLE } from './html-style.ts';
import { stateInWords } from './topic-state.ts';

const MARKS: Readonly<Record<Effect, string>> = { lost: '✗', weakened: '▼', strengthened: '▲', gained: '+' };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * One page that opens anywhere without a network: no script, no font, no picture, and a policy that lets none in. Runs of
 * clauses without change are folded.
 */
export function htmlComparison(comparison: Comparison, context: ComparisonContext): string {
  return new Page(comparison, context).text();
}

class Page {
  private readonly comparison: Comparison;
  private readonly context: ComparisonContext;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly attributes: string;

  constructor(comparison: Comparison, context: ComparisonContext) {
    this.comparison = comparison;
    this.context = context;
    this.titles = new Map(comparison.topics.map(({ topic, title }) => [topic, title]));
    const direction = RIGHT_TO_LEFT.has(comparison.language) ? ' dir="rtl"' : '';
    this.attributes = ` lang="${escaped(comparison.language)}"${direction}`;
  }

  text(): string {
    const { old, new: now } = this.comparison;
    const hash = createHash('sha256').update(STYLE).digest('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(old.path)} → ${escaped(now.path)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#changes">Go to the changes</a>
<header>
<h1>What happened to protection</h1>
<p><span class="name">${escaped(old.path)}</span> <span aria-hidden="true">→</span><span class="hidden">compared with</span> <span class="name">${escaped(now.path)}</span></p>
<p class="sum">${escaped(outcomesInWords(this.comparison))}.</p>
</header>
<main>
${this.changes()}
${this.topics()}
${this.texts()}
</main>
<footer>
<p>${Math.round(this.comparison.overlap * 100)} % of the shorter text is found in the other. poclint ${escaped(this.context.tool.version)}, rules ${escaped(this.context.tool.rules)}. It says what was found and not found in two texts; it is no legal advice.</p>
</footer>
</body>
</html>
`;
  }

  private changes(): string {
    const { changes } = this.comparison;
    if (changes.length === 0)
      return '<section id="changes" tabindex="-1"><h2>Changes</h2><p>Nothing lost, weakened or gained was found.</p></section>';
    const items = changes.map((change, at) => {
      const cite = escaped(citation(change));
      const place = this.context.sideBySide ? `<a href="#clause-${at}">${cite}</a>` : cite;
      return `<li class="${change.effect}">${this.note(change, place)}</li>`;
    });
    return `<section id="changes" tabindex="-1"><h2>Changes</h2><ol class="changes">\n${items.join('\n')}\n</ol></section>`;
  }

  private note(change: Change, place = escaped(citation(change))): string {
    const titles =
      change.topics.map((topic) => this.titles.get(topic) ?? topic).join('; ') || 'The agreement as a whole';
    const on = change.kind === 'topic' ? '' : `<span class="on">${escaped(titles)}</span>`;
    const also = (change.also ?? []).map((topic) => this.titles.get(topic) ?? topic).join('; ');
    const lead = change.effect === 'lost' ? 'Still covered without it' : 'Covered before, now here too';
    const rest = also === '' ? '' : `<span class="on">${lead}: ${escaped(also)}</span>`;
    return `<strong class="effect"><span aria-hidden="true">${MARKS[change.effect]}</span> ${EFFECT_TITLES[change.effect]}</strong><div><span class="cite">${place}</span> ${escaped(change.message)}${on}${rest}</div>`;
  }

  private topics(): string {
    const rows = this.comparison.topics
      .filter(({ outcome }) => outcome !== 'absent' && outcome !== 'unchanged')
      .map(
        ({ title, old, new: now, outcome }) =>
          `<tr class="${outcome}"><th scope="row">${escaped(title)}</th><td>${stateInWords(old)}</td><td>${stateInWords(now)}</td><td>${outcome === 'mixed' ? 'weaker and stronger' : outcome}</td></tr>`,
      );
    if (rows.length === 0) return '';
    return `<section><h2>Topics that changed</h2><table><thead><tr><th scope="col">Topic</th><th scope="col">Previous draft</th><th scope="col">New draft</th><th scope="col">Outcome</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></section>`;
  }

  private texts(): string {
    const sideBySide = this.context.sideBySide?.();
    if (!sideBySide) return '';
    const rows: string[] = [];
    let folded: ClauseLink[] = [];
    const unfold = () => {
      if (folded.length === 0) return;
      const count = folded.length === 1 ? '1 clause' : `${folded.length} clauses`;
      rows.push(
        `<details><summary>${count} without change</summary>\n${folded.map((link) => this.equal(link, sideBySide)).join('\n')}\n</details>`,
      );
      folded = [];
    };
    const byLink = this.changesByLink(sideBySide);
    const started = new Set<number>();
    for (const link of sideBySide.links) {
      const own = byLink.get(link) ?? [];
      if (link.isEqual && own.length === 0) {
        folded.push(link);
        continue;
      }
      unfold();
      rows.push(this.row(link, own, sideBySide, started));
    }
    unfold();
    return `<section class="texts"><h2>Both texts, clause by clause</h2>
<div class="heads" aria-hidden="true"><span>Previous draft</span><span>New draft</span></div>
${rows.join('\n')}
</section>`;
  }

  /** The changes that belong to each row, by their number in the list. */
  private changesByLink({ links }: SideBySide): ReadonlyMap<ClauseLink, readonly number[]> {
    const linkOf = { old: new Map<number, ClauseLink>(), new: new Map<number, ClauseLink>() };
    for (const link of links)
      for (const side of ['old', 'new'] as const)
        for (const clause of link[side]) linkOf[side].set(clause.span[0], link);
    const starts = {
      old: [...linkOf.old.keys()].sort((a, b) => a - b),
      new: [...linkOf.new.keys()].sort((a, b) => a - b),
    };
    const byLink = new Map<ClauseLink, number[]>();
    this.comparison.changes.forEach((change, at) => {
      const rows = (['old', 'new'] as const)
        .map((side) => {
          const start = change[side]?.span?.[0];
          return start === undefined ? undefined : linkOf[side].get(lastUpTo(starts[side], start));
        })
        .filter((link) => link !== undefined);
      for (const link of new Set(rows)) byLink.set(link, [...(byLink.get(link) ?? []), at]);
    });
    return byLink;
  }

  private equal(link: ClauseLink, { details }: SideBySide): string {
    const [old, now] = [link.old[0], link.new[0]];
    const moved =
      old && now && cite(old) !== cite(now) ? ` <span class="moved">(was ${escaped(cite(old))})</span>` : '';
    const text = now ? details.new.source.text.slice(...now.span) : '';
    return `<div class="equal"${this.attributes}>${escaped(text)}${moved}</div>`;
  }

  private row(link: ClauseLink, changes: readonly number[], sideBySide: SideBySide, started: Set<number>): string {
    const effects = new Set(changes.map((at) => this.comparison.changes[at]?.effect));
    const worst =
      (['lost', 'weakened', 'strengthened', 'gained'] as const).find((effect) => effects.has(effect)) ?? 'reworded';
    const notes = changes.map((at) => {
      // A change with two places is announced at the first of them, where the list of changes leads.
      const anchor = started.has(at) ? '' : ` id="clause-${at}" tabindex="-1"`;
      started.add(at);
      const change = this.comparison.changes[at] as Change;
      return `<li class="${change.effect}"${anchor}>${this.note(change)}</li>`;
    });
    const own = changes.map((at) => this.comparison.changes[at] as Change);
    const { old, new: now } = markedTexts(link, own, sideBySide);
    const cell = (title: string, words: string) =>
      words === ''
        ? `<div class="none"><span class="hidden">${title}: </span>—<span class="hidden"> no such clause</span></div>`
        : `<div${this.attributes}><span class="hidden" lang="en">${title}: </span>${words}</div>`;
    return `<div class="row ${worst}">${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}<div class="pair">${cell('Previous draft', old)}${cell('New draft', now)}</div></div>`;
  }
}

/** Both sides of a row, with the words that differ marked. */
function markedTexts(
  link: ClauseLink,
  changes: readonly Change[],
  { details, alignment }: SideBySide,
): { old: string; new: string } {
  const rows = { old: wordsOf(link, 'old', alignment), new: wordsOf(link, 'new', alignment) };
  const hunks = findHunks(rows.old.words, rows.new.words);
  const render = (side: 'old' | 'new', tag: 'del' | 'ins', before: string): string => {
    const { starts, ends } = rows[side];
    const edges = link[side].map(({ span }) => span[1]);
    const marks = united([
      ...hunks
        .map((hunk) => hunk[side])
        .filter(([from, to]) => to > from)
        .flatMap(([from, to]) => stretches(from, to, starts, ends, edges)),
      // Brackets are no words, so no difference of words shows them.
      ...changes
        .filter(({ kind }) => kind === 'brackets')
        .flatMap((change) => (change[side]?.words ?? []).map(({ span }) => span)),
    ]);
    return link[side]
      .map((clause) => {
        let html = '';
        let at = clause.span[0];
        const { text } = details[side].source;
        for (const [start, end] of marks) {
          if (start < at || end > clause.span[1]) continue;
          html += `${escaped(text.slice(at, start))}<${tag}><span class="hidden">[${before}: </span>${escaped(text.slice(start, end))}<span class="hidden">]</span></${tag}>`;
          at = end;
        }
        return `<p>${html}${escaped(text.slice(at, clause.span[1]))}</p>`;
      })
      .join('');
  };
  if (link.old.length === 0 || link.new.length === 0) {
    const plain = (side: 'old' | 'new') =>
      link[side].map(({ span }) => `<p>${escaped(details[side].source.text.slice(...span))}</p>`).join('');
    return { old: plain('old'), new: plain('new') };
  }
  return { old: render('old', 'del', 'left out'), new: render('new', 'ins', 'new') };
}

function wordsOf(link: ClauseLink, side: 'old' | 'new', alignment: SideBySide['alignment']) {
  const units = link[side].flatMap((clause) => alignment.units(side, clause));
  return {
    words: Int32Array.from(units.flatMap((unit) => [...unit.words])),
    starts: units.flatMap((unit) => [...unit.starts]),
    ends: units.flatMap((unit) => [...unit.ends]),
  };
}

/** A run of words as stretches of text that end with their clause. */
function stretches(
  from: number,
  to: number,
  starts: readonly number[],
  ends: readonly number[],
  clauseEnds: readonly number[],
): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at < to; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    const last = found.at(-1);
    if (last && !clauseEnds.some((edge) => last[1] <= edge && edge <= start)) last[1] = end;
    else found.push([start, end]);
  }
  return found;
}

/** Spans in order, those that overlap as one. */
function united(spans: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function lastUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? -1;
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
