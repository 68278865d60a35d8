import { csvLine } from '@poclint/archive/table/csv-cells';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

test('no cell begins as a formula, and every row is a line', () => {
  expect(csvLine(['=1+1', '+x', '-x', '@x', '\tx', '-0.5', 'a,b', 'say "no"', 'two\nlines'])).toBe(
    `"'=1+1","'+x","'-x","'@x","'\tx",-0.5,"a,b","say ""no""",two lines`,
  );
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
      const line = csvLine(cells);
      expect(line).not.toMatch(/[\r\n]/);
      const [read = []] = Papa.parse<string[]>(line, { delimiter: ',' }).data;
      for (const cell of read) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
    }),
  );
});
