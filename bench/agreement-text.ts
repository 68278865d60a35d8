import { matter, place, provision, type Roll, recital } from './sentences.ts';

export type Markup = 'text' | 'markdown';

/** Characters that the last paragraph overshoots on average, and the closing words. */
const CLOSE = 280;

/** A small congruential generator: the same drafts on every machine. */
export function dice(seed: number): Roll {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** An invented agreement of about `length` characters, cut off at the end of a paragraph. */
export function agreement(length: number, markup: Markup, roll: Roll): string {
  const writer = new Writer(markup);
  writer.title(`Agreement on peace in ${place(roll)}`);
  writer.heading('Preamble');
  writer.paragraph('The Government of the Republic and the Movement, hereinafter “the Parties”,');
  const recitals = Math.min(12, 2 + Math.floor(length / 3000));
  for (let count = 0; count < recitals; count++) writer.paragraph(recital(roll));
  writer.paragraph('Have agreed as follows:');
  for (let article = 1; writer.length < length - CLOSE; article++) writeArticle(writer, article, length, roll);
  writer.paragraph('Done in two originals, both texts being equally authentic.');
  return writer.text();
}

function writeArticle(writer: Writer, article: number, length: number, roll: Roll): void {
  writer.heading(`Article ${article}. ${matter(roll)}`);
  const paragraphs = 1 + roll(5);
  for (let number = 1; number <= paragraphs && writer.length < length - CLOSE; number++) {
    const sentences = [provision(roll), ...(roll(2) === 0 ? [provision(roll)] : [])].join(' ');
    writer.paragraph(paragraphs === 1 ? sentences : `${article}.${number} ${sentences}`);
    if (roll(4) === 0) writer.items(Array.from({ length: 2 + roll(5) }, () => provision(roll)));
  }
  if (article % 30 === 0) writer.table(Array.from({ length: 6 }, () => [matter(roll), String(roll(900))]));
  if (article % 12 === 0) writer.note(article, provision(roll));
}

/** Writes the same structure as Markdown or as plain text of a word processor, one paragraph a line. */
class Writer {
  length = 0;
  private readonly markup: Markup;
  private readonly parts: string[] = [];

  constructor(markup: Markup) {
    this.markup = markup;
  }

  title(words: string): void {
    this.add(this.markup === 'markdown' ? `# ${words}` : words.toUpperCase());
  }

  heading(words: string): void {
    this.add(this.markup === 'markdown' ? `## ${words}` : words);
  }

  paragraph(words: string): void {
    this.add(words);
  }

  items(sentences: readonly string[]): void {
    const label = (index: number): string => `(${String.fromCharCode(97 + index)})`;
    const items = sentences.map((words, index) => `${label(index)} ${words.replace(/\.$/, ';')}`);
    if (this.markup === 'markdown') this.add(items.map((item) => `- ${item}`).join('\n'));
    else for (const item of items) this.add(`    ${item}`);
  }

  table(rows: readonly (readonly string[])[]): void {
    if (this.markup === 'text') for (const row of rows) this.add(row.join('\t'));
    else this.add(['| Matter | Seats |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'));
  }

  note(number: number, words: string): void {
    if (this.markup === 'text') this.add(`${number} ${words}`);
    else this.add(`**See the note.**[^${number}]\n\n[^${number}]: ${words}`);
  }

  text(): string {
    return `${this.parts.join('\n\n')}\n`;
  }

  private add(part: string): void {
    this.parts.push(part);
    this.length += part.length + 2;
  }
}
