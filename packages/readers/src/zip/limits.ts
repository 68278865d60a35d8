/**
 * What a reader accepts before it gives up on a file. The figures are far above any real draft
 * and far below what hurts: a 325 KB package can otherwise take gigabytes of memory.
 */
export interface Limits {
  /** The file itself, in bytes. */
  readonly fileBytes: number;
  /** Entries in a package. */
  readonly entries: number;
  /** One entry when inflated, in bytes. */
  readonly entryBytes: number;
  /** All entries when inflated, in bytes, as the package declares them. */
  readonly totalBytes: number;
  /** Inflated size over stored size of one entry; looked at above `ratioFloor` bytes only. */
  readonly ratio: number;
  /** Entries smaller than this when inflated, in bytes, may have any ratio. */
  readonly ratioFloor: number;
  /** Nesting of XML elements or RTF groups. */
  readonly depth: number;
  /** Elements in one XML part, or control words in one RTF file. */
  readonly nodes: number;
}

export const defaultLimits: Limits = {
  fileBytes: 64 << 20,
  entries: 2000,
  entryBytes: 64 << 20,
  totalBytes: 256 << 20,
  ratio: 200,
  ratioFloor: 1 << 20,
  depth: 256,
  nodes: 5_000_000,
};
