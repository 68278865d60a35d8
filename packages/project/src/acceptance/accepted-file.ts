import { type Catalogue, messagesIn } from '@poclint/messages';
import { nearest } from '../nearest.ts';

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

/**
 * Reads the content of an accepted.yaml. Needs no file system, so that it serves in a browser too.
 *
 * @param locale - The language of the problems, BCP 47; English unless it is one of the tool's
 */
export async function parseAccepted(
  path: string,
  content: string,
  ruleIds: ReadonlySet<string>,
  locale?: string,
): Promise<AcceptedFile> {
  const said = messagesIn(locale).accepted;
  const { isMap, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const at = lines.linePos(broken.pos[0]).line;
    return {
      path,
      entries: [],
      problems: [said.broken({ place: `${path}:${at}`, reason: broken.message.split('\n')[0] ?? '' })],
    };
  }
  if (document.contents === null) return { path, entries: [], problems: [] };
  if (!isSeq(document.contents)) return { path, entries: [], problems: [said.noList({ place: `${path}:1` })] };
  const entries: Acceptance[] = [];
  const problems: string[] = [];
  for (const item of document.contents.items) {
    const line = isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
    const place = `${path}:${line}`;
    const problem = isMap(item) ? problemOf(item.toJSON(), ruleIds, place, said) : said.noEntry({ place });
    if (problem !== undefined) problems.push(problem);
    else entries.push({ ...((item as { toJSON(): unknown }).toJSON() as Omit<Acceptance, 'line'>), line });
  }
  return { path, entries, problems };
}

function problemOf(
  entry: Record<string, unknown>,
  ruleIds: ReadonlySet<string>,
  place: string,
  said: Catalogue['accepted'],
): string | undefined {
  const unknown = Object.keys(entry).find((name) => !TEXTS.includes(name as (typeof TEXTS)[number]));
  if (unknown !== undefined) return said.unknown({ place, name: unknown, fields: TEXTS });
  for (const name of ['rule', 'fingerprint', 'reason'] as const) {
    if (typeof entry[name] !== 'string' || entry[name].trim() === '')
      return name === 'reason' ? said.noReason({ place }) : said.noField({ place, name });
  }
  const rule = entry.rule as string;
  if (ruleIds.has(rule)) return undefined;
  const guess = nearest(rule, ruleIds);
  return guess === undefined ? said.noRule({ place, rule }) : said.noRuleNear({ place, rule, guess });
}
