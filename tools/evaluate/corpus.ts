import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type CorpusLevel = 'operative' | 'hortatory' | 'mention' | 'disputed';

/** A text with its labels. */
export interface LabelledText {
  readonly id: string;
  readonly set: 'passages' | 'segments' | 'agreements';
  readonly language: string;
  readonly text: string;
  readonly labels: ReadonlyMap<string, CorpusLevel>;
  /** Topics on which the readers differed: left out of scoring. */
  readonly disputed: ReadonlySet<string>;
}

interface LabelLine {
  readonly id?: string;
  readonly doc?: string;
  readonly lang?: string;
  readonly text?: string;
  readonly topics: readonly { readonly id?: string; readonly topic?: string; readonly level: CorpusLevel }[];
  readonly disputed?: readonly string[];
}

/** Reads the label files of a corpus folder, or one of them. Throws an Error that says which file is missing or which line is not JSON. */
export function readCorpus(path: string): LabelledText[] {
  if (!existsSync(path))
    throw new Error(`There is no ${path}; give the corpus folder that holds passages.*.jsonl, or one such file.`);
  const isFile = statSync(path).isFile();
  const folder = isFile ? dirname(path) : path;
  const texts: LabelledText[] = [];
  for (const name of isFile ? [basename(path)] : readdirSync(folder).sort()) {
    const passages = /^(?:passages|development|held-out)\.([a-z]{2})\.jsonl$/.exec(name);
    if (passages)
      texts.push(
        ...readLines(join(folder, name)).map((line) =>
          labelled(line, 'passages', passages[1] as string, line.text ?? ''),
        ),
      );
    else if (name === 'segments.jsonl')
      texts.push(...readLines(join(folder, name)).map((line) => labelled(line, 'segments', 'en', line.text ?? '')));
    else if (name === 'agreements.jsonl') {
      for (const line of readLines(join(folder, name))) {
        const language = /\.([a-z]{2})\.txt$/.exec(line.doc ?? '')?.[1] ?? 'en';
        texts.push(
          labelled(line, 'agreements', language, readFileSync(join(folder, 'agreements', line.doc ?? ''), 'utf8')),
        );
      }
    }
  }
  return texts;
}

/** The texts that have nothing to do with protection: whatever is found operative in them is a false alarm. */
export function readForeignTexts(folder: string): { readonly name: string; readonly text: string }[] {
  return ['vclt', 'vcdr', 'outer-space']
    .map((name) => join(folder, 'treaties', `${name}.en.txt`))
    .filter((path) => existsSync(path))
    .map((path) => ({ name: path.split('/').at(-1) as string, text: readFileSync(path, 'utf8') }));
}

function readLines(path: string): LabelLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      try {
        return JSON.parse(line) as LabelLine;
      } catch {
        throw new Error(`${path}:${at + 1} is not JSON; every line of a label file is one JSON object.`);
      }
    });
}

function labelled(line: LabelLine, set: LabelledText['set'], language: string, text: string): LabelledText {
  const labels = new Map(line.topics.map((topic) => [topic.id ?? topic.topic ?? '', topic.level] as const));
  return {
    id: line.id ?? line.doc ?? '',
    set,
    language: line.lang ?? language,
    text,
    labels,
    disputed: new Set(line.disputed),
  };
}
