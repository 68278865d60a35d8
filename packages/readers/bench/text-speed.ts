// How fast text and Markdown drafts are read, cold and warm, and what a re-read after an edit costs.
//   node packages/readers/bench/text-speed.ts
import { createMarkdownReaderWith } from '../src/markdown/markdown.ts';
import { readSettings } from '../src/markdown/settings.ts';
import { readPlainText } from '../src/plain-text/plain-text.ts';
import { agreementMarkdown, agreementText, wrap } from './text-drafts.ts';

const SIZE = 5_000_000;

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function report(name: string, characters: number, run: () => void): void {
  const first = cpu(run);
  const rest = Array.from({ length: 8 }, () => cpu(run)).toSorted((a, b) => a - b);
  const median = rest[rest.length >> 1] as number;
  const speed = (milliseconds: number): string => `${(characters / 1000 / milliseconds).toFixed(1)} MB/s`;
  console.log(
    `${name.padEnd(44)} cold ${first.toFixed(0)} ms (${speed(first)}), warm ${median.toFixed(1)} ms (${speed(median)})`,
  );
}

const text = agreementText(SIZE);
const wrapped = wrap(text, 78);
const markdown = agreementMarkdown(SIZE);

report('text, one paragraph a line', text.length, () => readPlainText('draft.txt', text));
report('text, hard-wrapped', wrapped.length, () => readPlainText('draft.txt', wrapped));
report('Markdown', markdown.length, () => createMarkdownReaderWith(readSettings).read('draft.md', markdown));

const long = agreementMarkdown(850_000);
const editor = createMarkdownReaderWith(readSettings);
editor.read('draft.md', long);
let edits = 0;
report('Markdown, re-read after one character', long.length, () => {
  const at = Math.floor((long.length * ++edits) / 10);
  editor.read('draft.md', `${long.slice(0, at)}x${long.slice(at)}`);
});
const longText = wrap(agreementText(850_000), 78);
report('text, re-read after one character', longText.length, () => {
  const at = Math.floor((longText.length * (++edits % 10)) / 10);
  readPlainText('draft.txt', `${longText.slice(0, at)}x${longText.slice(at)}`);
});
