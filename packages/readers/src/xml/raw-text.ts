/**
 * Where the character at `offset` of a decoded text stands in the raw characters it was decoded from.
 * An entity is one character (two where it names one outside the basic plane), and so is a CRLF.
 *
 * @param start first raw code unit of the text
 * @param end past its last raw code unit
 * @param literal whether the text is a CDATA section, where `&` is only itself
 */
export function rawOffset(xml: string, start: number, end: number, offset: number, literal = false): number {
  let raw = start;
  let decoded = 0;
  while (raw < end && decoded < offset) {
    const unit = xml[raw];
    if (unit === '&' && !literal) {
      const semicolon = xml.indexOf(';', raw);
      decoded += entityLength(xml.slice(raw + 1, semicolon));
      raw = semicolon + 1;
    } else {
      raw += unit === '\r' && xml[raw + 1] === '\n' ? 2 : 1;
      decoded += 1;
    }
  }
  return raw;
}

function entityLength(entity: string): number {
  if (!entity.startsWith('#')) return 1;
  const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0xffff ? 2 : 1;
}

/** A text as XML content or attribute value: markup escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
