/** Words by which one language sets a time. All in lower case; the parts are alternatives of a regular expression. */
export interface TimeWords {
  readonly units: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', string>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Open a time limit: within, not later than. */
  readonly limit: string;
  /** Open the time that something lasts: for a period of. */
  readonly period: string;
  /** Open a frequency: every. */
  readonly every: string;
  /** Follow a limit that is counted from an event: after, of the signing. */
  readonly after: string;
  /** Single words for a frequency, in hours. */
  readonly frequencies: Readonly<Record<string, number>>;
  /** At once. */
  readonly immediate: string;
  /** A time that nobody can check. */
  readonly vague: string;
  readonly months: readonly string[];
}

const ENGLISH: TimeWords = {
  units: { hour: 'hours?|hrs?', day: 'days?', week: 'weeks?', month: 'months?', year: 'years?' },
  numbers: {
    ...numbered(
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    a: 1,
    an: 1,
  },
  limit:
    'within(?: a (?:period|delay|maximum) of| the (?:first|next))?|(?:not|no) later than|in no more than|at (?:the )?latest|before|by',
  period:
    'for(?: (?:a|an initial)(?: \\p{L}+)? (?:period|term|duration) of| at least| the (?:first|next))?|during|lasting',
  every: 'every|each|once every|at least every',
  after: 'after|from|following|as of|prior|before',
  frequencies: {
    hourly: 1,
    daily: 24,
    weekly: 168,
    fortnightly: 336,
    monthly: 720,
    quarterly: 2160,
    annually: 8760,
    yearly: 8760,
  },
  immediate:
    'immediate(?:ly)?|forthwith|at once|instantly|straight away|without (?:any )?(?:undue |further )?delay|(?:up)?on (?:the )?signature|upon (?:the )?signing|with immediate effect',
  vague:
    'as soon as (?:possible|practicable|feasible|circumstances permit|conditions (?:permit|allow))|in due (?:course|time)|at an appropriate time|in a timely manner|within a reasonable (?:time|period)|when conditions (?:permit|allow)|at the earliest (?:opportunity|convenience)|eventually|progressively|gradually',
  months: 'january february march april may june july august september october november december'.split(' '),
};

const FRENCH: TimeWords = {
  units: { hour: 'heures?', day: 'jours?', week: 'semaines?', month: 'mois', year: 'ans?|années?' },
  numbers: {
    ...numbered('un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
    une: 1,
    vingt: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    cent: 100,
  },
  limit: "dans(?: un délai(?: maximum)? de| les)?|au plus tard(?: dans)?|d'ici(?: le| à)?|avant(?: le)?|sous",
  period: 'pendant|pour(?: une (?:période|durée) de)?|durant',
  every: 'tou(?:te)?s les|chaque',
  after: 'à compter|après|suivant|qui suivent',
  frequencies: { quotidiennement: 24, hebdomadaire: 168, mensuel: 720, mensuellement: 720, trimestriel: 2160 },
  immediate: 'immédiatement|sans (?:délai|tarder|retard)|sur-le-champ|dès (?:la )?signature',
  vague:
    'dans les meilleurs délais|dès que possible|en temps (?:utile|opportun|voulu)|dans un délai raisonnable|progressivement',
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

const SPANISH: TimeWords = {
  units: { hour: 'horas?', day: 'días?', week: 'semanas?', month: 'mes(?:es)?', year: 'años?' },
  numbers: {
    ...numbered('un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'),
    una: 1,
    veinte: 20,
    treinta: 30,
    cuarenta: 40,
    cincuenta: 50,
    sesenta: 60,
    setenta: 70,
    ochenta: 80,
    noventa: 90,
  },
  limit:
    'dentro de(?: un plazo de| los?| las)?|en (?:un|el) plazo(?: máximo)? de|en las próximas|en los próximos|a más tardar(?: el)?|antes del?',
  period: 'durante|por(?: un período de)?',
  every: 'cada',
  after: 'después|siguientes|desde|a partir|contados',
  frequencies: { diariamente: 24, semanalmente: 168, mensualmente: 720, trimestralmente: 2160 },
  immediate: 'inmediatamente|de inmediato|sin (?:demora|dilación)|a la firma',
  vague:
    'a la (?:mayor )?brevedad(?: posible)?|lo antes posible|en su debido momento|oportunamente|en un plazo razonable|gradualmente',
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

const ARABIC: TimeWords = {
  units: {
    hour: 'ساعات|ساعة',
    day: 'أيام|يوما|يوماً|يوم',
    week: 'أسابيع|أسبوعا|أسبوعاً|أسبوع',
    month: 'أشهر|شهرا|شهراً|شهر',
    year: 'سنوات|سنة',
  },
  numbers: {
    ثلاثة: 3,
    ثلاث: 3,
    أربعة: 4,
    خمسة: 5,
    ستة: 6,
    سبعة: 7,
    ثمانية: 8,
    تسعة: 9,
    عشرة: 10,
    ثلاثين: 30,
    ثلاثون: 30,
    ستين: 60,
    تسعين: 90,
  },
  limit: 'خلال|في غضون|في موعد أقصاه|قبل',
  period: 'لمدة|طوال',
  every: 'كل',
  after: 'من|بعد',
  frequencies: { يوميا: 24, أسبوعيا: 168, شهريا: 720 },
  immediate: 'فورا|فوراً|على الفور|دون تأخير|دون إبطاء|عند التوقيع',
  vague: 'في أقرب وقت(?: ممكن)?|في الوقت المناسب|تدريجيا|تدريجياً',
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
};

export const TIME_WORDS: Readonly<Record<string, TimeWords>> = { en: ENGLISH, fr: FRENCH, es: SPANISH, ar: ARABIC };

function numbered(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, at + 1]));
}
