import * as vscode from 'vscode';
import type { AgreementType, Family, Level, Reading, Standing, Topic } from './protocol.ts';

const { t } = vscode.l10n;

/** Names of the things that the extension shows, in the editor's language. */
export function typeName(type: AgreementType): string {
  const names: Record<AgreementType, string> = {
    ceasefire: t('Ceasefire'),
    'pre-negotiation': t('Pre-negotiation'),
    framework: t('Framework agreement'),
    comprehensive: t('Comprehensive agreement'),
    implementation: t('Implementation agreement'),
    local: t('Local agreement'),
    humanitarian: t('Humanitarian agreement'),
  };
  return names[type];
}

export function readingName(reading: Reading): string {
  const names: Record<Reading, string> = {
    accepted: t('Brackets accepted'),
    dropped: t('Brackets dropped'),
    weakest: t('Weakest alternative'),
  };
  return names[reading];
}

export function standingName(standing: Standing): string {
  const names: Record<Standing, string> = {
    agreed: t('agreed'),
    soft: t('soft'),
    brackets: t('only in brackets'),
    preamble: t('preamble only'),
    missing: t('not found'),
  };
  return names[standing];
}

/** How a topic stands. What is mentioned without being protected is no more found than what is absent, but is said so. */
export function topicStanding({ standing, evidence }: Topic): string {
  return standing === 'missing' && evidence.length > 0 ? t('only mentioned') : standingName(standing);
}

export function levelName(level: Level): string {
  const names: Record<Level, string> = {
    operative: t('operative'),
    hortatory: t('soft'),
    mention: t('mentioned'),
    absent: t('not found'),
  };
  return names[level];
}

export function familyName(family: Family): string {
  const names: Record<Family, string> = {
    poc: t('Protection of civilians'),
    groups: t('Protection of groups'),
    sgbv: t('Sexual and gender-based violence'),
  };
  return names[family];
}
