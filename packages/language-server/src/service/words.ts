import type { Family, Level, Standing } from '@poclint/core';
import { type Locale, localeOf } from '@poclint/messages';

/** What the server says of its own accord, in one language of its users. Findings are worded by the core. */
export interface Words {
  /** The language of these words, in which findings and titles of rules are worded too. */
  readonly locale: Locale;
  insert(title: string, place: string): string;
  replace(old: string, now: string): string;
  /** Takes over the words of another agreement. */
  insertAsWorded(title: string, agreement: string): string;
  asWorded(agreement: string): string;
  accept(title: string): string;
  explain(title: string): string;
  lens(covered: number, expected: number, bracketed: number): string;
  article(topics: readonly string[]): string;
  /** Why a text of so many characters is not reviewed. */
  tooLong(length: number, limit: number): string;
  readonly switchedOff: string;
  /** Why two drafts cannot be compared, or two language versions held side by side. */
  otherLanguages(languages: readonly string[]): string;
  sameLanguage(language: string): string;
  readonly oneVersion: string;
  severalVersions(languages: readonly string[]): string;
  notVersions(percent: number): string;
  readonly noAgreement: string;
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
  locale: 'en',
  insert: (title, place) =>
    place ? `Insert a model clause after ${place}: ${title}` : `Insert a model clause: ${title}`,
  replace: (old, now) => `Replace “${old}” by “${now}”`,
  insertAsWorded: (title, agreement) => `Insert as worded in ${agreement}: ${title}`,
  asWorded: (agreement) => `As worded in ${agreement}`,
  accept: (title) => `Accept with a reason: ${title}`,
  explain: (title) => `Explain: ${title}`,
  lens: (covered, expected, bracketed) =>
    `covers ${covered} of ${expected} expected topics${bracketed > 0 ? `; ${bracketed} only in brackets` : ''}`,
  article: (topics) => `covers ${topics.join(', ')}`,
  tooLong: (length, limit) =>
    `The draft has ${length} characters, more than the limit of ${limit}: nothing of it was reviewed. Raise poclint.maxCharacters, or split the draft.`,
  switchedOff: 'Reviews are switched off.',
  otherLanguages: (languages) => `The drafts are in different languages: ${languages.join(', ')}.`,
  sameLanguage: (language) =>
    `Both are in the same language: ${language}. Compare them as an earlier and a later version.`,
  oneVersion: 'The file seems to hold one language version only. Choose the second file too.',
  severalVersions: (languages) =>
    `The file holds versions in ${languages.join(', ')}; two can be compared at a time. Save each in a file of its own.`,
  notVersions: (percent) =>
    `The two do not look like versions of one agreement: ${percent} % of the clauses have a counterpart.`,
  noAgreement: 'The text does not look like an agreement.',
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
  locale: 'fr',
  insert: (title, place) =>
    place ? `Insérer une clause type après ${place} : ${title}` : `Insérer une clause type : ${title}`,
  replace: (old, now) => `Remplacer « ${old} » par « ${now} »`,
  insertAsWorded: (title, agreement) => `Insérer dans les termes de ${agreement} : ${title}`,
  asWorded: (agreement) => `Dans les termes de ${agreement}`,
  accept: (title) => `Accepter en donnant le motif : ${title}`,
  explain: (title) => `Expliquer : ${title}`,
  lens: (covered, expected, bracketed) =>
    `couvre ${covered} des ${expected} sujets attendus${bracketed > 0 ? ` ; ${bracketed} seulement entre crochets` : ''}`,
  article: (topics) => `couvre ${topics.join(', ')}`,
  tooLong: (length, limit) =>
    `Le projet compte ${length} caractères, plus que la limite de ${limit} : rien n'en a été examiné. Augmentez poclint.maxCharacters ou divisez le projet.`,
  switchedOff: "L'examen est désactivé.",
  otherLanguages: (languages) => `Les projets sont dans des langues différentes : ${languages.join(', ')}.`,
  sameLanguage: (language) =>
    `Les deux sont dans la même langue : ${language}. Comparez-les comme une version antérieure et une version ultérieure.`,
  oneVersion: "Le fichier ne semble contenir qu'une version linguistique. Choisissez aussi le second fichier.",
  severalVersions: (languages) =>
    `Le fichier contient des versions en ${languages.join(', ')} ; deux seulement se comparent à la fois. Enregistrez chacune dans un fichier à part.`,
  notVersions: (percent) =>
    `Les deux textes ne ressemblent pas à des versions d'un même accord : ${percent} % des clauses ont un équivalent.`,
  noAgreement: 'Le texte ne ressemble pas à un accord.',
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
  locale: 'es',
  insert: (title, place) =>
    place ? `Insertar una cláusula modelo después de ${place}: ${title}` : `Insertar una cláusula modelo: ${title}`,
  replace: (old, now) => `Sustituir «${old}» por «${now}»`,
  insertAsWorded: (title, agreement) => `Insertar con la redacción de ${agreement}: ${title}`,
  asWorded: (agreement) => `Con la redacción de ${agreement}`,
  accept: (title) => `Aceptar con un motivo: ${title}`,
  explain: (title) => `Explicar: ${title}`,
  lens: (covered, expected, bracketed) =>
    `cubre ${covered} de ${expected} temas esperados${bracketed > 0 ? `; ${bracketed} solo entre corchetes` : ''}`,
  article: (topics) => `cubre ${topics.join(', ')}`,
  tooLong: (length, limit) =>
    `El borrador tiene ${length} caracteres, más que el límite de ${limit}: no se revisó nada de él. Aumente poclint.maxCharacters o divida el borrador.`,
  switchedOff: 'La revisión está desactivada.',
  otherLanguages: (languages) => `Los borradores están en lenguas distintas: ${languages.join(', ')}.`,
  sameLanguage: (language) =>
    `Ambos están en la misma lengua: ${language}. Compárelos como versión anterior y posterior.`,
  oneVersion: 'El archivo parece contener una sola versión lingüística. Elija también el segundo archivo.',
  severalVersions: (languages) =>
    `El archivo contiene versiones en ${languages.join(', ')}; se comparan dos a la vez. Guarde cada una en un archivo propio.`,
  notVersions: (percent) =>
    `Los dos textos no parecen versiones de un mismo acuerdo: el ${percent} % de las cláusulas tiene equivalente.`,
  noAgreement: 'El texto no parece un acuerdo.',
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
  locale: 'ar',
  insert: (title, place) => (place ? `إدراج بند نموذجي بعد ${place}: ${title}` : `إدراج بند نموذجي: ${title}`),
  replace: (old, now) => `استبدال «${old}» بـ «${now}»`,
  insertAsWorded: (title, agreement) => `إدراج بصياغة ${agreement}: ${title}`,
  asWorded: (agreement) => `بصياغة ${agreement}`,
  accept: (title) => `قبول مع ذكر السبب: ${title}`,
  explain: (title) => `شرح: ${title}`,
  lens: (covered, expected, bracketed) =>
    `يغطي ${covered} من ${expected} موضوعاً متوقعاً${bracketed > 0 ? `؛ ${bracketed} بين قوسين معقوفين فقط` : ''}`,
  article: (topics) => `يغطي ${topics.join('، ')}`,
  tooLong: (length, limit) =>
    `عدد أحرف المسودة ${length}، وهو أكثر من الحد ${limit}: لم يُراجع منها شيء. ارفع poclint.maxCharacters أو قسّم المسودة.`,
  switchedOff: 'المراجعة متوقفة.',
  otherLanguages: (languages) => `المسودتان بلغتين مختلفتين: ${languages.join('، ')}.`,
  sameLanguage: (language) => `كلتاهما باللغة نفسها: ${language}. قارن بينهما بوصفهما نسخة سابقة ونسخة لاحقة.`,
  oneVersion: 'يبدو أن الملف يضم نسخة لغوية واحدة فقط. اختر الملف الثاني أيضاً.',
  severalVersions: (languages) =>
    `يضم الملف نسخاً باللغات ${languages.join('، ')}؛ تُقارن نسختان في كل مرة. احفظ كل نسخة في ملف مستقل.`,
  notVersions: (percent) => `لا يبدو أن النصين نسختان من اتفاق واحد: ${percent} % من البنود لها مقابل.`,
  noAgreement: 'لا يبدو النص اتفاقاً.',
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

const BY_LOCALE: Readonly<Record<Locale, Words>> = { en: ENGLISH, fr: FRENCH, es: SPANISH, ar: ARABIC };

/** The words for a locale such as `fr-CA`; English for those that nobody has written. */
export function wordsFor(locale: string | undefined): Words {
  return BY_LOCALE[localeOf(locale)];
}
