import type { Report } from '@poclint/core';
import type { FormatContext, Formatter, Result } from './formatter.ts';

/** The whole report as one JSON value (contract `poclint-report-1`), readable by people too. */
export function jsonFormatter(context: FormatContext): Formatter {
  const head: Omit<Report, 'documents'> = { schema: 'poclint-report-1', tool: context.tool };
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, ',\n  "documents": [');
  let count = 0;
  return {
    begin: () => opening,
    document: ({ report }) => `${count++ === 0 ? '' : ','}\n${indented(JSON.stringify(report, null, 2))}`,
    end: () => `${count === 0 ? '' : '\n  '}]\n}\n`,
  };
}

/** One document of the report a line, as it comes: for archives. */
export function jsonLinesFormatter(): Formatter {
  return { begin: () => '', document: ({ report }: Result) => `${JSON.stringify(report)}\n`, end: () => '' };
}

function indented(json: string): string {
  return json.replace(/^/gm, '    ');
}
