import { resolve } from 'node:path';
import type { Locale } from '@poclint/messages';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import { CommanderError } from 'commander';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';

/**
 * Runs one command line. Everything it prints goes through `io`.
 *
 * @returns the exit code: 0 done and nothing found that counts, 1 findings, 2 wrong use or something unreadable
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = createProgram(io, (value) => {
    code = value;
  });
  let choices: SpokenChoices | undefined;
  program.hook('preAction', (_, command) => {
    const isConfigured = command.options.some(({ long }) => long === '--config');
    choices = { config: isConfigured ? undefined : false, ...command.opts() };
  });
  try {
    if (argv.length === 0 || (argv.length === 1 && argv[0] === 'rule')) {
      io.stdout.write((program.commands.find((command) => command.name() === argv[0]) ?? program).helpInformation());
      return 0;
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const sentence =
      error instanceof UsageError
        ? await usageSentence(error, await localeOf(choices ?? {}, io))
        : ruleFileSentence(error);
    if (sentence === undefined) throw error;
    io.stderr.write(`poclint: ${sentence}\n`);
    return 2;
  }
}

function ruleFileSentence(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'RuleFileError' ? error.message : undefined;
}

/** What a command that can speak several languages was told of it, and of where it is configured. */
interface SpokenChoices {
  readonly locale?: Locale;
  /** A configuration file, or false for none at all. */
  readonly config?: string | false | undefined;
}

/** The language to print an error in: as for a report that option, then what is configured for the folder. */
async function localeOf({ locale, config }: SpokenChoices, { cwd }: Io): Promise<Locale> {
  if (locale || config === false) return locale ?? 'en';
  try {
    const { ConfigurationFinder } = await import('@poclint/project/configuration/configuration-file');
    const finder = new ConfigurationFinder();
    const file = await (config === undefined ? finder.inForce(cwd) : finder.named(resolve(cwd, config)));
    return file?.configuration.locale ?? 'en';
  } catch {
    // A configuration that cannot be read may be the very error.
    return 'en';
  }
}
