import { type DocumentReport, type Finding, type ReviewedDocument, SEVERITIES, type Severity } from '@poclint/core';
import {
  type ArticleFindings,
  countByFamily,
  countBySeverity,
  countsInWords,
  FAMILY_TITLES,
  type Sorted,
  STANDING_WORDS,
  STANDINGS,
  type Standing,
  sortFindings,
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
/** Lines for the names of topics that are good practice. */
const MOST_LINES = 4;
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
    this.documents++;
    if (report.status === 'unreadable') {
      this.unreadable++;
      return this.lines([
        this.title(report),
        ...this.hanging(this.mark('error'), `Not reviewed. ${report.reason}`),
        '',
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
      '',
      ...sorted.onText.flatMap((article) => this.article(article, result)),
      ...this.missing(sorted, report),
      ...this.accepted(sorted),
      ...(this.context.verbose ? evidenceLines(report, this.context, this.paint) : []),
      ...(this.context.quiet
        ? []
        : report.notices.flatMap((notice) => this.hanging(this.paint.dim('note:'), notice, 0))),
      this.sum(counts, sorted.accepted.length),
      '',
    ];
    return this.lines([this.title(report), this.subtitle(report), ...body]);
  }

  end(): string {
    const lines: string[] = [];
    if (this.documents > 1) {
      const read = this.documents - this.unreadable;
      const failed = this.unreadable === 0 ? '' : `, ${this.unreadable} not reviewed`;
      lines.push(
        this.paint.bold(`${read} ${read === 1 ? 'draft' : 'drafts'} reviewed${failed}: ${countsInWords(this.totals)}.`),
      );
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

  private subtitle(report: ReviewedDocument): string {
    const { value, source, confidence } = report.type;
    const type =
      source === 'inferred'
        ? `${value} (inferred, ${Math.round(confidence * 100)} %: --type to correct)`
        : `${value} (from ${source === 'option' ? 'the command line' : source})`;
    return this.paint.dim(
      [type, `language ${report.language}`, report.stage === 'draft' ? 'draft' : 'signed text'].join(' · '),
    );
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

  private article({ article, findings }: ArticleFindings, result: Result): string[] {
    const title = article === '' ? 'The text as a whole' : /^\d/.test(article) ? `Section ${article}` : article;
    let quoted = '';
    const lines = findings.flatMap((finding) => {
      const text = printable(result.excerpt(finding)?.text ?? '');
      const repeated = text === quoted;
      quoted = text;
      return this.onText(finding, article, result, repeated);
    });
    return [this.paint.bold(title), ...lines];
  }

  private onText(finding: Finding, article: string, result: Result, repeated: boolean): string[] {
    const within =
      finding.clause === article ? '' : `${finding.clause.replace(article, '').replace(/^, /, '')} `.trimStart();
    const excerpt = repeated ? undefined : result.excerpt(finding);
    const isBrief = finding.severity !== 'error' && !this.context.verbose;
    return [
      ...this.hanging(
        this.mark(finding.severity),
        `${within}${printable(finding.message)}${isBrief ? ` · ${finding.rule}` : ''}`,
      ),
      ...(excerpt ? this.quote(printable(excerpt.text), printable(excerpt.text.slice(...excerpt.emphasis))) : []),
      ...(isBrief ? [] : this.footing(finding)),
      ...(this.context.verbose ? this.model(finding) : []),
    ];
  }

  /** The clause, on one line unless everything is wanted, with the words concerned underlined. */
  private quote(text: string, emphasis: string): string[] {
    const room = this.context.width - 6;
    const lines = wrap(`“${text}”`, room);
    const kept = this.context.verbose ? lines : shortened(lines, emphasis, room);
    let rest = emphasis.split(' ').filter((word) => word !== '');
    return kept.map((line) => {
      // The emphasised words may run over a line's end: what is left of them is looked for on the next.
      const here = longestStart(rest, line);
      const words = rest.slice(0, here).join(' ');
      rest = here > 0 ? rest.slice(here) : rest;
      const shown = here > 0 ? line.replace(words, () => this.paint.underline(words)) : line;
      return `    ${shown}`;
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
      this.paint.bold(`Not found, though ${article(report.type.value)} text should have it`),
      ...shown.flatMap((finding) => this.onMissing(finding)),
    ];
    if (this.context.verbose) return lines;
    const good = rulesOf(missing, 'warning');
    const optional = rulesOf(missing, 'info');
    if (good.length > 0) lines.push(...this.goodPractice(good));
    if (optional.length > 0)
      lines.push(
        ...this.hanging(
          this.mark('info'),
          `${optional.length} more ${optional.length === 1 ? 'topic is' : 'topics are'} optional`,
        ),
      );
    return lines;
  }

  /** Names of rules on as many lines as a reader will look at; a one-page text lacks most of what there is. */
  private goodPractice(rules: readonly string[]): string[] {
    const all = this.hanging(this.mark('warning'), `Good practice: ${rules.join(', ')}`);
    if (all.length <= MOST_LINES) return all;
    const kept = all.slice(0, MOST_LINES - 1);
    const named = kept.join(' ').split(',').length - 1;
    return [...kept, `    … and ${rules.length - named} more (--verbose)`];
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

  private sum(counts: Readonly<Record<Severity, number>>, accepted: number): string {
    const colour = counts.error > 0 ? this.paint.red : counts.warning > 0 ? this.paint.yellow : this.paint.green;
    const left = accepted === 0 ? '' : this.paint.dim(` (${accepted} left standing)`);
    return colour(this.paint.bold(countsInWords(counts))) + left;
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

function rulesOf(findings: readonly Finding[], severity: Severity): string[] {
  return findings
    .filter((finding) => finding.severity === severity)
    .flatMap((finding) => [finding.rule, ...(finding.merged ?? [])]);
}

/** One line of the clause: from its beginning, or from shortly before the words concerned where these come late. */
function shortened(lines: readonly string[], emphasis: string, room: number): string[] {
  if (lines.length <= 1) return [...lines];
  const text = lines.join(' ');
  const at = text.indexOf(emphasis);
  if (at + emphasis.length <= room - 1) return [shorten(text, room)];
  const start = text.indexOf(' ', Math.max(0, Math.min(at - 20, text.length - room)));
  return [shorten(`…${text.slice(Math.max(0, start))}`, room)];
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

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
