import type { Change, Comparison, Severity } from '@poclint/core';
import { printable } from '../format/printable.ts';
import { citation } from './citation.ts';
import { EFFECT_TITLES } from './counting-changes.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a pull request: at the new draft's, for the old one is gone. */
export function githubComparison(comparison: Comparison): string {
  return comparison.changes.map((change) => annotation(change, comparison)).join('');
}

function annotation(change: Change, comparison: Comparison): string {
  const properties = {
    file: comparison.new.path,
    line: change.new?.line ?? 1,
    ...(change.new?.column !== undefined && { col: change.new.column }),
    title: `poclint: ${EFFECT_TITLES[change.effect].toLowerCase()}`,
  };
  const stated = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[change.severity]} ${stated.join(',')}::${escapeData(`${citation(change)}: ${change.message}`)}\n`;
}

function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
