import { describe, expect, it } from 'vitest';
import { folderWith, runHere } from './command.ts';

const KINYARWANDA = `Amasezerano y'amahoro hagati ya Guverinoma n'umutwe witwaje intwaro. Impande zombi zemeye guhagarika imirwano no kurinda abasivili bose. Nta muntu n'umwe ugomba kwicwa cyangwa kwirukanwa mu rugo rwe. Impande zombi ziyemeje kurekura imfungwa zose mu gihe kitarenze iminsi mirongo itatu.`;

const TWO_VERSIONS = `# Ceasefire Agreement

The Parties shall not attack civilians, and they shall release all prisoners of war.

Les Parties s'abstiennent de toute attaque contre les civils, et elles libèrent tous les prisonniers de guerre.

The Parties shall allow humanitarian relief to reach all those who are in need of it.

Les Parties autorisent l'accès des secours humanitaires à toutes les personnes qui en ont besoin.
`;

describe('the language of a draft', () => {
  it('that is not supported is named, and nothing is called missing', async () => {
    const cwd = folderWith({ 'accord.txt': KINYARWANDA });
    const { code, stdout } = await runHere(['lint', 'accord.txt', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    const [document] = JSON.parse(stdout).documents;
    expect(document).toMatchObject({ status: 'unreadable' });
    expect(document.reason).toContain('Kinyarwanda is not supported; no coverage was judged.');
    expect(document.findings).toBeUndefined();
  });

  it('may change from paragraph to paragraph: each is read in its own', async () => {
    const cwd = folderWith({ 'accord.md': TWO_VERSIONS });
    const { stdout } = await runHere(['lint', 'accord.md', '--format', 'json'], { cwd });
    const [document] = JSON.parse(stdout).documents;
    expect(document.notices).toEqual([expect.stringContaining('The text is in several languages (English, French)')]);
    const attacks = document.coverage.find(({ topic }: { topic: string }) => topic === 'poc-attack-prohibition');
    expect(attacks.evidence.map(({ quote }: { quote: string }) => quote.slice(0, 12))).toContain('shall not at');
  });

  it('as the option states it overrules what the text looks like', async () => {
    const cwd = folderWith({ 'accord.md': TWO_VERSIONS });
    const { stdout } = await runHere(['lint', 'accord.md', '--format', 'json', '--language', 'en'], { cwd });
    expect(JSON.parse(stdout).documents[0].notices).toEqual([]);
  });
});
