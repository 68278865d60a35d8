import { UsageError } from '../usage-error.ts';
import { type Problem, problemAt } from './fields.ts';

/** A configuration or profile that has a setting which cannot be used. @param place - The file, with `:` and a line where known */
export function settingError(place: string, problem: Problem): UsageError {
  return new UsageError((_, locale) => problemAt(place, problem, locale));
}

/** A configuration or profile that is no YAML, with what the parser says of its line, counted from 1. */
export function brokenYaml(path: string, line: number, { message }: Error): UsageError {
  const reason = message.split('\n')[0] ?? '';
  return new UsageError(({ configuration }) => configuration.broken({ place: `${path}:${line}`, reason }));
}
