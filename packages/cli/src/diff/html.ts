import { createHash } from 'node:crypto';
import { type Change, type ClauseLink, type Comparison, cite, type Effect, findHunks } from '@poclint/core';
import { type Catalogue, isRightToLeft, messagesIn } from '@poclint/messages';
import { inHtml, messageInHtml } from '../format/escaping.ts';
import { authorName, isLoss, summariseChanges } from './author-changes.ts';
import { citation } from './citation.ts';
import { outcomesInWords } from './counting-changes.ts';
import type { ComparisonContext, SideBySide } from './formats.ts';
import { STYLE } from './html-style.ts';
import { stateInWords } from './topic-state.ts';

const MARKS: Readonly<Record<Effect, string>> = { lost: '✗', weakened: '▼', strengthened: '▲', gained: '+' };

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
  private readonly words: Catalogue['diff'];

  constructor(comparison: Comparison, context: ComparisonContext) {
    this.comparison = comparison;
    this.context = context;
    this.titles = new Map(comparison.topics.map(({ topic, title }) => [topic, title]));
    this.words = messagesIn(context.locale).diff;
    // Said either way: a text in another direction than its page's would take the page's.
    const isTurned = isRightToLeft(comparison.language);
    const direction = isTurned || isRightToLeft(context.locale) ? ` dir="${isTurned ? 'rtl' : 'ltr'}"` : '';
    this.attributes = ` lang="${inHtml(comparison.language)}"${direction}`;
  }

  text(): string {
    const { old, new: now } = this.comparison;
    const { locale } = this.context;
    const words = this.words;
    const share = messagesIn(locale).report.share({ percent: Math.round(this.comparison.overlap * 100) });
    const hash = createHash('sha256').update(STYLE).digest('base64');
    return `<!doctype html>
<html lang="${locale}"${isRightToLeft(locale) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${inHtml(old.path)} → ${inHtml(now.path)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#changes">${words.skip()}</a>
<header>
<h1>${words.heading()}</h1>
<p><span class="name"${isRightToLeft(locale) ? ' dir="ltr"' : ''}>${inHtml(old.path)}</span> <span aria-hidden="true">${isRightToLeft(locale) ? '←' : '→'}</span><span class="hidden">${words.comparedWith()}</span> <span class="name"${isRightToLeft(locale) ? ' dir="ltr"' : ''}>${inHtml(now.path)}</span></p>
<p class="sum">${inHtml(outcomesInWords(this.comparison, locale))}.</p>
</header>
<main>
${this.changes()}
${this.authors()}${this.topics()}
${this.texts()}
</main>
<footer>
<p>${messageInHtml(words.overlapSentence({ share }))} ${messageInHtml(words.closing(this.context.tool))}</p>
</footer>
</body>
</html>
`;
  }

  private changes(): string {
    const { changes } = this.comparison;
    if (changes.length === 0)
      return `<section id="changes" tabindex="-1"><h2>${this.words.changes()}</h2><p>${this.words.nothing()}</p></section>`;
    const items = changes.map((change, at) => {
      const cite = messageInHtml(citation(change, this.context.locale));
      const place = this.context.sideBySide ? `<a href="#clause-${at}">${cite}</a>` : cite;
      return `<li class="${change.effect}">${this.note(change, place)}</li>`;
    });
    return `<section id="changes" tabindex="-1"><h2>${this.words.changes()}</h2><ol class="changes">\n${items.join('\n')}\n</ol></section>`;
  }

  private authors(): string {
    const { authors } = this.comparison;
    if (!authors || authors.length === 0) return '';
    const { locale } = this.context;
    const items = authors.map(({ author, changes }) => {
      const losses = changes.filter(isLoss).map((change) => `<li class="${change.effect}">${this.note(change)}</li>`);
      const list = losses.length > 0 ? `<ol class="changes">\n${losses.join('\n')}\n</ol>` : '';
      return `<h3>${messageInHtml(authorName(author, locale))}</h3><p>${inHtml(summariseChanges(changes, locale))}</p>${list}`;
    });
    return `<section id="authors"><h2>${this.words.byAuthorAlone()}</h2>\n${items.join('\n')}\n</section>\n`;
  }

  private note(change: Change, place = messageInHtml(citation(change, this.context.locale))): string {
    const titles =
      this.words.titles({ titles: change.topics.map((topic) => this.titles.get(topic) ?? topic) }) ||
      this.words.agreementAsWhole();
    const on = change.kind === 'topic' ? '' : `<span class="on">${inHtml(titles)}</span>`;
    const also = (change.also ?? []).map((topic) => this.titles.get(topic) ?? topic);
    const lead = change.effect === 'lost' ? this.words.coveredWithout : this.words.coveredBefore;
    const rest = also.length === 0 ? '' : `<span class="on">${inHtml(lead({ titles: also }))}</span>`;
    return `<strong class="effect"><span aria-hidden="true">${MARKS[change.effect]}</span> ${messagesIn(this.context.locale).effect[change.effect]()}</strong><div><span class="cite">${place}</span> ${messageInHtml(change.message)}${on}${rest}</div>`;
  }

  private topics(): string {
    const rows = this.comparison.topics
      .filter(({ outcome }) => outcome !== 'absent' && outcome !== 'unchanged')
      .map(
        ({ title, old, new: now, outcome }) =>
          `<tr class="${outcome}"><th scope="row">${inHtml(title)}</th><td>${stateInWords(old, this.context.locale)}</td><td>${stateInWords(now, this.context.locale)}</td><td>${messagesIn(this.context.locale).outcome[outcome]()}</td></tr>`,
      );
    if (rows.length === 0) return '';
    return `<section><h2>${this.words.changedTopics()}</h2><table><thead><tr><th scope="col">${this.words.topic()}</th><th scope="col">${this.words.previousDraft()}</th><th scope="col">${this.words.newDraft()}</th><th scope="col">${this.words.outcome()}</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></section>`;
  }

  private texts(): string {
    const sideBySide = this.context.sideBySide?.();
    if (!sideBySide) return '';
    const rows: string[] = [];
    let folded: ClauseLink[] = [];
    const unfold = () => {
      if (folded.length === 0) return;
      rows.push(
        `<details><summary>${this.words.unchangedClauses({ count: folded.length })}</summary>\n${folded.map((link) => this.equal(link, sideBySide)).join('\n')}\n</details>`,
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
    return `<section class="texts"><h2>${this.words.bothTexts()}</h2>
<div class="heads" aria-hidden="true"><span>${this.words.previousDraft()}</span><span>${this.words.newDraft()}</span></div>
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
      old && now && cite(old) !== cite(now)
        ? ` <span class="moved">(${messageInHtml(this.words.was({ clause: cite(old) }))})</span>`
        : '';
    const text = now ? details.new.source.text.slice(...now.span) : '';
    return `<div class="equal"${this.attributes}>${inHtml(text)}${moved}</div>`;
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
    const { old, new: now } = markedTexts(link, own, sideBySide, this.words);
    const cell = (title: string, words: string) =>
      words === ''
        ? `<div class="none"><span class="hidden">${title}: </span>—<span class="hidden"> ${this.words.noClause()}</span></div>`
        : `<div${this.attributes}><span class="hidden" lang="${this.context.locale}">${title}: </span>${words}</div>`;
    return `<div class="row ${worst}">${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}<div class="pair">${cell(this.words.previousDraft(), old)}${cell(this.words.newDraft(), now)}</div></div>`;
  }
}

/** Both sides of a row, with the words that differ marked. */
function markedTexts(
  link: ClauseLink,
  changes: readonly Change[],
  { details, alignment }: SideBySide,
  words: Catalogue['diff'],
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
          html += `${inHtml(text.slice(at, start))}<${tag}><span class="hidden">[${before}: </span>${inHtml(text.slice(start, end))}<span class="hidden">]</span></${tag}>`;
          at = end;
        }
        return `<p>${html}${inHtml(text.slice(at, clause.span[1]))}</p>`;
      })
      .join('');
  };
  if (link.old.length === 0 || link.new.length === 0) {
    const plain = (side: 'old' | 'new') =>
      link[side].map(({ span }) => `<p>${inHtml(details[side].source.text.slice(...span))}</p>`).join('');
    return { old: plain('old'), new: plain('new') };
  }
  return { old: render('old', 'del', words.leftOut()), new: render('new', 'ins', words.new()) };
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
