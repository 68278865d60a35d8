import type { Clause, Parity } from '@poclint/core';
import type { FormatContext } from '../format/formatter.ts';
import type { ParityFailOn } from './fail-on.ts';

export const PARITY_FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;
export type ParityFormat = (typeof PARITY_FORMATS)[number];

/** What a format knows beside the comparison. */
export interface ParityContext extends FormatContext {
  readonly failOn: ParityFailOn;
  /** Both texts, clause by clause. Absent under redaction. */
  readonly sideBySide?: {
    readonly pairs: readonly (readonly [Clause | undefined, Clause | undefined])[];
    readonly texts: readonly [string, string];
  };
}

/** The comparison in a format; only the one that is wanted is loaded. */
export async function formatParity(format: ParityFormat, parity: Parity, context: ParityContext): Promise<string> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).prettyParity(parity, context);
    case 'markdown':
      return (await import('./markdown.ts')).markdownParity(parity, context);
    case 'html':
      return (await import('./html.ts')).htmlParity(parity, context);
    case 'json':
      return (await import('./for-programs.ts')).jsonParity(parity, context);
    case 'jsonl':
      return (await import('./for-programs.ts')).jsonLinesParity(parity);
    case 'sarif':
      return (await import('./for-programs.ts')).sarifParity(parity, context);
    case 'github':
      return (await import('./for-programs.ts')).githubParity(parity, context);
    case 'junit':
      return (await import('./for-programs.ts')).junitParity(parity, context);
  }
}
