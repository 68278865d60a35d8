import type { Output } from '../io.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longer lines are hard to read, however wide the window is. */
const WIDEST = 120;
const NARROWEST = 40;

/** The width to write for: the terminal's, else what COLUMNS says, else 80. */
export function widthOf(terminal: Output | undefined, env: Environment): number {
  const stated = Number.parseInt(env.COLUMNS ?? '', 10);
  const columns = terminal?.columns ?? (stated > 0 ? stated : 80);
  return Math.max(NARROWEST, Math.min(WIDEST, columns));
}

/** Whether to colour: the option decides, then NO_COLOR and FORCE_COLOR, then whether a terminal reads. */
export function usesColour(option: boolean | undefined, isTerminal: boolean, env: Environment): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}
