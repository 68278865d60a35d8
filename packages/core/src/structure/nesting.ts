import type { Clause } from './agreement.ts';
import type { Label, LabelStyle } from './labels.ts';

/** An open division or list. */
export interface Level {
  readonly style: LabelStyle | 'heading' | 'chapeau' | 'unlabelled';
  readonly clause: Clause;
  readonly label: Label | undefined;
  /** The clause that introduces the members of this series, where an earlier member took over from the chapeau. */
  readonly reopened: Clause | undefined;
  /** Depth that the file format gives, where it does. */
  readonly depth: number | undefined;
}

const DIVISIONS: readonly LabelStyle[] = ['annex', 'part', 'chapter', 'section', 'article'];
/** Levels that a paragraph without a label still belongs to. */
const PERSISTENT = new Set<Level['style']>([...DIVISIONS, 'heading', 'ordinal', 'decimal', 'digit']);

/** The divisions and lists that are open at a place in the text. Numbering decides nesting, indentation does not. */
export class Nesting {
  private levels: Level[] = [];
  /** Divisions from the highest down. Sections and articles in the order in which this text first used them: each may hold the other. */
  private readonly ranks: LabelStyle[] = ['part', 'chapter'];

  get top(): Level | undefined {
    return this.levels.at(-1);
  }

  /** The style under which an ambiguous label is to be read here. */
  settle(label: Label): Label {
    const { alternative, ...own } = label;
    if (!alternative) return label;
    const continued = this.last(alternative.style);
    const roman = this.last('roman');
    if (roman?.label?.ordinal === own.ordinal! - 1) return own;
    if (continued?.label?.ordinal === alternative.ordinal - 1) return { ...own, ...alternative };
    return own.ordinal === 1 ? own : roman ? own : { ...own, ...alternative };
  }

  /** Closes what ends before a labelled clause, and says what then stands above it. */
  enter(label: Label): Entered {
    if (DIVISIONS.includes(label.style)) return this.enterDivision(label);
    if (label.style === 'decimal') return this.enterDecimal(label);
    const at = this.indexOf((level) => level.style === label.style);
    const open = at < 0 ? undefined : this.levels[at];
    const continues =
      open && (label.ordinal === undefined || open.label?.ordinal === undefined || label.ordinal > open.label.ordinal);
    if (!continues) {
      // A series that begins again at 1 right after itself is a new list beside the old one.
      if (open && at === this.levels.length - 1 && open.clause.reading.ending !== 'colon') this.levels.length = at;
      return { above: this.top, reopened: undefined };
    }
    return this.sibling(at, open);
  }

  private sibling(at: number, open: Level): Entered {
    const hadChildren = this.levels.length > at + 1;
    this.levels.length = at;
    const reopened = open.clause.reading.ending === 'colon' && !hadChildren ? open.clause : open.reopened;
    return { above: this.top, reopened };
  }

  private enterDivision(label: Label): Entered {
    if (!this.ranks.includes(label.style)) this.ranks.push(label.style);
    if (label.style === 'annex') {
      this.levels.length = 0;
      return { above: undefined, reopened: undefined };
    }
    const rank = this.ranks.indexOf(label.style);
    const keeps = this.levels.filter(
      (level) =>
        level.style === 'annex' || (isDivision(level.style) && this.ranks.indexOf(level.style as LabelStyle) < rank),
    );
    this.levels = keeps;
    return { above: this.top, reopened: undefined };
  }

  private enterDecimal(label: Label): Entered {
    const components = label.components as readonly number[];
    const parentAt = this.indexOf((level) => isPrefix(level.label, components));
    if (parentAt >= 0) {
      const sibling = this.levels[parentAt + 1];
      if (sibling?.style === 'decimal' && sibling.label?.components?.length === components.length)
        return this.sibling(parentAt + 1, sibling);
      this.levels.length = parentAt + 1;
      return { above: this.top, reopened: undefined };
    }
    const siblingAt = this.indexOf(
      (level) => level.style === 'decimal' && level.label?.components?.length === components.length,
    );
    if (siblingAt >= 0) return this.sibling(siblingAt, this.levels[siblingAt] as Level);
    this.levels = this.levels.filter((level) => isDivision(level.style) || level.style === 'heading');
    return { above: this.top, reopened: undefined };
  }

  /** Closes the lists that a paragraph without a label ends. */
  enterParagraph(): Level | undefined {
    while (this.top && !PERSISTENT.has(this.top.style)) this.levels.pop();
    return this.top;
  }

  /** Closes everything that a heading without a label ends, down to the divisions above it. */
  enterHeading(): Level | undefined {
    while (this.top && !isDivision(this.top.style)) this.levels.pop();
    return this.top;
  }

  /** Leaves the list of unlabelled items, if one is open, and says what introduced it. */
  enterUnlabelledItem(): Entered {
    const at = this.indexOf((level) => level.style === 'unlabelled');
    return at < 0 ? { above: this.top, reopened: undefined } : this.sibling(at, this.levels[at] as Level);
  }

  open(level: Level): void {
    this.levels.push(level);
  }

  /** Closes levels of the format's own lists that lie at `depth` or deeper. */
  enterDepth(depth: number): Entered {
    const at = this.levels.findIndex((level) => level.depth !== undefined && level.depth >= depth);
    if (at < 0) return { above: this.top, reopened: undefined };
    const open = this.levels[at] as Level;
    if (open.depth === depth) return this.sibling(at, open);
    this.levels.length = at;
    return { above: this.top, reopened: undefined };
  }

  clear(): void {
    this.levels.length = 0;
  }

  private last(style: LabelStyle): Level | undefined {
    return this.levels[this.indexOf((level) => level.style === style)];
  }

  private indexOf(test: (level: Level) => boolean): number {
    for (let at = this.levels.length - 1; at >= 0; at--) if (test(this.levels[at] as Level)) return at;
    return -1;
  }
}

export interface Entered {
  readonly above: Level | undefined;
  readonly reopened: Clause | undefined;
}

function isDivision(style: Level['style']): boolean {
  return (DIVISIONS as readonly string[]).includes(style);
}

/** Whether `label` is the number above `components`: "2.1" above 2.1.10, "Article 2" or "2." above 2.1. */
function isPrefix(label: Label | undefined, components: readonly number[]): boolean {
  if (!label) return false;
  const own = label.components ?? (label.style === 'lower' || label.style === 'roman' ? undefined : [label.ordinal]);
  if (!own || own.length >= components.length || own[0] === undefined) return false;
  if (label.style === 'annex' || label.style === 'part') return false;
  return own.every((component, at) => component === components[at]);
}
