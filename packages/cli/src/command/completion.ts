import { nearest } from '@poclint/project/nearest';
import { UsageError, withHint } from '@poclint/project/usage-error';
import type { Command, Option } from 'commander';
import type { Io } from '../io.ts';
import { loadRules } from '../rule/load-rules.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Prints a script that completes commands, options, their choices and the names of the rules. */
export async function completion(shell: string, program: Command, io: Io): Promise<number> {
  const known = SHELLS.find((name) => name === shell);
  if (!known)
    throw new UsageError((words) => {
      const { choose, none } = words.completion;
      return choose({ sentence: withHint(none({ shell }), nearest(shell, SHELLS), words), shells: SHELLS });
    });
  const { rules } = await loadRules();
  const commands = describe(
    program,
    rules.map(({ id }) => id),
  );
  io.stdout.write({ bash, zsh, fish }[known](commands));
  return 0;
}

/** One command as a completion sees it: `rule test` and the like by its words. */
interface Completable {
  readonly words: string;
  readonly summary: string;
  readonly options: readonly {
    readonly long: string;
    readonly short: string;
    readonly help: string;
    readonly choices: readonly string[];
  }[];
  /** What may stand as an argument besides files. */
  readonly values: readonly string[];
  readonly takesFiles: boolean;
}

function describe(program: Command, ruleIds: readonly string[]): Completable[] {
  const list: Completable[] = [];
  const walk = (command: Command, words: readonly string[]): void => {
    const subcommands = command.commands.map((child) => child.name());
    const name = words.join(' ');
    list.push({
      words: name,
      summary: command.summary(),
      options: command.options.filter((option) => !option.hidden).map(describeOption),
      values:
        subcommands.length > 0
          ? subcommands
          : name === 'explain' || name === 'rule test'
            ? ruleIds
            : name === 'completion'
              ? SHELLS
              : [],
      takesFiles: name === 'lint' || name === 'accept',
    });
    for (const child of command.commands) walk(child, [...words, child.name()]);
  };
  walk(program, []);
  return list;
}

function describeOption(option: Option): Completable['options'][number] {
  return {
    long: option.long ?? '',
    short: option.short ?? '',
    help: option.description,
    choices: option.argChoices ?? [],
  };
}

function bash(commands: readonly Completable[]): string {
  const cases = commands.map((command) => {
    const flags = [
      ...command.options.flatMap(({ long, short }) => [long, short].filter((flag) => flag !== '')),
      '--help',
    ];
    const choices = command.options
      .filter((option) => option.choices.length > 0)
      .map(
        (option) =>
          `        ${[option.long, option.short].filter(Boolean).join('|')}) COMPREPLY=($(compgen -W "${option.choices.join(' ')}" -- "$current")); return ;;\n`,
      );
    const files = command.takesFiles ? ' COMPREPLY+=($(compgen -f -- "$current"));' : '';
    return `    "${command.words}")
      case "$previous" in
${choices.join('')}      esac
      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "${flags.join(' ')}" -- "$current")); return; fi
      COMPREPLY=($(compgen -W "${command.values.join(' ')}" -- "$current"));${files} return ;;
`;
  });
  return `# Completion of poclint for bash.
_poclint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if (( COMP_CWORD < 2 )); then command=; fi
  if [[ $command == rule ]] && (( COMP_CWORD > 2 )); then command="rule \${COMP_WORDS[2]}"; fi
  case "$command" in
${cases.join('')}  esac
}
complete -o filenames -F _poclint poclint
`;
}

function zsh(commands: readonly Completable[]): string {
  const cases = commands.map((command) => {
    const options = command.options.map(
      ({ long, help, choices }) =>
        `'${long}[${quoted(help)}]${choices.length > 0 ? `:choice:(${choices.join(' ')})` : ''}'`,
    );
    const values =
      command.values.length > 0
        ? ` '*:value:(${command.values.join(' ')})'`
        : command.takesFiles
          ? " '*:draft:_files'"
          : '';
    return `    "${command.words}") _arguments ${[...options, "'--help[print help]'"].join(' ')}${values} ;;\n`;
  });
  return `#compdef poclint
# Completion of poclint for zsh.
_poclint() {
  local command=\${words[2]}
  if (( CURRENT < 3 )); then command=; fi
  if [[ $command == rule ]] && (( CURRENT > 3 )); then command="rule \${words[3]}"; fi
  case "$command" in
${cases.join('')}  esac
}
if [[ $funcstack[1] == _poclint ]]; then _poclint; else compdef _poclint poclint; fi
`;
}

function fish(commands: readonly Completable[]): string {
  const lines = commands.flatMap((command) => {
    const condition = conditionOf(command);
    const children = commands.filter((child) => isChild(command.words, child.words));
    const files = command.takesFiles ? [] : [`complete -c poclint -n '${condition}' -f`];
    return [
      ...files,
      ...children.map(
        (child) =>
          `complete -c poclint -n '${condition}' -a ${child.words.split(' ').at(-1)} -d '${quoted(child.summary)}'`,
      ),
      ...(children.length === 0 && command.values.length > 0
        ? [`complete -c poclint -n '${condition}' -a '${command.values.join(' ')}'`]
        : []),
      ...command.options.map(({ long, short, help, choices }) => {
        const flags = `${long === '' ? '' : ` -l ${long.slice(2)}`}${short === '' ? '' : ` -s ${short.slice(1)}`}`;
        return `complete -c poclint -n '${condition}'${flags}${choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : ''} -d '${quoted(help)}'`;
      }),
    ];
  });
  return `# Completion of poclint for fish.\n${lines.join('\n')}\n`;
}

function conditionOf({ words }: Completable): string {
  if (words === '') return '__fish_use_subcommand';
  const [parent, child] = words.split(' ');
  if (child === undefined)
    return parent === 'rule'
      ? '__fish_seen_subcommand_from rule; and not __fish_seen_subcommand_from new test catalogue'
      : `__fish_seen_subcommand_from ${parent}`;
  return `__fish_seen_subcommand_from ${parent}; and __fish_seen_subcommand_from ${child}`;
}

function isChild(parent: string, words: string): boolean {
  if (words === '' || words === parent) return false;
  return parent === '' ? !words.includes(' ') : words.startsWith(`${parent} `);
}

/** Words inside single quotes and square brackets, as all three shells take them. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ',');
}
