import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '@poclint/core';
import { ACCEPTED_NAME } from '@poclint/project/acceptance/accepted-file';
import { nearest } from '@poclint/project/nearest';
import { UsageError, withHint } from '@poclint/project/usage-error';
import { findDrafts } from '../drafts/find-drafts.ts';
import type { Io } from '../io.ts';
import { DraftReviewer } from './draft-reviewer.ts';

export interface AcceptOptions {
  readonly reason: string;
  readonly rules: readonly string[];
}

/**
 * Leaves a finding of a draft standing: writes it, with the reason, to the accepted.yaml beside the draft. The finding is
 * named by its fingerprint, or the beginning of it, or by its rule, as long as it is clear which one is meant.
 */
export async function accept(name: string, mark: string, options: AcceptOptions, io: Io): Promise<number> {
  if (options.reason.trim() === '') throw new UsageError(({ accept }) => accept.reason());
  const reviewer = await DraftReviewer.create(findDrafts([name], io.cwd), { settings: {}, rules: options.rules }, io);
  if (name === '-' || reviewer.count !== 1) throw new UsageError(({ draft }) => draft.nameOne());
  for await (const { report, excerpt } of reviewer.results()) {
    if (report.status === 'unreadable')
      throw new UsageError(({ draft }) => draft.because({ name, reason: report.reason }));
    const finding = findingMarked(mark, report.findings, name);
    const path = join(dirname(resolve(io.cwd, name)), ACCEPTED_NAME);
    const { accepted } = finding;
    if (accepted) throw new UsageError(({ accept }) => accept.already({ reason: accepted.reason }));
    await append(path, finding, options.reason, basename(name), excerpt(finding)?.text);
    io.stdout.write(`Accepted ${finding.rule} (${finding.fingerprint}) in ${relative(io.cwd, path)}.\n`);
  }
  return 0;
}

function findingMarked(mark: string, findings: readonly Finding[], name: string): Finding {
  const matches = findings.filter(({ fingerprint, rule }) => fingerprint.startsWith(mark) || rule === mark);
  const distinct = new Map(matches.map((finding) => [finding.fingerprint, finding]));
  if (distinct.size > 1) {
    throw new UsageError(({ accept }) => {
      const choices = [...distinct.values()].map(({ fingerprint, clause }) =>
        clause === '' ? accept.choiceWholeText({ fingerprint }) : accept.choice({ fingerprint, clause }),
      );
      return accept.severalFit({ mark, count: String(distinct.size), name, choices });
    });
  }
  const [finding] = matches;
  if (finding) return finding;
  const rules = findings.map(({ rule }) => rule);
  throw new UsageError((words) => {
    const { listed, noFinding } = words.accept;
    return listed({ sentence: withHint(noFinding({ name, mark }), nearest(mark, rules), words) });
  });
}

/** Appended, not written anew: comments and order in the file are the users' own. */
async function append(
  path: string,
  finding: Finding,
  reason: string,
  draft: string,
  quote: string | undefined,
): Promise<void> {
  const { stringify } = await import('yaml');
  const entry = {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    reason,
    draft,
    ...(quote !== undefined && { quote }),
  };
  if (!existsSync(path)) return writeFileSync(path, stringify([entry]));
  const before = readFileSync(path, 'utf8');
  appendFileSync(path, `${before === '' || before.endsWith('\n') ? '' : '\n'}${stringify([entry])}`);
}
