import type { ReadDraft } from '@poclint/core';
import { sentenceOn } from '../service/sentences.ts';
import { decodeBase64 } from './base64.ts';
import type { FileParams } from './requests.ts';
import type { Session } from './session.ts';

/** The bytes of a file: as an editor has it open, as the client sent them, or as it lies on disk. */
export async function bytesOf(session: Session, { source, bytes }: FileParams): Promise<Uint8Array> {
  const open = session.documents.get(source);
  if (open) return new TextEncoder().encode(open.getText());
  return bytes === undefined ? session.surroundings.readBytes(source) : decodeBase64(bytes);
}

/** A draft in a file, or one sentence on why there is none. */
export async function readFile(session: Session, params: FileParams): Promise<ReadDraft | string> {
  try {
    const bytes = await bytesOf(session, params);
    return await session.surroundings.readDraft(session.surroundings.nameOf(params.source), bytes);
  } catch (error) {
    return sentenceOn(error, session.words.locale);
  }
}
