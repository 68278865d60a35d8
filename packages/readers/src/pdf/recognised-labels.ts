/** Labels of list items, and the order in which each kind counts. */
const ROMAN = [
  ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'],
  ...['xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx'],
];
const COUNTS: readonly (readonly string[])[] = [
  [...'abcdefghijklmnopqrstuvwxyz'],
  ROMAN,
  Array.from({ length: 50 }, (_, index) => String(index + 1)),
  [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
  [...'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
];

/** Characters that a recogniser takes for one another, each under the name of its group. */
const LOOKALIKES = new Map<string, string>(
  (
    [
      ['1', '1lIi|!tjJأاإ١[]'],
      ['c', 'cC©¢€ce('],
      ['0', '0oOQ°٥هD'],
      ['5', '5sS$'],
      ['2', '2zZ'],
      ['9', '9gq'],
      ['8', '8B&'],
      ['6', '6bG'],
      ['d', 'dđ'],
      ['f', 'fƒ'],
      ['v', 'vVuUyY'],
      ['x', 'xX×'],
    ] as const
  ).flatMap(([group, characters]) => [...characters].map((character) => [character, group] as const)),
);

const LABEL = /^([([{]?)([^\s()[\]{}]{1,5}|[|\][]{1,3})([)\]}])$/u;
/** How many labels back a list may have been left for a list inside one of its items. */
const LONGEST_DIGRESSION = 12;

/**
 * Mends the labels of list items that were recognised as something that looks like them: "(©)" between "(b)" and
 * "(d)", "(1)" after "(k)". The list decides: a label is changed only where a label that looks like it would count on
 * from one before, or count up to the one behind.
 *
 * @param firstWords the first word of every line, in reading order
 * @returns the words as they should be
 */
export function mendLabels(firstWords: readonly string[]): string[] {
  const mended = [...firstWords];
  const labels = firstWords.flatMap((word, index) => {
    const [, open = '', mark = '', close = ''] = LABEL.exec(word) ?? [];
    return mark === '' ? [] : [{ index, open, mark, close }];
  });
  labels.forEach((label, at) => {
    const { mark, index, close } = label;
    const before = labels.slice(Math.max(0, at - LONGEST_DIGRESSION), at).reverse();
    const after = labels[at + 1];
    // The nearest list goes on first; a label that counts on from it as it stands is right.
    const wanted = [
      ...before.slice(0, 1).flatMap(({ mark: previous }) => shifted(previous, 1)),
      ...(after ? shifted(after.mark, -1) : []),
      ...before.slice(1).flatMap(({ mark: previous }) => shifted(previous, 1)),
    ];
    if (wanted.includes(mark)) return;
    const meant = wanted.find((candidate) => lookAlike(candidate, mark));
    if (meant === undefined) return;
    label.mark = meant;
    mended[index] = `${close === ')' && label.open !== '(' && label.open !== '' ? '(' : label.open}${meant}${close}`;
  });
  return mended;
}

/** The labels that stand `by` places from this one, in every way of counting that has it. */
function shifted(mark: string, by: 1 | -1): string[] {
  return COUNTS.flatMap((count) => {
    const at = count.indexOf(mark);
    return at < 0 ? [] : (count[at + by] ?? []);
  });
}

function lookAlike(one: string, other: string): boolean {
  return one !== other && skeleton(one) === skeleton(other);
}

function skeleton(mark: string): string {
  return [...mark].map((character) => LOOKALIKES.get(character) ?? character).join('');
}
