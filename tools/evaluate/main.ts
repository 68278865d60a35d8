import { parseArgs } from 'node:util';
import { analyse, type CompiledRules, compileRules, type Level, type TopicRule } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { type LabelledText, readCorpus, readForeignTexts } from './corpus.ts';
import { evaluateDrafts } from './drafts/evaluate-drafts.ts';
import { evaluateParity } from './parity.ts';
import { compare, type Disagreement, emptyTally, figures, type Tally } from './scores.ts';

const USAGE = `Usage: pnpm evaluate <corpus folder> [--verbose] [--json] [--language en] [--topic id]
       pnpm evaluate --drafts [folder] [--verbose] [--json] [--seed 1]
       pnpm evaluate --parity [agreement.yaml] [--verbose] [--json]`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      verbose: { type: 'boolean' },
      json: { type: 'boolean' },
      language: { type: 'string' },
      topic: { type: 'string' },
      rules: { type: 'string' },
      drafts: { type: 'boolean' },
      parity: { type: 'boolean' },
      seed: { type: 'string' },
    },
  });
  if (values.drafts) {
    evaluateDrafts(positionals[0], values);
    return;
  }
  if (values.parity) {
    evaluateParity(positionals[0], values);
    return;
  }
  const folder = positionals[0];
  if (!folder) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { ruleSet } = readRuleFolder(values.rules ?? new URL('../../rules', import.meta.url).pathname);
  const known = new Set(ruleSet.languages.map((language) => language.id));
  const compiled = new Map<string, CompiledRules>();
  const rulesFor = (language: string): CompiledRules => {
    const rules = compiled.get(language) ?? compileRules(ruleSet, language);
    compiled.set(language, rules);
    return rules;
  };
  const texts = readCorpus(folder).filter(
    (text) => known.has(text.language) && (!values.language || text.language === values.language),
  );
  const topics = new Map(
    ruleSet.rules.filter((rule): rule is TopicRule => rule.kind === 'topic').map((rule) => [rule.id, rule]),
  );
  const groups = new Map<string, Tally>();
  const tally = (name: string): Tally => {
    const known = groups.get(name) ?? emptyTally();
    groups.set(name, known);
    return known;
  };
  const wrong: Disagreement[] = [];
  for (const text of texts) {
    const found = levelsIn(text, rulesFor(text.language));
    const group = text.set === 'agreements' ? 'agreements' : 'passages and segments';
    wrong.push(
      ...compare(text, found, (topic) => {
        const family = topics.get(topic)?.family ?? 'unknown';
        return [
          tally(`${text.language} ${group}`),
          tally(`${text.language} ${group}, ${family}`),
          tally(`${text.language} ${text.set} only`),
          tally(`topic ${topic}`),
        ];
      }),
    );
  }
  const alarms = readForeignTexts(folder).flatMap(({ name, text }) => {
    const label: LabelledText = {
      id: name,
      set: 'agreements',
      language: 'en',
      text,
      labels: new Map(),
      disputed: new Set(),
    };
    return [...levelsIn(label, rulesFor('en'))]
      .filter(([, level]) => level === 'operative')
      .map(([topic]) => ({ name, topic }));
  });
  const shown = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, counts]) => ({ name, ...counts, ...figures(counts) }));
  if (values.json) {
    console.log(
      JSON.stringify(
        {
          groups: shown,
          falseAlarms: alarms,
          disagreements: wrong.map(({ text, ...rest }) => ({ text: text.id, ...rest })),
        },
        null,
        2,
      ),
    );
    return;
  }
  for (const row of shown) {
    console.log(
      `${row.name.padEnd(46)} P ${row.precision.toFixed(3)}  R ${row.recall.toFixed(3)}  F1 ${row.f1.toFixed(3)}  level ${row.levelAccuracy.toFixed(3)}  (${row.met} met, ${row.missed} missed, ${row.invented} invented)`,
    );
  }
  console.log(
    `operative topics in texts without protection: ${alarms.length}${alarms.map(({ name, topic }) => `\n  ${name}: ${topic}`).join('')}`,
  );
  if (values.verbose) printDisagreements(wrong.filter(({ topic }) => !values.topic || topic === values.topic));
}

function levelsIn(text: LabelledText, rules: CompiledRules): Map<string, Level> {
  const { accepted } = readTextDraft(text.id, text.text);
  const found = new Map<string, Level>();
  analyse(accepted, rules).evidence.forEach((list, topic) => {
    const best = list[0];
    if (best) found.set((rules.topics[topic] as TopicRule).id, best.level);
  });
  return found;
}

function printDisagreements(wrong: readonly Disagreement[]): void {
  for (const { text, topic, expected, found } of wrong) {
    console.log(`\n${text.set} ${text.id}  ${topic}: labelled ${expected}, found ${found}`);
    if (text.set !== 'agreements') console.log(`  ${text.text.replace(/\s+/g, ' ')}`);
  }
}

main();
