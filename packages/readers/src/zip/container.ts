import { UnreadableDraft } from '../unreadable-draft.ts';

/** What the first bytes of a file say it is, whatever its name says. */
export type Container = 'empty' | 'zip' | 'ole' | 'pdf' | 'rtf' | 'xml' | 'html' | 'other';

export function sniffContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  const head = String.fromCharCode(...bytes.subarray(0, 512))
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^<(?:!doctype html|html|head|body)/i.test(head)) return 'html';
  if (head.startsWith('<?xml') || /^<[\w:]+[\s>]/.test(head)) return 'xml';
  return 'other';
}

/**
 * Refuses a file that is not what its reader expects, and says what it is and what to do next.
 *
 * @param wanted the containers that the reader goes on with
 * @param expected the format's name in the message, such as `a Word file (.docx)`
 */
export function demandContainer(bytes: Uint8Array, wanted: readonly Container[], expected: string): Container {
  const found = sniffContainer(bytes);
  if (wanted.includes(found)) return found;
  if (found === 'empty') {
    throw new UnreadableDraft('empty', 'The file is empty: send the draft again or check where it was copied from.');
  }
  if (found === 'ole') refuseCompoundFile(bytes, expected);
  const actual = actualNames[found];
  throw new UnreadableDraft(
    'wrong-format',
    actual
      ? `The file is ${actual}, not ${expected}: give it its true extension and try again.`
      : `The file is not ${expected}: open it in the program that made it and save it as ${expected}.`,
  );
}

const actualNames: Partial<Record<Container, string>> = {
  zip: 'a zip package such as a Word or OpenDocument file',
  pdf: 'a PDF (.pdf)',
  rtf: 'a Rich Text file (.rtf)',
  xml: 'an XML file (.xml)',
  html: 'a web page (.html)',
};

function refuseCompoundFile(bytes: Uint8Array, expected: string): never {
  const streams = compoundFileStreams(bytes);
  if (streams.has('EncryptedPackage')) {
    throw new UnreadableDraft(
      'password-protected',
      'The file is protected by a password: open it in Word, remove the password (File, Info, Protect Document), and save a copy.',
    );
  }
  if (streams.has('WordDocument')) {
    throw new UnreadableDraft(
      'legacy-word',
      'The file is in the old Word format (.doc): open it in Word or LibreOffice and save it as .docx.',
    );
  }
  throw new UnreadableDraft(
    'wrong-format',
    `The file is an old Office document, not ${expected}: open it in the program that made it and save it as ${expected}.`,
  );
}

/**
 * Names in the directory of an OLE compound file. Directory entries lie on 128-byte boundaries and say
 * how long their name is, so that they are found without following the sector chains, which a damaged
 * file need not have.
 */
function compoundFileStreams(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const wanted of ['EncryptedPackage', 'WordDocument']) {
    const nameBytes = (wanted.length + 1) * 2;
    for (let entry = 512; entry + 128 <= bytes.length && !names.has(wanted); entry += 128) {
      if (data.getUint16(entry + 64, true) !== nameBytes) continue;
      const matches = [...wanted].every(
        (letter, index) => data.getUint16(entry + index * 2, true) === letter.charCodeAt(0),
      );
      if (matches) names.add(wanted);
    }
  }
  return names;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
