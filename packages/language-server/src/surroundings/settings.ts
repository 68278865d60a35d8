import { AGREEMENT_TYPES, type ReadDraft } from '@poclint/core';
import { findProblem, SETTINGS, type Settings } from '@poclint/project/configuration/fields';
import { type Choice, DEFAULT_SETTINGS, type EditorSettings } from './surroundings.ts';

/** What the names of texts end in that are reviewed in a whole workspace. */
export const DRAFT_EXTENSIONS: readonly string[] = ['.md', '.markdown', '.txt'];

/** Reads what an editor sends as settings. What cannot be used is left at its default. */
export function readSettings(sent: unknown): EditorSettings {
  const given = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  const read: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [name, value] of Object.entries(given)) {
    // Editors send the empty text for a setting that nobody made.
    if (value === '' || value === null || value === undefined) continue;
    if (name in DEFAULT_SETTINGS) {
      if (typeof value === typeof DEFAULT_SETTINGS[name as keyof EditorSettings]) read[name] = value;
    } else if (name === 'rules') {
      if (Array.isArray(value)) read.rules = value.filter((folder) => typeof folder === 'string');
    } else if (name === 'precedents') {
      if (typeof value === 'string') read.precedents = value;
    } else if (name in SETTINGS && !isEmpty(value) && !findProblem({ [name]: value }, SETTINGS)) read[name] = value;
  }
  return read as unknown as EditorSettings;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Those of an editor's settings that a configuration file may state too. */
export function settingsOf(settings: EditorSettings): Settings {
  const stated = Object.entries(settings).filter(([name, value]) => name in SETTINGS && value !== undefined);
  return Object.fromEntries(stated) as Settings;
}

/** A choice for one draft, as the command line would state it. */
export function optionsOf({ type, reading }: Choice): Settings {
  return { ...(type && { type }), ...(reading && { reading }) };
}

/** Whether the draft says of itself that it is one, or the user does. */
export function statedBy(draft: ReadDraft, choice: Choice): boolean {
  const matter = draft.accepted.settings;
  return (
    choice.asked === true || matter?.poclint !== undefined || AGREEMENT_TYPES.some((type) => type === matter?.type)
  );
}
