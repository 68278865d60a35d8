import type { Family, Level, Standing } from '@poclint/core';

/** What the server says of its own accord, in one language of its users. Findings are worded by the core. */
export interface Words {
  insert(title: string, place: string): string;
  replace(old: string, now: string): string;
  accept(title: string): string;
  explain(title: string): string;
  lens(covered: number, expected: number, bracketed: number): string;
  article(topics: readonly string[]): string;
  readonly covers: string;
  readonly coversNothing: string;
  readonly filled: string;
  readonly open: string;
  readonly authority: string;
  readonly preview: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly families: Readonly<Record<Family, string>>;
  readonly slots: Readonly<Record<string, string>>;
  readonly status: Readonly<Record<'agreed' | 'bracketed' | 'inserted', string>>;
}

const ENGLISH: Words = {
  insert: (title, place) =>
    place ? `Insert a model clause after ${place}: ${title}` : `Insert a model clause: ${title}`,
  replace: (old, now) => `Replace “${old}” by “${now}”`,
  accept: (title) => `Accept with a reason: ${title}`,
  explain: (title) => `Explain: ${title}`,
  lens: (covered, expected, bracketed) =>
    `covers ${covered} of ${expected} expected topics${bracketed > 0 ? `; ${bracketed} only in brackets` : ''}`,
  article: (topics) => `covers ${topics.join(', ')}`,
  covers: 'This clause covers',
  coversNothing: 'No protection topic is covered by this clause.',
  filled: 'says',
  open: 'does not say',
  authority: 'Authority',
  preview: 'A model clause from the rule. Read it before you take it over.',
  levels: { operative: 'operative', hortatory: 'soft', mention: 'mentioned', absent: 'not found' },
  standings: {
    agreed: 'Agreed',
    soft: 'Soft',
    brackets: 'Only in brackets',
    preamble: 'Preamble only',
    missing: 'Not found',
  },
  families: {
    poc: 'Protection of civilians',
    groups: 'Protection of groups',
    sgbv: 'Sexual and gender-based violence',
  },
  slots: {
    bearer: 'who is bound',
    obligation: 'the obligation',
    protected: 'who is protected',
    act: 'the act',
    mechanism: 'who watches',
    time: 'by when',
    consequence: 'what follows a breach',
  },
  status: { agreed: 'agreed', bracketed: 'in brackets', inserted: 'a tracked insertion' },
};

const FRENCH: Words = {
  insert: (title, place) =>
    place ? `Insérer une clause type après ${place} : ${title}` : `Insérer une clause type : ${title}`,
  replace: (old, now) => `Remplacer « ${old} » par « ${now} »`,
  accept: (title) => `Accepter en donnant le motif : ${title}`,
  explain: (title) => `Expliquer : ${title}`,
  lens: (covered, expected, bracketed) =>
    `couvre ${covered} des ${expected} sujets attendus${bracketed > 0 ? ` ; ${bracketed} seulement entre crochets` : ''}`,
  article: (topics) => `couvre ${topics.join(', ')}`,
  covers: 'Cette clause couvre',
  coversNothing: 'Cette clause ne couvre aucun sujet de protection.',
  filled: 'dit',
  open: 'ne dit pas',
  authority: 'Source',
  preview: 'Clause type tirée de la règle. Lisez-la avant de la reprendre.',
  levels: { operative: 'contraignant', hortatory: 'souple', mention: 'mentionné', absent: 'non trouvé' },
  standings: {
    agreed: 'Convenu',
    soft: 'Souple',
    brackets: 'Entre crochets seulement',
    preamble: 'Préambule seulement',
    missing: 'Non trouvé',
  },
  families: {
    poc: 'Protection des civils',
    groups: 'Protection de groupes',
    sgbv: 'Violences sexuelles et fondées sur le genre',
  },
  slots: {
    bearer: 'qui est lié',
    obligation: "l'obligation",
    protected: 'qui est protégé',
    act: "l'acte",
    mechanism: 'qui surveille',
    time: 'le délai',
    consequence: 'ce qui suit une violation',
  },
  status: { agreed: 'convenu', bracketed: 'entre crochets', inserted: 'insertion suivie' },
};

const SPANISH: Words = {
  insert: (title, place) =>
    place ? `Insertar una cláusula modelo después de ${place}: ${title}` : `Insertar una cláusula modelo: ${title}`,
  replace: (old, now) => `Sustituir «${old}» por «${now}»`,
  accept: (title) => `Aceptar con un motivo: ${title}`,
  explain: (title) => `Explicar: ${title}`,
  lens: (covered, expected, bracketed) =>
    `cubre ${covered} de ${expected} temas esperados${bracketed > 0 ? `; ${bracketed} solo entre corchetes` : ''}`,
  article: (topics) => `cubre ${topics.join(', ')}`,
  covers: 'Esta cláusula cubre',
  coversNothing: 'Esta cláusula no cubre ningún tema de protección.',
  filled: 'dice',
  open: 'no dice',
  authority: 'Fuente',
  preview: 'Cláusula modelo de la regla. Léala antes de adoptarla.',
  levels: { operative: 'vinculante', hortatory: 'blando', mention: 'mencionado', absent: 'no encontrado' },
  standings: {
    agreed: 'Acordado',
    soft: 'Blando',
    brackets: 'Solo entre corchetes',
    preamble: 'Solo en el preámbulo',
    missing: 'No encontrado',
  },
  families: { poc: 'Protección de civiles', groups: 'Protección de grupos', sgbv: 'Violencia sexual y de género' },
  slots: {
    bearer: 'quién está obligado',
    obligation: 'la obligación',
    protected: 'quién está protegido',
    act: 'el acto',
    mechanism: 'quién vigila',
    time: 'el plazo',
    consequence: 'qué sigue al incumplimiento',
  },
  status: { agreed: 'acordado', bracketed: 'entre corchetes', inserted: 'inserción registrada' },
};

const ARABIC: Words = {
  insert: (title, place) => (place ? `إدراج بند نموذجي بعد ${place}: ${title}` : `إدراج بند نموذجي: ${title}`),
  replace: (old, now) => `استبدال «${old}» بـ «${now}»`,
  accept: (title) => `قبول مع ذكر السبب: ${title}`,
  explain: (title) => `شرح: ${title}`,
  lens: (covered, expected, bracketed) =>
    `يغطي ${covered} من ${expected} موضوعاً متوقعاً${bracketed > 0 ? `؛ ${bracketed} بين قوسين معقوفين فقط` : ''}`,
  article: (topics) => `يغطي ${topics.join('، ')}`,
  covers: 'يغطي هذا البند',
  coversNothing: 'لا يغطي هذا البند أي موضوع من مواضيع الحماية.',
  filled: 'يذكر',
  open: 'لا يذكر',
  authority: 'المرجع',
  preview: 'بند نموذجي من القاعدة. اقرأه قبل اعتماده.',
  levels: { operative: 'ملزم', hortatory: 'غير ملزم', mention: 'مذكور', absent: 'غير موجود' },
  standings: {
    agreed: 'متفق عليه',
    soft: 'غير ملزم',
    brackets: 'بين قوسين معقوفين فقط',
    preamble: 'في الديباجة فقط',
    missing: 'غير موجود',
  },
  families: { poc: 'حماية المدنيين', groups: 'حماية الفئات', sgbv: 'العنف الجنسي والقائم على النوع الاجتماعي' },
  slots: {
    bearer: 'من الملتزم',
    obligation: 'الالتزام',
    protected: 'من المحمي',
    act: 'الفعل',
    mechanism: 'من يراقب',
    time: 'الأجل',
    consequence: 'ما يترتب على الانتهاك',
  },
  status: { agreed: 'متفق عليه', bracketed: 'بين قوسين معقوفين', inserted: 'إدراج متتبع' },
};

const BY_LANGUAGE: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH, es: SPANISH, ar: ARABIC };

/** The words for a locale such as `fr-CA`; English for those that nobody has written. */
export function wordsFor(locale: string | undefined): Words {
  return BY_LANGUAGE[locale?.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? ENGLISH;
}
