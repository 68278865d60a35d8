import { AGREEMENT_TYPES, SEVERITIES } from '@poclint/core';
import { LOCALES } from '@poclint/messages';
import { FAIL_ON, READINGS } from '@poclint/project/configuration/fields';
import { hint } from '@poclint/project/nearest';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DIFF_FAIL_ON } from './diff/counting-changes.ts';
import { DIFF_FORMATS } from './diff/formats.ts';
import { FORMATS } from './format/formatter.ts';
import { version } from './installation.ts';
import type { Io } from './io.ts';
import { PARITY_FAIL_ON } from './parity/fail-on.ts';
import { PARITY_FORMATS } from './parity/formats.ts';
import { widthOf } from './terminal/terminal.ts';

/** The command line: names, options and help. What a command does is loaded when it is called. */
export function createProgram(io: Io, finish: (code: number) => void): Command {
  const program = new Command('poclint')
    .description(
      'Finds what a draft ceasefire or peace agreement says on the protection of civilians, and what it leaves out.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`poclint: ${sentence(text)}\n`),
      getOutHelpWidth: () => widthOf(io.stdout, io.env),
      getErrHelpWidth: () => widthOf(io.stderr, io.env),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', examples('poclint lint draft.docx', 'poclint explain sgbv-prohibition', 'poclint init'));
  addLint(program, io, finish);
  addDiff(program, io, finish);
  addParity(program, io, finish);
  addAnnotate(program, io, finish);
  addReview(program, io, finish);
  addMerge(program, io, finish);
  addWorker(program, io, finish);
  addExplain(program, io, finish);
  addPrecedents(program, io, finish);
  addRule(program, io, finish);
  addAccept(program, io, finish);
  addInit(program, io, finish);
  addCompletion(program, io, finish);
  addLsp(program, io);
  return program;
}

function addLint(program: Command, io: Io, finish: (code: number) => void): void {
  command(
    program,
    'lint [paths...]',
    'review drafts: what protection is there, soft, in brackets, missing or dangerous',
  )
    .addOption(choice('-t, --type <type>', 'the agreement type, where it is not to be inferred', AGREEMENT_TYPES))
    .option('-p, --profile <name|file>', 'severities of an agreement type, or those in a YAML file')
    .addOption(choice('--fail-on <severity>', 'end with exit code 1 from this severity on (default: error)', FAIL_ON))
    .addOption(
      choice('--reading <reading>', 'how to settle brackets and tracked changes (default: accepted)', READINGS),
    )
    .addOption(
      choice('--stage <stage>', 'read the text as a draft under negotiation or as signed', ['draft', 'signed']),
    )
    .option('-l, --language <tag>', 'the language of the drafts, where it is not to be detected')
    .addOption(localeOption())
    .addOption(choice('-f, --format <format>', 'how to print the report', FORMATS).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(
      choice(
        '--only <severity>',
        'leave out findings below this severity, except brackets and broken references',
        SEVERITIES,
      ),
    )
    .option('--brackets', 'print what survives if the brackets fall')
    .option('--redact', 'leave out every word of the drafts')
    .option('-q, --quiet', 'print only what counts for the exit code')
    .option('-v, --verbose', 'print everything, with evidence and model clauses')
    .addOption(ownRules())
    .option('--stdin-filename <name>', 'name for what comes from standard input')
    .option('--charset <name>', 'the charset of text drafts, where it is not to be detected')
    .option('--ocr [languages]', 'recognise the words of scanned PDF pages: en, fr, es, ar, or several with commas')
    .option('--paragraphs', 'cite the paragraph of a Word, ODT or RTF file beside the article')
    .option('-c, --config <file>', 'use this configuration file for all drafts')
    .option('--no-config', 'use no configuration file')
    .option('--color', 'colour the report, wherever it goes')
    .option('--no-color', 'do not colour the report')
    .addHelpText(
      'after',
      examples(
        'poclint lint ceasefire-v7.docx',
        'poclint lint --type humanitarian --fail-on warning drafts/',
        'poclint lint --only error --reading dropped annex.pdf',
        'poclint lint --redact --format markdown --output note.md draft.docx',
        'pandoc draft.odt -t markdown | poclint lint - --stdin-filename draft.md',
      ),
    )
    .action(async (paths: string[], options) =>
      finish(await (await import('./command/lint.ts')).lint(paths, options, io)),
    );
}

function addDiff(program: Command, io: Io, finish: (code: number) => void): void {
  reading(command(program, 'diff [drafts...]', 'compare two drafts: what protection was lost, weakened or gained'))
    .option('-b, --baseline <file>', 'compare with a baseline instead of the previous draft')
    .addOption(choice('--fail-on <outcome>', 'end with exit code 1 from this outcome on', DIFF_FAIL_ON).default('lost'))
    .addOption(choice('-f, --format <format>', 'how to print the comparison', DIFF_FORMATS).default('pretty'))
    .option('-o, --output <file>', 'write the comparison to a file')
    .option('--redact', 'leave out every word of the drafts')
    .option('--force', 'compare texts that do not look like versions of one another')
    .option('-q, --quiet', 'print only what counts for the exit code')
    .option('-v, --verbose', 'print everything, with whole clauses and all topics')
    .option('--color', 'colour the comparison, wherever it goes')
    .option('--no-color', 'do not colour the comparison')
    .addHelpText(
      'after',
      examples(
        'poclint diff draft-6.docx draft-7.docx',
        'poclint diff draft-7.docx    (its tracked changes, author by author)',
        'poclint diff --fail-on weakened --format html --output changes.html draft-6.docx draft-7.docx',
        'poclint diff --baseline draft-6.json draft-7.docx',
      ),
    )
    .action(async (names: string[], options) =>
      finish(await (await import('./diff/diff.ts')).diff(names, options, io)),
    );
  reading(command(program, 'baseline <draft>', 'keep what "diff" needs of a draft, without a word of its text'))
    .option('-o, --output <file>', 'write the baseline to a file')
    .addHelpText('after', examples('poclint baseline draft-6.docx --output draft-6.json'))
    .action(async (name: string, options) =>
      finish(await (await import('./diff/baseline.ts')).baseline(name, options, io)),
    );
}

function addParity(program: Command, io: Io, finish: (code: number) => void): void {
  command(
    program,
    'parity [versions...]',
    'hold two language versions side by side: what one protects and the other not',
  )
    .addOption(
      choice('--fail-on <severity>', 'end with exit code 1 from this severity on', PARITY_FAIL_ON).default('warning'),
    )
    .addOption(choice('-f, --format <format>', 'how to print the comparison', PARITY_FORMATS).default('pretty'))
    .addOption(
      choice('--reading <reading>', 'how to settle brackets and tracked changes (default: accepted)', READINGS),
    )
    .addOption(
      choice('--stage <stage>', 'read the texts as drafts under negotiation or as signed (default: draft)', [
        'draft',
        'signed',
      ]),
    )
    .addOption(localeOption())
    .addOption(ownRules())
    .option('-o, --output <file>', 'write the comparison to a file')
    .option('--redact', 'leave out every word of the versions')
    .option('--force', 'compare texts that do not look like versions of one agreement')
    .option('-q, --quiet', 'print only what counts for the exit code')
    .option('-v, --verbose', 'print whole clauses and all topics')
    .option('--stdin-filename <name>', 'name for what comes from standard input')
    .option('--charset <name>', 'the charset of text drafts, where it is not to be detected')
    .option('-c, --config <file>', 'use this configuration file for both versions')
    .option('--no-config', 'use no configuration file')
    .option('--color', 'colour the comparison, wherever it goes')
    .option('--no-color', 'do not colour the comparison')
    .addHelpText(
      'after',
      examples(
        'poclint parity accord-fr.docx agreement-en.docx',
        'poclint parity bilingual.docx    (one file with both versions)',
        'poclint parity --format html --output versions.html acuerdo.docx accord.docx',
      ),
    )
    .action(async (names: string[], options) =>
      finish(await (await import('./parity/parity.ts')).parity(names, options, io)),
    );
}

/** Options on how drafts to be compared are read. */
function reading(command: Command): Command {
  return command
    .addOption(
      choice('--reading <reading>', 'how to settle brackets and tracked changes (default: accepted)', READINGS),
    )
    .addOption(
      choice('--stage <stage>', 'read the texts as drafts under negotiation or as signed (default: draft)', [
        'draft',
        'signed',
      ]),
    )
    .option('-l, --language <tag>', 'the language of the drafts, where it is not to be detected')
    .addOption(localeOption())
    .addOption(ownRules())
    .option('--stdin-filename <name>', 'name for what comes from standard input')
    .option('--charset <name>', 'the charset of text drafts, where it is not to be detected')
    .option('-c, --config <file>', 'use this configuration file for all drafts')
    .option('--no-config', 'use no configuration file');
}

function addAnnotate(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'annotate [draft]', 'hand back a copy of a draft with the findings in its margin')
    .option('-o, --output <file>', 'the copy to write, never the draft itself; "-" for standard output')
    .option('--suggest', 'write model clauses into a Word file as tracked insertions')
    .option('--authors', 'sign remarks and insertions with "poclint" (the default)')
    .option('--no-authors', 'name nobody in remarks and insertions')
    .option('--redact', 'quote no words of the draft in remarks')
    .addOption(choice('--only <severity>', 'leave out findings below this severity (default: warning)', SEVERITIES))
    .addOption(choice('-t, --type <type>', 'the agreement type, where it is not to be inferred', AGREEMENT_TYPES))
    .option('-p, --profile <name|file>', 'severities of an agreement type, or those in a YAML file')
    .addOption(
      choice('--reading <reading>', 'how to settle brackets and tracked changes (default: accepted)', READINGS),
    )
    .addOption(
      choice('--stage <stage>', 'read the text as a draft under negotiation or as signed', ['draft', 'signed']),
    )
    .option('-l, --language <tag>', 'the language of the draft, where it is not to be detected')
    .addOption(localeOption())
    .addOption(ownRules())
    .option('--stdin-filename <name>', 'name for what comes from standard input')
    .option('--charset <name>', 'the charset of a text draft, where it is not to be detected')
    .option('--ocr [languages]', 'recognise the words of scanned PDF pages: en, fr, es, ar, or several with commas')
    .option('-c, --config <file>', 'use this configuration file')
    .option('--no-config', 'use no configuration file')
    .addHelpText(
      'after',
      examples(
        'poclint annotate draft.docx -o draft-reviewed.docx',
        'poclint annotate draft.docx -o draft-reviewed.docx --suggest --only error',
        'poclint annotate archive.pdf -o archive-reviewed.pdf --no-authors',
      ),
    )
    .action(async (draft: string | undefined, options) =>
      finish(await (await import('./command/annotate.ts')).annotate(draft === undefined ? [] : [draft], options, io)),
    );
}

function addReview(program: Command, io: Io, finish: (code: number) => void): void {
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
    .option('--summary', 'print what was done')
    .option('--max-size <megabytes>', 'leave larger documents unread, with a row that says so', '16')
    .option('--max-seconds <seconds>', 'give a document up after so long', '60')
    .option('--max-memory <megabytes>', 'give a document up that needs more memory', '1024')
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

function addMerge(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'merge <folders...>', 'join the parts of a review that was made with --shard')
    .requiredOption('-o, --out <folder>', 'the folder to write the review to')
    .addOption(ownRules())
    .addOption(choice('--codes <database>', 'add a table in the columns of this database', ['pa-x']))
    .option('--codes-file <file>', 'the human codes to compare with, a CSV joined by id')
    .option('--force', 'write into a folder that holds something else')
    .option('--no-parquet', 'write no Parquet files')
    .option('--no-page', 'write no page to look at')
    .option('--name <words>', 'what the archive is called on its page')
    .addHelpText('after', examples('poclint merge part-1 part-2 part-3 --out review'))
    .action(async (folders: string[], options) =>
      finish(await (await import('./command/merge.ts')).merge(folders, options, io)),
    );
}

function addWorker(program: Command, io: Io, finish: (code: number) => void): void {
  const worker = command(program, 'worker', 'review documents as JSON lines from standard input, a line each');
  plan(worker)
    .option('--queue <address>', 'take documents from a queue instead, until stopped: redis://host:port')
    .option('-j, --workers <number>', 'with --queue, how many batches are reviewed at a time (default: 1)')
    .option('--max-size <megabytes>', 'answer longer lines with an error', '16')
    .option('--max-seconds <seconds>', 'give a document up after so long', '60')
    .option('--max-memory <megabytes>', 'give a document up that needs more memory', '1024')
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
    .option('--redact', 'leave out every word of the documents');
}

function addExplain(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'explain <rule>', 'print why a rule matters, who says so, what counts, and a model clause')
    .option('-l, --language <tag>', 'print the model clause in this language only')
    .addOption(localeOption())
    .addOption(ownRules())
    .addHelpText(
      'after',
      examples('poclint explain poc-humanitarian-access', 'poclint explain sgbv-prohibition --language fr'),
    )
    .action(async (rule: string, options) =>
      finish(await (await import('./command/explain.ts')).explain(rule, options, io)),
    );
}

function addPrecedents(program: Command, io: Io, finish: (code: number) => void): void {
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

function addRule(program: Command, io: Io, finish: (code: number) => void): void {
  const rule = command(program, 'rule', 'write rules of your own and test them');
  command(rule, 'new <id>', 'begin a rule of your own, with vocabulary and quotes that test it')
    .option('-r, --rules <folder>', 'the folder to write it to', 'poclint-rules')
    .addHelpText(
      'after',
      examples('poclint rule new poc-water-points', 'poclint rule new grp-fisherfolk --rules rules'),
    )
    .action(async (id: string, options) =>
      finish(await (await import('./command/rule-new.ts')).newRule(id, options, io)),
    );
  command(rule, 'test [names...]', 'check that rules find what their quotes say they find')
    .option('-r, --rules <folder>', 'test the rules of your own folder')
    .option('-l, --language <tag>', 'only the quotes in this language')
    .option('-w, --watch', 'test again whenever a file changes')
    .option('-m, --mark', 'write the evidence that is found into the quotes, in bold')
    .addHelpText(
      'after',
      examples('poclint rule test', 'poclint rule test sgbv- --watch', 'poclint rule test --rules poclint-rules'),
    )
    .action(async (names: string[], options) =>
      finish(await (await import('./command/rule-test.ts')).testRules(names, options, io)),
    );
  command(rule, 'coverage', 'say for each language which rules lack quotes, words or a model clause')
    .addOption(ownRules())
    .option('-l, --language <tag>', 'only this language')
    .addHelpText('after', examples('poclint rule coverage', 'poclint rule coverage --language pt'))
    .action(async (options) => finish(await (await import('./command/rule-coverage.ts')).coverRules(options, io)));
  command(rule, 'catalogue', 'print a list of all rules, with their severities')
    .addOption(ownRules())
    .option('-o, --output <file>', 'write the list to a file')
    .option('--check', 'only check that the file is up to date')
    .addHelpText('after', examples('poclint rule catalogue', 'poclint rule catalogue --output docs/rules.md --check'))
    .action(async (options) => finish(await (await import('./command/rule-catalogue.ts')).catalogue(options, io)));
}

function addAccept(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'accept <draft> <finding>', 'leave a finding standing, by rule or fingerprint, with a reason')
    .requiredOption('--reason <words>', 'why the finding is left standing')
    .addOption(ownRules())
    .addHelpText(
      'after',
      examples(
        'poclint accept draft.docx poc-reparations --reason "Left to the commission under Article 12"',
        'poclint accept draft.docx 5e0c1a2b --reason "Raised bilaterally with both delegations"',
      ),
    )
    .action(async (draft: string, finding: string, options) =>
      finish(await (await import('./command/accept.ts')).accept(draft, finding, options, io)),
    );
}

function addInit(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'init', 'write a configuration file to this folder')
    .addOption(choice('-t, --type <type>', 'the agreement type of the drafts here', AGREEMENT_TYPES))
    .addHelpText('after', examples('poclint init', 'poclint init --type ceasefire'))
    .action(async (options) => finish(await (await import('./command/init.ts')).init(options, io)));
}

function addCompletion(program: Command, io: Io, finish: (code: number) => void): void {
  command(program, 'completion <shell>', 'print a completion script for bash, zsh or fish')
    .addHelpText(
      'after',
      examples(
        'poclint completion bash >> ~/.bashrc',
        'poclint completion zsh > "$' + '{fpath[1]}/_poclint"',
        'poclint completion fish > ~/.config/fish/completions/poclint.fish',
      ),
    )
    .action(async (shell: string) =>
      finish(await (await import('./command/completion.ts')).completion(shell, program, io)),
    );
}

function addLsp(program: Command, io: Io): void {
  command(program, 'lsp', 'serve an editor: the same review while you write, in the Language Server Protocol')
    .option('--stdio', 'speak on standard input and output, as it does anyway')
    // Editors add options of their own, such as --clientProcessId, which the protocol says again.
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', examples('poclint lsp --stdio'))
    .action(async () => (await import('./command/lsp.ts')).serveEditor(io));
}

/** A command that prints and exits as its parent does. */
function command(parent: Command, usage: string, summary: string): Command {
  return parent
    .command(usage)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .summary(summary)
    .helpOption('-h, --help', 'print help');
}

function choice(flags: string, description: string, values: readonly string[]): Option {
  const option = new Option(flags, description).choices([...values]);
  return option.argParser((value: string) => {
    if (values.includes(value)) return value;
    throw new InvalidArgumentError(
      `${hint(value, values).trim() || 'There is no such choice.'} Choose from ${values.join(', ')}.`,
    );
  });
}

function localeOption(): Option {
  return choice('--locale <tag>', 'the language of the report (default: en)', LOCALES);
}

function ownRules(): Option {
  return new Option('-r, --rules <folder>', 'add your own folder of rules (may be given again)')
    .argParser((folder, before: readonly string[]) => [...before, folder])
    .default([], 'none');
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Turns commander's "error: unknown option '--x'\n(Did you mean --y?)" into sentences. */
function sentence(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const more = rest.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ');
  const opening = first[0]?.toUpperCase() + first.slice(1).replace(/(?<![.?])$/, '.');
  return more === '' ? `${opening} "poclint --help" lists what there is.` : `${opening} ${more}`;
}
