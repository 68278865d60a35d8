/**
 * How long a long Word draft takes to read and to annotate, and how much memory.
 *
 *     node packages/readers/bench/word.ts [pages] [comments]
 */
import { annotateWord } from '../src/annotate/annotate-word.ts';
import { readWord } from '../src/word/read-word.ts';
import {
  definition,
  deleted,
  inserted,
  list,
  numbered,
  paragraph,
  run,
  table,
  wordFile,
} from '../test/word/word-file.ts';

const pages = Number(process.argv[2] ?? 300);
const comments = Number(process.argv[3] ?? 500);

/** About 450 words a page, in runs of a few words as Word leaves them after years of editing. */
function longDraft(count: number): Uint8Array {
  const body: string[] = [];
  for (let page = 0; page < count; page++) {
    body.push(numbered(1, 0, `Protection measure ${page + 1}`));
    for (let clause = 0; clause < 8; clause++) {
      const words = Array.from({ length: 12 }, (_, index) =>
        run(`the Parties shall refrain ${index} `, index % 3 ? '<w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/>' : ''),
      );
      words.splice(4, 0, inserted('from any act '), deleted('as far as possible '));
      body.push(numbered(1, 1, words.join('')));
    }
    body.push(table([paragraph('Zone'), paragraph('Commander')], [paragraph('North'), paragraph('To be named')]));
  }
  const numbering = definition(0, [{ text: 'Article %1' }, { text: '%1.%2' }]) + list(1, 0);
  return wordFile({ body: body.join(''), numbering });
}

function measure<T>(name: string, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((user + system) / 1e6).toFixed(2);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${name}: ${seconds} s of CPU, peak ${peak} MB\n`);
  return result;
}

const bytes = longDraft(pages);
const { accepted } = measure(`read ${pages} pages (${Math.round(bytes.length / 1024)} KB)`, () =>
  readWord('long.docx', bytes),
);
process.stdout.write(`${accepted.text.split(/\s+/).length} words, ${accepted.blocks.length} blocks\n`);
const step = Math.floor(accepted.blocks.length / comments);
const annotations = Array.from({ length: comments }, (_, index) => {
  const [start, end] = accepted.blocks[index * step]!.span;
  return { rule: 'bench-rule', message: 'Say who is bound.', span: [start, Math.min(end, start + 40)] as const };
});
measure(`annotate with ${comments} comments`, () => annotateWord(bytes, annotations));
