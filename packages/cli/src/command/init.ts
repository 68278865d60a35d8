import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgreementType } from '@poclint/core';
import { CONFIGURATION_NAMES } from '@poclint/project/configuration/configuration-file';
import { UsageError } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';

export interface InitOptions {
  readonly type?: AgreementType;
}

const NAME = 'poclint.config.yaml';

/** Writes a configuration file that shows what can be set, with nothing set that was not asked for. */
export async function init(options: InitOptions, io: Io): Promise<number> {
  const existing = CONFIGURATION_NAMES.find((name) => name !== 'package.json' && existsSync(join(io.cwd, name)));
  if (existing !== undefined) throw new UsageError(({ configuration }) => configuration.exists({ name: existing }));
  writeFileSync(join(io.cwd, NAME), content(options));
  io.stdout.write(`Wrote ${NAME}. Review a draft with: poclint lint <draft>\n`);
  return 0;
}

function content({ type }: InitOptions): string {
  return `# Settings of poclint for the drafts in this folder and below it.
# A line that begins with # is not in force: take the mark away to set it.

# The agreement type: ceasefire, pre-negotiation, framework, comprehensive, implementation, local, humanitarian.
# Inferred from each text unless stated.
${type === undefined ? '# type: ceasefire' : `type: ${type}`}

# The least severity that makes the command end with exit code 1: error, warning, info, never.
# failOn: error

# How brackets and tracked changes are settled before the text is judged: accepted, dropped, weakest.
# reading: accepted

# Severities of single rules: error, warning, info, off. "poclint rule catalogue" lists the rules.
# severities:
#   sgbv-prohibition: error
#   grp-older-persons: "off"

# Folders of your own rules. "poclint rule new" begins one.
# rules:
#   - poclint-rules

# Other settings for some of the drafts.
# overrides:
#   - files: ["annexes/**"]
#     type: implementation
`;
}
