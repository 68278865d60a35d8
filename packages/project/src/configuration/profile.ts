import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AGREEMENT_TYPES, type RuleSet, type Severity } from '@poclint/core';
import { hint } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { severityProblem } from './fields.ts';

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/**
 * The severities that a profile gives: those of an agreement type, by its name, or those in a file of `rule: severity`.
 *
 * @param folder - What a file's path is relative to.
 */
export async function severitiesOf(profile: string, folder: string, rules: RuleSet): Promise<Severities> {
  const type = AGREEMENT_TYPES.find((known) => known === profile);
  if (type) return Object.fromEntries(rules.rules.map((rule) => [rule.id, rule.severity[type]]));
  if (!/[/\\.]/.test(profile))
    throw new UsageError(
      `There is no profile "${profile}".${hint(profile, AGREEMENT_TYPES)} Profiles are ${AGREEMENT_TYPES.join(', ')}, or the path of a YAML file.`,
    );
  return readProfile(resolve(folder, profile), rules);
}

async function readProfile(path: string, rules: RuleSet): Promise<Severities> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const content = read(path);
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken)
    throw new UsageError(
      `${path}:${lines.linePos(broken.pos[0]).line} cannot be read: ${broken.message.split('\n')[0]}; mend that line.`,
    );
  const severities: unknown = document.toJS();
  const problem = severityProblem('the profile', severities, new Set(rules.rules.map(({ id }) => id)));
  if (!problem) return severities as Severities;
  const at = content.indexOf(problem.field);
  const line = at < 0 ? 1 : content.slice(0, at).split('\n').length;
  throw new UsageError(
    `${path}:${line} ${problem.message.replace(/[.]$/, '')}${problem.message.endsWith('?') ? '' : '.'}`,
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`The profile ${path} cannot be read; name an agreement type or a YAML file that exists.`);
  }
}
