import { findProblem, problemInFrontMatter, SETTINGS, type Settings } from './fields.ts';

/** What a draft says of its own review, and what of it cannot be used. */
export interface FrontMatter {
  readonly settings: Settings;
  readonly notices: readonly string[];
}

/** At the top of a front matter other tools have their say too: only these are ours there, the rest goes under `poclint`. */
const TOP = ['type', 'language', 'stage'] as const;

/** Reads the settings in a draft's front matter. A setting that cannot be used becomes a notice: the draft is still reviewed. */
export function readFrontMatter(matter: Readonly<Record<string, unknown>> | undefined, locale?: string): FrontMatter {
  if (!matter) return { settings: {}, notices: [] };
  const settings: Record<string, unknown> = {};
  const notices: string[] = [];
  const own = matter.poclint;
  const nested = typeof own === 'object' && own !== null && !Array.isArray(own) ? Object.entries(own) : [];
  const stated = [
    ...TOP.filter((name) => matter[name] !== undefined).map((name) => [name, matter[name]] as const),
    ...nested,
  ];
  for (const [name, value] of stated) {
    const problem = findProblem({ [name]: value }, SETTINGS);
    if (problem) notices.push(problemInFrontMatter(problem, locale));
    else settings[name] = value;
  }
  return { settings: settings as Settings, notices };
}
