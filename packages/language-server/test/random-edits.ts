/** A draft under edit, and the same edits as a client would send them. */
export interface Edit {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

const PASTED = [
  ' shall ',
  ' should ',
  'The Parties shall refrain from rape and every other form of sexual violence.',
  '\n\n## Article 9. Children\n\n1. Each Party shall release all children from its ranks within ten days.\n',
  '[The Parties shall allow humanitarian relief to pass.]',
  '[shall/should]',
  '\n\n(a) attacks on civilians;\n(b) looting of homes;\n',
  '[',
  ']',
  '\r\n',
  '\n',
  '"the Parties"',
  ' as said in Article 2 ',
  '| a | b |\n| --- | --- |\n| shall | not |\n',
  '```\n',
  '🕊️',
  'é',
  '\n> quoted\n',
];

/** A small congruential generator: the same edits on every machine. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Edits a text at random: insertions, deletions, pastes, undone edits and whole replacements. */
export class RandomEditor {
  text: string;
  private readonly original: string;
  private readonly roll: (sides: number) => number;
  private before: string[] = [];

  constructor(text: string, seed: number) {
    this.text = text;
    this.original = text;
    this.roll = dice(seed);
  }

  next(): Edit {
    const { text } = this;
    const kind = this.roll(100);
    // A text that grows without end would measure its length, not the edits.
    if (kind < 2 || text.length > this.original.length * 2) return this.whole(this.original);
    if (kind < 12 && this.before.length > 0) return this.whole(this.before.pop() as string);
    const at = this.roll(text.length + 1);
    if (kind < 50) return this.exchange(at, at, String.fromCharCode(97 + this.roll(26)));
    if (kind < 75) return this.exchange(at, Math.min(text.length, at + 1 + this.roll(kind < 70 ? 12 : 300)), '');
    return this.exchange(at, at, PASTED[this.roll(PASTED.length)] as string);
  }

  private whole(text: string): Edit {
    this.text = text;
    return { text };
  }

  private exchange(start: number, end: number, text: string): Edit {
    if (this.before.length < 20) this.before.push(this.text);
    const range = { start: placeIn(this.text, start), end: placeIn(this.text, end) };
    // An editor never parts a line break or a surrogate pair; places that it cannot name are those before.
    const from = offsetIn(this.text, range.start);
    const to = offsetIn(this.text, range.end);
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    return { range, text };
  }
}

function placeIn(text: string, offset: number): Place {
  let line = 0;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  const inside = text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
  return { line, character: Math.max(0, inside - start) };
}

function offsetIn(text: string, place: Place): number {
  let line = 0;
  let start = 0;
  for (let at = 0; at < text.length && line < place.line; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  return start + place.character;
}
