/** An automatic number as it stands before a paragraph. */
export interface Label {
  /** Without white space around it: "Article 4", "(a)", "•". */
  readonly text: string;
  /** What separates it from the words: a space, or nothing. */
  readonly gap: string;
  /** Nesting in its list, from 0. */
  readonly depth: number;
}

/** How a paragraph gets its number. One call is one paragraph counted. */
export interface Numbering {
  next(counters: Counters): Label | undefined;
}

/** The counts of one view of a draft: a paragraph that does not stand in it is not counted. */
export class Counters {
  readonly #levels = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  /** The counts of one list, by level from 0. Undefined where the level has not begun. */
  levels(list: string): (number | undefined)[] {
    let levels = this.#levels.get(list);
    if (!levels) {
      levels = [];
      this.#levels.set(list, levels);
    }
    return levels;
  }

  /** True the first time it is asked for this restart. */
  restart(key: string): boolean {
    if (this.#restarted.has(key)) return false;
    this.#restarted.add(key);
    return true;
  }
}
