import { languagesOfBlocks } from '../language/block-languages.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { RuleLibrary } from '../rule-library.ts';
import type { ReadDraft, Source } from '../source/source.ts';

/** One language version of a text that holds several. */
export interface SplitVersion {
  readonly language: string;
  readonly draft: ReadDraft;
}

/** A language with fewer blocks than this share of the largest is a quotation, not a version. */
const LEAST_SHARE = 0.2;

/**
 * Takes a text apart that holds its versions in columns, in alternating paragraphs or one after the other. The versions
 * keep the places of the whole text. Fewer than two where the text is in one language.
 */
export function splitVersions(draft: ReadDraft, library: RuleLibrary): SplitVersion[] {
  const source = draft.accepted;
  const { languages } = library.ruleSet;
  const main = detectLanguage(source.text, languages)?.id;
  if (main === undefined) return [];
  const byBlock = languagesOfBlocks(source.text, source.blocks, languages, main);
  if (!byBlock) return [];
  const counts = new Map<string, number>();
  for (const language of byBlock) counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts]
    .filter(([, count]) => count >= most * LEAST_SHARE)
    .map(([language]) => ({ language, draft: { accepted: only(source, byBlock, language) } }));
}

function only(source: Source, byBlock: readonly string[], language: string): Source {
  return { ...source, blocks: source.blocks.filter((_block, at) => byBlock[at] === language) };
}
