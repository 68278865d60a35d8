import { deflateSync } from 'fflate';
import { crc32 } from '../../src/zip/checksum.ts';

/** An entry of a made package. What is not given is as an honest zip program writes it. */
export interface MadeEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly claims?: {
    readonly size?: number;
    readonly crc?: number;
    readonly header?: number;
    readonly flags?: number;
  };
  readonly stored?: boolean;
}

/** A zip package byte by byte, so that it can lie. */
export function zipBytes(entries: readonly MadeEntry[]): Uint8Array {
  const chunks: number[][] = [];
  const records: number[][] = [];
  let length = 0;
  const put = (bytes: number[]): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  for (const { name, content, claims = {}, stored = false } of entries) {
    const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const packed = stored ? plain : deflateSync(plain, { level: 9 });
    const nameBytes = [...new TextEncoder().encode(name)];
    const described = [
      ...two(claims.flags ?? 0),
      ...two(stored ? 0 : 8),
      ...four(0x210000),
      ...four(claims.crc ?? crc32(plain)),
      ...four(packed.length),
      ...four(claims.size ?? plain.length),
      ...two(nameBytes.length),
      ...two(0),
    ];
    const header = claims.header ?? length;
    put([...four(0x04034b50), ...two(20), ...described, ...nameBytes, ...packed]);
    records.push([
      ...[...four(0x02014b50), ...two(20), ...two(20), ...described],
      ...[...two(0), ...two(0), ...two(0), ...four(0), ...four(header), ...nameBytes],
    ]);
  }
  const directory = length;
  for (const record of records) put(record);
  const counts = [...two(entries.length), ...two(entries.length)];
  put([
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...counts,
    ...four(length - directory),
    ...four(directory),
    ...two(0),
  ]);
  return Uint8Array.from(chunks.flat());
}

function two(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function four(value: number): number[] {
  return [...two(value & 0xffff), ...two(value >>> 16)];
}
