import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../src/program.ts';
import { folderWith, runHere, WORKSPACE } from './command.ts';

const silent = { write: () => {}, isTerminal: false };
const PROGRAM = createProgram(
  { cwd: '', env: {}, readStdin: async () => new Uint8Array(), stdout: silent, stderr: silent },
  () => {},
);

/** All commands that do something, by the words they are called with. */
function commandsOf(command: Command, words: readonly string[] = []): [string, Command][] {
  if (command.commands.length > 0)
    return command.commands.flatMap((child) => commandsOf(child, [...words, child.name()]));
  return [[words.join(' '), command]];
}

const COMMANDS = commandsOf(PROGRAM);

describe('help', () => {
  test.each(COMMANDS)('%s says what it does, with examples', async (words) => {
    const { code, stdout, stderr } = await runHere([...words.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: poclint /);
    expect(stdout).toContain('\nExamples:\n  ');
    expect(stdout).toContain(`poclint ${words}`);
  });

  test.each([[], ['help'], ['rule']])('%j prints an overview', async (...argv) => {
    const { code, stdout } = await runHere(argv.filter((word) => typeof word === 'string'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: poclint/);
  });
});

describe('documentation', () => {
  test('the list of commands says what they say themselves', async () => {
    // `vitest -u` writes it anew after a command or option was added.
    const parts = COMMANDS.map(
      ([words, command]) => `## poclint ${words}\n\n\`\`\`\n${command.helpInformation().trimEnd()}\n\`\`\`\n`,
    );
    const page = `# Commands\n\nWhat each command prints with \`--help\`. [command-line.md](command-line.md) says how they belong together.\n\n${parts.join('\n')}`;
    await expect(page).toMatchFileSnapshot(join(WORKSPACE, 'docs/commands.md'));
  });

  test('the guide names no option that does not exist', () => {
    const guide = readFileSync(join(WORKSPACE, 'docs/command-line.md'), 'utf8');
    const real = new Set([
      '--help',
      '--version',
      ...COMMANDS.flatMap(([, command]) => command.options.map((option) => option.long)),
    ]);
    const named = [...guide.matchAll(/(?<![\w-])(--[a-z][a-z-]*)/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !real.has(name))).toEqual([]);
  });
});

describe('completion', () => {
  test('bash completes commands, options, choices and rules', async () => {
    const { stdout: script } = await runHere(['completion', 'bash']);
    const folder = folderWith({ 'completion.bash': script });
    const complete = (...words: string[]): string[] => {
      const line = `source completion.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _poclint; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(complete('poclint', 'li')).toEqual(['lint']);
    expect(complete('poclint', 'rule', '')).toEqual(['new', 'test', 'coverage', 'catalogue']);
    expect(complete('poclint', 'lint', '--form')).toEqual(['--format']);
    expect(complete('poclint', 'lint', '--format', 's')).toEqual(['sarif']);
    expect(complete('poclint', 'explain', 'sgbv-proh')).toEqual(['sgbv-prohibition']);
    expect(complete('poclint', 'rule', 'test', '--w')).toEqual(['--watch']);
    expect(complete('poclint', 'lint', 'comp')).toEqual(['completion.bash']);
  });

  test.each(['zsh', 'fish'])('%s has every command, option and rule', async (shell) => {
    const { stdout } = await runHere(['completion', shell]);
    for (const [, command] of COMMANDS) {
      expect(stdout).toContain(command.name());
      for (const option of command.options) expect(stdout).toMatch(new RegExp(`(?:--|-l )${option.long?.slice(2)}\\b`));
    }
    expect(stdout).toContain('sgbv-prohibition');
  });
});
