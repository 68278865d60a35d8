import { scanXml } from '../xml/scan.ts';
import type { Limits } from '../zip/limits.ts';
import { type RunProperties, readRunProperty } from './look.ts';
import { integer, type isOn, wordVocabulary } from './vocabulary.ts';

/** A reference to a list: either field may come from elsewhere. */
export interface NumberReference {
  list?: string;
  level?: number;
  /** The numbering was itself added under tracked changes. */
  added?: boolean;
}

export interface Style {
  readonly id: string;
  readonly kind: string;
  name?: string;
  basedOn?: string;
  number?: NumberReference;
  /** From 0; 9 is body text. */
  outline?: number;
  readonly run: RunProperties;
}

/** More styles based on one another than any author has made. */
const longestChain = 64;

/** The styles of a Word package. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #characterRuns = new Map<string, RunProperties>();
  #defaultParagraph: string | undefined;
  /** The properties of all runs, unless they say otherwise. */
  readonly defaults: RunProperties = {};

  constructor(xml: string | undefined, limits: Limits) {
    if (xml !== undefined) this.#read(xml, limits);
  }

  /** The id of a built-in style, by the name that Word gives it in every language. */
  idOf(name: string): string | undefined {
    return [...this.#styles.values()].find((style) => style.name?.toLowerCase() === name)?.id;
  }

  get(id: string): Style | undefined {
    return this.#styles.get(id);
  }

  /** A paragraph style and those it is based on, nearest first. Without an id, the default style. */
  chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    let next: string | undefined = id !== undefined && this.#styles.has(id) ? id : this.#defaultParagraph;
    while (next !== undefined) {
      const style = this.#styles.get(next);
      if (!style || chain.includes(style) || chain.length > longestChain) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  /** A character style's run properties, inherited ones included. */
  characterRun(id: string): RunProperties {
    let merged = this.#characterRuns.get(id);
    if (!merged) {
      const chain = this.#styles.has(id) ? this.chain(id) : [];
      // A link's blue is how links look, not how negotiators mark words.
      const isLink = chain.some((style) => /^(?:followed)?hyperlink$/i.test(style.name ?? style.id));
      merged = Object.assign({}, ...chain.toReversed().map((style) => style.run)) as RunProperties;
      if (isLink) delete merged.colour;
      this.#characterRuns.set(id, merged);
    }
    return merged;
  }

  #read(xml: string, limits: Limits): void {
    let style: Style | undefined;
    scanXml(xml, wordVocabulary, limits, {
      open: (tag) => {
        if (tag.name === 'w:style') {
          style = { id: tag.get('w:styleId') ?? '', kind: tag.get('w:type') ?? 'paragraph', run: {} };
          this.#styles.set(style.id, style);
          const isDefault = /^(?:1|true|on)$/.test(tag.get('w:default') ?? '');
          if (isDefault && style.kind === 'paragraph') this.#defaultParagraph = style.id;
        } else if (tag.parent === 'w:rPr') {
          readRunProperty(tag, style?.run ?? this.defaults);
        } else if (style) {
          readStyleChild(tag, style);
        }
      },
      close: (name) => {
        if (name === 'w:style') style = undefined;
      },
    });
  }
}

function readStyleChild(tag: Parameters<typeof isOn>[0], style: Style): void {
  switch (tag.name) {
    case 'w:name':
    case 'w:basedOn': {
      const value = tag.get('w:val');
      if (value === undefined) break;
      if (tag.name === 'w:name') style.name = value;
      else style.basedOn = value;
      break;
    }
    case 'w:outlineLvl': {
      const level = integer(tag, 'w:val');
      if (level !== undefined) style.outline = level;
      break;
    }
    default:
      if (tag.parent === 'w:numPr') {
        style.number ??= {};
        readNumberReference(tag, style.number);
      }
  }
}

/** Takes what one child of `w:numPr` says. */
export function readNumberReference(tag: Parameters<typeof isOn>[0], reference: NumberReference): void {
  if (tag.name === 'w:numId') {
    const list = tag.get('w:val');
    if (list !== undefined) reference.list = list;
  } else if (tag.name === 'w:ilvl') {
    const level = integer(tag, 'w:val');
    if (level !== undefined) reference.level = level;
  } else if (tag.name === 'w:ins') {
    reference.added = true;
  }
}
