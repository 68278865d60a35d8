import type { Passage } from './passages.ts';

/** What an agreement's copy as a document of the United Nations carries before the agreement. */
export interface Wrapping {
  readonly passages: Passage[];
  /** Indexes of the first and last passage of a letter of transmittal. */
  readonly letter?: readonly [first: number, last: number];
}

const MASTHEAD = new RegExp(
  `^(?:${[
    'united nations|nations unies|naciones unidas|الأمم المتحدة',
    '(?:distr|original)\\s*[.:]|distr\\.|(?:general|limited|english|french|spanish|arabic)$',
    'security council|general assembly|human rights council|conseil de sécurité|assemblée générale|consejo de seguridad|asamblea general|مجلس الأمن|الجمعية العامة',
    '[A-Z]{1,5}(?:/[\\p{L}\\d.]+)+$',
    '\\d{1,2} \\p{L}+ \\d{4}$',
  ].join('|')})`,
  'iu',
);
const LETTER =
  /^(?:identical )?letters? dated .*|^lettres? (?:identiques )?datées? .*|^cartas? (?:idénticas )?de fecha .*|^رسال(?:ة|تان) مؤرخ.*/iu;
const ADDRESSEE =
  /president of the security council|secretary-general|president of the general assembly|président du conseil de sécurité|secrétaire général|presidente? del consejo de seguridad|presidencia del consejo de seguridad|secretario general|رئيس مجلس الأمن|الأمين العام/iu;
const SIGNATURE = /^\(?(?:signed|signé|firmado|توقيع)\)?\b|^\((?:signed|signé|firmado|توقيع)\)/iu;

/** A masthead stands on the first page, and a letter of transmittal ends soon after. */
const LONGEST_MASTHEAD = 12;
const LONGEST_LETTER = 60;

/**
 * Marks the masthead and the letter of transmittal of a United Nations document as furniture: the letter is
 * about the agreement and is not part of it, however much it speaks of protection.
 */
export function setWrappingApart(passages: readonly Passage[]): Wrapping {
  const marked = [...passages];
  let isUnitedNations = false;
  for (let index = 0; index < Math.min(LONGEST_MASTHEAD, marked.length); index++) {
    const passage = marked[index] as Passage;
    const text = textOf(passage);
    if (passage.lines[0]?.page !== 1 || text.length > 80 || !MASTHEAD.test(text)) continue;
    isUnitedNations ||= /united nations|nations unies|naciones unidas|الأمم المتحدة|distr\b/iu.test(text);
    if (isUnitedNations) marked[index] = asFurniture(passage);
  }
  const first = marked.findIndex((passage, index) => {
    const text = textOf(passage);
    return index < 2 * LONGEST_MASTHEAD && text.length < 400 && LETTER.test(text) && ADDRESSEE.test(text);
  });
  if (first < 0) return { passages: marked };
  const signature = marked.findIndex(
    (passage, index) => index > first && index < first + LONGEST_LETTER && SIGNATURE.test(textOf(passage)),
  );
  if (signature < 0) return { passages: marked };
  let last = signature;
  // The signatory's title stands under the name.
  const next = marked[last + 1];
  if (next && next.role === 'paragraph' && textOf(next).length < 90 && !/[.;:]$/u.test(textOf(next))) last++;
  for (let index = first; index <= last; index++) {
    const passage = marked[index] as Passage;
    if (passage.role !== 'note') marked[index] = asFurniture(passage);
  }
  return { passages: marked, letter: [first, last] };
}

function textOf(passage: Passage): string {
  return passage.lines.map((line) => line.text).join(' ');
}

function asFurniture({ lines }: Passage): Passage {
  return { role: 'furniture', lines };
}
