/// <reference path="./compile-module.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { parse as parseMessage, type Token } from '@messageformat/parser';
import * as cardinals from 'make-plural/cardinals';
import { parse } from 'yaml';

/** A catalogue as it is written: groups of messages, in ICU MessageFormat. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FOLDER = join(import.meta.dirname, '..');
/** Formats of our own, and what they are given. */
const FORMATS: Readonly<Record<string, string>> = {
  quote: 'string',
  quotes: 'readonly string[]',
  list: 'readonly string[]',
  row: 'readonly string[]',
  cite: 'string',
  own: 'string',
  numeral: 'number',
};
const HEAD = '// Made by tools/messages from the catalogue; change that and run "pnpm messages".\n';

/** Reads what is said in a language: by the tool, or by one part of it that is loaded by itself. */
export function readCatalogue(locale: string, part = ''): Messages {
  return parse(readFileSync(join(FOLDER, 'catalogue', part, `${locale}.yaml`), 'utf8')) as Messages;
}

/**
 * All catalogues as one module, so that the command parses no message when it starts. Each is a function that makes it:
 * those of languages that are not asked for cost next to nothing. The plural rules of the languages are written into it,
 * for the package that has them has those of two hundred.
 */
export function compileCatalogues(catalogues: Readonly<Record<string, Messages>>): string {
  const customFormatters = Object.fromEntries(
    Object.keys(FORMATS).map((id) => [id, { id, formatter: String, module: '../wording.ts' }]),
  );
  // Its types describe the module for CommonJS, which has the class under "default".
  const Compiler = MessageFormat as unknown as typeof MessageFormat.default;
  const plurals = new Map<string, unknown>(Object.entries(cardinals));
  const makers = Object.entries(catalogues).map(([locale, messages]) => {
    const compiler = new Compiler(locale, { customFormatters, requireAllArguments: false });
    const [, catalogue] = compileModule(compiler, messages).split(/^export default /m);
    return `  ${locale}: () => {\n    const ${locale} = ${plurals.get(locale)};\n    return ${catalogue};\n  },`;
  });
  return `${HEAD}import { plural } from '@messageformat/runtime';
import { ${Object.keys(FORMATS).sort().join(', ')} } from '../wording.ts';

export default {
${makers.join('\n')}
};
`;
}

/** The type of a catalogue: every message with its arguments. */
export function declareCatalogue(messages: Messages, name = 'Catalogue'): string {
  const groups = Object.entries(messages).map(([group, members]) => {
    const lines = Object.entries(members).map(([key, message]) => `    ${property(key)}: ${signature(message)};`);
    return `  readonly ${property(group)}: {\n${lines.join('\n')}\n  };`;
  });
  return `${HEAD}\n/** What the tool says, in one language. */\nexport interface ${name} {\n${groups.join('\n')}\n}\n`;
}

/** The arguments of a message with their types, in the order of the alphabet. */
export function argumentsOf(message: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'argument') found.set(token.arg, found.get(token.arg) ?? 'string');
      else if (token.type === 'function') found.set(token.arg, FORMATS[token.key] ?? 'unknown');
      else if (token.type === 'plural' || token.type === 'select' || token.type === 'selectordinal') {
        found.set(token.arg, token.type === 'select' ? 'string' : 'number');
        for (const { tokens: inner } of token.cases) visit(inner);
      }
    }
  };
  visit(parseMessage(message));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function signature(message: string): string {
  const fields = [...argumentsOf(message)].map(([name, type]) => `readonly ${property(name)}: ${type}`);
  return fields.length === 0 ? '() => string' : `(words: { ${fields.join('; ')} }) => string`;
}

function property(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}
