// Writes the figures in docs/accuracy.md and README.md anew.
//   node tools/accuracy/main.ts <corpus folder>
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuleFolder } from '@poclint/rules';

interface Group {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly levelAccuracy: number;
  readonly met: number;
  readonly missed: number;
  readonly invented: number;
}

interface Evaluation {
  readonly groups: readonly Group[];
  readonly falseAlarms: readonly { readonly name: string; readonly topic: string }[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FAMILIES = { poc: 'Protection of civilians', groups: 'Protection of groups', sgbv: 'Sexual violence' } as const;
const PASSAGES = 'en passages and segments';
const AGREEMENTS = 'en agreements';

const LANGUAGES = { fr: 'French', es: 'Spanish', ar: 'Arabic', pt: 'Portuguese', ru: 'Russian' } as const;

function evaluate(path: string, language = 'en'): Evaluation {
  return measured(path, '--language', language) as Evaluation;
}

function measured(...words: readonly string[]): unknown {
  const command = [join(ROOT, 'tools/evaluate/main.ts'), ...words, '--json'];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

/** A row for each language and set of passages: those that nobody looked at, where there are any, and those of the corpus. */
function languageTable(corpus: string): string {
  const rows = Object.entries(LANGUAGES).flatMap(([language, name]) => {
    const heldOut = join(ROOT, `fixtures/passages/held-out.${language}.jsonl`);
    const sets = [
      ...(existsSync(heldOut) ? [['not looked at', heldOut] as const] : []),
      ['looked at', corpus] as const,
    ];
    return sets.map(([title, path]) => {
      const group = evaluate(path, language).groups.find((each) => each.name === `${language} passages and segments`);
      if (!group) throw new Error(`${path} has no passages in ${name}.`);
      const shares = [group.precision, group.recall, group.f1, group.levelAccuracy].map((value) => value.toFixed(2));
      return `| ${[name, title, ...shares, group.met + group.missed].join(' | ')} |`;
    });
  });
  return [
    '| | passages | precision | recall | F1 | level right | labels |',
    '| --- | --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

function parityTable(): string {
  const { cases, found, decoys, falseAlarms } = measured('--parity') as Readonly<Record<string, number>>;
  const share = (part = 0, whole = 0): string => (part / Math.max(1, whole)).toFixed(2);
  return [
    '| seeded divergences | reported | decoys and unchanged pairs | something reported |',
    '| --: | --: | --: | --: |',
    `| ${cases} | ${share(found, cases)} | ${decoys} | ${share(falseAlarms, decoys)} |`,
  ].join('\n');
}

function table({ groups }: Evaluation, set: string): string {
  const rows = [['All', set], ...Object.entries(FAMILIES).map(([family, title]) => [title, `${set}, ${family}`])];
  return [
    '| | precision | recall | F1 | level right | found | missed | wrongly found |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.flatMap(([title, name]) => {
      const group = groups.find((candidate) => candidate.name === name);
      if (!group) return [];
      const shares = [group.precision, group.recall, group.f1, group.levelAccuracy].map((value) => value.toFixed(2));
      return `| ${[title, ...shares, group.met, group.missed, group.invented].join(' | ')} |`;
    }),
  ].join('\n');
}

function topicTable({ groups }: Evaluation): string {
  const topics = groups.filter(({ name }) => name.startsWith('topic '));
  return [
    '| topic | found | missed | wrongly found |',
    '| --- | --: | --: | --: |',
    ...topics.map(({ name, met, missed, invented }) => `| \`${name.slice(6)}\` | ${met} | ${missed} | ${invented} |`),
  ].join('\n');
}

function summary(heldOut: Evaluation, known: Evaluation): string {
  const row = (title: string, { groups }: Evaluation, set: string): string => {
    const { precision, recall, f1 } = groups.find(({ name }) => name === set) as Group;
    return `| ${title} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${f1.toFixed(2)} |`;
  };
  return [
    '| English texts | precision | recall | F1 |',
    '| --- | --: | --: | --: |',
    row('short passages that nobody looked at while the rules were written', heldOut, PASSAGES),
    row('passages and sentences that were looked at', known, PASSAGES),
    row('eight whole agreements that were looked at', known, AGREEMENTS),
  ].join('\n');
}

/** Replaces what stands between the two comments of that name. */
function fill(page: string, sections: Readonly<Record<string, string>>): void {
  const path = join(ROOT, page);
  let content = readFileSync(path, 'utf8');
  for (const [name, words] of Object.entries(sections)) {
    const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
    if (!between.test(content)) throw new Error(`${page} has no place for ${name}.`);
    content = content.replace(between, (_, opening: string, closing: string) => `${opening}\n${words}\n\n${closing}`);
  }
  writeFileSync(path, content);
}

const corpus = process.argv[2];
if (!corpus) {
  console.error('Usage: node tools/accuracy/main.ts <corpus folder>');
  process.exit(2);
}
const heldOut = evaluate(join(ROOT, 'fixtures/passages/held-out.en.jsonl'));
const development = evaluate(join(ROOT, 'fixtures/passages/development.en.jsonl'));
const both = evaluate(join(ROOT, 'fixtures/passages'));
const known = evaluate(corpus);
const { digest } = readRuleFolder(join(ROOT, 'rules')).ruleSet;
const alarms = known.falseAlarms.map(({ name, topic }) => `\`${topic}\` in ${name}`).join(', ') || 'none';
fill('docs/accuracy.md', {
  rules: `Rules: \`${digest}\`.`,
  'held-out': table(heldOut, PASSAGES),
  development: table(development, PASSAGES),
  passages: table(known, PASSAGES),
  agreements: table(known, AGREEMENTS),
  alarms: `Topics found in them as binding: ${alarms}.`,
  topics: topicTable(both),
  languages: languageTable(corpus),
  parity: parityTable(),
});
fill('README.md', { accuracy: summary(heldOut, known) });
