import { UsageError } from '@poclint/project/usage-error';
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
  try {
    if (argv.length === 0 || (argv.length === 1 && argv[0] === 'rule')) {
      io.stdout.write((program.commands.find((command) => command.name() === argv[0]) ?? program).helpInformation());
      return 0;
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError || isRuleFileError(error)) {
      io.stderr.write(`poclint: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function isRuleFileError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'RuleFileError';
}
