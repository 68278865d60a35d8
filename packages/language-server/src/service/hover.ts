import { Slot, type Slots, type Span, spanOfPiece, type TopicRule, titleIn } from '@poclint/core';
import { pagesOf } from './authority-pages.ts';
import { citationOf, clauseAt, evidenceIn, overlaps } from './clause-place.ts';
import type { DraftReview } from './draft-review.ts';
import type { Words } from './words.ts';

export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}

const MOST_TOPICS = 6;

/** What the clause at a place covers, how firmly, what it leaves unsaid, and by whose authority. */
export function hoverAt(review: DraftReview, offset: number, words: Words): HoverText | undefined {
  const clause = clauseAt(review, offset);
  if (!clause || offset > clause.span[1] || clause.kind === 'aside') return undefined;
  const seen = new Set<number>();
  const pieces = evidenceIn(review, (candidate) => candidate === clause).filter(({ topic }) => {
    const isNew = !seen.has(topic);
    seen.add(topic);
    return isNew;
  });
  const findings = review.open.filter(
    (finding) => finding.span[0] < finding.span[1] && overlaps(finding.span, [offset, offset]),
  );
  if (pieces.length === 0 && findings.length === 0) return undefined;
  const parts = [
    `**${escapeMarkdown(citationOf(clause, words.locale))}** · ${pieces.length > 0 ? words.covers : words.coversNothing}`,
  ];
  for (const { topic, piece } of pieces.slice(0, MOST_TOPICS)) {
    const rule = review.details.topics[topic] as TopicRule;
    const status = piece.status === 'agreed' ? '' : `, ${words.status[piece.status]}`;
    parts.push(
      [
        `**${escapeMarkdown(titleIn(rule, words.locale))}** — ${words.levels[piece.level]}${status}`,
        slotLine(piece.slots, words),
        `${words.authority}: ${rule.authority.map(linked).join('; ')}`,
      ]
        .filter((line) => line !== '')
        .join('  \n'),
    );
  }
  if (pieces.length > MOST_TOPICS) parts.push(`+ ${pieces.length - MOST_TOPICS}`);
  const strongest = pieces[0];
  const span = pieces.length === 1 && strongest ? spanOfPiece(strongest.piece) : clause.span;
  return { span: span[0] <= offset && offset <= span[1] ? span : clause.span, markdown: parts.join('\n\n') };
}

const SLOTS = Object.entries(Slot) as [keyof Slots, number][];

function slotLine(bits: number, words: Words): string {
  const name = ([slot]: [keyof Slots, number]) => words.slots[slot] ?? slot;
  const filled = SLOTS.filter(([, bit]) => (bits & bit) !== 0).map(name);
  const open = SLOTS.filter(([, bit]) => (bits & bit) === 0).map(name);
  return [
    filled.length > 0 ? `✓ ${words.filled}: ${filled.join(', ')}` : '',
    open.length > 0 ? `○ ${words.open}: ${open.join(', ')}` : '',
  ]
    .filter((line) => line !== '')
    .join('  \n');
}

/** An authority with links to its public pages. */
export function linked(authority: string): string {
  let text = '';
  let from = 0;
  for (const { start, end, url } of pagesOf(authority)) {
    text += `${escapeMarkdown(authority.slice(from, start))}[${escapeMarkdown(authority.slice(start, end))}](${url})`;
    from = end;
  }
  return text + escapeMarkdown(authority.slice(from));
}

/** Keeps words of a draft or rule from being read as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>&~]/g, '\\$&');
}
