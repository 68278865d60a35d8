import { dirname, resolve } from 'node:path';
import type { ReadDraft, ReviewContext, RuleSet } from '@poclint/core';
import type { ConfigurationFile } from './configuration-file.ts';
import { settingsFor } from './configuration-file.ts';
import type { FailOn, Settings } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Severities, severitiesOf } from './profile.ts';

/** How one draft is reviewed, and what its findings do to the exit code. */
export interface ReviewSettings {
  readonly context: ReviewContext;
  readonly failOn: FailOn;
  /** Absolute paths of the documents that the draft makes part of itself. */
  readonly incorporates: readonly string[];
  /** What of the draft's own settings cannot be used. */
  readonly notices: readonly string[];
}

/** Where a draft's settings come from, besides the draft. */
export interface SettingsSources {
  /** What the command line says: it wins over everything. */
  readonly options: Settings;
  readonly file: ConfigurationFile | undefined;
  readonly rules: RuleSet;
  readonly cwd: string;
  /** The language of the notices, BCP 47; English unless it is one of the tool's. */
  readonly locale?: string;
}

/** Brings together what command line, front matter and configuration say of a draft; the first of these that speaks is heard. */
export async function reviewSettings(
  draft: ReadDraft,
  path: string,
  sources: SettingsSources,
): Promise<ReviewSettings> {
  const { options, file, rules, cwd } = sources;
  const configured: Settings = file ? await settingsFor(file, path) : {};
  const front = readFrontMatter(draft.accepted.settings, sources.locale);
  const own = front.settings;
  const first = <Name extends keyof Settings>(name: Name): Settings[Name] =>
    options[name] ?? own[name] ?? configured[name];
  const draftFolder = dirname(path);
  const severities = {
    ...(await chosen(configured, file?.folder ?? cwd, rules)),
    ...(await chosen(own, draftFolder, rules)),
    ...(await chosen(options, cwd, rules)),
  };
  const [language, stage, reading] = [first('language'), first('stage'), first('reading')];
  const type = first('type');
  const typeSource = options.type ? 'option' : own.type ? 'front matter' : 'configuration';
  return {
    context: {
      ...(language && { language }),
      ...(stage && { stage }),
      ...(reading && { reading }),
      ...(type && { type, typeSource }),
      ...(Object.keys(severities).length > 0 && { severities }),
    },
    failOn: first('failOn') ?? 'error',
    incorporates: (own.incorporates ?? [])
      .map((name) => resolve(draftFolder, name))
      .concat(
        own.incorporates ? [] : (configured.incorporates ?? []).map((name) => resolve(file?.folder ?? cwd, name)),
      ),
    notices: front.notices,
  };
}

async function chosen(settings: Settings, folder: string, rules: RuleSet): Promise<Severities> {
  return { ...(settings.profile && (await severitiesOf(settings.profile, folder, rules))), ...settings.severities };
}
