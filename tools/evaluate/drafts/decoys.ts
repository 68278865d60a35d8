import type { Random } from './random.ts';
import type { Case, Subject } from './subject.ts';
import { oneLine } from './weakenings.ts';

/** A change of a draft that takes nothing away. */
export interface Decoy {
  readonly kind: string;
  /** One changed draft, another each time; undefined where the draft has nothing to change in this way. */
  change(subject: Subject, random: Random): { readonly text: string; readonly note: string } | undefined;
}

export function decoyCases(decoy: Decoy, subject: Subject, random: Random, most: number): Case[] {
  const cases = new Map<string, Case>();
  for (let attempt = 0; attempt < most * 3 && cases.size < most; attempt++) {
    const made = decoy.change(subject, random);
    if (!made || made.text === subject.text) continue;
    cases.set(made.text, { kind: decoy.kind, draft: subject.name, ...made, topics: [], accepted: [] });
  }
  return [...cases.values()];
}

const RENUMBER: Decoy = {
  kind: 'renumber',
  change: ({ text }, random) => {
    const by = random.pick([1, 2, 5]);
    const styles = random.pick(['digits', 'upper']);
    const moved = text
      .replace(/^(#* ?Article )(\d+)/gm, (_whole, word, number) => `${word}${Number(number) + by}`)
      .replace(/^(\d+)\.(\d+) /gm, (_whole, article, number) => `${Number(article) + by}.${number} `)
      .replace(/^\(([a-h])\) /gm, (whole, letter) =>
        styles === 'upper' ? `(${'abcdefgh'.indexOf(letter) + 1}) ` : whole,
      );
    return { text: moved, note: `articles moved by ${by}, items as ${styles}` };
  },
};

/** The articles of a draft with what stands before and after them. */
function articlesOf(text: string): { before: string; articles: string[]; after: string } | undefined {
  const starts = [...text.matchAll(/^#+ Article \d+.*$/gm)].map((match) => match.index);
  const end = text.search(/^(?:Done at|Agreed at|# Annex)/m);
  if (starts.length < 4) return undefined;
  const stop = end < 0 ? text.length : end;
  const articles = starts.map((start, at) => text.slice(start, starts[at + 1] ?? stop));
  return { before: text.slice(0, starts[0]), articles, after: text.slice(stop) };
}

const REORDER: Decoy = {
  kind: 'reorder',
  change: ({ text }, random) => {
    const parts = articlesOf(text);
    if (!parts) return undefined;
    const movable = parts.articles
      .map((_, at) => at)
      .filter((at) => !/^#+ (?:Part|Chapter)/m.test(parts.articles[at] as string));
    if (movable.length < 2) return undefined;
    const first = random.pick(movable);
    const second = random.pick(movable.filter((at) => at !== first));
    const articles = [...parts.articles];
    [articles[first], articles[second]] = [articles[second] as string, articles[first] as string];
    return {
      text: parts.before + articles.join('') + parts.after,
      note: `articles at ${first} and ${second} exchanged`,
    };
  },
};

const SPLIT: Decoy = {
  kind: 'split',
  change: ({ text }, random) => {
    const places = [
      ...text.matchAll(
        /^(\d+\.|\d+\.\d+) (The Parties|Each Party|The Signatories) (shall [^.\n]*?),? and shall ([^.\n]*)\.$/gm,
      ),
    ];
    if (places.length === 0) return undefined;
    const place = random.pick(places);
    const [whole, label, subject, first, second] = place;
    const parts = `${label} ${subject} ${first}.\n\n${label}bis. ${subject} shall ${second}.`.replace(
      /(\d)\.?bis\. /,
      '$1.9 ',
    );
    return {
      text: text.slice(0, place.index) + parts + text.slice(place.index + whole.length),
      note: `split: ${oneLine(whole)}`,
    };
  },
};

const MERGE: Decoy = {
  kind: 'merge',
  change: ({ text }, random) => {
    const paragraphs = [...text.matchAll(/^(\d+\.) ([^\n]+\.)\n(\d+\.) ([^\n]+\.)$/gm)];
    const lists = [...text.matchAll(/^([^\n]+):\n\n(?:\([a-z]\) [^\n]+[;.]\n)+/gm)];
    if (paragraphs.length > 0 && (lists.length === 0 || random.next() < 0.75)) {
      const place = random.pick(paragraphs);
      const [whole, label, first, , second] = place;
      return {
        text: `${text.slice(0, place.index)}${label} ${first} ${second}${text.slice(place.index + whole.length)}`,
        note: `merged: ${oneLine(whole)}`,
      };
    }
    if (lists.length === 0) return undefined;
    const place = random.pick(lists);
    const items = [...place[0].matchAll(/^\([a-z]\) ([^\n]+)[;.]$/gm)].map((item) => item[1] as string);
    const inline = `${place[1]}: ${items.join('; ')}.\n`;
    return {
      text: text.slice(0, place.index) + inline + text.slice(place.index + place[0].length),
      note: 'list run into one paragraph',
    };
  },
};

const NAMES: readonly (readonly [string, string])[] = [
  ["Sarel People's Front", 'Sarel Popular Movement'],
  ['Government of the Republic of Orvania', 'Government of Orvania'],
  ['Joint Monitoring Commission', 'Joint Observation Commission'],
  ['Transitional Council', 'National Transitional Authority'],
  ['Northern Reform Movement', 'Reform Movement of the North'],
  ['Temra Defence Council', 'Temra Council of Defence'],
  ['Ushal Mountain Command', 'Command of the Ushal Mountains'],
  ['The Signatories', 'The Parties'],
  ['the Parties', 'the Signatories'],
  ['District Administration', 'District Authorities'],
];

const RENAME: Decoy = {
  kind: 'rename',
  change: ({ text }, random) => {
    const known = NAMES.filter(([name]) => text.includes(name));
    if (known.length === 0) return undefined;
    const [from, to] = random.pick(known);
    let renamed = text.replaceAll(from, to);
    if (/Signatories|Parties/.test(to)) {
      const [old, now] = to.includes('Signatories') ? ['Part', 'Signator'] : ['Signator', 'Part'];
      renamed = renamed.replace(new RegExp(`\\b${old}(ies|y)\\b`, 'g'), `${now}$1`);
    }
    return { text: renamed, note: `${from} → ${to}` };
  },
};

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/\binhabitants\b/, 'residents'],
  [/\bunhindered\b/, 'unimpeded'],
  [/\bhumanitarian organisations\b/, 'humanitarian agencies'],
  [/\brelief agencies\b/, 'aid agencies'],
  [/\blooting\b/, 'pillage'],
  [/\bpillage\b/, 'looting'],
  [/\bschooling\b/, 'education'],
  [/\bvillages\b/, 'settlements'],
  [/\bdetainees\b/, 'prisoners'],
  [/\bhostage-taking\b/, 'the taking of hostages'],
  [/\bdestroy\b/, 'demolish'],
  [/\bElderly persons\b/, 'Older persons'],
  [/\bundertake to\b/, 'commit to'],
  [/\bshall\b/, 'must'],
  [/\bwithout delay\b/, 'immediately'],
  [/\bremove all checkpoints\b/, 'dismantle all checkpoints'],
  [/\bpersonnel\b/, 'staff'],
  [/\bestablished\b/, 'set up'],
  [/\bwithin seven days\b/, 'not later than seven days'],
  [/\bwithin thirty days\b/, 'within 30 (thirty) days'],
  [/\bwithin ten days\b/, 'within 10 days'],
  [/\bwithin two weeks\b/, 'within fourteen days'],
  [/\bretaliation\b/, 'reprisals'],
];

const SYNONYM: Decoy = {
  kind: 'synonym',
  change: ({ text }, random) => {
    const known = SYNONYMS.filter(([pattern]) => pattern.test(text));
    if (known.length === 0) return undefined;
    const [pattern, other] = random.pick(known);
    return { text: text.replace(new RegExp(pattern, 'g'), other), note: `${pattern.source} → ${other}` };
  },
};

const TYPO: Decoy = {
  kind: 'typo',
  change: ({ text, sites }, random) => {
    if (sites.length === 0) return undefined;
    const site = random.pick(sites);
    const words = [...site.words.matchAll(/\p{L}{6,}/gu)];
    if (words.length === 0) return undefined;
    const place = random.pick(words);
    const word = place[0];
    const at = 1 + Math.floor(random.next() * (word.length - 2));
    const slipped = random.pick([
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word[at] + word.slice(at),
      word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    ]);
    const start = site.span[0] + place.index;
    return { text: text.slice(0, start) + slipped + text.slice(start + word.length), note: `${word} → ${slipped}` };
  },
};

const RECITALS: readonly (readonly [string, string])[] = [
  [
    'Recalling the suffering that four years of fighting have brought upon the inhabitants of the valley,',
    'Remembering how the people of the valley have been made to suffer by a war of four years,',
  ],
  [
    'Deploring the killing of civilians and the burning of villages during the last dry season,',
    'Regretting that in the past dry season civilians lost their lives and villages were set on fire,',
  ],
  [
    'Convinced that a lasting peace begins with the safety of those who take no part in the fighting,',
    'Firmly believing that no peace endures unless those who do not fight are safe,',
  ],
  [
    'Mindful of the families who lost their harvest, their animals and their homes,',
    'Having in mind the households that were left without crops, herds and shelter,',
  ],
  [
    'Reaffirming that girls and boys must never carry the burden of a war that others have chosen,',
    'Stating once more that children should not bear the weight of a war decided by others,',
  ],
  [
    'Gravely concerned at the number of civilians killed, wounded and displaced since the beginning of the conflict,',
    'Alarmed at how many civilians have died, been injured or had to flee since the conflict broke out,',
  ],
  [
    'Acknowledging the part that women and young people have played in keeping their communities alive,',
    'Recognising what women and youth have done so that their communities survive,',
  ],
];

const RETRANSLATED: Decoy = {
  kind: 'retranslated recital',
  change: ({ text }, random) => {
    const known = RECITALS.filter(([recital]) => text.includes(recital));
    if (known.length === 0) return undefined;
    const [recital, other] = random.pick(known);
    return { text: text.replace(recital, other), note: oneLine(other) };
  },
};

const REFLOW: Decoy = {
  kind: 'reflowed lines',
  change: ({ text }, random) => {
    const width = 48 + Math.floor(random.next() * 40);
    const lines = text.split('\n').map((line) => {
      if (line.startsWith('#') || line.length <= width) return line;
      return line.replace(new RegExp(`(.{20,${width}}) (?=\\S)`, 'g'), '$1\n');
    });
    // A figure at the start of a line would become a list item in Markdown.
    const reflowed = lines
      .join('\n')
      .replace(/\n(?=\d+[.)](?:\s|$))/g, (whole, at: number, all: string) =>
        all[at - 1] === '\n' || /[.:;]$/.test(all.slice(0, at)) ? whole : ' ',
      );
    return { text: reflowed, note: `lines of ${width}` };
  },
};

export const DECOYS: readonly Decoy[] = [RENUMBER, REORDER, SPLIT, MERGE, RENAME, SYNONYM, TYPO, RETRANSLATED, REFLOW];
