/** A document as an archive holds it, before it is read. */
export interface ArchiveDocument {
  readonly id: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  /** What decides the format where the bytes do not: a file's name. */
  readonly name: string;
  readonly content: Content;
}

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Why there is nothing to review, in one sentence. */
  | { readonly kind: 'problem'; readonly reason: string };

/** An archive that can be gone through more than once, always in the same order. */
export interface Archive {
  /** What the archive knows of its documents, by name: the columns of a table. */
  readonly metaNames: readonly string[];
  /** Bytes in all, for progress, where that is known beforehand. */
  readonly size: number;
  /** What is wrong with the archive itself, in full sentences; complete once it was gone through. */
  readonly problems: readonly string[];
  documents(): AsyncGenerator<ArchiveDocument>;
  /** Bytes gone through so far. */
  position(): number;
}

export interface SourceLimits {
  /** Bytes of a file, or characters of a cell; what is larger is a row with its reason. */
  readonly documentBytes: number;
  /** Folders within folders. */
  readonly depth: number;
  /** Documents in the archive. */
  readonly documents: number;
}

export const SOURCE_LIMITS: SourceLimits = { documentBytes: 16 << 20, depth: 32, documents: 10_000_000 };

export function megabytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.floor(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

export function tooLarge(limit: number, option: string): string {
  return `The document is larger than ${megabytes(limit)}, which ${option} sets: split it, or raise the limit.`;
}
