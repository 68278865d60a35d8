import { createHash } from 'node:crypto';
import type { Clause, Divergence, Parity, ParityClause } from '@poclint/core';
import { isRightToLeft, messagesIn } from '@poclint/messages';
import { STYLE } from '../diff/html-style.ts';
import { inHtml, messageInHtml } from '../format/escaping.ts';
import { citeIn } from './citation.ts';
import type { ParityContext } from './formats.ts';

const EFFECTS = { error: 'lost', warning: 'weakened', info: 'gained' } as const;

/** One page that opens anywhere without a network: the divergences, then both versions clause by clause. */
export function htmlParity(parity: Parity, context: ParityContext): string {
  const words = messagesIn(context.locale).parity;
  const [one, other] = parity.versions;
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const titles = new Map(parity.topics.map(({ topic, title }) => [topic, title]));
  const note = (divergence: Divergence, place: string): string => {
    const on = divergence.topics.map((topic) => titles.get(topic) ?? topic).join('; ');
    return `<strong class="effect">${inHtml(divergence.kind)}</strong><div><span class="cite">${place}</span> ${messageInHtml(divergence.message)}${on === '' ? '' : `<span class="on">${inHtml(on)}</span>`}</div>`;
  };
  const items = parity.divergences.map((divergence, at) => {
    const cited = inHtml(citeIn(divergence, context.locale));
    const place = context.sideBySide && hasPlace(divergence) ? `<a href="#d${at}">${cited}</a>` : cited;
    return `<li class="${EFFECTS[divergence.severity]}">${note(divergence, place)}</li>`;
  });
  return `<!doctype html>
<html lang="${inHtml(context.locale)}" dir="${isRightToLeft(context.locale) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${inHtml(one.path)} ↔ ${inHtml(other.path)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${inHtml(words.title())}</h1>
<p><bdi class="name">${inHtml(one.path)}</bdi> (${inHtml(one.language)}) ↔ <bdi class="name">${inHtml(other.path)}</bdi> (${inHtml(other.language)})</p>
<p class="sum">${inHtml(words.sum({ count: parity.divergences.length }))} ${inHtml(words.aligned({ percent: Math.round(parity.overlap * 100) }))}</p>
</header>
<main>
<section id="changes" tabindex="-1">${items.length === 0 ? '' : `<ol class="changes">\n${items.join('\n')}\n</ol>`}</section>
${texts(parity, context)}
</main>
<footer><p>poclint ${inHtml(context.tool.version)}, ${inHtml(context.tool.rules)}. ${inHtml(words.disclaimer())}</p></footer>
</body>
</html>
`;
}

function hasPlace({ clauses }: Divergence): boolean {
  return clauses[0] !== undefined || clauses[1] !== undefined;
}

function texts(parity: Parity, { sideBySide }: ParityContext): string {
  if (!sideBySide) return '';
  const byStart = [new Map<number, number[]>(), new Map<number, number[]>()] as const;
  parity.divergences.forEach(({ clauses }, at) => {
    const side = clauses[0] ? 0 : 1;
    const start = clauses[side]?.span[0];
    if (start === undefined) return;
    byStart[side].set(start, [...(byStart[side].get(start) ?? []), at]);
  });
  const rows = sideBySide.pairs.map(([a, b]) => {
    const own = (a ? byStart[0].get(a.span[0]) : b && byStart[1].get(b.span[0])) ?? [];
    const notes = own.map((at) => {
      const divergence = parity.divergences[at] as Divergence;
      return `<li class="${EFFECTS[divergence.severity]}" id="d${at}" tabindex="-1"><strong class="effect">${inHtml(divergence.kind)}</strong><div>${messageInHtml(divergence.message)}</div></li>`;
    });
    const marked = (side: 0 | 1) =>
      own.flatMap((at) => (parity.divergences[at] as Divergence).clauses[side]?.words ?? []);
    const cell = (clause: Clause | undefined, side: 0 | 1): string => {
      const { language } = parity.versions[side];
      if (!clause) return '<div class="none">—</div>';
      const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
      return `<div lang="${inHtml(language)}" dir="${direction}"><p>${withMarks(clause, sideBySide.texts[side], marked(side))}</p></div>`;
    };
    const list = notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : '';
    return `<div class="row">${list}<div class="pair">${cell(a, 0)}${cell(b, 1)}</div></div>`;
  });
  return `<section class="texts">\n${rows.join('\n')}\n</section>`;
}

/** The clause's words, those that make the difference underlined. */
function withMarks(clause: Clause, text: string, marks: ParityClause['words']): string {
  let html = '';
  let from = clause.span[0];
  for (const { span } of [...marks].sort((a, b) => a.span[0] - b.span[0])) {
    if (span[0] < from || span[1] > clause.span[1]) continue;
    html += `${inHtml(text.slice(from, span[0]))}<ins>${inHtml(text.slice(span[0], span[1]))}</ins>`;
    from = span[1];
  }
  return html + inHtml(text.slice(from, clause.span[1]));
}
