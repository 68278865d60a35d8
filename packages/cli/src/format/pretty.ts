import {
  type DocumentReport,
  type Finding,
  type ReviewedDocument,
  SEVERITIES,
  type Severity,
  STANDINGS,
  type Standing,
} from '@poclint/core';
import { type Catalogue, cite, isolate, messagesIn, quote } from '@poclint/messages';
import type { Excerpt } from '../drafts/excerpt.ts';
import {
  type ArticleFindings,
  countByFamily,
  countBySeverity,
  countsInWords,
  type Sorted,
  sortFindings,
} from '../report/digest.ts';
import { atLeast } from '../report/severity-filter.ts';
import { columnsOf } from '../terminal/columns.ts';
import { layOut } from '../terminal/layout.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { pad, shorten, wrap } from '../terminal/wrap.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';
import { evidenceLines } from './pretty-evidence.ts';
import { printable, printableMessage } from './printable.ts';
import { whereabouts, withWhereabouts } from './whereabouts.ts';

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
  private readonly words: Catalogue;
  private documents = 0;
  private unreadable = 0;
  private readonly totals: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private hasFindings = false;

  constructor(context: FormatContext) {
    this.context = context;
    this.paint = createPaint(context.colour);
    this.words = messagesIn(context.locale);
  }

  document(result: Result): string {
    const { report } = result;
    const before = this.documents++ > 0 && !this.context.quiet ? [''] : [];
    if (report.status === 'unreadable') {
      this.unreadable++;
      return this.lines([
        ...before,
        this.title(report),
        ...this.hanging(this.mark('error'), this.words.report.notReviewed({ reason: report.reason })),
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
        : report.notices.flatMap((notice) => this.hanging(this.paint.dim(this.words.report.note()), notice, 0))),
      ...this.sum(counts, sorted.accepted.length),
    ];
    return this.lines([...before, ...this.head(report), ...body]);
  }

  end(): string {
    const lines: string[] = [];
    if (this.documents > 1) {
      lines.push('');
      const read = this.documents - this.unreadable;
      const findings = countsInWords(this.totals, this.context.locale);
      const { drafts, draftsAndFailures } = this.words.report;
      const words =
        this.unreadable === 0
          ? drafts({ count: read, findings })
          : draftsAndFailures({ count: read, failed: this.unreadable, findings });
      lines.push(...wrap(words, this.context.width).map(this.paint.bold));
    }
    if (this.hasFindings && !this.context.quiet) {
      const { explain, verbose } = this.words.report;
      lines.push(
        ...wrap([explain(), ...(this.context.verbose ? [] : [verbose()])].join(' '), this.context.width).map(
          this.paint.dim,
        ),
      );
    }
    return this.lines(lines);
  }

  private title(report: DocumentReport): string {
    return this.paint.bold(this.paint.underline(this.own(printable(report.path))));
  }

  /** The draft's name, and what it was taken for: on one line where that fits. */
  private head(report: ReviewedDocument): string[] {
    const { value, source, confidence } = report.type;
    const { inferred, share, stated } = this.words.report;
    const origin =
      source === 'inferred'
        ? inferred({ share: share({ percent: Math.round(confidence * 100) }) })
        : stated({ origin: this.words.origin[source]() });
    const words = `${this.words.type[value]()} (${origin}) · ${this.own(report.language)} · ${this.words.stage[report.stage]()}`;
    const fits = columnsOf(printable(report.path)) + 3 + columnsOf(words) <= this.context.width;
    return fits ? [`${this.title(report)}   ${this.paint.dim(words)}`] : [this.title(report), this.paint.dim(words)];
  }

  private coverage(report: ReviewedDocument): string[] {
    const rows = countByFamily(report, this.context.rules);
    const first = Math.max(...rows.map(({ family }) => columnsOf(this.words.family[family]())));
    const heads = STANDINGS.map((standing) => `${SYMBOLS[standing]} ${this.words.standing[standing]()}`);
    const colours = [this.paint.green, this.paint.yellow, this.paint.yellow, this.paint.yellow, this.paint.red];
    const head = heads
      .map((words, at) => (colours[at] as (text: string) => string)(pad(words, columnsOf(words) + 2, 'left')))
      .join('');
    return [
      pad('', first) + head,
      ...rows.map(({ family, counts }) => {
        const cells = STANDINGS.map((standing, at) => {
          const cell = pad(
            counts[standing] === 0 ? '–' : String(counts[standing]),
            columnsOf(heads[at] as string) + 2,
            'left',
          );
          return counts[standing] === 0 ? this.paint.dim(cell) : cell;
        });
        return pad(this.words.family[family](), first) + cells.join('');
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
    return [
      ...lines,
      this.paint.bold(this.words.report.inManyClauses()),
      ...shared.flatMap((findings) => this.shared(findings)),
    ];
  }

  private shared(findings: readonly Finding[]): string[] {
    const [first] = findings as [Finding, ...Finding[]];
    const named = findings
      .slice(0, MOST_NAMED)
      .map((finding) =>
        withWhereabouts(this.cite(finding.clause), finding, this.context.locale).replaceAll(' ', '\u00a0'),
      );
    const more = findings.length - MOST_NAMED;
    const clauses =
      this.words.report.places({ clauses: named }) + (more > 0 ? ` ${this.words.report.andMore({ count: more })}` : '');
    return this.hanging(
      this.mark(first.severity),
      `${printableMessage(first.message)} ${clauses} ·\u00a0${this.own(first.rule)}`,
    );
  }

  private article({ article, findings }: ArticleFindings, result: Result): string[] {
    const shown = this.context.verbose ? findings : findings.filter(({ severity }) => severity !== 'info');
    const [first, ...others] = shown;
    if (!first) return [];
    const title = article === '' ? this.words.report.wholeText() : this.cite(article);
    // An article with one finding needs no heading of its own: one page of draft is to be one screen of report.
    const isInline = others.length === 0 && !this.context.verbose;
    const lines = shown.flatMap((finding, at) => {
      const isRepeated = at > 0 && result.excerpt(shown[at - 1] as Finding)?.text === result.excerpt(finding)?.text;
      return this.onText(finding, isInline ? '' : article, result, isRepeated);
    });
    return isInline ? lines : [this.paint.bold(title), ...lines];
  }

  private onText(finding: Finding, article: string, result: Result, isRepeated: boolean): string[] {
    const message = `${this.placeWithin(finding, article)}${printableMessage(finding.message)}`;
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
    const lines = wrap(`${message} ·\u00a0${this.own(finding.rule)}`, room);
    if (lines.length <= 2)
      return this.hanging(this.mark(finding.severity), `${message} ·\u00a0${this.own(finding.rule)}`);
    const tail = ` · ${this.own(finding.rule)}`;
    const rest = lines.slice(1).join(' ').slice(0, -tail.length);
    return [`  ${this.mark(finding.severity)} ${lines[0]}`, `    ${shorten(rest, room - columnsOf(tail))}${tail}`];
  }

  /** Whether a message already has the words that an excerpt would show again. */
  private isQuoted({ text, emphasis }: Excerpt, { message }: Finding): boolean {
    return (
      !this.context.verbose &&
      printable(message).includes(printable(quote(text.slice(...emphasis), this.context.locale)))
    );
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
      return `    ${at === 0 ? '“' : ' '}${this.own(shown)}${at === lines.length - 1 ? '”' : ''}`;
    });
  }

  /** Who says so, and the rule's name to ask for more. */
  private footing(finding: Finding, place = ''): string[] {
    const room = this.context.width - 4;
    const merged =
      finding.merged && this.context.verbose
        ? ` (${this.words.report.with({ rules: finding.merged.map((rule) => this.own(rule)) })})`
        : '';
    const tail = [place, this.own(finding.rule) + merged].filter((part) => part !== '').join(' · ');
    if (this.context.verbose)
      return wrap(
        [...finding.authority.map((authority) => this.own(authority)), tail, finding.fingerprint].join(' · '),
        room,
      ).map((line) => this.paint.dim(`    ${line}`));
    const authority = this.own(
      shorten(abbreviate(finding.authority[0] ?? ''), Math.max(0, room - columnsOf(tail) - 3)),
    );
    return [this.paint.dim(`    ${[authority, tail].filter((part) => part.length > 1).join(' · ')}`)];
  }

  private model(finding: Finding): string[] {
    if (finding.suggestion === undefined) return [];
    return wrap(this.words.report.model({ clause: this.own(finding.suggestion) }), this.context.width - 6).map(
      (line) => `    ${this.paint.green(line)}`,
    );
  }

  private missing({ missing }: Sorted, report: ReviewedDocument): string[] {
    if (missing.length === 0) return [];
    const shown = this.context.verbose ? missing : missing.filter(({ severity }) => severity === 'error');
    const lines = [
      ...wrap(this.words.expected[report.type.value](), this.context.width).map(this.paint.bold),
      ...shown.flatMap((finding) => this.onMissing(finding)),
    ];
    if (this.context.verbose) return lines;
    const good = countRules(missing, 'warning');
    const optional = countRules(missing, 'info');
    // By name they would fill a screen for a one-page text, which lacks most of what there is.
    const { alsoNamed, goodPractice, named, optional: counted, row } = this.words.report;
    const parts = [
      ...(good > 0 ? [goodPractice({ count: good })] : []),
      ...(optional > 0 ? [counted({ count: optional })] : []),
    ];
    if (parts.length > 0)
      lines.push(
        ...this.hanging(
          this.mark(good > 0 ? 'warning' : 'info'),
          (shown.length > 0 ? alsoNamed : named)({ parts: row({ parts }) }),
        ),
      );
    return lines;
  }

  private onMissing(finding: Finding): string[] {
    const follows = finding.clause === '' ? '' : this.words.report.wouldFollow({ clause: finding.clause });
    const place = follows && withWhereabouts(follows, finding, this.context.locale);
    return [
      ...this.hanging(this.mark(finding.severity), this.withoutLead(printableMessage(finding.message))),
      ...this.footing(finding, this.context.verbose ? place : ''),
      ...(this.context.verbose ? this.model(finding) : []),
    ];
  }

  private accepted({ accepted }: Sorted): string[] {
    if (accepted.length === 0) return [];
    const lines = accepted.flatMap((finding) => {
      const rule = this.own(finding.rule);
      const { clause } = finding;
      const what = clause === '' ? rule : this.words.report.findingAt({ rule, clause });
      const reason = finding.accepted?.reason ? `: ${this.own(printable(finding.accepted.reason))}` : '';
      return this.hanging('✓', what + reason).map(this.paint.dim);
    });
    return [this.paint.dim(this.words.report.leftStanding()), ...lines];
  }

  private sum(counts: Readonly<Record<Severity, number>>, accepted: number): string[] {
    const colour = counts.error > 0 ? this.paint.red : counts.warning > 0 ? this.paint.yellow : this.paint.green;
    const left =
      accepted === 0 ? '' : ` (${this.words.report.countLeftStanding({ count: accepted }).replaceAll(' ', '\u00a0')})`;
    return wrap(countsInWords(counts, this.context.locale) + left, this.context.width).map((line) =>
      colour(this.paint.bold(line)),
    );
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
    return layOut(lines, this.context.width, this.context.locale);
  }

  /** Words that are not of the tool's language, kept apart where they run against it. */
  private own(words: string): string {
    return isolate(words, this.context.locale);
  }

  private cite(clause: string): string {
    return cite(clause, this.context.locale);
  }

  /** `(2)(a) ` for Art. 5(2)(a) under the heading Art. 5; a decimal number as it is, for it says it all. */
  private placeWithin(finding: Finding, article: string): string {
    const { clause } = finding;
    const where = whereabouts(finding, this.context.locale);
    if (clause === '' || clause === article) return where && `${this.words.report.at({ place: where })} `;
    const rest =
      clause.startsWith(article) && !/^\d/.test(article) ? clause.slice(article.length).replace(/^, /, '') : clause;
    if (where !== '')
      return `${this.words.report.at({ place: this.words.report.row({ parts: [this.cite(rest), where] }) })} `;
    const place = this.cite(rest);
    return `${article === '' ? this.words.report.at({ place }) : place} `;
  }

  /** What a message says is missing, without the words under the heading that says so already. */
  private withoutLead(message: string): string {
    const [lead = ''] = this.words.finding.absent({ title: '\u0000' }).split('\u0000');
    return message.startsWith(lead) ? message.slice(lead.length) : message;
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

/** Authorities that recur, as lawyers abbreviate them: one line is all that the brief report has. */
function abbreviate(authority: string): string {
  return authority
    .replace(/^UN Security Council resolution (?=\d)/, 'SCR ')
    .replace(
      /^ICRC,? (?:Study on )?Customary (?:International Humanitarian Law|IHL)(?: Study)?(?: \(\d+\))?, (?=Rule)/,
      'Customary IHL ',
    );
}
