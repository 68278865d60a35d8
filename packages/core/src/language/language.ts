/** What the matcher must know of a language's words. Everything else about a language is data in `rules/vocabulary`. */
export interface Language {
  /** BCP 47 primary tag. */
  readonly id: string;
  /** Whether an apostrophe parts two words (`l'accord`) instead of standing inside one (`party's`). */
  readonly elides: boolean;
  /** The form under which words are compared. Must not depend on neighbours. */
  normalise(surface: string): string;
  /** Normal forms that the word may stand for once prefixes written together with it are taken off, itself first. */
  variants(normal: string): readonly string[];
  /** The stem of a normal form. */
  stem(normal: string): string;
}
