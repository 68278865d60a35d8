import { localeOf } from '@poclint/messages';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import type { Problem } from './surroundings.ts';

/** Problems to tell the user, each once for as long as it lasts. */
export class ProblemList {
  private known = new Set<string>();
  private before = new Set<string>();
  private waiting: Problem[] = [];

  /**
   * Takes what a reader of configuration or rules threw. Anything but its own errors is thrown on.
   *
   * @param locale - BCP 47, of the sentence
   */
  async add(error: unknown, locale: string | undefined): Promise<void> {
    // What it is about stands at the beginning of the English sentence, whatever the order of words elsewhere.
    if (error instanceof UsageError)
      this.tell(await usageSentence(error, localeOf(locale)), placeIn(await usageSentence(error)));
    else if ((error as Error).name === 'RuleFileError') this.addSentence((error as Error).message);
    else throw error;
  }

  /**
   * Takes a sentence that begins with the file and line it is about.
   *
   * @param path - The file to open instead, where the sentence is about something that it names.
   */
  addSentence(message: string, path?: string): void {
    this.tell(message, path === undefined ? placeIn(message) : { path, line: undefined });
  }

  private tell(message: string, place: NamedPlace | undefined): void {
    if (this.known.has(message)) return;
    this.known.add(message);
    if (this.before.has(message)) return;
    this.waiting.push({
      message,
      ...(place && { uri: uriOf(place.path) }),
      ...(place?.line !== undefined && { line: Number(place.line) - 1 }),
    });
  }

  take(): readonly Problem[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  /** Begins anew: a problem that is still there is not told again, one that comes back is. */
  renew(): void {
    this.before = this.known;
    this.known = new Set();
  }
}

interface NamedPlace {
  readonly path: string;
  /** Counted from 1. */
  readonly line: string | undefined;
}

/** The file that a sentence begins with. Its path may have spaces, so that only what follows it tells where it ends. */
function placeIn(sentence: string): NamedPlace | undefined {
  // In a language from right to left it is kept apart.
  const message = sentence.replace(/[\u2068\u2069]/g, '');
  const found =
    /^(\/.*?|[A-Za-z]:[\\/].*?):(\d+) /.exec(message) ??
    /^((?:\/|[A-Za-z]:[\\/]).*?(?:\.(?:ya?ml|json|md|[cm]?[jt]s)|rc))(?= )/.exec(message);
  return found?.[1] === undefined ? undefined : { path: found[1], line: found[2] };
}

function uriOf(path: string): string {
  const segments = path
    .replaceAll('\\', '/')
    .replace(/^(?!\/)/, '/')
    .split('/');
  return `file://${segments.map(encodeURIComponent).join('/')}`;
}
