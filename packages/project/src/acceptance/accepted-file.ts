import { hint } from '../nearest.ts';

/** The file in which findings are left standing, in a draft's folder or beside the configuration. */
export const ACCEPTED_NAME = 'accepted.yaml';

/** A finding that is left standing, with the reason. */
export interface Acceptance {
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
  /** The words it was accepted for: for people, not for matching. */
  readonly quote?: string;
  /** The draft it was accepted in, relative to the file. Without it, all drafts that the file governs. */
  readonly draft?: string;
  readonly line: number;
}

/** One accepted.yaml, read. What cannot be used is a problem, in a full sentence; the rest of the file counts. */
export interface AcceptedFile {
  readonly path: string;
  readonly entries: readonly Acceptance[];
  readonly problems: readonly string[];
}

const TEXTS = ['rule', 'fingerprint', 'reason', 'quote', 'draft'] as const;

/** Reads the content of an accepted.yaml. Needs no file system, so that it serves in a browser too. */
export async function parseAccepted(
  path: string,
  content: string,
  ruleIds: ReadonlySet<string>,
): Promise<AcceptedFile> {
  const { isMap, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const at = lines.linePos(broken.pos[0]).line;
    return {
      path,
      entries: [],
      problems: [`${path}:${at} cannot be read: ${broken.message.split('\n')[0]}; mend that line.`],
    };
  }
  if (document.contents === null) return { path, entries: [], problems: [] };
  if (!isSeq(document.contents))
    return { path, entries: [], problems: [`${path}:1 is no list; begin each accepted finding with "- rule:".`] };
  const entries: Acceptance[] = [];
  const problems: string[] = [];
  for (const item of document.contents.items) {
    const line = isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
    const problem = isMap(item) ? problemOf(item.toJSON(), ruleIds) : 'is no accepted finding; begin it with "- rule:"';
    if (problem !== undefined) problems.push(`${path}:${line} ${problem}`);
    else entries.push({ ...((item as { toJSON(): unknown }).toJSON() as Omit<Acceptance, 'line'>), line });
  }
  return { path, entries, problems };
}

function problemOf(entry: Record<string, unknown>, ruleIds: ReadonlySet<string>): string | undefined {
  const unknown = Object.keys(entry).find((name) => !TEXTS.includes(name as (typeof TEXTS)[number]));
  if (unknown !== undefined) return `has the unknown field "${unknown}"; the fields are ${TEXTS.join(', ')}.`;
  for (const name of ['rule', 'fingerprint', 'reason'] as const) {
    if (typeof entry[name] !== 'string' || entry[name].trim() === '')
      return name === 'reason'
        ? 'accepts a finding without a reason; say under "reason" why it is left standing.'
        : `has no "${name}"; copy it from the report (--format json), or use "poclint accept".`;
  }
  const rule = entry.rule as string;
  return ruleIds.has(rule)
    ? undefined
    : `accepts a finding of "${rule}", but there is no such rule.${hint(rule, ruleIds)}`;
}
