/**
 * A scenario, as a file in `scenarios/` tells it: what it shows, the files of a folder, and commands with all that they
 * print. A line `…` in an expectation stands for any lines, `…` within a line for any characters.
 *
 * ```
 * # A draft that is not there is named, and the exit code is 2
 * === draft.md
 * Article 1 …
 * === $ poclint lint draft.md gone.md
 * === stdout
 * …
 * === stderr
 * poclint: gone.md: There is no such file or folder.
 * === status 2
 * ```
 */
export interface Scenario {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly command: string;
  readonly stdin?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export function readScenario(content: string): Scenario {
  const [head = '', ...parts] = content.split(/^=== /m);
  if (!head.startsWith('# ')) throw new Error('A scenario begins with "# " and what it shows.');
  const files: Record<string, string> = {};
  const steps: (Partial<Step> & { command: string })[] = [];
  for (const part of parts) {
    const [name = '', ...lines] = part.split('\n');
    const text = lines.join('\n');
    const step = steps.at(-1);
    const stream = /^(stdin|stdout|stderr)$/.exec(name)?.[1];
    const status = /^status (\d)$/.exec(name)?.[1];
    if (name.startsWith('$ ')) steps.push({ command: name.slice(2) });
    else if (!stream && !status) files[name] = text;
    else if (!step) throw new Error(`"=== ${name}" comes before any command.`);
    else Object.assign(step, stream ? { [stream]: text } : { status: Number(status) });
  }
  return {
    title: head.slice(2).trim(),
    files,
    steps: steps.map((step) => {
      if (step.status === undefined) throw new Error(`"${step.command}" has no status.`);
      return { stdout: '', stderr: '', status: step.status, ...step };
    }),
  };
}

/** The words of a command after `poclint`; what stands in double quotes is one word. */
export function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  if (words.shift() !== 'poclint') throw new Error(`"${command}" does not run poclint.`);
  return words;
}

/** Both texts, cut to what can be read, where the real one is not as expected, else undefined. */
export function differenceOf(expected: string, real: string): { expected: string; real: string } | undefined {
  const pattern = expected
    .split('\n')
    .map((line) => (line === '…' ? undefined : line.split('…').map(escaped).join('.*')));
  const whole = pattern.map((line, at) =>
    line === undefined ? '(?:.*\\n)*?' : `${line}${at < pattern.length - 1 ? '\\n' : ''}`,
  );
  if (new RegExp(`^${whole.join('')}$`).test(real)) return undefined;
  return { expected: expected.slice(0, LONGEST), real: real.slice(0, LONGEST) };
}

const LONGEST = 3000;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
