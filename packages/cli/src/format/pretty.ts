import {
  type DocumentReport,
  type Finding,
  type ReviewedDocument,
  SEVERITIES,
  type Severity,
  STANDINGS,
  type Standing,
} from '@poclint/core';
import type { Excerpt } from '../drafts/excerpt.ts';
import {
  type ArticleFindings,
  countByFamily,
  countBySeverity,
  countsInWords,
  FAMILY_TITLES,
  type Sorted,
  STANDING_WORDS,
  sortFindings,
  TYPE_WORDS,
} from '../report/digest.ts';
import { atLeast } from '../report/severity-filter.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { pad, shorten, wrap } from '../terminal/wrap.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';
import { evidenceLines } from './pretty-evidence.ts';
import { printable } from './printable.ts';

const SYMBOLS: Readonly<Record<Standing, string>> = {
  agreed: '●',
  soft: '◐',
  brackets: '▣',
  preamble: '¶',
  missing: '○',
};
/** From so many clauses on, what is said of all of them is said once. */
const MANY = 4;
/** More clauses than this are counted, not named. */
const MOST_NAMED = 24;
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

/** For people at a terminal: what is covered, what is wrong in the text, what is missing, and what to do next. */
export function prettyFormatter(context: FormatContext): Formatter {
  const page = new Page(context);
  return {
    begin: () => '',
    document: (result) => page.document(result),
    end: () => page.end(),
  };
}

class Page {
  private readonly context: FormatContext;
  private readonly paint: Paint;
  private documents = 0;
  private unreadable = 0;
  private readonly totals: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private hasFindings = false;

  constructor(context: FormatContext) {
    this.context = context;
    this.paint = createPaint(context.colour);
  }

  document(result: Result): string {
    const { report } = result;
    const before = this.documents++ > 0 && !this.context.quiet ? [''] : [];
    if (report.status === 'unreadable') {
      this.unreadable++;
      return this.lines([
        ...before,
        this.title(report),
        ...this.hanging(this.mark('error'), `Not reviewed. ${report.reason}`),
      ]);
    }
    const shown = this.context.quiet ? onlyCounting(report, result) : report;
    const counts = countBySeverity(shown.findings);
    for (const severity of SEVERITIES) this.totals[severity] += counts[severity];
    if (this.context.quiet && shown.findings.length === 0) return '';
    if (shown.findings.length > 0) this.hasFindings = true;
    const sorted = sortFindings(shown);
    const body = [
      ...(this.context.quiet ? [] : this.coverage(report)),
      ...this.onWords(sorted.onText, result),
      ...this.missing(sorted, report),
      ...this.accepted(sorted),
      ...(this.context.verbose ? evidenceLines(report, this.context, this.paint) : []),
      ...(this.context.quiet
        ? []
        : report.notices.flatMap((notice) => this.hanging(this.paint.dim('note:'), notice, 0))),
      ...this.sum(counts, sorted.accepted.length),
    ];
    return this.lines([...before, ...this.head(report), ...body]);
  }

  end(): string {
    const lines: string[] = [];
    if (this.documents > 1) {
      lines.push('');
      const read = this.documents - this.unreadable;
      const failed = this.unreadable === 0 ? '' : `, ${this.unreadable} not reviewed`;
      const words = `${read} ${read === 1 ? 'draft' : 'drafts'} reviewed${failed}: ${countsInWords(this.totals)}.`;
      lines.push(...wrap(words, this.context.width).map(this.paint.bold));
    }
    if (this.hasFindings && !this.context.quiet) {
      const more = this.context.verbose ? '' : ' Everything: --verbose.';
      lines.push(
        ...wrap(`Reason, law and a model clause: poclint explain <rule>.${more}`, this.context.width).map(
          this.paint.dim,
        ),
      );
    }
    return this.lines(lines);
  }

  private title(report: DocumentReport): string {
    return this.paint.bold(this.paint.underline(printable(report.path)));
  }

  /** The draft's name, and what it was taken for: on one line where that fits. */
  private head(report: ReviewedDocument): string[] {
    const { value, source, confidence } = report.type;
    const stated = source === 'inferred' ? `inferred, ${Math.round(confidence * 100)} %` : `stated: ${source}`;
    const words = `${value} (${stated}) · ${report.language} · ${report.stage === 'draft' ? 'draft' : 'signed text'}`;
    const fits = printable(report.path).length + 3 + words.length <= this.context.width;
    return fits ? [`${this.title(report)}   ${this.paint.dim(words)}`] : [this.title(report), this.paint.dim(words)];
  }

  private coverage(report: ReviewedDocument): string[] {
    const rows = countByFamily(report, this.context.rules);
    const first = Math.max(...rows.map(({ family }) => FAMILY_TITLES[family].length));
    const heads = STANDINGS.map((standing) => `${SYMBOLS[standing]} ${STANDING_WORDS[standing]}`);
    const colours = [this.paint.green, this.paint.yellow, this.paint.yellow, this.paint.yellow, this.paint.red];
    const head = heads
      .map((words, at) => (colours[at] as (text: string) => string)(pad(words, words.length + 2, 'left')))
      .join('');
    return [
      pad('', first) + head,
      ...rows.map(({ family, counts }) => {
        const cells = STANDINGS.map((standing, at) => {
          const cell = pad(
            counts[standing] === 0 ? '–' : String(counts[standing]),
            (heads[at] as string).length + 2,
            'left',
          );
          return counts[standing] === 0 ? this.paint.dim(cell) : cell;
        });
        return pad(FAMILY_TITLES[family], first) + cells.join('');
      }),
    ];
  }

  /** Findings on words of the text: by article, and those that many clauses share once for all of them. */
  private onWords(articles: readonly ArticleFindings[], result: Result): string[] {
    const shared = this.context.verbose ? [] : sharedFindings(articles);
    const isShared = new Set(shared.flat());
    const lines = articles.flatMap(({ article, findings }) =>
      this.article({ article, findings: findings.filter((finding) => !isShared.has(finding)) }, result),
    );
    if (shared.length === 0) return lines;
    return [...lines, this.paint.bold('In many clauses'), ...shared.flatMap((findings) => this.shared(findings))];
  }

  private shared(findings: readonly Finding[]): string[] {
    const [first] = findings as [Finding, ...Finding[]];
    const named = findings.slice(0, MOST_NAMED).map(({ clause }) => clause.replaceAll(' ', '\u00a0'));
    const more = findings.length > MOST_NAMED ? ` and ${findings.length - MOST_NAMED} more` : '';
    const clauses = named.join('; ') + more;
    return this.hanging(this.mark(first.severity), `${printable(first.message)} ${clauses} ·\u00a0${first.rule}`);
  }

  private article({ article, findings }: ArticleFindings, result: Result): string[] {
    const shown = this.context.verbose ? findings : findings.filter(({ severity }) => severity !== 'info');
    const [first, ...others] = shown;
    if (!first) return [];
    const title = article === '' ? 'The text as a whole' : article;
    // An article with one finding needs no heading of its own: one page of draft is to be one screen of report.
    const isInline = others.length === 0 && !this.context.verbose;
    const lines = shown.flatMap((finding, at) => {
      const isRepeated = at > 0 && result.excerpt(shown[at - 1] as Finding)?.text === result.excerpt(finding)?.text;
      return this.onText(finding, isInline ? '' : article, result, isRepeated);
    });
    return isInline ? lines : [this.paint.bold(title), ...lines];
  }

  private onText(finding: Finding, article: string, result: Result, isRepeated: boolean): string[] {
    const message = `${placeWithin(finding.clause, article)}${printable(finding.message)}`;
    if (finding.severity !== 'error' && !this.context.verbose) return this.inBrief(finding, message);
    const excerpt = isRepeated ? undefined : result.excerpt(finding);
    return [
      ...this.hanging(this.mark(finding.severity), message),
      ...(excerpt && !this.isQuoted(excerpt, finding) ? this.quote(excerpt) : []),
      ...this.footing(finding),
      ...(this.context.verbose ? this.model(finding) : []),
    ];
  }

  /** A message and its rule on two lines at most: enough to know what it is about. */
  private inBrief(finding: Finding, message: string): string[] {
    const room = this.context.width - 4;
    const lines = wrap(`${message} ·\u00a0${finding.rule}`, room);
    if (lines.length <= 2) return this.hanging(this.mark(finding.severity), `${message} ·\u00a0${finding.rule}`);
    const tail = ` · ${finding.rule}`;
    const rest = lines.slice(1).join(' ').slice(0, -tail.length);
    return [`  ${this.mark(finding.severity)} ${lines[0]}`, `    ${shorten(rest, room - tail.length)}${tail}`];
  }

  /** Whether a message already has the words that an excerpt would show again. */
  private isQuoted({ text, emphasis }: Excerpt, { message }: Finding): boolean {
    return !this.context.verbose && message.includes(`"${text.slice(...emphasis)}"`);
  }

  /** The clause, on one line unless everything is wanted, with the words concerned underlined. */
  private quote(excerpt: Excerpt): string[] {
    const text = printable(excerpt.text);
    const emphasis = printable(excerpt.text.slice(...excerpt.emphasis));
    const room = this.context.width - 6;
    const lines = this.context.verbose ? wrap(text, room) : [windowOn(text, emphasis, room)];
    let rest = emphasis.split(' ').filter((word) => word !== '');
    return lines.map((line, at) => {
      // The words concerned may run over a line's end: what is left of them is looked for on the next.
      const here = longestStart(rest, line);
      const words = rest.slice(0, here).join(' ');
      rest = here > 0 ? rest.slice(here) : rest;
      const shown = here > 0 ? line.replace(words, () => this.paint.underline(words)) : line;
      return `    ${at === 0 ? '“' : ' '}${shown}${at === lines.length - 1 ? '”' : ''}`;
    });
  }

  /** Who says so, and the rule's name to ask for more. */
  private footing(finding: Finding, place = ''): string[] {
    const room = this.context.width - 4;
    const merged = finding.merged && this.context.verbose ? ` (with ${finding.merged.join(', ')})` : '';
    const tail = [place, finding.rule + merged].filter((part) => part !== '').join(' · ');
    if (this.context.verbose)
      return wrap([...finding.authority, tail, finding.fingerprint].join(' · '), room).map((line) =>
        this.paint.dim(`    ${line}`),
      );
    const authority = shorten(abbreviate(finding.authority[0] ?? ''), Math.max(0, room - tail.length - 3));
    return [this.paint.dim(`    ${[authority, tail].filter((part) => part.length > 1).join(' · ')}`)];
  }

  private model(finding: Finding): string[] {
    if (finding.suggestion === undefined) return [];
    return wrap(`Model: ${finding.suggestion}`, this.context.width - 6).map((line) => `    ${this.paint.green(line)}`);
  }

  private missing({ missing }: Sorted, report: ReviewedDocument): string[] {
    if (missing.length === 0) return [];
    const shown = this.context.verbose ? missing : missing.filter(({ severity }) => severity === 'error');
    const lines = [
      ...wrap(`Not found, though ${TYPE_WORDS[report.type.value]} should have it`, this.context.width).map(
        this.paint.bold,
      ),
      ...shown.flatMap((finding) => this.onMissing(finding)),
    ];
    if (this.context.verbose) return lines;
    const good = countRules(missing, 'warning');
    const optional = countRules(missing, 'info');
    // By name they would fill a screen for a one-page text, which lacks most of what there is.
    const rest = [good > 0 ? `${good} of good practice` : '', optional > 0 ? `${optional} optional` : ''].filter(
      (part) => part !== '',
    );
    if (rest.length > 0)
      lines.push(
        ...this.hanging(
          this.mark(good > 0 ? 'warning' : 'info'),
          `${shown.length > 0 ? 'and ' : ''}${rest.join(', ')}: --verbose names them`,
        ),
      );
    return lines;
  }

  private onMissing(finding: Finding): string[] {
    const place = finding.clause === '' ? '' : `would follow ${finding.clause}`;
    return [
      ...this.hanging(this.mark(finding.severity), finding.message.replace(/^No clause found on: /, '')),
      ...this.footing(finding, this.context.verbose ? place : ''),
      ...(this.context.verbose ? this.model(finding) : []),
    ];
  }

  private accepted({ accepted }: Sorted): string[] {
    if (accepted.length === 0) return [];
    const lines = accepted.flatMap((finding) => {
      const place = finding.clause === '' ? '' : ` at ${finding.clause}`;
      const reason = finding.accepted?.reason ? `: ${finding.accepted.reason}` : '';
      return this.hanging('✓', printable(`${finding.rule}${place}${reason}`)).map(this.paint.dim);
    });
    return [this.paint.dim('Left standing'), ...lines];
  }

  private sum(counts: Readonly<Record<Severity, number>>, accepted: number): string[] {
    const colour = counts.error > 0 ? this.paint.red : counts.warning > 0 ? this.paint.yellow : this.paint.green;
    const left = accepted === 0 ? '' : ` (${accepted}\u00a0left\u00a0standing)`;
    return wrap(countsInWords(counts) + left, this.context.width).map((line) => colour(this.paint.bold(line)));
  }

  private mark(severity: Severity): string {
    const colour = { error: this.paint.red, warning: this.paint.yellow, info: this.paint.blue }[severity];
    return colour(MARKS[severity]);
  }

  /** A text with a mark before its first line, the others under its beginning. */
  private hanging(mark: string, text: string, indent = 2): string[] {
    const lines = wrap(text, this.context.width - indent - 2);
    return lines.map((line, at) => `${' '.repeat(indent)}${at === 0 ? `${mark} ` : '  '}${line}`);
  }

  private lines(lines: readonly string[]): string {
    return lines.map((line) => `${line.trimEnd()}\n`).join('');
  }
}

function onlyCounting(report: ReviewedDocument, { failOn }: Result): ReviewedDocument {
  const counts = (finding: Finding): boolean =>
    !finding.accepted && failOn !== 'never' && atLeast(finding.severity, failOn);
  return { ...report, findings: report.findings.filter(counts) };
}

/** How many of the words, from the first, a line holds in a row. */
function longestStart(words: readonly string[], line: string): number {
  for (let count = words.length; count > 0; count--) if (line.includes(words.slice(0, count).join(' '))) return count;
  return 0;
}

/** Findings that say the same of so many clauses that one line for all of them is easier to read. */
function sharedFindings(articles: readonly ArticleFindings[]): Finding[][] {
  const bySentence = new Map<string, Finding[]>();
  for (const finding of articles.flatMap(({ findings }) => findings)) {
    const key = `${finding.severity} ${finding.rule} ${finding.message}`;
    const known = bySentence.get(key);
    if (known) known.push(finding);
    else bySentence.set(key, [finding]);
  }
  return [...bySentence.values()].filter((list) => list.length >= MANY && list[0]?.severity === 'warning');
}

/** How many topics the findings of a severity are about: some stand for several. */
function countRules(findings: readonly Finding[], severity: Severity): number {
  return findings
    .filter((finding) => finding.severity === severity)
    .reduce((sum, finding) => sum + 1 + (finding.merged?.length ?? 0), 0);
}

/** A clause on one line: from its beginning, or from shortly before the words concerned where these come late. */
function windowOn(text: string, emphasis: string, room: number): string {
  const at = text.indexOf(emphasis);
  if (at + emphasis.length < room) return shorten(text, room);
  const start = text.indexOf(' ', Math.max(0, Math.min(at - 20, text.length - room)));
  return shorten(`…${text.slice(Math.max(0, start))}`, room);
}

/** `(2)(a) ` for Art. 5(2)(a) under the heading Art. 5; a decimal number as it is, for it says it all. */
function placeWithin(clause: string, article: string): string {
  if (clause === '' || clause === article) return '';
  const rest =
    clause.startsWith(article) && !/^\d/.test(article) ? clause.slice(article.length).replace(/^, /, '') : clause;
  return `${rest}${article === '' ? ':' : ''} `;
}

/** Authorities that recur, as lawyers abbreviate them: one line is all that the brief report has. */
function abbreviate(authority: string): string {
  return authority
    .replace(/^UN Security Council resolution (?=\d)/, 'SCR ')
    .replace(
      /^ICRC,? (?:Study on )?Customary (?:International Humanitarian Law|IHL)(?: Study)?(?: \(\d+\))?, (?=Rule)/,
      'Customary IHL ',
    );
}
