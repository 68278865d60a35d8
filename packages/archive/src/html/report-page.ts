import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import { FAMILIES, type ReviewedDocument, type Rule, type TopicCoverage, titleIn } from '@poclint/core';
import { isRightToLeft, type Locale, localeOf } from '@poclint/messages';
import { archiveMessagesIn } from '@poclint/messages/archive';
import { yearOf } from '../document-year.ts';
import { type DocumentHead, type ReviewedText, readManifest, readReviewedTexts } from '../record.ts';
import { pageCode } from './page-code.ts';
import {
  PAGE_LEVELS,
  PAGE_LOCATIONS,
  PAGE_SEVERITIES,
  PAGE_STATUSES,
  type PageDetails,
  type PageEvidence,
  type PageFinding,
  type PageHead,
  type PageRow,
  packCell,
  packFinding,
} from './page-data.ts';

export interface ReportPageOptions {
  /** The page's file. It appears under this name when it is whole. */
  readonly path: string;
  /** What the archive is called in the heading. */
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly tool: { readonly version: string; readonly rules: string };
  /** The language that the page speaks, as a BCP 47 tag; English where it is none of ours or not stated. */
  readonly locale?: string | undefined;
  /** Leaves out texts, quotes, and what messages quote. */
  readonly redact?: boolean;
  readonly limits?: Partial<PageLimits>;
}

/** Beyond these a browser would no longer open the page at ease. The page says what it leaves out. */
export interface PageLimits {
  /** Characters of text in the page. Documents whose text no longer fits show their quotes instead. */
  readonly textCharacters: number;
  /** Characters of evidence and findings. Documents whose details no longer fit have a row only. */
  readonly detailCharacters: number;
  /** Rows of the heat map. Documents after these are only counted. */
  readonly rows: number;
}

export const PAGE_LIMITS: PageLimits = { textCharacters: 60_000_000, detailCharacters: 60_000_000, rows: 50_000 };

export interface WrittenPage {
  readonly bytes: number;
  readonly documents: number;
  readonly withoutText: number;
  readonly withoutDetails: number;
}

/** So much goes into one block: more compresses no better, and opening a document unpacks a whole block. */
const BLOCK_CHARACTERS = 131_072;
const ROWS_PER_BLOCK = 512;
const deflate = promisify(deflateRaw);

/**
 * Writes the page of a finished review into its folder, as `report/index.html`.
 *
 * @param options.name - what the archive is called; the rules are those it was reviewed with
 * @throws UsageError where the folder holds no whole review
 */
export async function writeReviewPage(
  folder: string,
  options: Pick<ReportPageOptions, 'name' | 'rules' | 'limits' | 'locale'>,
): Promise<WrittenPage> {
  const { tool, redacted } = readManifest(folder);
  await mkdir(join(folder, 'report'), { recursive: true });
  const path = join(folder, 'report', 'index.html');
  return writeReportPage(readReviewedTexts(folder), { ...options, path, tool, redact: redacted });
}

/**
 * Writes the report page: one file that opens from disk, loads nothing, and lets nothing be loaded. Documents pass through
 * one by one, so memory does not grow with their number.
 *
 * The same records give the same bytes. Throws what the file system reports; a page that was not finished leaves nothing.
 */
export async function writeReportPage(
  records: AsyncIterable<ReviewedText> | Iterable<ReviewedText>,
  options: ReportPageOptions,
): Promise<WrittenPage> {
  const { path } = options;
  const part = `${path}.part`;
  // It holds the texts: for the eyes of who reviewed them, until they choose otherwise.
  const file = await open(part, 'w', 0o600);
  try {
    const written = await new ReportPageWriter(file, options).write(records);
    await file.close();
    await rename(part, path);
    return written;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

class ReportPageWriter {
  private readonly file: FileHandle;
  private readonly options: ReportPageOptions;
  private readonly limits: PageLimits;
  private readonly topics: PageHead['topics'];
  private readonly topicAt: ReadonlyMap<string, number>;
  private readonly rules: Rule[];
  private readonly ruleAt: Map<string, number>;
  private packing: Promise<void> = Promise.resolve();
  private bytes = 0;
  private documents = 0;
  private rows: PageRow[] = [];
  private rowBlocks = 0;
  private details: string[] = [];
  private detailsSize = 0;
  private detailBlocks = 0;
  private textLeft: number;
  private detailsLeft: number;
  private withoutText = 0;
  private withoutDetails = 0;

  constructor(file: FileHandle, options: ReportPageOptions) {
    this.file = file;
    this.options = options;
    this.limits = { ...PAGE_LIMITS, ...options.limits };
    this.textLeft = this.limits.textCharacters;
    this.detailsLeft = this.limits.detailCharacters;
    this.rules = [...options.rules];
    this.ruleAt = new Map(this.rules.map(({ id }, at) => [id, at]));
    this.topics = FAMILIES.flatMap((family) =>
      this.rules
        .filter((rule) => rule.kind === 'topic' && rule.family === family)
        .map((rule) => ({ id: rule.id, title: titleIn(rule, options.locale), family })),
    );
    this.topicAt = new Map(this.topics.map(({ id }, at) => [id, at]));
  }

  async write(records: AsyncIterable<ReviewedText> | Iterable<ReviewedText>): Promise<WrittenPage> {
    const { script, style, licences } = await pageCode();
    if (/<\/script/i.test(script) || /<\/style/i.test(style))
      throw new Error('The program of the report page would end its own element.');
    await this.put(opening(script, style, localeOf(this.options.locale)));
    for await (const record of records) {
      this.documents++;
      if (this.documents <= this.limits.rows) await this.add(record);
    }
    await this.flushDetails();
    await this.flushRows();
    const head: PageHead = {
      tool: this.options.tool,
      name: this.options.name,
      topics: this.topics,
      rules: this.rules.map((rule) => {
        const { id, authority, model } = rule;
        return { id, title: titleIn(rule, this.options.locale), authority, model };
      }),
      documents: this.documents,
      rowBlocks: this.rowBlocks,
      withoutText: this.withoutText,
      withoutDetails: this.withoutDetails,
      redacted: this.options.redact === true,
    };
    await this.block('head', JSON.stringify(head));
    await this.packing;
    await this.put(`<script>${script}</script>\n<!--\n${commented(licences)}-->\n</body>\n</html>\n`);
    const { bytes, documents, withoutText, withoutDetails } = this;
    return { bytes, documents, withoutText, withoutDetails };
  }

  private async add({ record, text }: ReviewedText): Promise<void> {
    const { id, title, meta } = record;
    const date = meta.date ?? meta.year ?? '';
    const common = [id, title, meta.country ?? '', meta.region ?? '', date, yearOf(record)] as const;
    if (record.status === 'unreadable') {
      const reason = this.options.redact ? withoutQuotes(record.reason) : record.reason;
      this.rows.push([...common, '', '', '', [], -1, 0, reason]);
    } else {
      const findings = record.findings.flatMap((finding) => [
        packFinding(this.ruleNumber(finding.rule), PAGE_SEVERITIES.indexOf(finding.severity)),
        finding.clause,
      ]);
      const [block, place] = this.keepDetails(record, text);
      this.rows.push([
        ...common,
        record.type.value,
        record.language,
        this.cellsOf(record.coverage),
        findings,
        block,
        place,
        '',
      ]);
    }
    if (this.detailsSize >= BLOCK_CHARACTERS) await this.flushDetails();
    if (this.rows.length >= ROWS_PER_BLOCK) await this.flushRows();
  }

  private cellsOf(coverage: readonly TopicCoverage[]): string {
    const cells = this.topics.map(() => packCell({ level: 0, location: 0, bracketed: false }));
    for (const { topic, level, location, readings } of coverage) {
      const at = this.topicAt.get(topic);
      if (at === undefined) continue;
      cells[at] = packCell({
        level: PAGE_LEVELS.indexOf(level),
        location: location === undefined ? 0 : PAGE_LOCATIONS.indexOf(location),
        bracketed: PAGE_LEVELS.indexOf(readings.dropped) < PAGE_LEVELS.indexOf(level),
      });
    }
    return cells.join('');
  }

  /** Puts a document's details into the block at hand; says which block and place, or -1 where the page is full. */
  private keepDetails(
    document: DocumentHead & ReviewedDocument,
    text: string | undefined,
  ): readonly [block: number, place: number] {
    const redact = this.options.redact === true;
    const withText = !redact && text !== undefined && text.length <= this.textLeft;
    const rest = JSON.stringify(this.detailsOf(document, !withText && !redact));
    if (rest.length > this.detailsLeft) {
      // Whatever comes later is left out too: a page whose gaps follow no order would puzzle.
      this.detailsLeft = this.textLeft = 0;
      this.withoutDetails++;
      this.withoutText++;
      return [-1, 0];
    }
    this.detailsLeft -= rest.length;
    if (withText) this.textLeft -= text.length;
    else {
      this.withoutText++;
      if (text !== undefined && !redact) this.textLeft = 0;
    }
    const whole = withText ? `{"text":${JSON.stringify(text)},${rest.slice(1)}` : rest;
    this.details.push(whole);
    this.detailsSize += whole.length;
    return [this.detailBlocks, this.details.length - 1];
  }

  private detailsOf(document: DocumentHead & ReviewedDocument, quotes: boolean): Omit<PageDetails, 'text'> {
    const redact = this.options.redact === true;
    const evidence = document.coverage.flatMap((coverage) =>
      coverage.evidence.map(
        (piece): PageEvidence => [
          this.topicAt.get(coverage.topic) ?? -1,
          piece.clause,
          PAGE_LEVELS.indexOf(piece.level),
          PAGE_LOCATIONS.indexOf(piece.location),
          PAGE_STATUSES.indexOf(piece.status),
          piece.span[0],
          piece.span[1],
          quotes ? piece.quote : '',
        ],
      ),
    );
    const findings = document.findings.map((finding): PageFinding => {
      const rule = this.rules[this.ruleNumber(finding.rule)] as Rule;
      const isModel = finding.suggestion !== undefined && Object.values(rule.model).includes(finding.suggestion);
      const isOwn = finding.authority.join('\n') === rule.authority.join('\n');
      return [
        this.ruleNumber(finding.rule),
        PAGE_SEVERITIES.indexOf(finding.severity),
        finding.clause,
        finding.span[0],
        finding.span[1],
        redact ? withoutQuotes(finding.message) : finding.message,
        isOwn ? [] : finding.authority,
        isModel && finding.suggestion === rule.model[document.language]
          ? true
          : redact && !isModel
            ? ''
            : (finding.suggestion ?? ''),
        redact ? '' : (finding.accepted?.reason ?? ''),
      ];
    });
    return {
      meta: document.meta,
      evidence: evidence.filter(([topic]) => topic >= 0),
      findings,
      notices: redact ? document.notices.map(withoutQuotes) : document.notices,
    };
  }

  /** A rule's place in the list; rules that the list does not know come in under their id. */
  private ruleNumber(id: string): number {
    const known = this.ruleAt.get(id);
    if (known !== undefined) return known;
    const at = this.rules.length;
    this.rules.push({ ...(this.rules[0] as Rule), id, title: id, titles: {}, authority: [], model: {} });
    this.ruleAt.set(id, at);
    return at;
  }

  private async flushDetails(): Promise<void> {
    if (this.details.length === 0) return;
    const block = `[${this.details.join(',')}]`;
    this.details = [];
    this.detailsSize = 0;
    await this.block(`details-${this.detailBlocks++}`, block);
  }

  private async flushRows(): Promise<void> {
    if (this.rows.length === 0) return;
    const block = JSON.stringify(this.rows);
    this.rows = [];
    await this.block(`rows-${this.rowBlocks++}`, block);
  }

  private async block(id: string, json: string): Promise<void> {
    // One block is packed beside the reading of the next. More would only wait in memory.
    const packed = deflate(json, { level: constants.Z_DEFAULT_COMPRESSION });
    await this.packing;
    this.packing = packed.then((bytes) =>
      this.put(`<script type="text/plain" id="${id}">${bytes.toString('base64')}</script>\n`),
    );
    // Whoever waits for it next hears of a failure; until then it is not unheard.
    this.packing.catch(() => {});
  }

  private async put(text: string): Promise<void> {
    const { bytesWritten } = await this.file.write(text);
    this.bytes += bytesWritten;
  }
}

/** The licences of what the page's program contains, which ask to go with it. Two hyphens would end the comment. */
function commented(licences: string): string {
  return `This page contains parts of the following packages.\n\n${licences}`.replace(/-(?=-)/g, '- ');
}

/**
 * The page up to its data. The policy lets in what has these digests and nothing else, and forbids the script to make markup
 * out of text.
 */
function opening(script: string, style: string, locale: Locale): string {
  const digest = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${locale}" dir="${isRightToLeft(locale) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>poclint</title>
<style>${style}</style>
</head>
<body>
<noscript>${archiveMessagesIn(locale).page.noScript()}</noscript>
<div id="page"></div>
`;
}

/** A message under redaction: everything between its first and its last quotation mark goes. */
function withoutQuotes(sentence: string): string {
  return sentence
    .replace(/"[\s\S]*"/, '"[…]"')
    .replace(/“[\s\S]*”/, '“[…]”')
    .replace(/«(\s?)[\s\S]*»/, '«$1[…]$1»');
}
