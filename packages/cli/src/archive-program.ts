import { AGREEMENT_TYPES } from '@poclint/core';
import { READINGS } from '@poclint/project/configuration/fields';
import type { Command } from 'commander';
import type { Io } from './io.ts';
import { choice, command, examples, localeOption, ownRules } from './options.ts';

export function addReview(program: Command, io: Io, finish: (code: number) => void): void {
  const review = command(program, 'review <archive>', 'review a whole archive: a folder, a zip, a CSV or JSON lines');
  review.requiredOption('-o, --out <folder>', 'the folder to write the review to');
  plan(review)
    .option('--text-column <name>', 'the column or field that holds the texts')
    .option('--id-column <name>', 'the column or field that tells documents apart')
    .option('--meta-columns <names>', 'columns to keep, with commas, each as it is called or as country=Con')
    .addOption(choice('--codes <database>', 'add a table in the columns of this database', ['pa-x']))
    .option('--codes-file <file>', 'the human codes to compare with, a CSV joined by id')
    .option('-j, --workers <number>', 'how many documents are reviewed at a time (default: a worker for each core)')
    .option('--queue <address>', 'let workers on a queue review the documents: redis://host:port, your own server')
    .option('--shard <part/parts>', 'review one part of the archive only, such as 1/8; "merge" joins the parts')
    .option('--resume', 'go on with a review that was interrupted')
    .option('--force', 'write into a folder that holds something else, or begin anew')
    .option('--no-cache', 'keep no results for the next review')
    .option(
      '--cache-dir <folder>',
      'keep results in this folder, which other reviews may share; it holds words of the documents',
    )
    .option('--no-parquet', 'write no Parquet files')
    .option('--no-page', 'write no page to look at')
    .option('--summary', 'print what was done');
  limits(review, 'leave larger documents unread, with a row that says so')
    .option('--max-depth <folders>', 'how deep folders may lie in folders', '32')
    .option('--max-documents <number>', 'refuse archives with more documents', '1000000')
    .addHelpText(
      'after',
      examples(
        'poclint review agreements/ --out review',
        'poclint review pax_corpus.csv --out review --codes pa-x --codes-file pax_all_agreements.csv',
        'poclint review texts.jsonl --out review --text-column body --id-column key --meta-columns country,date=signed',
        'poclint review agreements.zip --out review --resume --summary',
        'poclint review agreements/ --out review --queue redis://localhost:6379',
      ),
    )
    .action(async (archive: string, options) =>
      finish(await (await import('./command/review.ts')).review(archive, options, io)),
    );
}

export function addMerge(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'merge <folders...>', 'join the parts of a review that was made with --shard')
    .requiredOption('-o, --out <folder>', 'the folder to write the review to')
    .addOption(ownRules())
    .addOption(choice('--codes <database>', 'add a table in the columns of this database', ['pa-x']))
    .option('--codes-file <file>', 'the human codes to compare with, a CSV joined by id')
    .option('--force', 'write into a folder that holds something else')
    .option('--no-parquet', 'write no Parquet files')
    .option('--no-page', 'write no page to look at')
    .option('--name <words>', 'what the archive is called on its page')
    .addOption(localeOption())
    .addHelpText('after', examples('poclint merge part-1 part-2 part-3 --out review'))
    .action(async (folders: string[], options) =>
      finish(await (await import('./command/merge.ts')).merge(folders, options, io)),
    );
}

export function addWorker(program: Command, io: Io, finish: (code: number) => void): void {
  const worker = command(program, 'worker', 'review documents as JSON lines from standard input, a line each');
  plan(worker)
    .option('--queue <address>', 'take documents from a queue instead, until stopped: redis://host:port')
    .option('-j, --workers <number>', 'with --queue, how many batches are reviewed at a time (default: 1)');
  limits(worker, 'answer longer lines with an error')
    .addHelpText(
      'after',
      examples(
        `echo '{"id": "a", "text": "The Parties shall protect civilians."}' | poclint worker`,
        'rdd.pipe("poclint worker --redact")    (Spark)',
        'poclint worker --queue redis://localhost:6379',
      ),
    )
    .action(async (options) => finish(await (await import('./command/worker.ts')).worker(options, io)));
}

/** Options on how all documents of an archive are reviewed. */
function plan(command: Command): Command {
  return command
    .addOption(choice('-t, --type <type>', 'the agreement type, where it is not to be inferred', AGREEMENT_TYPES))
    .option('-p, --profile <name|file>', 'severities of an agreement type, or those in a YAML file')
    .addOption(choice('--reading <reading>', 'how to settle brackets and tracked changes', READINGS))
    .addOption(
      choice('--stage <stage>', 'read the texts as drafts under negotiation or as signed', ['draft', 'signed']),
    )
    .option('-l, --language <tag>', 'the language of the texts, where it is not to be detected')
    .addOption(ownRules())
    .option('--charset <name>', 'the charset of text files, where it is not to be detected')
    .option('--ocr <languages>', 'recognise the words of scanned PDF pages: en, fr, es, ar, or several with commas')
    .option('--redact', 'leave out every word of the documents')
    .addOption(localeOption());
}

/** Options on what a single document may cost. */
function limits(command: Command, onLarge: string): Command {
  return command
    .option('--max-size <megabytes>', onLarge, '16')
    .option('--max-seconds <seconds>', 'give a document up after so long', '60')
    .option('--max-memory <megabytes>', 'give a document up that needs more memory', '1024');
}

export function addPrecedents(program: Command, io: Io, finish: (code: number) => void): void {
  command(
    program,
    'precedents <topic>',
    'print how the agreements of a reviewed archive worded a protection, best first',
  )
    .requiredOption('--in <folder>', 'the folder that "poclint review" wrote')
    .addOption(choice('-t, --type <type>', 'agreements of this type only', AGREEMENT_TYPES))
    .option('-l, --language <tag>', 'agreements in this language only')
    .addOption(
      choice('--level <level>', 'clauses of at least this level', ['mention', 'hortatory', 'operative']).default(
        'hortatory',
      ),
    )
    .option('--since <year>', 'agreements of this year and later only')
    .option('--similar-to <clause>', 'put clauses first whose words are like these')
    .option('--limit <number>', 'print at most so many', '10')
    .addOption(choice('-f, --format <format>', 'how to print them', ['pretty', 'json', 'markdown']).default('pretty'))
    .addOption(localeOption())
    .addOption(ownRules())
    .addHelpText(
      'after',
      examples(
        'poclint precedents sgbv-prohibition --in reviewed --type ceasefire',
        'poclint precedents poc-humanitarian-access --in reviewed --since 2010 --similar-to "The Parties shall allow relief"',
      ),
    )
    .action(async (topic: string, options) =>
      finish(await (await import('./command/precedents.ts')).precedents(topic, options, io)),
    );
}
