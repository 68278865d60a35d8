import type { UsageCatalogue } from '@poclint/messages/usage';
import { nearest } from '@poclint/project/nearest';
import { UsageError, withHint } from '@poclint/project/usage-error';

/** Which columns of a table hold what. */
export interface ColumnChoice {
  readonly text?: string;
  readonly id?: string;
  /** Columns to keep, each by its name or as `name=column`. */
  readonly meta?: readonly string[];
}

export interface Columns {
  readonly text: number;
  readonly id: number | undefined;
  readonly title: number | undefined;
  readonly meta: readonly { readonly name: string; readonly at: number }[];
}

/** PA-X's exports have carried these names in different versions. */
const PAX = {
  id: ['AgtId'],
  text: ['Agreement text', 'AgtText', 'Text', 'AgreementText', 'Agreement Text'],
  title: ['Agt'],
  meta: { country: 'Con', region: 'Reg', date: 'Dat', process: 'PPName', type: 'Agtp', stage: 'Stage' },
} as const;

const USUAL = {
  text: ['text', 'body', 'content', 'full_text', 'fulltext'],
  id: ['id', 'document_id', 'doc_id'],
  title: ['title', 'name'],
  meta: ['country', 'region', 'date', 'year', 'type', 'stage', 'process'],
} as const;

/**
 * Finds the columns by what the user says, and where nothing is said by the headers of PA-X's exports and by usual names.
 *
 * @throws UsageError that names the columns there are
 */
export function chooseColumns(header: readonly string[], choice: ColumnChoice, table: string): Columns {
  const names = header.map((name) => name.trim());
  const isPax = names.includes(PAX.id[0]);
  const named = (name: string, option: string): number => {
    const at = names.indexOf(name);
    if (at >= 0) return at;
    throw new UsageError((words) =>
      withColumns(withHint(words.archive.noColumn({ table, name, option }), nearest(name, names), words), names, words),
    );
  };
  const first = (known: readonly string[]): number | undefined => {
    const lower = names.map((name) => name.toLowerCase());
    for (const name of known) if (lower.includes(name.toLowerCase())) return lower.indexOf(name.toLowerCase());
    return undefined;
  };
  const text = choice.text !== undefined ? named(choice.text, '--text-column') : first(isPax ? PAX.text : USUAL.text);
  if (text === undefined)
    throw new UsageError((words) => withColumns(words.archive.noTextColumn({ table }), names, words));
  const id = choice.id !== undefined ? named(choice.id, '--id-column') : first(isPax ? PAX.id : USUAL.id);
  const title = first(isPax ? PAX.title : USUAL.title);
  return { text, id, title, meta: metaColumns(names, choice, isPax, named) };
}

function metaColumns(
  names: readonly string[],
  choice: ColumnChoice,
  isPax: boolean,
  named: (name: string, option: string) => number,
): { name: string; at: number }[] {
  if (choice.meta)
    return choice.meta.map((part) => {
      const [name, column] = part.includes('=') ? (part.split('=', 2) as [string, string]) : [part, part];
      const at = named(column, '--meta-columns');
      const usual = USUAL.meta.find((known) => known === name.toLowerCase());
      return { name: usual ?? name, at };
    });
  const known = isPax ? Object.entries(PAX.meta) : USUAL.meta.map((name) => [name, name] as const);
  return known.flatMap(([name, column]) => {
    const at = names.findIndex((candidate) => candidate.toLowerCase() === column.toLowerCase());
    return at < 0 ? [] : [{ name, at }];
  });
}

/** The day as ISO 8601 where a date is written in a way that can be told: 23/08/2005 is PA-X's, 2005-08-23 the world's. */
export function isoDate(written: string): string {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written.trim());
  if (british) return `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`;
  return written.trim();
}

/** What is kept of a row: empty values are left out, dates are ISO 8601, and the year stands by itself. */
export function metaOf(values: Readonly<Record<string, string>>): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value.trim() !== '') meta[name] = value.trim();
  if (meta.date !== undefined) {
    meta.date = isoDate(meta.date);
    const year = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/.exec(meta.date)?.[0];
    if (year !== undefined && meta.year === undefined) meta.year = year;
  }
  return meta;
}

/** The names of what `metaOf` gives. */
export function metaNamesOf(names: readonly string[]): string[] {
  return names.includes('date') && !names.includes('year') ? [...names, 'year'] : [...names];
}

/** A sentence, and the columns that there are. */
function withColumns(sentence: string, names: readonly string[], { archive }: UsageCatalogue): string {
  const most = 40;
  if (names.length <= most) return archive.columns({ sentence, names });
  return archive.firstColumns({ sentence, names: names.slice(0, most), more: String(names.length - most) });
}
