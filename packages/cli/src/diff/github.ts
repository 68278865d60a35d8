import type { Change, Comparison, Severity } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { printable } from '../format/printable.ts';
import { citation } from './citation.ts';
import type { ComparisonContext } from './formats.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a pull request: at the new draft's, for the old one is gone. */
export function githubComparison(comparison: Comparison, { locale }: ComparisonContext): string {
  return comparison.changes.map((change) => annotation(change, comparison, locale)).join('');
}

function annotation(change: Change, comparison: Comparison, locale: Locale): string {
  const properties = {
    file: comparison.new.path,
    line: change.new?.line ?? 1,
    ...(change.new?.column !== undefined && { col: change.new.column }),
    title: `poclint: ${messagesIn(locale).effect[change.effect]().toLowerCase()}`,
  };
  const stated = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[change.severity]} ${stated.join(',')}::${escapeData(`${citation(change, locale)}: ${change.message}`)}\n`;
}

function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
