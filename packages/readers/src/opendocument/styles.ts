import type { LookProperties } from '../manuscript/looks.ts';
import { scanXml, type Tag } from '../xml/scan.ts';
import type { Limits } from '../zip/limits.ts';
import { openDocumentVocabulary } from './vocabulary.ts';

/** What a text or paragraph style says that matters here. */
export interface StyleProperties extends LookProperties {
  hidden?: boolean;
  language?: string;
}

interface Style {
  readonly name: string;
  readonly family: string;
  readonly parent: string | undefined;
  readonly list: string | undefined;
  readonly properties: StyleProperties;
}

/** One level of a list style. */
export interface LevelStyle {
  readonly bullet?: string;
  /** The format's name as in Word, which knows more of them. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the number shows. */
  readonly levels: number;
  readonly start: number;
  /** The whole label with `%1%` for the count of level 1, where the file gives it so. */
  readonly template?: string;
  gap: string;
}

/** Levels by depth, from 1. */
export type ListStyle = ReadonlyMap<number, LevelStyle>;

/** The name under which the numbering of headings is kept. */
export const outlineStyle = 'outline numbering';

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
  '01, 02, 03, ...': 'decimalZero',
  '1st': 'ordinal',
  'أ, ب, ت, ...': 'arabicAlpha',
  'أ, ب, ج, ...': 'arabicAbjad',
  '١, ٢, ٣, ...': 'hindiNumbers',
};

/** More styles based on one another than any author has made. */
const longestChain = 64;
/** A label is a few words; one of megabytes, once for each paragraph, is an attack. */
const longestLabel = 200;

/** The styles of an OpenDocument text, from both of its parts. */
export class OpenDocumentStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, LevelStyle>>();
  #language: string | undefined;

  constructor(parts: readonly string[], limits: Limits) {
    for (const part of parts) this.#read(part, limits);
  }

  list(name: string | undefined): ListStyle | undefined {
    return name === undefined ? undefined : this.#lists.get(name);
  }

  /** The list style that a paragraph style brings with it. */
  listOf(paragraphStyle: string | undefined): string | undefined {
    return this.#chain('paragraph', paragraphStyle).find((style) => style.list !== undefined)?.list;
  }

  /** The names of a paragraph style and of those it comes from, as users see them. */
  names(paragraphStyle: string | undefined): string[] {
    const names = this.#chain('paragraph', paragraphStyle).map((style) => style.name);
    // Built-in styles need not be declared.
    return names.length > 0 || paragraphStyle === undefined ? names : [paragraphStyle.replaceAll('_20_', ' ')];
  }

  /** A style's own properties and those it inherits. */
  properties(family: 'text' | 'paragraph', name: string | undefined): StyleProperties {
    const chain = this.#chain(family, name).toReversed();
    return Object.assign({}, ...chain.map((style) => style.properties)) as StyleProperties;
  }

  get defaultLanguage(): string | undefined {
    return this.#language;
  }

  #chain(family: string, name: string | undefined): Style[] {
    const chain: Style[] = [];
    let next = name === undefined ? undefined : this.#styles.get(`${family} ${name}`);
    while (next && !chain.includes(next) && chain.length <= longestChain) {
      chain.push(next);
      next = next.parent === undefined ? undefined : this.#styles.get(`${family} ${next.parent}`);
    }
    return chain;
  }

  #read(xml: string, limits: Limits): void {
    let style: Style | undefined;
    let list: Map<number, LevelStyle> | undefined;
    let level: LevelStyle | undefined;
    scanXml(xml, openDocumentVocabulary, limits, {
      open: (tag) => {
        switch (tag.name) {
          case 'style:style':
            style = styleOf(tag);
            this.#styles.set(`${style.family} ${tag.get('style:name') ?? ''}`, style);
            break;
          case 'style:text-properties':
            if (style) readProperties(tag, style.properties);
            else if (tag.parent === 'style:default-style') this.#language ??= languageOf(tag);
            break;
          case 'text:list-style':
          case 'text:outline-style':
            list = new Map();
            this.#lists.set(tag.name === 'text:outline-style' ? outlineStyle : (tag.get('style:name') ?? ''), list);
            break;
          case 'text:list-level-style-number':
          case 'text:list-level-style-bullet':
          case 'text:list-level-style-image':
          case 'text:outline-level-style':
            level = levelOf(tag);
            list?.set(Number(tag.get('text:level') ?? 1), level);
            break;
          case 'style:list-level-label-alignment':
            if (level && tag.get('text:label-followed-by') === 'nothing') level.gap = '';
            break;
        }
      },
      close(name) {
        if (name === 'style:style') style = undefined;
        else if (name === 'text:list-style' || name === 'text:outline-style') list = undefined;
      },
    });
  }
}

function styleOf(tag: Tag): Style {
  return {
    name: tag.get('style:display-name') ?? (tag.get('style:name') ?? '').replaceAll('_20_', ' '),
    family: tag.get('style:family') ?? '',
    parent: tag.get('style:parent-style-name'),
    list: tag.get('style:list-style-name') || undefined,
    properties: {},
  };
}

function readProperties(tag: Tag, properties: StyleProperties): void {
  const highlight = tag.get('fo:background-color');
  const colour = tag.get('fo:color');
  const strike = tag.get('style:text-line-through-style') ?? tag.get('style:text-line-through-type');
  const display = tag.get('text:display');
  const language = languageOf(tag);
  if (highlight !== undefined) properties.highlight = highlight;
  if (colour !== undefined) properties.colour = colour;
  if (strike !== undefined) properties.strike = strike !== 'none';
  if (display !== undefined) properties.hidden = display === 'none';
  if (language !== undefined) properties.language = language;
}

function languageOf(tag: Tag): string | undefined {
  const language = tag.get('fo:language');
  const country = tag.get('fo:country');
  if (!language || language === 'none' || language === 'zxx') return undefined;
  return country && country !== 'none' ? `${language}-${country}` : language;
}

function levelOf(tag: Tag): LevelStyle {
  const whole = (name: string, otherwise: number): number => {
    const value = Number(tag.get(name) ?? otherwise);
    return Number.isSafeInteger(value) ? value : otherwise;
  };
  const template = tag.get('loext:num-list-format') ?? tag.get('style:num-list-format');
  const level: LevelStyle = {
    format: formats[tag.get('style:num-format') ?? ''] ?? 'decimal',
    prefix: (tag.get('style:num-prefix') ?? '').slice(0, longestLabel),
    suffix: (tag.get('style:num-suffix') ?? '').slice(0, longestLabel),
    levels: Math.min(Math.max(whole('text:display-levels', 1), 1), 10),
    start: whole('text:start-value', 1),
    gap: ' ',
    ...(template !== undefined && { template: template.slice(0, longestLabel) }),
  };
  if (tag.name.endsWith('bullet'))
    return { ...level, bullet: bullet((tag.get('text:bullet-char') ?? '').slice(0, longestLabel)) };
  return tag.name.endsWith('image') ? { ...level, bullet: '•' } : level;
}

/** Bullets are drawn with symbol fonts, whose code points mean nothing elsewhere. */
function bullet(text: string): string {
  return text === '' || /[\ue000-\uf8ff]/.test(text) ? '•' : text;
}
