import { fileURLToPath } from 'node:url';
import { type Finding, RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import type { Diagnostic } from 'vscode-languageserver/node';
import { Places } from '../src/service/places.ts';

const ruleSet = readRuleFolder(fileURLToPath(new URL('../../../rules', import.meta.url))).ruleSet;

/** What an editor is to show of a text, by a review that remembers nothing. */
export function freshFindings(name: string, text: string): string[] {
  let findings: readonly Finding[];
  try {
    const { report } = review(readTextDraft(name, text), new RuleLibrary(ruleSet));
    findings = report.status === 'reviewed' ? report.findings : [];
  } catch {
    findings = [];
  }
  const places = new Places(text);
  return findings.map(({ rule, message, span }) => shown(rule, message, places.range(span)));
}

export function shownFindings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ code }) => code !== undefined)
    .map(({ code, message, range }) => shown(String(code), String(message), range));
}

function shown(rule: string, message: string, { start, end }: Diagnostic['range']): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${rule} ${message}`;
}
