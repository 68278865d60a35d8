import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReviews } from '../../src/compare/compare-reviews.ts';
import type { Change, ChangedClause, Comparison, Effect } from '../../src/compare/comparison.ts';
import { reviewOf } from './drafts.ts';

function compare(old: readonly string[], now: readonly string[]): Comparison {
  return compareReviews(reviewOf(...old), reviewOf(...now)).comparison;
}

/** A change in one line: `effect kind "old words" → "new words"`. */
function inShort({ effect, kind, old, new: now }: Change): string {
  const words = (clause: ChangedClause | undefined) =>
    clause ? `"${clause.words.map(({ quote }) => quote).join('|')}"` : 'nothing';
  return `${effect} ${kind} ${words(old)} → ${words(now)}`;
}

function changes(old: readonly string[], now: readonly string[]): string[] {
  return compare(old, now).changes.map(inShort);
}

const MIRRORED: Readonly<Record<Effect, Effect>> = {
  lost: 'gained',
  weakened: 'strengthened',
  strengthened: 'weakened',
  gained: 'lost',
};

/** A change as it would be with the drafts exchanged. */
function turn({ old, new: now, effect, ...rest }: Change): Change {
  return { ...rest, effect: MIRRORED[effect], ...(now && { old: now }), ...(old && { new: old }) };
}

const OTHER = 'The market of Ushal opens on Fridays and closes at dusk.';
const LIST = [
  'The Parties shall refrain from:',
  '(a) attacks on civilians;',
  '(b) rape;',
  '(c) sexual violence against prisoners.',
];

describe('what a new draft lost or gained', () => {
  it.each([
    ['a topic', ['The Parties shall not attack civilians.', OTHER], [OTHER], ['lost topic "" → nothing']],
    [
      'a subject inside a sentence that stays',
      ['The Parties shall refrain from rape and from attacks on civilians.'],
      ['The Parties shall refrain from attacks on civilians.'],
      ['lost topic "rape and from" → ""'],
    ],
    [
      'a firm verb',
      ['The Parties shall allow relief.'],
      ['The Parties should allow relief.'],
      ['weakened verb "shall" → "should"'],
    ],
    [
      'the verb of a chapeau, once for all its items',
      LIST,
      ['The Parties should refrain from:', ...LIST.slice(1)],
      ['weakened verb "shall" → "should"'],
    ],
    [
      'who has to act',
      ['The Parties shall allow relief.'],
      ['Relief shall be let in; steps to allow relief shall be taken.'],
      ['weakened bearer "The Parties" → "Relief"'],
    ],
    [
      'a time',
      ['Each Party shall release the prisoners within ten days.'],
      ['Each Party shall release the prisoners.'],
      ['weakened time "within ten days" → ""'],
    ],
    [
      'a deadline that moves',
      ['Each Party shall release the prisoners within ten (10) days.'],
      ['Each Party shall release the prisoners within ninety (90) days.'],
      ['weakened deadline "within ten (10) days" → "within ninety (90) days"'],
    ],
    [
      'a deadline for one that nobody can check',
      ['Each Party shall release the prisoners immediately.'],
      ['Each Party shall release the prisoners in due course.'],
      ['weakened deadline "immediately" → "in due course"'],
    ],
    [
      'who receives reports',
      ['The Parties shall allow relief and report to the Commission.'],
      ['The Parties shall allow relief.'],
      ['weakened mechanism "Commission" → ""'],
    ],
    [
      'what follows a breach',
      ['The Parties shall not attack civilians and shall punish those who do.'],
      ['The Parties shall not attack civilians.'],
      ['weakened consequence "punish" → ""'],
    ],
    [
      'a qualifier that is put in',
      ['The Parties shall allow relief.'],
      ['The Parties shall, where possible, allow relief.'],
      ['weakened qualifier "" → "where possible"'],
    ],
    [
      'an exception that is put in',
      ['The Parties shall not attack civilians.'],
      ['The Parties shall not attack civilians, except during operations.'],
      ['weakened condition "" → "except during"'],
    ],
    [
      'affiliated forces',
      ['The Parties and allied forces shall allow relief.'],
      ['The Parties shall allow relief.'],
      ['weakened addressee "and allied forces" → ""'],
    ],
    [
      'all parties but one',
      ['The Parties shall allow relief.'],
      ['The Government shall allow relief.'],
      ['weakened addressee "The Parties" → "The Government"'],
    ],
    [
      'agreement on a clause',
      ['The Parties shall allow relief.', OTHER],
      ['[The Parties shall allow relief.]', OTHER],
      ['weakened brackets "" → "[The Parties shall allow relief.]"'],
    ],
    [
      'agreement on a verb',
      ['The Parties shall allow relief.'],
      ['The Parties [shall/should] allow relief.'],
      ['weakened brackets "" → "[shall/should]"'],
    ],
    [
      'agreement on a time',
      ['Each Party shall release the prisoners within ten days.'],
      ['Each Party shall release the prisoners [within ten days].'],
      ['weakened brackets "" → "within ten days"'],
    ],
    [
      'a member of a list, though its subject stands elsewhere',
      [...LIST, 'Rape is prohibited.'],
      [...LIST.slice(0, 2), LIST[3] as string, 'Rape is prohibited.'],
      ['weakened item "" → nothing'],
    ],
    [
      'an object named in a list',
      ['The Parties shall not attack civilians, schools and bridges.'],
      ['The Parties shall not attack civilians and bridges.'],
      ['weakened item "schools" → ""'],
    ],
  ] satisfies [string, string[], string[], string[]][])('%s', (_name, old, now, expected) => {
    expect(changes(old, now)).toEqual(expected);
    const turned = compare(now, old).changes.map((change) => inShort(turn(change)));
    expect(turned, 'with the drafts exchanged, losses are gains').toEqual(expected);
  });

  it.each([
    [
      'to the preamble',
      ['Agreed as follows:', 'The Parties shall allow relief.'],
      ['Recalling that the Parties shall allow relief,', 'Agreed as follows:'],
      'Moved to the preamble, where it binds nobody.',
    ],
    [
      'to an annex',
      ['1. The Parties shall allow relief.', OTHER],
      [OTHER, 'Annex A', '1. The Parties shall allow relief.'],
      'Moved from the operative text to an annex.',
    ],
  ] satisfies [string, string[], string[], string][])('a clause moved %s', (_name, old, now, message) => {
    const { changes: found } = compare(old, now);
    expect(found.map(({ kind, effect, message: said }) => `${effect} ${kind}: ${said}`)).toEqual([
      `weakened place: ${message}`,
    ]);
  });

  it('a clause left out of several on its subject counts only for what no other says', () => {
    const first = 'The Parties shall allow relief to the camps.';
    const second = 'The Parties shall facilitate relief.';
    expect(changes([first, second, OTHER], [first, OTHER])).toEqual([]);
    expect(changes([first, `${second.slice(0, -1)} immediately.`, OTHER], [first, OTHER])).toEqual([
      'weakened clause "" → nothing',
    ]);
  });

  it('affiliated forces that the agreement as a whole bound are missed although the clause is on no topic', () => {
    const scope = 'This Agreement binds the Parties and their allied forces.';
    const [change] = compare(
      [scope, 'The Parties shall allow relief.'],
      ['This Agreement binds the Parties.', 'The Parties shall allow relief.'],
    ).changes;
    expect(change).toMatchObject({ kind: 'addressee', effect: 'weakened', topics: [] });
    expect(change?.old?.words.map(({ quote }) => quote)).toEqual(['and their allied forces']);
  });
});

describe('what takes nothing away is not reported', () => {
  const draft = [
    '1. The Parties shall refrain from attacks on civilians and shall allow relief to the camps.',
    '2. Each Party shall release the prisoners within ten days.',
    '3. The Parties shall refrain from:',
    '(a) rape;',
    '(b) attacks on the village.',
    `4. ${OTHER}`,
  ];
  it.each([
    ['other numbers', draft.map((line) => line.replace(/^(\d)\./, (_, number) => `${Number(number) + 3}.`))],
    ['another order', [draft[5], draft[1], draft[0], ...draft.slice(2, 5)]],
    [
      'a split',
      [
        '1. The Parties shall refrain from attacks on civilians.',
        '2. The Parties shall allow relief to the camps.',
        ...draft.slice(1),
      ],
    ],
    ['a merger', [`1. ${draft[0]?.slice(3)} ${draft[1]?.slice(3)}`, ...draft.slice(2)]],
    ['a misspelling', draft.map((line) => line.replace('prisoners', 'prisnoers').replace('civilians', 'civillians'))],
    ['a misspelt verb of a chapeau', draft.map((line) => line.replace('refrain from:', 'refrian from:'))],
    ['a synonym', draft.map((line) => line.replace('rape', 'sexual violence').replace('allow', 'facilitate'))],
    ['figures for words', draft.map((line) => line.replace('ten days', '10 (ten) days'))],
    ['white space', draft.map((line) => line.replaceAll(' and ', '  and '))],
  ])('%s', (_name, now) => {
    expect(changes(draft, now as string[])).toEqual([]);
  });
});

describe('a change says where it lies', () => {
  it('with citations, spans and lines of both drafts', () => {
    const old = ['Article 1', OTHER, 'Article 2', 'Each Party shall release the prisoners within ten days.'];
    const now = ['Article 2', 'Each Party shall release the prisoners within ninety days.'];
    const [change] = compare(old, now).changes;
    expect(change).toMatchObject({
      kind: 'deadline',
      severity: 'warning',
      topics: ['poc-detainees'],
      message: 'More time is given: "within ten days" became "within ninety days".',
    });
    for (const [side, lines] of [
      ['old', old],
      ['new', now],
    ] as const) {
      const text = lines.join('\n');
      const clause = change?.[side];
      expect(text.slice(...(clause?.span ?? [0, 0]))).toBe(clause?.quote);
      for (const { span, quote } of clause?.words ?? []) expect(text.slice(...span)).toBe(quote);
      expect(clause?.line).toBe(text.slice(0, clause?.span?.[0]).split('\n').length);
    }
  });

  it('a lost topic that bound is an error, one of the recitals is for information', () => {
    const recital = ['Recalling that rape is prohibited,', 'Agreed as follows:', OTHER];
    expect(compare(['Rape is prohibited.', OTHER], [OTHER]).changes.map(({ severity }) => severity)).toEqual(['error']);
    expect(compare(recital, recital.slice(1)).changes.map(({ severity }) => severity)).toEqual(['info']);
  });

  it('every topic has its state before and after', () => {
    const { topics } = compare(
      ['Rape is prohibited.', 'The Parties shall allow relief.'],
      ['The Parties should allow relief.', 'Prisoners: release all prisoners.'],
    );
    const outcomes = Object.fromEntries(topics.map(({ topic, outcome }) => [topic, outcome]));
    expect(outcomes).toMatchObject({
      'sgbv-prohibition': 'lost',
      'poc-humanitarian-access': 'weakened',
      'poc-detainees': 'gained',
      'poc-attack-prohibition': 'absent',
    });
  });
});

describe('any two drafts', () => {
  const clause = fc.constantFrom(
    'The Parties shall refrain from attacks on civilians.',
    'Each Party shall release the prisoners within ten days.',
    'Each Party shall release the prisoners within ninety days.',
    'The Parties should allow relief.',
    'The Parties and allied forces shall, where possible, allow relief.',
    '[Rape is prohibited.]',
    'Rape is prohibited.',
    'The Parties shall refrain from:',
    '(a) rape;',
    '(b) attacks on the village;',
    'Recalling that attacks on civilians were frequent,',
    'Agreed as follows:',
    'Annex A',
    OTHER,
  );
  const draft = fc.array(clause, { minLength: 1, maxLength: 12 });

  it('equal clauses of which one goes are the same whichever draft has more of them', () => {
    const clause = 'The Parties shall refrain from attacks on civilians.';
    const less = ['The Parties shall refrain from:', 'Annex A'];
    const places = (found: Comparison, side: 'old' | 'new') => found.changes.map((change) => change[side]?.quote);
    expect(places(compare([clause, clause], less), 'old')).toEqual(places(compare(less, [clause, clause]), 'new'));
    expect(places(compare([clause, clause], less), 'new')).toEqual(places(compare(less, [clause, clause]), 'old'));
  });

  it('a draft has lost nothing to itself', () => {
    fc.assert(
      fc.property(draft, (lines) => {
        expect(changes(lines, lines)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('exchanged, give gains for losses', () => {
    const key = ({ kind, topics, old, new: now }: Change, isTurned: boolean) =>
      [kind, topics.join(), ...(isTurned ? [now?.quote, old?.quote] : [old?.quote, now?.quote])].join('|');
    fc.assert(
      fc.property(draft, draft, (old, now) => {
        const isLoss = ({ effect }: Change) => effect === 'lost' || effect === 'weakened';
        const losses = compare(old, now)
          .changes.filter(isLoss)
          .map((change) => key(change, false));
        const gains = compare(now, old)
          .changes.filter((change) => !isLoss(change))
          .map((change) => key(change, true));
        expect(gains.sort()).toEqual(losses.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('give the same bytes again', () => {
    fc.assert(
      fc.property(draft, draft, (old, now) => {
        expect(JSON.stringify(compare(old, now))).toBe(JSON.stringify(compare(old, now)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('drafts that cannot be compared', () => {
  it('are named with the reason', () => {
    const unread = { report: { path: 'x.pdf', status: 'unreadable', reason: 'It is a picture.' } } as const;
    expect(() => compareReviews(unread, reviewOf(OTHER))).toThrow('x.pdf could not be judged: It is a picture.');
  });

  it('in two languages are refused', () => {
    const french = reviewOf(OTHER);
    const report = { ...french.report, language: 'fr' } as typeof french.report;
    expect(() => compareReviews({ ...french, report }, reviewOf(OTHER))).toThrow('different languages: fr and en');
  });
});
