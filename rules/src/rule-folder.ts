import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGREEMENT_TYPES, type LanguageData, type RuleSet, type Severity } from '@poclint/core';
import { parse } from 'yaml';
import { parseRuleFile, type RuleFile, type Severities } from './rule-file.ts';
import { readTitleFile, type Titles } from './title-file.ts';
import { joinVocabulary } from './vocabulary-file.ts';

/** A folder of rules, read: what a review goes by, and the files for tests and explanations. */
export interface RuleFolder {
  readonly ruleSet: RuleSet;
  readonly files: readonly RuleFile[];
}

/** Joins folders: rules of a later one replace those of the same name before, vocabulary is added. */
export function joinRuleFolders(folders: readonly RuleFolder[]): RuleFolder {
  const [first, ...others] = folders as [RuleFolder, ...RuleFolder[]];
  return others.reduce((joined, own) => {
    const replaced = new Set(own.files.map((file) => file.rule.id));
    const files = [...joined.files.filter((file) => !replaced.has(file.rule.id)), ...own.files];
    const languages = joinLanguages(joined.ruleSet.languages, own.ruleSet.languages);
    const digest = createHash('sha256')
      .update(joined.ruleSet.digest)
      .update(own.ruleSet.digest)
      .digest('hex')
      .slice(0, 16);
    return { ruleSet: { rules: files.map((file) => file.rule), languages, digest }, files };
  }, first);
}

function joinLanguages(base: readonly LanguageData[], own: readonly LanguageData[]): LanguageData[] {
  const others = own.filter((data) => data.words && !base.some((known) => known.id === data.id));
  const extended = base.map((data) => {
    const added = own.find((candidate) => candidate.id === data.id);
    if (!added) return data;
    return {
      ...data,
      classes: { ...data.classes, ...added.classes },
      concepts: { ...data.concepts, ...added.concepts },
      falseFriends: [...data.falseFriends, ...added.falseFriends],
    };
  });
  return [...extended, ...others];
}

const NOT_RULES = new Set(['vocabulary', 'profiles', 'titles', 'src', 'test', 'node_modules', 'dist']);

/** Reads all rules, vocabulary and profiles below `folder`. Throws a RuleFileError for the first file that cannot be used. */
export function readRuleFolder(folder: string): RuleFolder {
  const digest = createHash('sha256');
  const read = (path: string): string => {
    const content = readFileSync(path, 'utf8');
    digest.update(content);
    return content;
  };
  const severities = readProfiles(join(folder, 'profiles'), read);
  const pages = listRules(folder);
  const titles = readTitles(join(folder, 'titles'), pages.map(idOf));
  const files = pages.map((path) => {
    const file = parseRuleFile(path, read(path), severities.get(idOf(path)));
    const own = titles.get(idOf(path));
    return own ? { ...file, rule: { ...file.rule, titles: own } } : file;
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

function idOf(path: string): string {
  return path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
}

/** The titles of rules in other languages, by rule. They change no finding, so they are no part of the digest. */
function readTitles(folder: string, rules: readonly string[]): ReadonlyMap<string, Titles> {
  const byRule = new Map<string, Record<string, string>>();
  if (!existsSync(folder)) return byRule;
  for (const name of list(folder).filter((file) => file.endsWith('.yaml'))) {
    const path = join(folder, name);
    const language = name.replace(/\.yaml$/, '');
    for (const [rule, title] of Object.entries(readTitleFile(path, readFileSync(path, 'utf8'), rules)))
      byRule.set(rule, { ...byRule.get(rule), [language]: title });
  }
  return byRule;
}

/** Rules stand in one folder for each family; in a user's own folder they may also stand at the top. */
function listRules(folder: string): string[] {
  const pages = (base: string) =>
    list(base)
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .map((file) => join(base, file));
  const families = listFolders(folder).filter((name) => !NOT_RULES.has(name));
  return [...pages(folder), ...families.flatMap((name) => pages(join(folder, name)))];
}

function readProfiles(folder: string, read: (path: string) => string): Map<string, Severities> {
  const byRule = new Map<string, Record<string, Severity | 'off'>>();
  for (const type of AGREEMENT_TYPES) {
    // A user's own folder need not have profiles: its rules state their severity themselves.
    if (!existsSync(join(folder, `${type}.yaml`))) continue;
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
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function list(folder: string): string[] {
  return readdirSync(folder).sort();
}
