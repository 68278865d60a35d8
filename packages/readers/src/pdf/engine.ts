import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { UnreadableDraft } from '../unreadable-draft.ts';

export type { PDFDocumentProxy, PDFPageProxy };

/** pdf.js reports a picture above this many pixels instead of decoding it. */
const LARGEST_DECODED_PICTURE = 1;

export interface Engine {
  readonly codes: Readonly<Record<string, number>>;
  /** Opens a copy of the bytes: pdf.js takes possession of what it is given. */
  open(bytes: Uint8Array, options?: { readonly strict?: boolean }): Promise<PDFDocumentProxy>;
}

/**
 * Loads pdf.js, once, when the first PDF is read: it is 1.7 MB that a reader of text
 * and Word never needs.
 */
export async function loadEngine(): Promise<Engine> {
  provideFixedLengthTransfer();
  const { getDocument, OPS, VerbosityLevel } = await import('unpdf/pdfjs');
  return {
    codes: OPS,
    async open(bytes, { strict = false } = {}) {
      const task = getDocument({
        // A copy, and never Node's own kind of buffer, which pdf.js refuses.
        data: new Uint8Array(bytes),
        verbosity: VerbosityLevel.ERRORS,
        // Nothing of the file is executed, drawn or fetched.
        disableFontFace: true,
        useSystemFonts: true,
        useWorkerFetch: false,
        useWasm: false,
        isOffscreenCanvasSupported: false,
        enableXfa: false,
        maxImageSize: LARGEST_DECODED_PICTURE,
        stopAtErrors: strict,
      });
      // A document that asks for a password would otherwise wait for an answer for ever.
      task.onPassword = () => {
        task.destroy();
        throw Object.assign(new Error('password'), { name: 'PasswordException' });
      };
      try {
        return await task.promise;
      } catch (error) {
        await task.destroy();
        throw describeFailure(error);
      }
    },
  };
}

/**
 * Whether the page holds a picture, which is noticed and never decoded: a strict document stops drawing at
 * the first picture, so that it has fewer operators than the `usual` number.
 */
export async function stopsAtPicture(strictPage: PDFPageProxy, usual: number): Promise<boolean> {
  try {
    const { fnArray } = await strictPage.getOperatorList({ annotationMode: 0 });
    return fnArray.length < usual;
  } catch {
    return true;
  } finally {
    strictPage.cleanup();
  }
}

export function describeFailure(error: unknown): UnreadableDraft {
  if (error instanceof UnreadableDraft) return error;
  if ((error as { readonly name?: unknown } | null)?.name === 'PasswordException') {
    return new UnreadableDraft(
      'password-protected',
      'The PDF opens only with a password; save a copy without the password and check that copy.',
    );
  }
  return damaged();
}

export function damaged(): UnreadableDraft {
  return new UnreadableDraft(
    'damaged',
    'The PDF is damaged or cut short, so that parts of the draft may be missing; get the file again or export it anew.',
  );
}

/**
 * pdf.js calls this method of ES2024 while it prepares fonts. Where an older runtime lacks it, pdf.js
 * swallows the error and the page loses its words without a sign.
 */
function provideFixedLengthTransfer(): void {
  if (typeof ArrayBuffer.prototype.transferToFixedLength === 'function') return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength) {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved;
    },
  });
}
