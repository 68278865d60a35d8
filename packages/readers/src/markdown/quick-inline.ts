import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { isLowerCase } from '../plain-text/letter.ts';
import type { Definitions } from './segment.ts';
import type { SegmentBuilder } from './segment-builder.ts';

// Characters that may mean something to Markdown inside a paragraph.
const SPECIAL = new Uint8Array(128);
for (const character of '*_`[]<\\~!') SPECIAL[character.charCodeAt(0)] = 1;

const NOTE_CALL = /\[\^([^\s[\]\\^]+)\]/y;

/**
 * Finds the stretches of `[start, end)` that are no words, for the inline Markdown that drafts use all
 * the time: emphasis that opens before a word and closes after one, escapes, calls of footnotes,
 * and brackets that are only brackets. Returns false where it takes a parser to know.
 */
export function readQuickInline(
  builder: SegmentBuilder,
  start: number,
  end: number,
  definitions: Definitions,
): boolean {
  const text = builder.text;
  let open = '';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || SPECIAL[code] === 0) continue;
    if (code === 42 || code === 95) {
      let stop = at + 1;
      while (stop < end && text.charCodeAt(stop) === code) stop++;
      const before = at === start ? 'space' : classify(text.charCodeAt(at - 1));
      const after = stop === end ? 'space' : classify(text.charCodeAt(stop));
      const run = text.slice(at, stop);
      const literal =
        (before === 'space' && after === 'space') || (code === 95 && before === 'letter' && after === 'letter');
      if (!literal) {
        if (open === '') {
          const opens =
            after === 'letter' ? before === 'space' || before === 'mark' : after === 'mark' && before === 'space';
          if (!opens || run.length > 3) return false;
          open = run;
        } else {
          const closes =
            before === 'letter' ? after === 'space' || after === 'mark' : before === 'mark' && after === 'space';
          if (!closes || run !== open) return false;
          open = '';
        }
        builder.addOpaque(at, stop);
      }
      at = stop - 1;
    } else if (code === 92) {
      if (at + 1 === end) continue;
      const next = text.charCodeAt(at + 1);
      if (next === 10 || next === 13) builder.addOpaque(at, at + 1);
      else if (isPunctuation(next)) builder.addOpaque(at, ++at);
    } else if (code === 91) {
      if (text.charCodeAt(at + 1) === 94) {
        NOTE_CALL.lastIndex = at;
        const call = NOTE_CALL.exec(text);
        if (call === null || NOTE_CALL.lastIndex > end) {
          if (definitions.notes.size > 0) return false;
        } else if (definitions.notes.has(normalizeIdentifier(call[1] as string))) {
          builder.addOpaque(at, NOTE_CALL.lastIndex);
          at = NOTE_CALL.lastIndex - 2;
        }
      } else if (definitions.links.size > 0) return false;
    } else if (code === 93) {
      const next = text.charCodeAt(at + 1);
      if (at + 1 < end && (next === 40 || next === 58)) return false;
    } else if (code === 33) {
      if (text.charCodeAt(at + 1) === 91) return false;
    } else if (code === 60) {
      const next = text.charCodeAt(at + 1);
      if (next === 33 || next === 47 || next === 63 || isLowerCase(next | 32)) return false;
    } else return false;
  }
  return open === '';
}

/** What CommonMark's rules for emphasis see beside it; `other` where this reader would rather not judge. */
function classify(code: number): 'space' | 'mark' | 'letter' | 'other' {
  if (code === 32 || code === 10 || code === 13) return 'space';
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'letter';
  if (code === 42 || code === 95 || code < 33 || code === 127) return 'other';
  if (code < 128) return 'mark';
  return /\p{L}/u.test(String.fromCharCode(code)) ? 'letter' : 'other';
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
