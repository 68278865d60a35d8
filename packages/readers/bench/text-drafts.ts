// Invented drafts of any length. Every paragraph differs, so that no cache helps a first reading.

const ACTORS = [
  'The Parties',
  'Each Party',
  'The Armed Forces',
  'The Movement',
  'The Joint Commission',
  'All signatories',
];
const MODALS = [
  'shall refrain from',
  'undertake to prevent',
  'shall ensure',
  'shall prohibit',
  'commit themselves to end',
  'shall report',
];
const SUBJECTS = [
  'attacks against villages, markets and wells',
  'the recruitment and use of children',
  'rape and every other form of sexual violence',
  'unhindered passage of relief consignments',
  'the voluntary, safe and dignified return of displaced persons',
  'the occupation of schools and clinics',
  'the laying of mines and the placing of explosive devices',
  'the arbitrary detention of community leaders',
];
const LIMITS = [
  'within seventy-two (72) hours of signature',
  'in the areas listed in Annex B',
  'at all times and in all places',
  'as verified by the monitoring mission',
  'without distinction of origin, religion or opinion',
];

/** A small congruential generator: the same draft on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function sentences(roll: (sides: number) => number, count: number): string {
  const pick = (words: readonly string[]): string => words[roll(words.length)] as string;
  return Array.from(
    { length: count },
    () =>
      `${pick(ACTORS)} ${pick(MODALS)} ${pick(SUBJECTS)} ${pick(LIMITS)}, under point ${roll(99_999)} of the register.`,
  ).join(' ');
}

export function agreementText(size: number): string {
  const roll = dice(1);
  const parts: string[] = [];
  for (let length = 0, article = 1; length < size; article++) {
    const part = [
      `Article ${article}`,
      sentences(roll, 2),
      `${article}.1 ${sentences(roll, 3)}`,
      `(a) ${sentences(roll, 1)}`,
      `(b) ${sentences(roll, 1)}`,
    ].join('\n\n');
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}

/** Headings, paragraphs, emphasis and lists throughout; a table, notes, a quotation and escapes now and then. */
export function agreementMarkdown(size: number): string {
  const roll = dice(2);
  const parts: string[] = ['---\ntype: ceasefire\nlanguage: en\n---'];
  for (let length = 0, article = 1; length < size; article++) {
    const part = [
      `## Article ${article}: **Conduct**`,
      `${sentences(roll, 2)} They shall [not] **under any circumstance** delay.`,
      `${article}.1 ${sentences(roll, 3)}`,
      `(a) ${sentences(roll, 1)}\n(b) ${sentences(roll, 1)}`,
      `1. ${sentences(roll, 1)}\n2. ${sentences(roll, 1)}\n   - ${sentences(roll, 1)}\n   - ${sentences(roll, 1)}`,
      ...(article % 40 === 0 ? [`| Party | Duty |\n| --- | --- |\n| A | ${sentences(roll, 1)} |\n| B | none |`] : []),
      ...(article % 25 === 0 ? [`> ${sentences(roll, 2)}`] : []),
      ...(article % 10 === 0 ? [`See the register[^${article}].`, `[^${article}]: ${sentences(roll, 1)}`] : []),
    ].join('\n\n');
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** Breaks the lines of a text at `width`, as mail and older word processors do. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      let column = 0;
      return line.replace(/\S+\s*/g, (word) => {
        const breaks = column > 0 && column + word.trimEnd().length > width;
        column = (breaks ? 0 : column) + word.length;
        return breaks ? `\n${word}` : word;
      });
    })
    .join('\n');
}
