import type { RuleSet } from '@poclint/core';
import { withPhrases } from '@poclint/rules/lazy-phrases';
import { startServer } from './start-server.ts';

/** What a page sends its worker first: a worker loaded from another origin finds no file beside itself. */
interface Provisions {
  /** The compiled rules, as they lie in `.pack.json`. */
  readonly rules: Uint8Array;
  /** The compiled phrases of each language, as they lie in `.pack.<language>.json`. */
  readonly phrases: Readonly<Record<string, Uint8Array>>;
  readonly version: string;
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

const scope = globalThis as unknown as {
  addEventListener(name: 'message', listen: (event: { data: Provisions }) => void, options: { once: boolean }): void;
};
scope.addEventListener(
  'message',
  ({ data: { rules, phrases, version } }) => {
    const { ruleSet } = parse(rules) as { ruleSet: RuleSet };
    const languages = ruleSet.languages.map((data) => {
      const bytes = phrases[data.id];
      if (!bytes) throw new Error(`The phrases of the language ${data.id} were not sent.`);
      return withPhrases(data, () => parse(bytes));
    });
    startServer({ ...ruleSet, languages }, version);
  },
  { once: true },
);
