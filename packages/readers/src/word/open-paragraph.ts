import type { RunProperties } from './look.ts';
import type { ParagraphProperties } from './paragraph-form.ts';
import type { TextElement, WordParagraph, WordRun } from './story.ts';

/** A body, cell, text box or note: what paragraphs follow one another in. */
export interface Container {
  flow: number;
  last?: WordParagraph;
  readonly owner?: string;
  readonly host?: WordParagraph;
}

/** A paragraph being read, and the run that a text box interrupts. */
export interface OpenParagraph {
  readonly paragraph: WordParagraph;
  readonly properties: ParagraphProperties;
  former?: ParagraphProperties;
  readonly mark: RunProperties;
  /** How many `w:pPr` are open: the old properties nest inside the new ones. */
  propertyDepth: number;
  readonly outerRun: WordRun | undefined;
  readonly outerElement: TextElement | undefined;
}
