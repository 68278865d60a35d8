import { formatNumber } from '../manuscript/number-format.ts';
import type { Counters, Label, Numbering } from '../manuscript/numbering.ts';
import { scanXml, type Tag } from '../xml/scan.ts';
import type { Limits } from '../zip/limits.ts';
import type { NumberReference, Styles } from './styles.ts';
import { integer, isOn, wordVocabulary } from './vocabulary.ts';

interface Level {
  readonly index: number;
  start: number;
  format: string;
  /** Digits that a custom format pads to. */
  width?: number;
  text: string;
  gap: string;
  style?: string;
  /** 0: never restarts. Otherwise it restarts after levels above this one only, counted from 1. */
  restart?: number;
  legal?: boolean;
}

interface Definition {
  readonly id: string;
  readonly levels: (Level | undefined)[];
  /** The numbering style that holds the levels instead. */
  link?: string;
}

interface List {
  readonly id: string;
  definition?: string;
  readonly overrides: { start?: number; level?: Level }[];
}

const deepest = 8;
/** A label is a few words; one of megabytes, once for each paragraph, is an attack. */
const longestLabel = 200;

/** The list definitions of a Word package, and which of them a paragraph is in. */
export class Lists {
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, List>();
  readonly #numberings = new Map<string, Numbering>();
  readonly #styles: Styles;

  constructor(xml: string | undefined, styles: Styles, limits: Limits) {
    this.#styles = styles;
    if (xml !== undefined) this.#read(xml, limits);
  }

  /** How a paragraph of this style, with this reference of its own, gets its number. */
  numberingOf(style: string | undefined, direct: NumberReference | undefined): Numbering | undefined {
    const place = this.#placeOf(style, direct);
    const list = place && this.#lists.get(place.list);
    const definition = list && this.#definitionOf(list);
    if (!place || !definition) return undefined;
    const level = place.level ?? definition.levels.find((one) => one?.style && place.styles.includes(one.style))?.index;
    const depth = Math.min(Math.max(level ?? place.styleLevel ?? 0, 0), deepest);
    const key = `${list.id} ${depth}`;
    let numbering = this.#numberings.get(key);
    if (!numbering) {
      numbering = new ListNumbering(list, definition, depth);
      this.#numberings.set(key, numbering);
    }
    return numbering;
  }

  /**
   * A paragraph's own reference comes first; the style chain fills in what it leaves open. In a style the
   * level is told by the list that names the style, and by the style itself only where no level does.
   */
  #placeOf(
    style: string | undefined,
    direct: NumberReference | undefined,
  ): { list: string; level?: number; styleLevel?: number; styles: string[] } | undefined {
    let list = direct?.list;
    let styleLevel: number | undefined;
    const styles: string[] = [];
    for (const one of list === undefined ? this.#styles.chain(style) : []) {
      styles.push(one.id);
      styleLevel ??= one.number?.level;
      list = one.number?.list;
      if (list !== undefined) break;
    }
    if (list === undefined || list === '0') return undefined;
    return {
      list,
      styles,
      ...(direct?.level !== undefined && { level: direct.level }),
      ...(styleLevel !== undefined && { styleLevel }),
    };
  }

  #definitionOf(list: List): Definition | undefined {
    const definition = this.#definitions.get(list.definition ?? '');
    if (definition?.link === undefined) return definition;
    const linked = this.#lists.get(this.#styles.get(definition.link)?.number?.list ?? '');
    return this.#definitions.get(linked?.definition ?? '') ?? definition;
  }

  #read(xml: string, limits: Limits): void {
    let definition: Definition | undefined;
    let list: List | undefined;
    let override: { start?: number; level?: Level } | undefined;
    let level: Level | undefined;
    let fallback = 0;
    scanXml(xml, wordVocabulary, limits, {
      open: (tag) => {
        // A number format newer than Word 2007 stands in the first branch, its stand-in here.
        if (tag.name === 'mc:Fallback') fallback++;
        if (fallback > 0) return;
        const value = tag.get('w:val');
        if (tag.name === 'w:abstractNum') {
          definition = { id: tag.get('w:abstractNumId') ?? '', levels: [] };
          this.#definitions.set(definition.id, definition);
        } else if (tag.name === 'w:num') {
          list = { id: tag.get('w:numId') ?? '', overrides: [] };
          this.#lists.set(list.id, list);
        } else if (tag.name === 'w:abstractNumId' && list && value !== undefined) {
          list.definition = value;
        } else if (tag.name === 'w:numStyleLink' && definition && value !== undefined) {
          definition.link = value;
        } else if (tag.name === 'w:lvlOverride' && list) {
          override = {};
          list.overrides[levelIndex(tag)] = override;
        } else if (tag.name === 'w:startOverride' && override) {
          override.start = integer(tag, 'w:val') ?? 1;
        } else if (tag.name === 'w:lvl') {
          level = { index: levelIndex(tag), start: 1, format: 'decimal', text: '', gap: ' ' };
          if (override) override.level = level;
          else if (definition) definition.levels[level.index] = level;
        } else if (level) {
          readLevelChild(tag, level);
        }
      },
      close: (name) => {
        if (name === 'mc:Fallback') fallback--;
        else if (name === 'w:abstractNum') definition = undefined;
        else if (name === 'w:num') list = undefined;
        else if (name === 'w:lvlOverride') override = undefined;
        else if (name === 'w:lvl') level = undefined;
      },
    });
  }
}

function levelIndex(tag: Tag): number {
  return Math.min(Math.max(integer(tag, 'w:ilvl') ?? 0, 0), deepest);
}

function readLevelChild(tag: Tag, level: Level): void {
  const value = tag.get('w:val');
  switch (tag.name) {
    case 'w:start':
      level.start = integer(tag, 'w:val') ?? 1;
      break;
    case 'w:numFmt':
      readFormat(tag, level);
      break;
    case 'w:lvlText':
      level.text = (value ?? '').slice(0, longestLabel);
      break;
    case 'w:suff':
      level.gap = value === 'nothing' ? '' : ' ';
      break;
    case 'w:pStyle':
      if (value !== undefined) level.style = value;
      break;
    case 'w:lvlRestart':
      level.restart = integer(tag, 'w:val') ?? 0;
      break;
    case 'w:isLgl':
      level.legal = isOn(tag);
      break;
  }
}

/** A custom format gives its first numbers: "001, 002, 003, ...", or letters of an alphabet. */
function readFormat(tag: Tag, level: Level): void {
  level.format = tag.get('w:val') ?? 'decimal';
  if (level.format !== 'custom') return;
  const sample = tag.get('w:format') ?? '';
  const padded = /^0+\d/.exec(sample);
  if (padded) level.width = Math.min(padded[0].length, 20);
  if (sample.startsWith('أ, ب, ت')) level.format = 'arabicAlpha';
  else if (sample.startsWith('أ, ب, ج')) level.format = 'arabicAbjad';
  else level.format = 'decimal';
}

class ListNumbering implements Numbering {
  readonly #list: List;
  readonly #definition: Definition;
  readonly #depth: number;

  constructor(list: List, definition: Definition, depth: number) {
    this.#list = list;
    this.#definition = definition;
    this.#depth = depth;
  }

  next(counters: Counters): Label | undefined {
    const level = this.#level(this.#depth);
    if (!level) return undefined;
    // Lists of one definition go on counting together, until one of them says where it starts.
    const counts = counters.levels(this.#definition.id);
    for (let above = 0; above < this.#depth; above++) counts[above] ??= this.#start(above);
    const override = this.#list.overrides[this.#depth]?.start;
    const restarts = override !== undefined && counters.restart(`${this.#list.id} ${this.#depth}`);
    const before = restarts ? undefined : counts[this.#depth];
    counts[this.#depth] = before === undefined ? this.#start(this.#depth) : before + 1;
    for (let below = this.#depth + 1; below <= deepest; below++) {
      const restart = this.#level(below)?.restart;
      if (restart === undefined || this.#depth < restart) counts[below] = undefined;
    }
    return { text: this.#write(level, counts), gap: level.gap, depth: this.#depth };
  }

  #write(level: Level, counts: readonly (number | undefined)[]): string {
    if (level.format === 'bullet') return bullet(level.text);
    const written = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const counted = this.#level(index);
      const count = counts[index] ?? this.#start(index);
      if (level.legal) return String(count);
      return formatNumber(counted?.format ?? 'decimal', count).padStart(counted?.width ?? 0, '0');
    });
    return written.replace(/\s+/g, ' ').trim();
  }

  #level(index: number): Level | undefined {
    return this.#list.overrides[index]?.level ?? this.#definition.levels[index];
  }

  #start(index: number): number {
    return this.#list.overrides[index]?.start ?? this.#level(index)?.start ?? 1;
  }
}

/** Bullets are drawn with symbol fonts, whose code points mean nothing elsewhere. */
function bullet(text: string): string {
  const sign = text.trim();
  return sign === '' || /[\ue000-\uf8ff]/.test(sign) || /^[a-z]$/i.test(sign) ? '•' : sign;
}
