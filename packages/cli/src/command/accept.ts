import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '@poclint/core';
import { ACCEPTED_NAME } from '@poclint/project/acceptance/accepted-file';
import { hint } from '@poclint/project/nearest';
import { UsageError } from '@poclint/project/usage-error';
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
  if (options.reason.trim() === '') throw new UsageError('--reason is empty: say why the finding is left standing.');
  const reviewer = await DraftReviewer.create(findDrafts([name], io.cwd), { settings: {}, rules: options.rules }, io);
  if (name === '-' || reviewer.count !== 1)
    throw new UsageError('Name one draft: a file, not a folder or standard input.');
  for await (const { report, excerpt } of reviewer.results()) {
    if (report.status === 'unreadable') throw new UsageError(`${name}: ${report.reason}`);
    const finding = findingMarked(mark, report.findings, name);
    const path = join(dirname(resolve(io.cwd, name)), ACCEPTED_NAME);
    if (finding.accepted) throw new UsageError(`That finding is accepted already: ${finding.accepted.reason}`);
    await append(path, finding, options.reason, basename(name), excerpt(finding)?.text);
    io.stdout.write(`Accepted ${finding.rule} (${finding.fingerprint}) in ${relative(io.cwd, path)}.\n`);
  }
  return 0;
}

function findingMarked(mark: string, findings: readonly Finding[], name: string): Finding {
  const matches = findings.filter(({ fingerprint, rule }) => fingerprint.startsWith(mark) || rule === mark);
  const distinct = new Map(matches.map((finding) => [finding.fingerprint, finding]));
  if (distinct.size > 1) {
    const list = [...distinct.values()].map(({ fingerprint, clause }) => `${fingerprint} (${clause || 'whole text'})`);
    throw new UsageError(`"${mark}" fits ${distinct.size} findings in ${name}: choose from ${list.join(', ')}.`);
  }
  const [finding] = matches;
  if (finding) return finding;
  const rules = findings.map(({ rule }) => rule);
  throw new UsageError(
    `${name} has no finding "${mark}".${hint(mark, rules)} "poclint lint --verbose" prints their fingerprints.`,
  );
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
