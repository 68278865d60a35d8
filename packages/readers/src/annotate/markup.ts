import { strictWordNamespace, wordNamespace } from '../word/vocabulary.ts';
import { escapeXml } from '../xml/raw-text.ts';
import type { Signature } from './annotation.ts';
import type { Splice } from './splices.ts';

/** The prefix that a part binds to Word's namespace, for markup that is added to it. */
export interface Dialect {
  readonly prefix: string;
  /** Binds the prefix, where the part binds none. */
  readonly declaration?: Splice;
}

/** Attributes need a prefix, so that a part which makes Word's namespace its default is given one. */
export function dialectOf(xml: string): Dialect {
  const root = /<([A-Za-z_][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*?)\/?>/.exec(xml);
  if (!root) return { prefix: 'w' };
  const [, name = '', attributes = ''] = root;
  if (name.includes(':')) return { prefix: name.slice(0, name.indexOf(':')) };
  for (const namespace of [wordNamespace, strictWordNamespace]) {
    const bound = new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${namespace}["']`).exec(attributes);
    if (bound) return { prefix: bound[1] as string };
  }
  const namespace = attributes.includes(strictWordNamespace) ? strictWordNamespace : wordNamespace;
  const at = root.index + 1 + name.length;
  return { prefix: 'pl', declaration: { start: at, end: at, replacement: ` xmlns:pl="${namespace}"` } };
}

/** Numbers for new comments and changes, above and apart from all that the package uses. */
export class Identifiers {
  readonly #used = new Set<number>();
  #next = 0;

  constructor(parts: Iterable<string>) {
    for (const part of parts) {
      for (const [, digits] of part.matchAll(/\bid\s*=\s*["'](\d{1,10})["']/gi)) {
        const id = Number(digits);
        this.#used.add(id);
        // Past a billion a program has drawn numbers by lot, and counting on would run out of them.
        if (id < 1_000_000_000 && id >= this.#next) this.#next = id + 1;
      }
    }
  }

  take(): number {
    while (this.#used.has(this.#next)) this.#next++;
    return this.#next++;
  }
}

/** The attributes of a comment or change. */
export function signed(prefix: string, id: number, { author, date }: Signature): string {
  const when = date === undefined ? '' : ` ${prefix}:date="${escapeXml(date)}"`;
  return `${prefix}:id="${id}" ${prefix}:author="${escapeXml(author)}"${when}`;
}

/** Copied properties carry tracked changes of their own, which need numbers of their own. */
export function renumber(markup: string, identifiers: Identifiers): string {
  return markup.replace(
    /(<[\w.-]+:(?:ins|del|moveTo|moveFrom|rPrChange|pPrChange)\b[^>]*?\bid=")\d+(?=")/g,
    (_, before) => {
      return `${before}${identifiers.take()}`;
    },
  );
}
