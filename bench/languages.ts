// What a megabyte costs in each language, in CPU time, as a multiple of English, and what a mixed archive costs beside its
// parts. Run: node bench/languages.ts
import { readFileSync } from 'node:fs';
import { RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { parse } from 'yaml';

const ROUNDS = 5;
const SIZE = 400_000;

/**
 * A long draft in one language: the agreement that parity is measured with, over and over, its articles numbered on. Each
 * clause ends in a number of its own, so that no clause is the same as one that was read before.
 */
function longDraft(language: string, agreement: Agreement): string {
  const parts: string[] = [`# ${agreement.title[language]}`, agreement.enacting[language] as string];
  let number = 0;
  const own = (text: string | undefined) => text?.replace(/([.;:،؛]?)$/, ` (${++number})$1`) ?? '';
  for (let size = 0, article = 1; size < SIZE; article++) {
    const { heading, clauses } = agreement.articles[
      article % agreement.articles.length
    ] as Agreement['articles'][number];
    parts.push(`## ${agreement.article[language]} ${article} ${heading[language]}`);
    clauses.forEach(({ text, items }, at) => {
      parts.push(`${at + 1}. ${own(text[language])}`, ...(items ?? []).map((item) => `- ${own(item[language])}`));
    });
    size = parts.reduce((sum, part) => sum + part.length, 0);
  }
  return parts.join('\n\n');
}

type Words = Readonly<Record<string, string>>;

interface Agreement {
  readonly title: Words;
  readonly article: Words;
  readonly enacting: Words;
  readonly articles: readonly {
    readonly heading: Words;
    readonly clauses: readonly { readonly text: Words; readonly items?: readonly Words[] }[];
  }[];
}

function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const ROOT = new URL('..', import.meta.url).pathname;
const agreement = parse(readFileSync(`${ROOT}/fixtures/parity/agreement.yaml`, 'utf8')) as Agreement;
const { ruleSet } = readRuleFolder(`${ROOT}/rules`);
const languages = ['en', 'fr', 'es', 'ar'];
const drafts = new Map(languages.map((language) => [language, longDraft(language, agreement)]));

/** CPU seconds for each million characters, the fastest of some rounds, each with an empty memory of texts. */
function perMegabyte(names: readonly string[]): number {
  const library = new RuleLibrary(ruleSet);
  const texts = names.map((name) => drafts.get(name) as string);
  const run = (round: number) => {
    // A word that differs keeps the memory of the round before from answering.
    for (const [at, text] of texts.entries())
      review(readTextDraft(`${names[at]}.md`, text.replaceAll('\n\n', `\n\n${round} `)), library, { stage: 'draft' });
  };
  run(0);
  const times = Array.from({ length: ROUNDS }, (_, round) => seconds(() => run(round + 1)));
  return Math.min(...times) / (texts.reduce((sum, text) => sum + text.length, 0) / 1e6);
}

const alone = new Map(languages.map((language) => [language, perMegabyte([language])]));
const english = alone.get('en') as number;
for (const [language, time] of alone)
  console.log(`${language}  ${time.toFixed(2)} s per million characters  × ${(time / english).toFixed(2)}`);
const parts = [...alone.values()].reduce((sum, time) => sum + time, 0) / alone.size;
const mixed = perMegabyte(languages);
console.log(`all four in one run  ${mixed.toFixed(2)} s  × ${(mixed / parts).toFixed(2)} of the parts`);
