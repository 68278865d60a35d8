import type { Random } from './random.ts';
import { type Case, type Subject, type SubjectSite, withoutClauses, withWords } from './subject.ts';

/** A kind of weakening: all the ways to do it to a draft. */
export interface Weakening {
  readonly kind: string;
  cases(subject: Subject, random: Random): Case[];
}

/** Weakens by changing words of one clause in one of several ways. Ways that leave the words alone do not apply. */
function rewording(
  kind: string,
  accepted: readonly string[],
  ways: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[],
  applies: (site: SubjectSite) => boolean = () => true,
): Weakening {
  return {
    kind,
    cases: (subject) =>
      subject.sites.filter(applies).flatMap((site) =>
        ways.flatMap(([pattern, replacement]) => {
          const words = site.words.replace(pattern, replacement as string);
          if (words === site.words) return [];
          return [
            {
              kind,
              draft: subject.name,
              text: withWords(subject, site, words),
              note: `${oneLine(site.words)} → ${oneLine(words)}`,
              topics: site.topics,
              accepted,
            },
          ];
        }),
      ),
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const NUMBER = '(?:[a-z]+(?:-[a-z]+)?(?: hundred and [a-z]+)?|one hundred and [a-z]+|\\d+)(?: \\(\\d+\\))?';
const PARTIES = '(?:The Parties|Each Party|The Signatories|Each Signatory|The Government and the [A-Z]\\w+)';

const VERB = rewording(
  'verb',
  ['verb', 'topic'],
  [
    [/\bshall\b(?! not)(?! be (?:prohibited|used))/, 'should'],
    [/\bshall\b(?! not)(?! be)(?! monitor)/, 'may'],
    [/\bshall\b(?! not)(?! be)/, 'shall endeavour to'],
    [/\bshall not\b/, 'should not'],
    [/\b(?:are|is) prohibited\b/, 'should be avoided'],
    [/\bundertake to\b/, 'aim to'],
    [new RegExp(`^(${PARTIES}) shall (?!not|be)`), '$1 are encouraged to '],
  ],
  (site) =>
    site.words.match(/\b(?:shall|undertake)\b/g)?.length === 1 || site.isChapeau || /prohibited/.test(site.words),
);

const BEARER = rewording(
  'bearer',
  ['bearer', 'addressee', 'verb', 'topic'],
  [
    [new RegExp(`^${PARTIES} shall (?!not|be|have)([a-z]+)`), 'Steps shall be taken to $1'],
    [new RegExp(`^${PARTIES} undertake to ([a-z]+)`), 'It is necessary to $1'],
  ],
);

const TIME = rewording(
  'time',
  ['time'],
  [
    [
      new RegExp(
        `,? ?within ${NUMBER} (?:hours|days|weeks|months|years)(?: (?:of|after) (?:the )?(?:signing|signature|entry into force|their request)(?: of this Agreement)?)?`,
      ),
      '',
    ],
    [
      / (?:immediately upon signature|immediately|at all times|in all circumstances|without delay and|by \d+ [A-Z][a-z]+ \d{4}|every (?:month|day|two weeks|three months|six months))/,
      '',
    ],
  ],
);

const LONGER: Readonly<Record<string, string>> = {
  five: 'sixty',
  seven: 'seventy',
  ten: 'ninety',
  fourteen: 'forty-five',
  'twenty-one': 'ninety',
  thirty: 'one hundred and twenty',
  'forty-five (45)': 'ninety (90)',
  'forty-eight': 'ninety-six',
  'seventy-two': 'one hundred and twenty',
  'seventy-two (72)': 'one hundred and twenty (120)',
  'twenty-four': 'seventy-two',
  sixty: 'ninety',
  'sixty (60)': 'one hundred and eighty (180)',
  ninety: 'one hundred and eighty',
  six: 'eighteen',
  two: 'six',
  twelve: 'thirty',
};

const DEADLINE = rewording(
  'deadline',
  ['deadline', 'time'],
  [
    [
      new RegExp(`within (${NUMBER}) (hours|days|weeks|months|years)`),
      (whole, number, unit) => {
        const longer = LONGER[number ?? ''];
        return longer ? `within ${longer} ${unit}` : (whole ?? '');
      },
    ],
    [/\bby (\d+) ([A-Z][a-z]+) (\d{4})/, (_whole, day, month, year) => `by ${day} ${month} ${Number(year) + 1}`],
    [/\b(?:immediately upon signature|without delay|immediate)\b/, 'as soon as possible'],
    [/\bevery (?:month|two weeks)\b/, 'every six months'],
    [/\bevery (?:three|six) months\b/, 'every two years'],
    [/within (twenty-four hours|five days|ten days|fourteen days)/, 'in due course'],
  ],
);

const MECHANISM = rewording(
  'mechanism',
  ['mechanism', 'time', 'topic', 'item'],
  [
    [
      /,? (?:to|under the supervision of|with the support of) the [A-Z]\w+(?: [A-Z]\w+)*(?: Commission| Centre| Board| Committee)/,
      '',
    ],
    [/,? and shall hand them over to UNICEF/, ''],
    [/ ?and shall allow the International Committee of the Red Cross to visit them every month/, ''],
    [/ and shall report to the Signatories every month/, ''],
  ],
);

const CONSEQUENCE = rewording(
  'consequence',
  ['consequence', 'clause', 'topic', 'item'],
  [
    [/, shall prosecute those responsible and shall suspend them from their functions/, ''],
    [/, remove those responsible from command and hand them over to the district court/, ''],
    [/punish pillage and return stolen property to its owners/, 'return stolen property to its owners'],
  ],
);

const QUALIFIER = rewording(
  'qualifier',
  ['qualifier'],
  [
    [/\bshall (?!not)/, 'shall, where possible, '],
    [/([.;:])$/, ', as appropriate$1'],
    [new RegExp(`^(${PARTIES}) shall`), 'As far as practicable, $1 shall'],
    [/\bshall (?!not)/, 'shall, to the extent feasible, '],
    [/([.;])$/, ' if conditions permit$1'],
  ],
);

const CONDITION = rewording(
  'condition',
  ['condition', 'qualifier'],
  [
    [/([.;])$/, ', provided that the other Party does the same$1'],
    [/([.;])$/, ', as long as the other side complies$1'],
    [/([.;])$/, ', except during security operations$1'],
  ],
  (site) => /^(?:The|Each) (?:Part|Signator)/.test(site.words),
);

const ADDRESSEE: Weakening = {
  kind: 'addressee',
  cases: (subject) => {
    const party =
      /The (?:Sarel People's Front|Transitional Council of Maruvia|Temra Defence Council|[A-Z]\w+ (?:Movement|Front|Army|Council|Government))/.exec(
        subject.text.replace(/\bthe (?=[A-Z])/g, 'The '),
      )?.[0];
    return rewording(
      'addressee',
      ['addressee'],
      [
        [
          / and all (?:forces, allied or affiliated groups under its command, control or influence|armed groups allied with them)/,
          '',
        ],
        ...(party ? ([[new RegExp(`^${PARTIES} (?=shall|undertake)`), `${party} `]] as const) : []),
      ],
    ).cases(subject, undefined as never);
  },
};

const BRACKETS = rewording(
  'brackets',
  ['brackets'],
  [
    [/^([\s\S]+?)\.?$/, '[$1.]'],
    [/\bshall (?!not)/, '[shall/should] '],
    [/\bshall (?!not)/, '[shall][may] '],
    [new RegExp(`(within ${NUMBER} (?:hours|days|weeks|months))`), '[$1]'],
  ],
  (site) => !site.isChapeau && !site.words.startsWith('['),
);

const ITEM: Weakening = {
  kind: 'item',
  cases: (subject) => [
    ...subject.sites
      .filter(
        (site) =>
          site.clause.kind === 'item' &&
          !site.isChapeau &&
          /^\([a-z]\)|^\d+\./.test(subject.text.slice(site.clause.span[0], site.clause.span[1])) &&
          site.clause.chapeau?.reading.ending === 'colon',
      )
      .map((site) => ({
        kind: 'item',
        draft: subject.name,
        text: withoutClauses(subject, [site.clause]),
        note: `without the item: ${oneLine(site.words)}`,
        topics: site.topics,
        accepted: ['item', 'topic'],
      })),
    ...rewording(
      'item',
      ['item', 'topic', 'clause'],
      [
        [/(\p{L}+ ?\p{L}*), (\p{L}+ ?\p{L}*) and /u, '$1 and '],
        [/(?<=, )(?!their|those)(\p{L}{5,}),? (?=\p{L}+ (?:and|or) )/u, ''],
        [
          /,? (?:and|or) (?:vehicles|bodies|granaries|burial grounds|livestock|boys|arms depots|rehabilitation|power lines|witnesses|ambulances|nurses|electricity lines)/,
          '',
        ],
        [/(?:mosques|hospitals|crops|wells|health posts|journalists|water installations|women), /i, ''],
      ],
    ).cases(subject, undefined as never),
  ],
};

/** Everything on one topic is taken out. */
const TOPIC: Weakening = {
  kind: 'topic',
  cases: (subject) => {
    const { evidence, topics } = subject.details;
    return topics.flatMap((topic, at) => {
      const pieces = evidence[at] ?? [];
      const clauses = [...new Set(pieces.map((piece) => piece.clause))];
      const binds = pieces.some((piece) => piece.level === 'operative' && piece.clause.location === 'operative');
      const isWhole = clauses.every(
        (clause) => !subject.details.agreement.clauses.some((other) => other.chapeau === clause),
      );
      if (!binds || clauses.length > 3 || !isWhole) return [];
      return [
        {
          kind: 'topic',
          draft: subject.name,
          text: withoutClauses(subject, clauses),
          note: `without ${topic.id}`,
          topics: [topic.id],
          touched: topics
            .filter((_, other) => evidence[other]?.some((piece) => clauses.includes(piece.clause)))
            .map((other) => other.id),
          accepted: ['topic'],
        },
      ];
    });
  },
};

const RECITAL = /^(?:The Parties|Each Party|The Signatories) shall (not )?/;

const PLACE: Weakening = {
  kind: 'place',
  cases: (subject) => {
    const enacting = subject.text.search(/^.*[Hh]ave agreed as follows/m);
    return subject.sites
      .filter((site) => RECITAL.test(site.words) && !site.isChapeau)
      .flatMap((site) => {
        const cut = withoutClauses(subject, [site.clause]);
        const made = (text: string, note: string): Case => ({
          kind: 'place',
          draft: subject.name,
          text,
          note: `${note}: ${oneLine(site.words)}`,
          topics: site.topics,
          accepted: ['place', 'verb', 'topic'],
        });
        const recital = site.words
          .replace(RECITAL, (_whole, not) => `Affirming that the parties should ${not ?? ''}`)
          .replace(/\.\s[\s\S]*$|\.$/, ',');
        const annexed = /^# Annex/m.test(cut)
          ? `${cut.trimEnd()}\n3. ${site.words.trim()}\n`
          : `${cut.trimEnd()}\n\n${subject.name.endsWith('.md') ? '# Annex A' : 'ANNEX A'}\n\nFurther arrangements\n\n1. ${site.words.trim()}\n`;
        return [
          ...(enacting > 0
            ? [made(`${cut.slice(0, enacting)}${recital}\n\n${cut.slice(enacting)}`, 'moved to the preamble')]
            : []),
          made(annexed, 'moved to an annex'),
        ];
      });
  },
};

export const WEAKENINGS: readonly Weakening[] = [
  TOPIC,
  VERB,
  BEARER,
  TIME,
  DEADLINE,
  MECHANISM,
  CONSEQUENCE,
  QUALIFIER,
  CONDITION,
  ADDRESSEE,
  PLACE,
  BRACKETS,
  ITEM,
];
