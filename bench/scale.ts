/** How much is measured, and how often. */
export interface Scale {
  readonly megabytes: number;
  /** Runs whose median counts, after one that does not. */
  readonly runs: number;
  /** Passes with an empty memory over each stage, after the first. */
  readonly passes: number;
  readonly starts: number;
  readonly edits: number;
  readonly sizes: readonly number[];
}

export const FULL: Scale = { megabytes: 5, runs: 3, passes: 3, starts: 20, edits: 200, sizes: [1, 5, 10, 25, 50] };
export const QUICK: Scale = { megabytes: 5, runs: 0, passes: 1, starts: 8, edits: 100, sizes: [1, 5, 10] };
