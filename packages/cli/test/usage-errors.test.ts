import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { LOCALES, type Locale } from '@poclint/messages';
import { describe, expect, test } from 'vitest';
import { folderWith, runHere, WORKSPACE } from './command.ts';

type Sentences = Readonly<Record<Locale, string>>;

/** Wrong uses, and what each says in every language. `<folder>` stands for the folder of the run. */
const WRONG: readonly (readonly [what: string, argv: readonly string[], sentences: Sentences])[] = [
  [
    'no draft named',
    ['lint'],
    {
      en: 'Name at least one draft or folder, or "-" for standard input: poclint lint draft.docx',
      fr: "Nommez au moins un projet ou un dossier, ou «\u00a0-\u00a0» pour l'entrée standard\u00a0: poclint lint draft.docx",
      es: 'Nombre al menos un borrador o una carpeta, o «-» para la entrada estándar: poclint lint draft.docx',
      ar: 'اذكر مشروعاً واحداً على الأقل أو مجلداً، أو «-» للإدخال القياسي: \u2068poclint lint draft.docx\u2069',
    },
  ],
  [
    'a rule that is nearly one',
    ['explain', 'sgbv-prohibitin'],
    {
      en: 'There is no rule "sgbv-prohibitin". Did you mean "sgbv-prohibition"?',
      fr: "Il n'y a pas de règle «\u00a0sgbv-prohibitin\u00a0». Vouliez-vous dire «\u00a0sgbv-prohibition\u00a0»\u00a0?",
      es: 'No hay ninguna regla «sgbv-prohibitin». ¿Quiso decir «sgbv-prohibition»?',
      ar: 'لا توجد قاعدة باسم «\u2068sgbv-prohibitin\u2069». هل تقصد «\u2068sgbv-prohibition\u2069»؟',
    },
  ],
  [
    'a configuration that is not there',
    ['lint', 'draft.txt', '--config', 'none.yaml'],
    {
      en: 'There is no configuration file <folder>/none.yaml.',
      fr: "Le fichier de configuration <folder>/none.yaml n'existe pas.",
      es: 'No existe el archivo de configuración <folder>/none.yaml.',
      ar: 'لا وجود لملف الإعدادات \u2068<folder>/none.yaml\u2069.',
    },
  ],
  [
    'a setting that cannot be used',
    ['lint', 'draft.txt', '--config', 'wrong.yaml'],
    {
      en: '<folder>/wrong.yaml:1 has "peace" for "type"; use one of ceasefire, pre-negotiation, framework, comprehensive, implementation, local, humanitarian.',
      fr: '<folder>/wrong.yaml:1 contient "peace" pour «\u00a0type\u00a0»\u00a0; employez l\'une des valeurs ceasefire, pre-negotiation, framework, comprehensive, implementation, local, humanitarian.',
      es: '<folder>/wrong.yaml:1 contiene "peace" para «type»; use uno de los valores ceasefire, pre-negotiation, framework, comprehensive, implementation, local, humanitarian.',
      ar: 'في \u2068<folder>/wrong.yaml:1\u2069: القيمة \u2068"peace"\u2069 في «\u2068type\u2069»؛ استعمل إحدى القيم ceasefire، pre-negotiation، framework، comprehensive، implementation، local، humanitarian.',
    },
  ],
  [
    'a draft that is not there, told by its name',
    ['diff', 'draft.txt', 'none.txt'],
    {
      en: 'none.txt: There is no such file or folder.',
      fr: "none.txt\u00a0: Ce fichier ou ce dossier n'existe pas.",
      es: 'none.txt: No existe tal archivo o carpeta.',
      ar: '\u2068none.txt\u2069: لا وجود لهذا الملف أو المجلد.',
    },
  ],
  [
    'versions in one language',
    ['parity', 'draft.txt', 'draft.txt'],
    {
      en: 'draft.txt and draft.txt are both in English. "poclint diff" compares drafts in one language.',
      fr: 'draft.txt et draft.txt sont dans la même langue (anglais). «\u00a0poclint diff\u00a0» compare des projets dans une même langue.',
      es: 'draft.txt y draft.txt están en el mismo idioma (inglés). «poclint diff» compara borradores en un mismo idioma.',
      ar: '\u2068draft.txt\u2069 و\u2068draft.txt\u2069 باللغة نفسها (الإنجليزية). يقارن «\u2068poclint diff\u2069» مشاريع بلغة واحدة.',
    },
  ],
  [
    'an archive without the column',
    ['review', 'table.csv', '--out', 'out', '--text-column', 'words'],
    {
      en: 'table.csv has no column "words" (--text-column). Did you mean "word"? Its columns are: id, word.',
      fr: "table.csv n'a pas de colonne «\u00a0words\u00a0» (--text-column). Vouliez-vous dire «\u00a0word\u00a0»\u00a0? Ses colonnes sont\u00a0: id, word.",
      es: 'table.csv no tiene la columna «words» (--text-column). ¿Quiso decir «word»? Sus columnas son: id, word.',
      ar: 'لا يوجد في \u2068table.csv\u2069 عمود «\u2068words\u2069» (\u2068--text-column\u2069). هل تقصد «\u2068word\u2069»؟ وأعمدته هي: id، word.',
    },
  ],
  [
    'precedents from a folder that holds no review',
    ['precedents', 'sgbv-prohibition', '--in', 'none'],
    {
      en: '<folder>/none holds no finished review: make one with "poclint review <archive> --out <folder>/none".',
      fr: "<folder>/none ne contient pas d'examen achevé\u00a0: faites-en un par «\u00a0poclint review <archive> --out <folder>/none\u00a0».",
      es: '<folder>/none no contiene ninguna revisión terminada: haga una con «poclint review <archive> --out <folder>/none».',
      ar: 'لا يضم \u2068<folder>/none\u2069 مراجعة مكتملة: أنجز مراجعة بالأمر «\u2068poclint review <archive> --out <folder>/none\u2069».',
    },
  ],
];

const FILES = {
  'draft.txt': 'Article 1\nThe Parties shall cease all hostilities and shall protect the civilian population.\n',
  'wrong.yaml': 'type: peace\n',
  'table.csv': 'id,word\n1,Nothing.\n',
};

describe.each(WRONG)('%s', (_, argv, sentences) => {
  test.each(LOCALES)('is said in %s, with exit code 2', async (locale) => {
    const cwd = folderWith(FILES);
    const { code, stdout, stderr } = await runHere([...argv, '--locale', locale], { cwd });
    expect(stderr.replaceAll(cwd, '<folder>')).toBe(`poclint: ${sentences[locale]}\n`);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('the language of an error', () => {
  test('is that of the configuration where no option is given', async () => {
    const cwd = folderWith({ ...FILES, 'poclint.config.yaml': 'locale: es\n' });
    expect((await runHere(['lint'], { cwd })).stderr).toContain('Nombre al menos un borrador');
    expect((await runHere(['lint', '--locale', 'fr'], { cwd })).stderr).toContain('Nommez au moins un projet');
    expect((await runHere(['lint', '--no-config'], { cwd })).stderr).toContain('Name at least one draft');
  });

  test('is English where the configuration itself is broken', async () => {
    const cwd = folderWith({ ...FILES, 'poclint.config.yaml': 'locale: [es\n' });
    expect((await runHere(['lint', '--rules', 'none'], { cwd })).stderr).toContain('Name at least one draft');
  });

  test.each([
    ['fr', ':1 contient le champ inconnu «\u00a0ruel\u00a0»\u00a0; les champs sont'],
    ['es', ':1 contiene el campo desconocido «ruel»; los campos son'],
    ['ar', ':1\u2069 فيه حقل غير معروف «\u2068ruel\u2069»؛ والحقول هي'],
  ])('is that of entries in accepted.yaml which cannot be used: %s', async (locale, words) => {
    const cwd = folderWith({ ...FILES, 'accepted.yaml': '- ruel: q-hortatory-verb\n' });
    const { stderr } = await runHere(['lint', 'draft.txt', '--locale', locale], { cwd });
    expect(stderr).toContain(words);
  });

  test('is that of a draft which front matter speaks of', async () => {
    const cwd = folderWith({
      'draft.md': '---\npoclint:\n  reading: droped\n---\n# Article 1\n\nThe Parties shall stop.\n',
    });
    const { stdout, stderr } = await runHere(['lint', 'draft.md', '--locale', 'fr', '--format', 'json'], { cwd });
    expect(stdout + stderr).toContain(
      "L'en-tête du projet contient \\\"droped\\\" pour «\u00a0reading\u00a0»\u00a0; employez l'une des valeurs accepted, dropped, weakest\u00a0; il n'en est pas tenu compte.",
    );
  });
});

describe('the words for errors', () => {
  const COMMAND = resolve(import.meta.dirname, '../bin/poclint.js');
  /** Tells on standard error when the words are loaded. */
  const HOOK = `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module';
    registerHooks({
      load(url, context, next) {
        if (/compiled\\/usage\\.js$/.test(url)) process.stderr.write('words loaded\\n');
        return next(url, context);
      },
    });
  `)}`;
  const run = (argv: readonly string[]) =>
    spawnSync(process.execPath, ['--import', HOOK, COMMAND, ...argv], { cwd: WORKSPACE, encoding: 'utf8' });

  test.each([
    ['--version', ['--version']],
    ['lint', ['lint', join('fixtures', 'drafts', 'ceasefire.txt')]],
  ])('are not loaded for %s', (_, argv) => {
    const { stdout, stderr } = run(argv);
    expect(stdout).not.toBe('');
    expect(stderr).not.toContain('words loaded');
  });

  test('are loaded for an error', () => {
    expect(run(['lint']).stderr).toContain('words loaded');
  });
});
