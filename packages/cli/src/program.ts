import { AGREEMENT_TYPES, SEVERITIES } from '@poclint/core';
import { FAIL_ON, READINGS } from '@poclint/project/configuration/fields';
import { Command } from 'commander';
import { addMerge, addPrecedents, addReview, addWorker } from './archive-program.ts';
import { DIFF_FAIL_ON } from './diff/counting-changes.ts';
import { DIFF_FORMATS } from './diff/formats.ts';
import { FORMATS } from './format/formatter.ts';
import { version } from './installation.ts';
import type { Io } from './io.ts';
import { choice, command, examples, localeOption, ownRules } from './options.ts';
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
