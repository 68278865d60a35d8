import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Loader, lilconfig } from 'lilconfig';
import { UsageError } from '../usage-error.ts';
import { brokenYaml, settingError } from './configuration-error.ts';
import { type Configuration, findProblem, type Settings } from './fields.ts';

/** A configuration file, read and checked. */
export interface ConfigurationFile {
  readonly path: string;
  readonly folder: string;
  readonly configuration: Configuration;
}

/** In one folder, the first of these that exists is used. */
export const CONFIGURATION_NAMES = [
  'package.json',
  '.poclintrc',
  '.poclintrc.json',
  '.poclintrc.yaml',
  '.poclintrc.yml',
  'poclint.config.yaml',
  'poclint.config.yml',
  'poclint.config.json',
  'poclint.config.js',
  'poclint.config.mjs',
  'poclint.config.ts',
] as const;

const loadYaml: Loader = async (path, content) => {
  // Most folders with a package.json have nothing in it for us: it is not worth loading a parser of YAML.
  if (basename(path) === 'package.json') return manifestOf(content);
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const problem = document.errors[0];
  if (problem) {
    const { line } = lines.linePos(problem.pos[0]);
    throw brokenYaml(path, line, problem);
  }
  return document.toJS();
};

/** What a package.json says, or nothing where it is broken: that is for other tools to report. */
function manifestOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return {};
  }
}

const loadModule: Loader = async (path) => {
  try {
    return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(({ configuration }) =>
      code === 'ERR_UNKNOWN_FILE_EXTENSION'
        ? configuration.typescript({ path })
        : configuration.notLoaded({ path, reason: message.split('\n')[0] ?? '' }),
    );
  }
};

const refuseModule: Loader = (path) => {
  throw new UsageError(({ configuration }) => configuration.program({ path }));
};

// JSON is read as YAML, of which it is a part: errors then have a line, and a comment does no harm.
const searcher = (programs: boolean) =>
  lilconfig('poclint', {
    searchPlaces: [...CONFIGURATION_NAMES],
    packageProp: 'poclint',
    loaders: {
      noExt: loadYaml,
      '.json': loadYaml,
      '.yaml': loadYaml,
      '.yml': loadYaml,
      '.js': programs ? loadModule : refuseModule,
      '.mjs': programs ? loadModule : refuseModule,
      '.ts': programs ? loadModule : refuseModule,
    },
  });

/** Finds configuration files upwards from drafts, and reads each but once. */
export class ConfigurationFinder {
  private readonly searcher: ReturnType<typeof searcher>;
  private readonly read = new Map<string, Promise<ConfigurationFile | undefined>>();

  /** @param options.programs - Whether configuration that is a program may be run; it may unless said. */
  constructor(options: { readonly programs?: boolean } = {}) {
    this.searcher = searcher(options.programs ?? true);
  }

  /** The configuration that governs the drafts of a folder, or undefined. Throws a UsageError that names file, field and remedy. */
  inForce(folder: string): Promise<ConfigurationFile | undefined> {
    return this.remember(folder, async () => (mayBeConfigured(folder) ? this.searcher.search(folder) : null));
  }

  /** The configuration in a file that the user names. */
  named(path: string): Promise<ConfigurationFile | undefined> {
    return this.remember(path, () =>
      this.searcher.load(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new UsageError(({ configuration }) => configuration.none({ path })) : error;
      }),
    );
  }

  private remember(
    key: string,
    find: () => Promise<{ readonly filepath: string; readonly config: unknown } | null>,
  ): Promise<ConfigurationFile | undefined> {
    const known = this.read.get(key);
    if (known) return known;
    const reading = find().then((found) => (found ? checked(found.filepath, found.config) : undefined));
    this.read.set(key, reading);
    return reading;
  }
}

/**
 * Whether a folder or one above it has a file that could be a configuration. One look at each folder is much cheaper than
 * asking for every name in every folder, and most drafts lie where there is none.
 */
function mayBeConfigured(folder: string): boolean {
  const names = namesIn(folder);
  const isOne = (name: string): boolean =>
    (CONFIGURATION_NAMES as readonly string[]).includes(name) &&
    (name !== 'package.json' || readFileSync(join(folder, name), 'utf8').includes('"poclint"'));
  const above = dirname(folder);
  return names.some(isOne) || (above !== folder && mayBeConfigured(above));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The folder of a draft that comes from standard input need not exist.
    return [];
  }
}

function checked(path: string, content: unknown): ConfigurationFile {
  const value = basename(path) === 'package.json' ? withoutNothing(content) : content;
  const problem = findProblem(value ?? {});
  if (problem) throw settingError(`${path}${lineOf(path, problem.field)}`, problem);
  return { path, folder: dirname(path), configuration: (value ?? {}) as Configuration };
}

function withoutNothing(content: unknown): unknown {
  return content === undefined ? {} : content;
}

/** `:3`, the line on which a field stands, as far as the file's words tell; nothing for a program. */
function lineOf(path: string, field: string): string {
  if (field === '' || /\.(?:js|mjs|ts)$/.test(path)) return '';
  const escaped = field.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = readFileSync(path, 'utf8').search(new RegExp(`["']?${escaped}["']?\\s*:`));
  return at < 0 ? '' : `:${readFileSync(path, 'utf8').slice(0, at).split('\n').length}`;
}

/** The settings for one draft: those for all, then those of every override whose patterns match its path. */
export async function settingsFor(file: ConfigurationFile, draft: string): Promise<Settings> {
  const { overrides = [], rules: _, locale: __, precedents: ___, ...general } = file.configuration;
  if (overrides.length === 0) return general;
  const { default: picomatch } = await import('picomatch');
  const path = relative(file.folder, draft).split(sep).join('/');
  let settings: Settings = general;
  for (const { files, ...own } of overrides) {
    if (!picomatch([...files], { dot: true })(path)) continue;
    const severities = { ...settings.severities, ...own.severities };
    settings = { ...settings, ...own, ...(Object.keys(severities).length > 0 && { severities }) };
  }
  return settings;
}
