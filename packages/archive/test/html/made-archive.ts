import {
  AGREEMENT_TYPES,
  type Evidence,
  FAMILIES,
  type Finding,
  type ReviewedDocument,
  type Rule,
  type TopicCoverage,
} from '@poclint/core';
import type { ReviewedText } from '../../src/record.ts';

/** Archives made up for tests: always the same, of the sizes of a real one, and nothing has to be reviewed for them. */

const TOPICS_PER_FAMILY = 20;
const PLACES = [
  ['Orvania', 'North'],
  ['Sarel', 'South'],
  ['Kestria', 'South'],
  ['Mirland', 'East'],
] as const;
const MADE_TYPES = ['ceasefire', 'framework', 'comprehensive', 'local'] as const;

const common = {
  authority: ['Invented Rule 7 (2001)'],
  why: 'It matters.',
  model: { en: 'The Parties shall protect everybody.' },
  severity: Object.fromEntries(AGREEMENT_TYPES.map((type) => [type, 'warning'])) as Rule['severity'],
};

/** Sixty topics and one kind of wording. */
export const MADE_RULES: readonly Rule[] = [
  ...FAMILIES.flatMap((family) =>
    Array.from(
      { length: TOPICS_PER_FAMILY },
      (_, at): Rule => ({
        ...common,
        id: `${family}-topic-${at + 1}`,
        title: `Topic ${at + 1} of ${family}`,
        kind: 'topic',
        family,
        requires: [],
        mentions: [],
      }),
    ),
  ),
  { ...common, id: 'q-soft', title: 'Soft wording', kind: 'wording', check: 'weak-wording', settings: {} },
];

const TOPIC_IDS = MADE_RULES.filter(({ kind }) => kind === 'topic').map(({ id }) => id);
const TOOL = { version: '1.2.3', rules: 'made' };
export const MADE_OPTIONS = { name: 'Made archive', rules: MADE_RULES, tool: TOOL };

/** Random numbers that are the same everywhere. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const SYLLABLES = [
  'shall',
  'the',
  'of',
  'ro',
  'mi',
  'ta',
  'ken',
  'party',
  'zone',
  'ver',
  'la',
  'sur',
  'con',
  'and',
  'to',
];
const WORDS = Array.from({ length: 3000 }, (_, at) => {
  const roll = dice(at + 1);
  return Array.from({ length: 1 + roll(3) }, () => SYLLABLES[roll(SYLLABLES.length)]).join('');
});

/** Words of which some are common and most are rare, in numbered paragraphs. It compresses about as agreements do. */
function madeText(length: number, roll: (sides: number) => number): string {
  const lines: string[] = [];
  let written = 0;
  for (let number = 1; written < length; number++) {
    const words = Array.from({ length: 12 + roll(50) }, () => WORDS[Math.floor((roll(3000) * roll(3000)) / 3000)]);
    const line = `${number}. ${words.join(' ')}.`;
    lines.push(line);
    written += line.length + 1;
  }
  return lines.join('\n');
}

/** Archives as large as asked; the lengths of the texts are spread as those of real archives are. */
export function* madeRecords(documents: number, meanLength: number): Generator<ReviewedText> {
  for (let at = 0; at < documents; at++) {
    const roll = dice(at * 7919 + 1);
    const [country, region] = PLACES[at % PLACES.length] as (typeof PLACES)[number];
    const text = madeText(meanLength * (at % 10 === 0 ? 5.5 : 0.5), roll);
    yield madeRecord({
      id: String(at + 1),
      title: `Agreement ${at + 1} of ${country}`,
      meta: { country, region, date: `${1990 + (at % 30)}-05-17` },
      text,
      type: MADE_TYPES[at % MADE_TYPES.length] as (typeof MADE_TYPES)[number],
      evidence: Array.from({ length: roll(9) }, () => {
        const start = roll(Math.max(1, text.length - 60));
        return { topic: TOPIC_IDS[roll(TOPIC_IDS.length)] as string, start, end: start + 12 + roll(40) };
      }),
    });
  }
}

export interface MadeDocument {
  readonly id: string;
  readonly title: string;
  readonly meta?: Readonly<Record<string, string>>;
  readonly text: string;
  readonly language?: string;
  readonly type?: ReviewedDocument['type']['value'];
  readonly evidence: readonly { readonly topic: string; readonly start: number; readonly end: number }[];
  readonly findings?: readonly Finding[];
}

/** A record whose report says what is given, and that all other topics are not found. */
export function madeRecord(made: MadeDocument): ReviewedText {
  const { id, title, meta = {}, text, evidence, language = 'en', type = 'ceasefire' } = made;
  const coverage = TOPIC_IDS.map((topic): TopicCoverage => {
    const own = evidence.filter((piece) => piece.topic === topic);
    const level = own.length === 0 ? 'absent' : 'operative';
    return {
      topic,
      level,
      ...(own.length > 0 && { location: 'operative' }),
      readings: { accepted: level, dropped: level, weakest: level },
      slots: {
        bearer: own.length > 0,
        obligation: own.length > 0,
        protected: false,
        act: false,
        mechanism: false,
        time: false,
        consequence: false,
      },
      evidence: own.map(
        ({ start, end }): Evidence => ({
          clause: 'Art. 1',
          quote: text.slice(start, end),
          span: [start, end],
          line: 1,
          column: 1,
          level: 'operative',
          location: 'operative',
          status: 'agreed',
        }),
      ),
    };
  });
  const findings = coverage
    .filter(({ level }) => level === 'absent')
    .slice(0, 30)
    .map(({ topic }): Finding => madeFinding(topic, `No clause found on ${topic}.`));
  return {
    text,
    record: {
      id,
      title,
      meta,
      digest: 'd',
      path: id,
      status: 'reviewed',
      language,
      type: { value: type, source: 'inferred', confidence: 0.8 },
      stage: 'signed',
      coverage,
      findings: made.findings ?? findings,
      notices: [],
    },
  };
}

export function madeFinding(rule: string, message: string, start = 0): Finding {
  return {
    rule,
    severity: 'warning',
    message,
    clause: 'Art. 1',
    span: [start, start],
    line: 1,
    column: 1,
    fingerprint: 'f',
    authority: common.authority,
    evidence: [],
    suggestion: common.model.en,
  };
}
