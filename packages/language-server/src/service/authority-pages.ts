/** A mention of a law or guidance, and its public page. */
export interface AuthorityPage {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

const IHL = 'https://ihl-databases.icrc.org/en/ihl-treaties/';
const OHCHR = 'https://www.ohchr.org/en/instruments-mechanisms/instruments/';

/** By the words that name an instrument, in the languages of drafts. Longer names first where one contains the other. */
const INSTRUMENTS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:Additional Protocol II|Protocole additionnel II|Protocolo Adicional II|البروتوكول الإضافي الثاني)(?!\p{L})/giu,
    `${IHL}apii-1977`,
  ],
  [
    /(?:Additional Protocol I|Protocole additionnel I|Protocolo Adicional I|البروتوكول الإضافي الأول)(?!\p{L})/giu,
    `${IHL}api-1977`,
  ],
  [
    /Fourth Geneva Convention|Geneva Convention IV|IVe Convention de Genève|IV Convenio de Ginebra/giu,
    `${IHL}gciv-1949`,
  ],
  [
    /Third Geneva Convention|Geneva Convention III|IIIe Convention de Genève|III Convenio de Ginebra/giu,
    `${IHL}gciii-1949`,
  ],
  [
    /Convention on the Rights of the Child|Convention relative aux droits de l['’]enfant|Convención sobre los Derechos del Niño|اتفاقية حقوق الطفل/giu,
    `${OHCHR}convention-rights-child`,
  ],
  [
    /Convention on the Elimination of All Forms of Discrimination against Women|CEDAW/giu,
    `${OHCHR}convention-elimination-all-forms-discrimination-against-women`,
  ],
  [/Convention on the Rights of Persons with Disabilities/giu, `${OHCHR}convention-rights-persons-disabilities`],
  [
    /Rome Statute|Statut de Rome|Estatuto de Roma|نظام روما الأساسي/giu,
    `${OHCHR}rome-statute-international-criminal-court`,
  ],
];

const RESOLUTION =
  /(?:Security Council\s+)?(?:resolutions?|résolutions?|resoluci(?:ón|ones)|القرار)\s+(\d{3,4})\s*\((\d{4})\)/giu;
const CUSTOMARY = /(?:ICRC[^.;]{0,60}?\b|customary[^.;]{0,60}?\b)Rules?\s+(\d{1,3})/giu;

/** Mentions of laws and guidance that have a public page, in the order of the text. None overlap. */
export function pagesOf(text: string): AuthorityPage[] {
  const found: AuthorityPage[] = [];
  const add = (match: RegExpExecArray, url: string) =>
    found.push({ start: match.index, end: match.index + match[0].length, url });
  // Resolutions of the Security Council have four-digit numbers since 1999 at the latest; smaller ones are ambiguous.
  for (const match of text.matchAll(RESOLUTION)) add(match, `https://docs.un.org/S/RES/${match[1]}(${match[2]})`);
  for (const match of text.matchAll(CUSTOMARY))
    add(match, `https://ihl-databases.icrc.org/en/customary-ihl/v1/rule${match[1]}`);
  for (const [words, url] of INSTRUMENTS) for (const match of text.matchAll(words)) add(match, url);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return found.filter(({ start, end }) => {
    if (start < reach) return false;
    reach = end;
    return true;
  });
}
