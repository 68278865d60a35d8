import { LOCALES } from '@poclint/messages';
import { RuleFileError } from './rule-file-error.ts';
import { readYamlFile } from './yaml-file.ts';

/** The titles of rules in one language of the tool, by the rules' names. */
export type Titles = Readonly<Record<string, string>>;

/**
 * Reads a folder's titles in one language: `titles/fr.yaml`, a line for each rule. Throws a RuleFileError where the file
 * is in no language of the tool, names a rule that the folder does not have, or leaves one out.
 *
 * @param path - Shown in errors; its name gives the language
 * @param rules - The names of the folder's rules
 */
export function readTitleFile(path: string, content: string, rules: readonly string[]): Titles {
  const language =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.yaml$/, '') ?? '';
  if (!LOCALES.some((locale) => locale === language))
    throw new RuleFileError(
      path,
      1,
      `is in no language of the tool ("${language}")`,
      `name it after one of ${LOCALES.join(', ')}, or remove it`,
    );
  const titles = readYamlFile(path, content) as Record<string, unknown>;
  const stray = Object.keys(titles).find((rule) => !rules.includes(rule));
  if (stray !== undefined)
    throw new RuleFileError(
      path,
      lineOf(content, stray),
      `has a title for "${stray}", and there is no such rule`,
      'correct its name or remove the line',
    );
  const lacking = rules.find((rule) => typeof titles[rule] !== 'string' || titles[rule] === '');
  if (lacking !== undefined)
    throw new RuleFileError(path, lineOf(content, lacking), `has no title for "${lacking}"`, 'add a line for it');
  return titles as Titles;
}

function lineOf(content: string, rule: string): number {
  return Math.max(1, content.split('\n').findIndex((line) => line.startsWith(`${rule}:`)) + 1);
}
