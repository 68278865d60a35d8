import type { DocumentResult } from '@poclint/archive/review-document';
import { decompress, OutcomeBundle, partsOf, readParts, unbundle } from '@poclint/archive/run/result-bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const words = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', '“', 'é', 'ه', '𝒂') }), fc.constantFrom(0, 1, 7, 200_000))
  .map(([part, times]) => part.repeat(times));
const result: fc.Arbitrary<DocumentResult> = fc.record({
  status: fc.constantFrom('reviewed', 'unreadable'),
  report: words,
  coverage: words,
  findings: words,
  clauses: words,
  text: words,
});

test('results come out of a bundle as they went in, however large', () => {
  fc.assert(
    fc.property(fc.array(result, { maxLength: 4 }), (results) => {
      const bundle = new OutcomeBundle();
      for (const each of results) bundle.add(each);
      const outcomes = unbundle(bundle.finish());
      expect(outcomes).toHaveLength(results.length);
      for (const [index, { plain, packed }] of outcomes.entries()) {
        const expected = partsOf(results[index] as DocumentResult);
        for (const bytes of [plain, decompress(packed)]) {
          const { status, ...parts } = readParts(bytes);
          expect(status).toBe(expected.status);
          for (const [name, part] of Object.entries(parts))
            expect(part.equals(expected[name as keyof typeof parts])).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});
