import { LineCounter, parseDocument } from 'yaml';
import { RuleFileError } from './rule-file-error.ts';

/** What a YAML file of the rules holds; nothing for an empty one. Throws a RuleFileError with the line that cannot be read. */
export function readYamlFile(path: string, content: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const problem = document.errors[0];
  if (problem)
    throw new RuleFileError(
      path,
      problem.linePos?.[0].line ?? 1,
      `is not YAML (${problem.message.split('\n')[0]})`,
      'mend that line',
    );
  return document.toJS() ?? {};
}
