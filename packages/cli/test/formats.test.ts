import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFormatter, FORMATS, type Format, type FormatContext } from '../src/format/formatter.ts';
import { printable } from '../src/format/printable.ts';
import { redact } from '../src/report/redaction.ts';
import { WORKSPACE } from './command.ts';
import { CONTEXT, HOSTILE, RESULTS } from './sample-report.ts';

async function print(format: Format, change: Partial<FormatContext> = {}, results = RESULTS): Promise<string> {
  const formatter = await createFormatter(format, { ...CONTEXT, ...change });
  return [formatter.begin(), ...results.map((result) => formatter.document(result)), formatter.end()].join('');
}

/** Where the golden reports lie. `vitest -u` writes them anew after a change that was meant. */
function golden(name: string): string {
  return join(WORKSPACE, 'fixtures/golden', name);
}

const NAMES: Readonly<Record<Format, string>> = {
  pretty: 'report.pretty.txt',
  json: 'report.json',
  jsonl: 'report.jsonl',
  sarif: 'report.sarif',
  github: 'report.github.txt',
  junit: 'report.junit.xml',
  markdown: 'report.md',
};

describe('golden reports', () => {
  test.each(FORMATS)('%s', async (format) => {
    await expect(await print(format)).toMatchFileSnapshot(golden(NAMES[format]));
  });

  test.each([
    ['pretty-wide', { width: 120 }],
    ['pretty-narrow', { width: 50 }],
    ['pretty-colour', { colour: true }],
    ['pretty-verbose', { verbose: true }],
    ['pretty-quiet', { quiet: true }],
  ] as const)('%s', async (name, change) => {
    await expect(await print('pretty', change)).toMatchFileSnapshot(golden(`report.${name}.txt`));
  });
});

describe('every format', () => {
  test.each(FORMATS)('%s names the draft that was not reviewed, and why', async (format) => {
    const printed = await print(format);
    expect(printed).toContain('scan.pdf');
    expect(printed.replace(/\s+/g, ' ')).toMatch(/The pages are pictures: recognise their words with (?:--|\\-\\-)ocr/);
  });

  test.each(FORMATS.filter((format) => format !== 'json' && format !== 'jsonl' && format !== 'sarif'))(
    '%s lets no control character of the draft through',
    async (format) => {
      expect(await print(format)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    },
  );

  test.each(['json', 'jsonl', 'sarif'] as const)('%s escapes control characters', async (format) => {
    const printed = await print(format);
    expect(printed).not.toContain('\u001b');
    expect(printed).toContain('\\u001b');
  });

  test.each(FORMATS)('%s keeps every word to itself when redacted', async (format) => {
    const redacted = RESULTS.map((result) => ({
      ...result,
      report: redact(result.report, CONTEXT.rules),
      excerpt: () => undefined,
    }));
    const printed = await print(format, { redacted: true }, redacted);
    for (const word of [
      'attack',
      'schools`',
      'homes',
      'facilitate relief',
      'release all children',
      'dignity of women',
      'bilaterally',
    ])
      expect(printed).not.toContain(word);
    // What the rules say is not the draft's.
    expect(printed).toContain('sgbv-prohibition');
  });
});

describe('pretty', () => {
  test.each([40, 60, 80, 100, 120])('keeps to %i columns', async (width) => {
    const tooLong = (await print('pretty', { width }))
      .split('\n')
      .filter((line) => line.length > width)
      // The table of coverage is as wide as its words, and a citation of several words cannot be broken.
      .filter((line) => !line.includes('●') && !/^(?:Protection|Sexual)/.test(line));
    expect(tooLong).toEqual([]);
  });

  test('says without colour what it says with colour', async () => {
    const coloured = await print('pretty', { colour: true });
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await print('pretty'));
    expect(coloured).toContain('\u001b[31m');
  });
});

describe('SARIF', () => {
  interface Log {
    readonly runs: readonly [
      {
        readonly results: readonly {
          readonly suppressions: readonly unknown[];
          readonly partialFingerprints: object;
        }[];
      },
    ];
  }

  test('says of every result whether it is suppressed, and suppresses the accepted one', async () => {
    const { results } = (JSON.parse(await print('sarif')) as Log).runs[0];
    expect(results.map(({ suppressions }) => suppressions.length)).toEqual([0, 0, 1, 0, 0]);
  });

  test('gives every result a fingerprint', async () => {
    const { results } = (JSON.parse(await print('sarif')) as Log).runs[0];
    for (const { partialFingerprints } of results)
      expect(partialFingerprints).toEqual({ 'poclint/v1': expect.stringMatching(/^[0-9]{16}$/) });
  });
});

describe('github', () => {
  test('one line for each finding that is not accepted, with its words escaped', async () => {
    const lines = (await print('github')).trim().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=talks\/draft%2C 50 %25%3A \[v7\]\.md,|^::error file=scan\.pdf,/,
      );
    expect(lines[0]).toContain('100 %25 of');
  });
});

test('printable words keep letters of every script and lose what moves the cursor', () => {
  expect(printable('Art. 1\tمادة é \u200f')).toBe('Art. 1 مادة é \u200f');
  expect(printable(HOSTILE)).toBe('shall | not <attack> `schools` & *homes*, 100 % of [31mthem[0m "at all" times');
});
