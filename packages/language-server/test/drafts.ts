import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A one-page ceasefire that leaves much unsaid. */
export const CEASEFIRE = `# Ceasefire Agreement for the Lower Tamar Valley

The Government and the Tamar Front (hereinafter "the Parties"),

Recalling UN Security Council resolution 1325 (2000),

Have agreed as follows:

## Article 1. Ceasefire

1. The Parties shall cease all hostilities within 48 hours of signature.
2. The Parties should refrain from attacks on civilians.

## Article 2. Access

1. The Parties shall allow humanitarian relief to reach all civilians within seven days.
2. [The Parties shall release all children from their ranks within thirty days.]
3. No one shall commit indecent acts against women in the villages, as said in Article 1.
`;

export const CEASEFIRE_URI = 'file:///drafts/ceasefire.md';

/** A folder with some files, to be thrown away. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'poclint-server-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
