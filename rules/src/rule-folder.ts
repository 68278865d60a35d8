import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGREEMENT_TYPES, type RuleSet, type Severity } from '@poclint/core';
import { parse } from 'yaml';
import { parseRuleFile, type RuleFile, type Severities } from './rule-file.ts';
import { joinVocabulary } from './vocabulary-file.ts';

/** A folder of rules, read: what a review goes by, and the files for tests and explanations. */
export interface RuleFolder {
  readonly ruleSet: RuleSet;
  readonly files: readonly RuleFile[];
}

const NOT_RULES = new Set(['vocabulary', 'profiles', 'src', 'test', 'node_modules', 'dist']);

/** Reads all rules, vocabulary and profiles below `folder`. Throws a RuleFileError for the first file that cannot be used. */
export function readRuleFolder(folder: string): RuleFolder {
  const digest = createHash('sha256');
  const read = (path: string): string => {
    const content = readFileSync(path, 'utf8');
    digest.update(content);
    return content;
  };
  const severities = readProfiles(join(folder, 'profiles'), read);
  const files = listRules(folder).map((path) => {
    const id = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
    return parseRuleFile(path, read(path), severities.get(id));
  });
  const languages = listFolders(join(folder, 'vocabulary')).map((language) => {
    const base = join(folder, 'vocabulary', language);
    const paths = list(base)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(base, name));
    return joinVocabulary(
      language,
      paths.map((path) => ({ path, content: read(path) })),
    );
  });
  return {
    ruleSet: { rules: files.map((file) => file.rule), languages, digest: digest.digest('hex').slice(0, 16) },
    files,
  };
}

function listRules(folder: string): string[] {
  return listFolders(folder)
    .filter((name) => !NOT_RULES.has(name))
    .flatMap((name) =>
      list(join(folder, name))
        .filter((file) => file.endsWith('.md') && file !== 'README.md')
        .map((file) => join(folder, name, file)),
    );
}

function readProfiles(folder: string, read: (path: string) => string): Map<string, Severities> {
  const byRule = new Map<string, Record<string, Severity | 'off'>>();
  for (const type of AGREEMENT_TYPES) {
    const profile = parse(read(join(folder, `${type}.yaml`))) as Record<string, Severity | 'off'>;
    for (const [rule, severity] of Object.entries(profile)) {
      const known = byRule.get(rule) ?? {};
      known[type] = severity;
      byRule.set(rule, known);
    }
  }
  return byRule as Map<string, Severities>;
}

function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function list(folder: string): string[] {
  return readdirSync(folder).sort();
}
