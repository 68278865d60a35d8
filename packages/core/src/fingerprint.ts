/**
 * A digest of strings that is the same on every platform: 64 bits, as 16 hexadecimal digits. It identifies findings; it
 * protects nothing.
 */
export function fingerprint(...parts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code ^ (low >>> 13), 0x5bd1e995);
    }
    low = Math.imul(low ^ 0x1f, 0x01000193);
    high = Math.imul(high ^ 0x1f, 0x5bd1e995);
  }
  return hexadecimal(high) + hexadecimal(low);
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
