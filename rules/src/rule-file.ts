import {
  AGREEMENT_TYPES,
  type AgreementType,
  FAMILIES,
  type Family,
  type Relation,
  type Rule,
  type Severity,
} from '@poclint/core';
import type { Blockquote, Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { parseQuote, type Quote } from './quote.ts';
import { RuleFileError } from './rule-file-error.ts';

/** A rule's file, read: the rule, and the quotes that test it. */
export interface RuleFile {
  readonly path: string;
  readonly rule: Rule;
  readonly counts: readonly Quote[];
  readonly excluded: readonly Quote[];
}

export type Severities = Readonly<Record<AgreementType, Severity | 'off'>>;

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const WITHIN = 14;

/**
 * Reads one rule file. Throws a RuleFileError that names file, line and remedy.
 *
 * @param path - Shown in errors; its last folder gives the family and its name the rule's id.
 * @param severities - The rule's severities from the profiles; a rule's own `severity` wins.
 */
export function parseRuleFile(path: string, content: string, severities: Severities | undefined): RuleFile {
  const root = parser.parse(content) as Root;
  const matter = root.children[0];
  if (matter?.type !== 'yaml')
    throw new RuleFileError(path, 1, 'has no front matter', 'begin the file with a block between two lines of ---');
  const front = readFrontMatter(path, matter.value);
  const sections = splitSections(path, root.children.slice(1));
  const id = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const base = {
    id,
    title: sections.title,
    authority: front.authority,
    why: sections.why,
    model: modelClauses(path, content, sections),
  };
  const severity = front.severity ?? severities;
  if (!severity)
    throw new RuleFileError(
      path,
      1,
      'has no severity',
      `add "${id}" to every file in rules/profiles, or a severity to its front matter`,
    );
  const counts = quotesOf(path, content, sections.counts, 'Counts', front.kind === 'wording' ? 'Found' : 'Counts');
  const excluded = quotesOf(path, content, sections.excluded, 'Does not count', 'Does not count');
  const rule: Rule =
    front.kind === 'topic'
      ? { ...base, kind: 'topic', family: familyOf(path), severity, requires: front.requires, mentions: front.mentions }
      : { ...base, kind: 'wording', check: front.check, severity, settings: front.settings };
  return { path, rule, counts, excluded };
}

/** The family is the folder's name; a user's own folder counts by the prefix of the rule's name, else as protection of civilians. */
function familyOf(path: string): Family {
  const [name, folder] = path.split('/').reverse();
  const prefix = name?.startsWith('grp-') ? 'groups' : name?.split('-')[0];
  return FAMILIES.find((family) => family === folder) ?? FAMILIES.find((family) => family === prefix) ?? 'poc';
}

interface FrontMatter {
  readonly kind: 'topic' | 'wording';
  readonly authority: readonly string[];
  readonly severity: Severities | undefined;
  readonly requires: readonly Relation[];
  readonly mentions: readonly Relation[];
  readonly check: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

function readFrontMatter(path: string, yaml: string): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const problem = document.errors[0];
  if (problem)
    throw new RuleFileError(
      path,
      (problem.linePos?.[0].line ?? 1) + 1,
      `has front matter that is not YAML (${problem.message.split('\n')[0]})`,
      'mend that line',
    );
  const lineOf = (key: string): number => {
    const contents = document.contents;
    if (!isMap(contents)) return 1;
    const pair = contents.items.find((item) => String(item.key) === key);
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
    return range ? lines.linePos(range[0]).line + 1 : 1;
  };
  const data = (document.toJS() ?? {}) as Record<string, unknown>;
  const kind = data.kind;
  if (kind !== 'topic' && kind !== 'wording')
    throw new RuleFileError(
      path,
      lineOf('kind'),
      `has kind "${String(kind)}"`,
      'write "kind: topic" or "kind: wording"',
    );
  const refuse = (key: string, problemText: string, remedy: string): never => {
    throw new RuleFileError(path, lineOf(key), problemText, remedy);
  };
  const authority = readAuthority(data.authority, refuse);
  const requires = readRelations('requires', data.requires, refuse);
  if (kind === 'topic' && requires.length === 0)
    refuse('requires', 'requires nothing', 'list at least one relation of concepts under "requires"');
  if (kind === 'wording' && typeof data.check !== 'string')
    refuse('check', 'names no check', 'add "check:" with the name of one of the core\'s checks');
  return {
    kind,
    authority,
    severity: readSeverity(data.severity, refuse),
    requires,
    mentions: readRelations('mentions', data.mentions, refuse),
    check: String(data.check ?? ''),
    settings: (data.settings as Record<string, unknown> | undefined) ?? {},
  };
}

type Refuse = (key: string, problem: string, remedy: string) => never;

function readAuthority(value: unknown, refuse: Refuse): string[] {
  if (!Array.isArray(value) || value.length === 0)
    return refuse('authority', 'names no authority', 'add "authority:" with at least one "- cite: document, year"');
  return value.map((entry) => {
    const cite = (entry as { cite?: unknown } | null)?.cite;
    return typeof cite === 'string'
      ? cite
      : refuse('authority', 'has an authority without "cite"', 'write "- cite: document, year"');
  });
}

function readSeverity(value: unknown, refuse: Refuse): Severities | undefined {
  if (value === undefined) return undefined;
  const known = ['error', 'warning', 'info', 'off'];
  const check = (level: unknown): Severity | 'off' =>
    known.includes(level as string)
      ? (level as Severity | 'off')
      : refuse('severity', `has the severity "${String(level)}"`, `use one of ${known.join(', ')}`);
  if (typeof value === 'string')
    return Object.fromEntries(AGREEMENT_TYPES.map((type) => [type, check(value)])) as Severities;
  const byType = value as Record<string, unknown>;
  return Object.fromEntries(
    AGREEMENT_TYPES.map((type) => [type, check(byType[type] ?? byType.default ?? 'off')]),
  ) as Severities;
}

const CONDUCTS = ['harm', 'duty', 'right', 'fact'] as const;

function readRelations(key: 'requires' | 'mentions', value: unknown, refuse: Refuse): Relation[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    return refuse(key, `has "${key}" that is no list`, 'write one relation per line, each beginning with "- "');
  return value.map((entry) => {
    if (Array.isArray(entry)) return relation('fact', entry, {}, key, refuse);
    const fields = (entry ?? {}) as Record<string, unknown>;
    const conduct = CONDUCTS.find((name) => Array.isArray(fields[name]));
    if (!conduct)
      return refuse(
        key,
        `has a relation without harm, duty, right or fact`,
        'write "- harm: [attack, civilian]" and the like',
      );
    return relation(conduct, fields[conduct] as unknown[], fields, key, refuse);
  });
}

function relation(
  conduct: Relation['conduct'],
  terms: readonly unknown[],
  fields: Record<string, unknown>,
  key: string,
  refuse: Refuse,
): Relation {
  if (terms.length === 0 || terms.some((term) => typeof term !== 'string'))
    refuse(key, 'has an empty relation', 'name the concepts that must stand together');
  const unknown = Object.keys(fields).find(
    (name) => !['harm', 'duty', 'right', 'fact', 'within', 'ordered', 'without'].includes(name),
  );
  if (unknown) refuse(key, `has the unknown field "${unknown}"`, 'use within, ordered or without');
  return {
    conduct,
    terms: terms.map((term) => (term as string).split('|').map((concept) => concept.trim())),
    within: typeof fields.within === 'number' ? fields.within : WITHIN,
    ordered: fields.ordered === true,
    without: Array.isArray(fields.without) ? fields.without.map(String) : [],
  };
}

interface Sections {
  readonly title: string;
  readonly why: string;
  readonly counts: readonly Blockquote[];
  readonly excluded: readonly Blockquote[];
  readonly model: readonly Blockquote[];
}

function splitSections(path: string, nodes: readonly RootContent[]): Sections {
  const title = nodes.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  if (!title) throw new RuleFileError(path, 1, 'has no title', 'add a line that begins with "# "');
  let section = '';
  const quotes: Record<string, Blockquote[]> = {};
  const why: string[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) section = textOf(node).toLowerCase();
    else if (node.type === 'blockquote') {
      quotes[section] ??= [];
      (quotes[section] as Blockquote[]).push(node);
    } else if (node.type === 'paragraph' && section === '') why.push(textOf(node));
  }
  if (why.length === 0)
    throw new RuleFileError(
      path,
      title.position?.start.line ?? 1,
      'gives no reason',
      'say under the title, in at most a paragraph, why the rule matters',
    );
  return {
    title: textOf(title),
    why: why.join(' ').replace(/\s+/g, ' '),
    counts: quotes.counts ?? quotes.found ?? [],
    excluded: quotes['does not count'] ?? quotes['not found'] ?? [],
    model: quotes['model clause'] ?? quotes.wording ?? [],
  };
}

function quotesOf(
  path: string,
  content: string,
  nodes: readonly Blockquote[],
  section: string,
  shown: string,
): Quote[] {
  if (nodes.length === 0)
    throw new RuleFileError(
      path,
      1,
      `has no quotes under "${shown}"`,
      `add a section "## ${section}" with block quotes, each beginning with "> "`,
    );
  return nodes.map((node) => parseQuote(path, node, content));
}

function modelClauses(path: string, content: string, sections: Sections): Record<string, string> {
  const clauses = sections.model.map((node) => parseQuote(path, node, content));
  return Object.fromEntries(clauses.map((quote) => [quote.language, quote.text]));
}
