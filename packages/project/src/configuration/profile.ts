import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AGREEMENT_TYPES, type RuleSet, type Severity } from '@poclint/core';
import { nearest } from '../nearest.ts';
import { UsageError, withHint } from '../usage-error.ts';
import { brokenYaml, settingError } from './configuration-error.ts';
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
    throw new UsageError((words) => {
      const { known, none } = words.profile;
      const sentence = withHint(none({ profile }), nearest(profile, AGREEMENT_TYPES), words);
      return known({ sentence, types: AGREEMENT_TYPES });
    });
  return readProfile(resolve(folder, profile), rules);
}

async function readProfile(path: string, rules: RuleSet): Promise<Severities> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const content = read(path);
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw brokenYaml(path, lines.linePos(broken.pos[0]).line, broken);
  const severities: unknown = document.toJS();
  const problem = severityProblem(undefined, severities, new Set(rules.rules.map(({ id }) => id)));
  if (!problem) return severities as Severities;
  const at = content.indexOf(problem.field);
  const line = at < 0 ? 1 : content.slice(0, at).split('\n').length;
  throw settingError(`${path}:${line}`, problem);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError((words) => words.profile.unreadable({ path }));
  }
}
