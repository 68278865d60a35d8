import { chmodSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeShards } from '@poclint/archive/run/merge-shards';
import { writeParquet } from '@poclint/archive/table/parquet';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../complaint.ts';
import { agreementText, filesOf, linesIn, newFolder, runOn, writeCsv } from './made-run.ts';

const ROWS = Array.from({ length: 30 }, (_, index) => ({ id: `a${index}`, text: agreementText(index) }));

function madeCsv(rows = ROWS): string {
  const path = join(newFolder(), 'archive.csv');
  writeCsv(path, rows);
  return path;
}

describe('an archive', () => {
  test('gives the same bytes for any number of workers, and as parts that are joined', async () => {
    const source = madeCsv();
    const [one, three, merged] = [newFolder(), newFolder(), newFolder()];
    await runOn(source, one);
    await runOn(source, three, { workers: 3 });
    expect(filesOf(three)).toEqual(filesOf(one));
    const parts = [newFolder(), newFolder()];
    for (const [index, part] of parts.entries()) await runOn(source, part, { shard: [index + 1, 2] });
    await mergeShards({
      folders: parts.toReversed(),
      out: merged,
      version: '1.2.3',
      force: false,
      finish: writeParquet,
    });
    expect(filesOf(merged)).toEqual(filesOf(one));
    const some = { folders: parts.slice(1), out: newFolder(), version: '1.2.3', force: false, finish: writeParquet };
    await expect(complaintOf(mergeShards(some))).resolves.toBe('Of 2 parts 1/2 are missing.');
  }, 90_000);

  test('loses only the document that hangs, dies or fills the memory', async () => {
    const source = madeCsv([
      ...ROWS.slice(0, 3),
      { id: 'hang', text: 'HANG' },
      { id: 'die', text: 'DIE' },
      { id: 'fill', text: 'FILL' },
      ...ROWS.slice(3, 6),
    ]);
    const out = newFolder();
    const outcome = await runOn(source, out, { seconds: 5, megabytes: 160 });
    expect(outcome).toMatchObject({ status: 'finished', documents: 9, reviewed: 6, unreadable: 3 });
    expect(outcome.problems.map(({ id }) => id)).toEqual(['hang', 'die', 'fill']);
    expect(outcome.problems[0]?.reason).toContain('longer than 5 seconds');
    expect(outcome.problems[2]?.reason).toMatch(/160 MB of memory|5 seconds/);
    const widths = linesIn(out, 'coverage.csv').map((line) => line.replace(/"[^"]*"/g, '').split(',').length);
    expect(new Set(widths).size).toBe(1);
  }, 90_000);

  test('is reviewed anew only where it has changed', async () => {
    const source = madeCsv();
    const out = newFolder();
    expect(await runOn(source, out)).toMatchObject({ status: 'finished', known: 0 });
    const before = filesOf(out);
    expect(await runOn(source, out)).toMatchObject({ status: 'unchanged', reviewed: 30 });
    writeCsv(source, [...ROWS.slice(0, 7), { id: 'a7', text: agreementText(99) }, ...ROWS.slice(8)]);
    expect(await runOn(source, out)).toMatchObject({ status: 'finished', known: 29 });
    expect(filesOf(out)).not.toEqual(before);
    const fresh = newFolder();
    await runOn(source, fresh);
    expect(filesOf(out)).toEqual(filesOf(fresh));
    rmSync(join(out, 'findings.csv'));
    expect(await runOn(source, out)).toMatchObject({ status: 'finished', known: 30 });
    expect(filesOf(out)).toEqual(filesOf(fresh));
  });

  test('shares a folder of results between runs at the same time', async () => {
    const source = madeCsv();
    const [left, right, cache] = [newFolder(), newFolder(), newFolder()];
    await Promise.all([left, right].map((out) => runOn(source, out, { cache: { folder: cache } })));
    expect(filesOf(left)).toEqual(filesOf(right));
    const third = newFolder();
    expect(await runOn(source, third, { cache: { folder: cache } })).toMatchObject({ known: 30 });
    expect(filesOf(third)).toEqual(filesOf(left));
  });

  test('goes on after it was stopped, wherever the last result was cut off, to the same bytes', async () => {
    const source = madeCsv();
    const whole = newFolder();
    await runOn(source, whole);
    const out = newFolder();
    const stop = new AbortController();
    const stopped = await runOn(source, out, {
      stopped: stop.signal,
      onStage: () => stop.abort(),
    });
    expect(stopped.status).toBe('stopped');
    await expect(complaintOf(runOn(source, out))).resolves.toContain('interrupted: go on with --resume');
    await runOn(source, out, { resume: true, cache: 'out' });
    expect(filesOf(out)).toEqual(filesOf(whole));
    const results = join(out, '.results');
    const [file] = readdirSync(results);
    const path = join(results, file as string);
    for (const cut of [1, 57, 400, statSync(path).size - 20]) {
      truncateSync(path, statSync(path).size - Math.min(cut, statSync(path).size));
      writeFileSync(
        join(out, '.state.json'),
        readFileSync(join(out, '.state.json'), 'utf8').replace(/,"finished".*(?=\}\n)/, ''),
      );
      await runOn(source, out, { resume: true });
      expect(filesOf(out)).toEqual(filesOf(whole));
    }
  });

  test('keeps nothing for later without a cache', async () => {
    const out = newFolder();
    await runOn(madeCsv(), out, { cache: 'none' });
    expect(readdirSync(out)).not.toContain('.results');
  });

  test('says the same in Parquet as in its other tables', async () => {
    const out = newFolder();
    await runOn(madeCsv(), out);
    const rows = async (name: string) => parquetReadObjects({ file: await asyncBufferFromFile(join(out, name)) });
    const clauses = linesIn(out, 'clauses.jsonl').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(clauses.length).toBeGreaterThan(20);
    expect((await rows('clauses.parquet')).map(({ document, topic, quote }) => ({ document, topic, quote }))).toEqual(
      clauses.map(({ document, topic, quote }) => ({ document, topic, quote })),
    );
    expect((await rows('findings.parquet')).length).toBe(linesIn(out, 'findings.csv').length - 1);
    const coverage = await rows('coverage.parquet');
    expect(coverage.length).toBe(30);
    expect(coverage[3]).toMatchObject({ id: 'a3', country: 'Marenga', date: '2005-04-03', year: '2005' });
  });

  test('calls documents of the same id apart', async () => {
    const out = newFolder();
    const outcome = await runOn(madeCsv([ROWS[0], ROWS[1], { id: 'a0', text: agreementText(5) }] as typeof ROWS), out);
    expect(outcome.repeated).toEqual(['a0']);
    expect(linesIn(out, 'report.jsonl').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
      'a0',
      'a1',
      'a0 (2)',
    ]);
  });
});

describe('a folder to write to', () => {
  test('is refused where it holds something else, another version, or cannot be written to', async () => {
    const source = madeCsv();
    const other = newFolder();
    writeFileSync(join(other, 'thesis.txt'), 'words');
    await expect(complaintOf(runOn(source, other))).resolves.toContain('is not empty and holds no review');
    expect(readdirSync(other)).toEqual(['thesis.txt']);
    const old = newFolder();
    writeFileSync(join(old, '.state.json'), '{"schema":"poclint-review-0"}');
    await expect(complaintOf(runOn(source, old))).resolves.toContain('another version of poclint (poclint-review-0');
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(complaintOf(runOn(source, file))).resolves.toContain('is a file');
    const closed = newFolder();
    chmodSync(closed, 0o500);
    // The superuser may write anywhere.
    if (process.getuid?.() !== 0)
      await expect(complaintOf(runOn(source, closed))).resolves.toContain('cannot be written to');
    await expect(complaintOf(runOn(source, '/dev/null/review'))).resolves.toContain('cannot be written to');
  });

  test('that is on a full disk keeps what is reviewed, and goes on to the same bytes', async () => {
    const source = madeCsv();
    const whole = newFolder();
    await runOn(source, whole);
    const full = () => {
      throw Object.assign(new Error(), { code: 'ENOSPC' });
    };
    for (const obstacle of [{ onDocument: full }, { finish: async () => full() }]) {
      const out = newFolder();
      await expect(complaintOf(runOn(source, out, obstacle))).resolves.toContain(
        'The disk is full: what is reviewed so far is kept',
      );
      expect(readdirSync(out)).not.toContain('report.jsonl');
      await runOn(source, out, { resume: true });
      expect(filesOf(out)).toEqual(filesOf(whole));
    }
  });
});
