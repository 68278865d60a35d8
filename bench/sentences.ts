// Sentences such as agreements are made of, written for this benchmark. Most have nothing to do with protection, as in
// most agreements. Braces name the lists below; numbers and places make nearly every sentence its own.

export type Roll = (sides: number) => number;

const WORDS: Readonly<Record<string, readonly string[]>> = {
  party: [
    'the Parties',
    'each Party',
    'the Government',
    'the Movement',
    'the Transitional Government',
    'the signatory groups',
    'both delegations',
    'the armed forces',
  ],
  binds: ['shall', 'shall', 'shall', 'will', 'undertake to', 'agree to', 'commit themselves to', 'should', 'may'],
  body: [
    'the Joint Commission',
    'the Ceasefire Committee',
    'the Follow-up Council',
    'the Technical Secretariat',
    'the Land Board',
    'the Electoral Commission',
    'the Council of Elders',
    'the Verification Team',
    'the Ministry of Finance',
    'the Reconstruction Fund',
  ],
  place: [
    'the Upper Sarel',
    'Marenga',
    'the Ostrava Plain',
    'Tolmin Province',
    'the Lower Dvina',
    'Kessandra',
    'the Eastern Marches',
    'Bel Anwar',
    'Port Orlan',
    'the Nambe Highlands',
    'Sector Nine',
    'the Isthmus',
    'Quiroga',
    'Hadley’s Crossing',
    'the two river districts',
  ],
  people: [
    'civilians',
    'the population',
    'displaced families',
    'women and girls',
    'children',
    'detainees',
    'survivors of sexual violence',
    'farmers and herders',
    'journalists',
    'persons with disabilities',
    'medical staff',
    'members of all communities',
  ],
  harm: [
    'attacks on villages and markets',
    'the recruitment of children',
    'rape and other forms of sexual violence',
    'the laying of mines',
    'looting',
    'abduction and arbitrary detention',
    'the forced displacement of families',
    'the occupation of schools and clinics',
    'the burning of crops',
    'obstruction of relief',
  ],
  act: [
    'submit a report on the works under way',
    'appoint three representatives of its own choice',
    'publish the accounts for the year',
    'transfer the archives to the provincial capital',
    'review the boundaries of the districts',
    'open the road for commercial traffic',
    'pay the salaries that are in arrears',
    'hold elections to the local councils',
    'register the vehicles kept in the cantonments',
    'name the members of the drafting committee',
    'settle the customs duties owed on timber',
    'restore the telephone exchange',
  ],
  subject: [
    'the reform of the public service',
    'the sharing of revenue from oil and gas',
    'the status of the capital',
    'the integration of combatants',
    'the federal constitution',
    'the census',
    'the use of the national languages',
    'grazing rights along the corridor',
    'the restructuring of the police',
    'the redeployment of heavy weapons',
    'the flag and the national anthem',
    'the electrification of rural areas',
  ],
  time: [
    'within {n} days of signature',
    'no later than {day} March {year}',
    'during the interim period',
    'every {n} weeks',
    'before the end of the dry season',
    'as from the date of entry into force',
    'in the {n}th month of the transition',
    'without delay',
  ],
  month: ['January', 'March', 'April', 'June', 'August', 'September', 'November'],
};

/** The openings of recitals, without "the". */
const RECITALS = [
  'Recalling the Declaration of {place} of {day} {month} {year},',
  'Mindful of the losses that the war has brought upon {place},',
  'Determined to settle {subject} by peaceful means,',
  'Deploring {harm} in {place} during the past {n} months,',
  'Convinced that {subject} is a matter for all citizens,',
  'Grateful to the neighbouring States for their good offices in {place},',
  'Reaffirming the unity, sovereignty and territorial integrity of the Republic,',
  'Aware of the hardship of {people} in {place},',
];

/** What binds: articles, paragraphs and items are filled from these. */
const PROVISIONS = [
  '{party} {binds} {act} {time}, as set out in paragraph {n} of Annex {n}.',
  '{party} {binds} {act} in {place} and notify {body} {time}.',
  '{body} shall consist of {n} members, of whom {n} shall be named by {party} and the remainder by the mediator.',
  '{body} shall meet in {place} {time} and take its decisions by a majority of {n} votes.',
  'A sum of {n},000 dinars shall be set aside for {subject} in {place} for the financial year {year}.',
  'Any dispute on {subject} shall be referred to {body}, which shall decide {time}.',
  'The provisions of Article {n} apply to {subject} in so far as {party} have not agreed otherwise.',
  '{party} {binds} consult on {subject} with a view to {act}, having regard to the customs of {place}.',
  'In {place}, {subject} shall be governed by the law of {year} until {body} has adopted new rules.',
  'The line runs from the bridge at kilometre {n} to the water tower of {place}, and thence north for {n} kilometres.',
  'Units of company strength shall assemble at point {n} near {place} with their crew-served weapons {time}.',
  'The term “{subject}” means the measures listed in Protocol {n} as signed in {place} on {day} {month} {year}.',
  '{body} {binds} examine the draft on {subject} and return it to {party} with its comments {time}.',
  'Seats shall be allotted in the proportion of {n} to {n}, and a vacancy shall be filled {time}.',
  '{party} {binds} exchange maps of {place} at a scale of 1:{n},000 and mark on them every position held on {day} {month}.',
  'Nothing in this Chapter affects {subject} as agreed in {place} on {day} {month} {year}.',
  'The State guarantees {n} per cent of the revenue of {place} to its communes, to be paid {time}.',
  '{body} shall keep a register of {subject}, open to inspection by {party} at its seat in {place}.',
  'The cost of {subject} shall be borne in equal parts by {party} and by the Trust Fund administered from {place}.',
  'Officers of the rank of major and above shall be confirmed in their posts by {body} {time}.',
];

/** Provisions that a protection review has something to say about. */
const PROTECTIONS = [
  '{party} {binds} refrain from {harm} in {place} and report any incident to {body} {time}.',
  '{harm} is prohibited in all areas under the control of {party}, including {place}.',
  '{party} {binds} allow relief convoys to reach {people} in {place} {time}, without payment or escort.',
  '{body} shall investigate {harm} and make its findings known to {party} {time}.',
  '{party} {binds} release all persons detained in {place} since {day} {month} {year}, beginning with the sick.',
  '{people} of {place} may return to their homes and land {time}, of their own free will and in safety.',
  'Those responsible for {harm} shall be brought before the courts of {place}; no amnesty covers such acts.',
  '{body} shall include persons trained to receive complaints from {people}, and {n} of its members shall be women.',
  '{party} {binds} clear the explosive remnants of war along the road to {place} {time}.',
  'Commanders shall issue written orders against {harm} and answer for their observance in {place}.',
];

/** One provision in this many is about protection: about the share of clauses with protection words in real texts. */
const PROTECTION_EVERY = 5;

function pick(list: readonly string[], roll: Roll): string {
  return list[roll(list.length)] as string;
}

function fill(template: string, roll: Roll): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'n') return String(2 + roll(97));
    if (slot === 'day') return String(1 + roll(28));
    if (slot === 'year') return String(1985 + roll(45));
    return fill(pick(WORDS[slot] as readonly string[], roll), roll);
  });
}

function capital(sentence: string): string {
  return `${sentence[0]?.toUpperCase()}${sentence.slice(1)}`;
}

export function recital(roll: Roll): string {
  return capital(fill(pick(RECITALS, roll), roll));
}

export function provision(roll: Roll): string {
  return capital(fill(pick(roll(PROTECTION_EVERY) === 0 ? PROTECTIONS : PROVISIONS, roll), roll));
}

export function matter(roll: Roll): string {
  return capital(fill('{subject} in {place}', roll));
}

export function place(roll: Roll): string {
  return fill('{place}', roll);
}
