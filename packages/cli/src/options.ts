import { LOCALES } from '@poclint/messages';
import { hint } from '@poclint/project/nearest';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** A command that prints and exits as its parent does. */
export function command(parent: Command, usage: string, summary: string): Command {
  return parent
    .command(usage)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .summary(summary)
    .helpOption('-h, --help', 'print help');
}

export function choice(flags: string, description: string, values: readonly string[]): Option {
  const option = new Option(flags, description).choices([...values]);
  return option.argParser((value: string) => {
    if (values.includes(value)) return value;
    throw new InvalidArgumentError(
      `${hint(value, values).trim() || 'There is no such choice.'} Choose from ${values.join(', ')}.`,
    );
  });
}

export function localeOption(): Option {
  return choice('--locale <tag>', 'the language of the report (default: en)', LOCALES);
}

export function ownRules(): Option {
  return new Option('-r, --rules <folder>', 'add your own folder of rules (may be given again)')
    .argParser((folder, before: readonly string[]) => [...before, folder])
    .default([], 'none');
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
