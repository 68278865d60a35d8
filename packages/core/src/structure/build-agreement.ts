import { binds } from '../language/language-data.ts';
import type { ClauseSetting } from '../match/clause-evidence.ts';
import { type Inheritance, inheritanceOf, NOTHING_INHERITED } from '../match/governance.ts';
import type { Location } from '../report/report.ts';
import type { Block } from '../source/source.ts';
import type { Agreement, Clause, ClauseKind } from './agreement.ts';
import type { BlockReading } from './block-reading.ts';
import type { Label } from './labels.ts';
import { type Entered, type Level, Nesting } from './nesting.ts';
import { type Zone, ZoneTracker } from './zones.ts';

/** Puts the blocks of a Source in their places: divisions, lists, and what each clause inherits from the words above it. */
export function buildAgreement(blocks: readonly Block[], readings: readonly BlockReading[]): Agreement {
  return new Builder(blocks, readings).build();
}

class Builder {
  private readonly blocks: readonly Block[];
  private readonly readings: readonly BlockReading[];
  private readonly clauses: Clause[] = [];
  private readonly typed: Clause[] = [];
  private readonly nesting = new Nesting();
  private readonly zones: ZoneTracker;
  /** A label that stood alone on its line and belongs to the words that follow. */
  private pending: Label | undefined;
  private readonly settings = new SettingPool();
  /** How many clauses without number each division, list or zone has had so far. */
  private readonly positions = new Map<Clause | Zone['name'], number>();

  constructor(blocks: readonly Block[], readings: readonly BlockReading[]) {
    this.blocks = blocks;
    this.readings = readings;
    this.zones = new ZoneTracker(readings);
  }

  build(): Agreement {
    for (let index = 0; index < this.blocks.length; index++) this.place(index);
    return { clauses: this.clauses, typed: this.typed, enacting: this.zones.enacting };
  }

  private place(index: number): void {
    const block = this.blocks[index] as Block;
    const reading = this.readings[index] as BlockReading;
    const zone = this.zones.enter(index, block, reading);
    if (zone.startsAnnex) this.nesting.clear();
    if (zone.name === 'aside' || zone.name === 'signature') {
      this.pending = undefined;
      this.add(
        block,
        reading,
        undefined,
        zone.name === 'signature' ? 'signature' : 'aside',
        undefined,
        undefined,
        zone,
      );
      return;
    }
    if (block.role === 'note') {
      this.add(block, reading, reading.label?.label, 'note', undefined, undefined, zone);
      return;
    }
    const label = this.labelOf(block, reading);
    if (label && reading.isBare && isSeries(label)) {
      this.pending = label;
      this.add(block, reading, undefined, 'aside', undefined, undefined, { ...zone, name: 'aside' });
      return;
    }
    const own = label ?? this.pending;
    this.pending = undefined;
    if (own) this.placeLabelled(block, reading, this.nesting.settle(own), zone);
    else if (block.role === 'heading' || (reading.looksLikeHeading && !this.continuesList(reading)))
      this.placeHeading(block, reading, zone);
    else this.placeUnlabelled(block, reading, zone);
  }

  private labelOf(block: Block, reading: BlockReading): Label | undefined {
    const found = reading.label;
    // A cell of a table that names an article is not that article.
    if (found && (block.role !== 'cell' || isSeries(found.label))) return found.label;
    return block.role === 'item' && block.depth !== undefined
      ? { style: 'bullet', ordinal: undefined, cited: '' }
      : undefined;
  }

  private placeLabelled(block: Block, reading: BlockReading, label: Label, zone: Zone): void {
    const isListItem = block.role === 'item' && block.depth !== undefined && label.style === 'bullet';
    const entered: Entered = isListItem ? this.nesting.enterDepth(block.depth as number) : this.nesting.enter(label);
    const isHeading = block.role === 'heading' || reading.isBare || (reading.looksLikeHeading && !isSeries(label));
    const chapeau = entered.reopened ?? introducing(entered.above);
    const kind: ClauseKind = isHeading ? 'heading' : chapeau ? 'item' : 'paragraph';
    const clause = this.add(block, reading, label, kind, entered.above?.clause, isHeading ? undefined : chapeau, zone);
    this.nesting.open({
      style: label.style,
      clause,
      label,
      reopened: entered.reopened,
      depth: isListItem ? block.depth : undefined,
    });
  }

  private placeHeading(block: Block, reading: BlockReading, zone: Zone): void {
    const top = this.nesting.top;
    // "Article 4" on one line, its title on the next: one division.
    const titles =
      top && top.clause.kind === 'heading' && top.clause.index === this.clauses.length - 1 && top.clause.reading.isBare;
    const above = titles ? top : this.nesting.enterHeading();
    const clause = this.add(
      block,
      reading,
      undefined,
      this.clauses.length < 3 ? 'title' : 'heading',
      above?.clause,
      undefined,
      zone,
    );
    this.nesting.open({ style: 'heading', clause, label: undefined, reopened: undefined, depth: undefined });
  }

  private placeUnlabelled(block: Block, reading: BlockReading, zone: Zone): void {
    const previous = this.clauses.at(-1);
    if (previous && this.continuesList(reading)) {
      const entered = this.nesting.enterUnlabelledItem();
      const chapeau = entered.reopened ?? introducing(entered.above);
      const clause = this.add(
        block,
        reading,
        undefined,
        chapeau ? 'item' : 'paragraph',
        entered.above?.clause,
        chapeau,
        zone,
      );
      this.nesting.open({
        style: 'unlabelled',
        clause,
        label: undefined,
        reopened: entered.reopened,
        depth: undefined,
      });
      return;
    }
    const above = this.nesting.enterParagraph();
    const kind: ClauseKind = block.role === 'cell' ? 'cell' : zone.name === 'preamble' ? 'recital' : 'paragraph';
    const clause = this.add(block, reading, undefined, kind, above?.clause, undefined, zone);
    if (reading.ending === 'colon')
      this.nesting.open({ style: 'chapeau', clause, label: undefined, reopened: undefined, depth: undefined });
  }

  /** Whether a paragraph without a label goes on with a list: after a colon, or after an item that a semicolon ended. */
  private continuesList(reading: BlockReading): boolean {
    const top = this.nesting.top;
    const previous = this.lastInTheRun();
    if (!top || !previous || previous.kind === 'recital') return false;
    if (previous.reading.ending === 'colon' && previous === top.clause) return true;
    if (top.style !== 'unlabelled') return false;
    return (
      previous.reading.ending === 'semicolon' ||
      previous.reading.ending === 'comma' ||
      (previous.reading.ending === 'none' && reading.opensInLowerCase)
    );
  }

  /** The last clause that has words of its own: a lone "and" between two items is passed over. */
  private lastInTheRun(): Clause | undefined {
    for (let at = this.clauses.length - 1; at >= 0 && at >= this.clauses.length - 3; at--) {
      const clause = this.clauses[at] as Clause;
      if (clause.kind !== 'aside' && clause.span[1] - clause.span[0] > 4) return clause;
    }
    return undefined;
  }

  private add(
    block: Block,
    reading: BlockReading,
    label: Label | undefined,
    kind: ClauseKind,
    parent: Clause | undefined,
    chapeau: Clause | undefined,
    zone: Zone,
  ): Clause {
    const setting = this.settings.of(kind, label, parent, chapeau, zone, reading);
    const clause: Clause = {
      index: this.clauses.length,
      span: block.span,
      reading,
      label,
      kind,
      position: this.positionOf(block, label, kind, parent, chapeau, zone),
      location: locationOf(zone),
      parent,
      chapeau,
      setting: setting.setting,
      settingKey: setting.key,
    };
    this.clauses.push(clause);
    if (reading.scan && reading.scan.types.length > 0) this.typed.push(clause);
    return clause;
  }

  private positionOf(
    block: Block,
    label: Label | undefined,
    kind: ClauseKind,
    parent: Clause | undefined,
    chapeau: Clause | undefined,
    zone: Zone,
  ): number | undefined {
    const isText = kind === 'paragraph' || kind === 'item' || kind === 'recital' || kind === 'cell';
    if (!isText || (label && label.style !== 'bullet') || block.span[1] - block.span[0] < SHORTEST_PARAGRAPH)
      return undefined;
    const inList = chapeau && chapeau.kind !== 'heading' && chapeau.kind !== 'title';
    const among = inList ? chapeau : (numberedAbove(parent) ?? zone.name);
    const position = (this.positions.get(among) ?? 0) + 1;
    this.positions.set(among, position);
    return position;
  }
}

/** The nearest numbered division above a clause. */
function numberedAbove(clause: Clause | undefined): Clause | undefined {
  let at = clause;
  while (at && (!at.label || at.label.style === 'bullet')) at = at.parent;
  return at;
}

/** Shorter blocks are a lone "and" between two items. */
const SHORTEST_PARAGRAPH = 5;

function locationOf(zone: Zone): Location {
  return zone.name === 'preamble' ? 'preamble' : zone.inAnnex ? 'annex' : 'operative';
}

/** Whether a label belongs to a series of paragraphs or items rather than to a titled division. */
function isSeries(label: Label): boolean {
  return !['annex', 'part', 'chapter', 'section', 'article', 'ordinal'].includes(label.style);
}

/** The clause whose words go on in its members: one that a colon ends, or one that is itself a member of such a list. */
function introducing(level: Level | undefined): Clause | undefined {
  if (!level) return undefined;
  const { clause } = level;
  if (clause.kind === 'heading' || clause.kind === 'title') return clause;
  return clause.reading.ending === 'colon' || clause.reading.ending === 'none' ? clause : undefined;
}

interface KeyedSetting {
  readonly setting: ClauseSetting;
  readonly key: string;
}

/** What a clause hands down to those below it, with the settings made of it so far, by section and role. */
interface HandedDown {
  readonly inherited: Inheritance;
  readonly concepts: readonly number[];
  readonly bearer: boolean;
  readonly settings: (KeyedSetting | undefined)[];
}

const SECTIONS = ['preamble', 'principles', 'operative', 'members', 'aside'] as const;
const ROLES = ['text', 'item', 'heading'] as const;

/** What the items of each clause inherit, computed once for all of them. */
class SettingPool {
  private readonly handedDown = new Map<Clause, HandedDown>();
  private readonly nothing: HandedDown = { inherited: NOTHING_INHERITED, concepts: [], bearer: false, settings: [] };

  of(
    kind: ClauseKind,
    label: Label | undefined,
    parent: Clause | undefined,
    chapeau: Clause | undefined,
    zone: Zone,
    reading: BlockReading,
  ): KeyedSetting {
    const source = chapeau ? this.from(chapeau) : this.nothing;
    const section = sectionOf(kind, parent, chapeau, zone, reading);
    const role =
      kind === 'heading' || kind === 'title'
        ? 'heading'
        : kind === 'item' || label !== undefined || kind === 'cell'
          ? 'item'
          : 'text';
    const at = SECTIONS.indexOf(section) * ROLES.length + ROLES.indexOf(role);
    let keyed = source.settings[at];
    if (!keyed) {
      const { inherited, concepts, bearer } = source;
      const setting: ClauseSetting = { inherited, concepts, bearer, section, role };
      keyed = { setting, key: keyOf(setting) };
      source.settings[at] = keyed;
    }
    return keyed;
  }

  private from(chapeau: Clause): HandedDown {
    const known = this.handedDown.get(chapeau);
    if (known) return known;
    const made = this.derive(chapeau);
    this.handedDown.set(chapeau, made);
    return made;
  }

  private derive(chapeau: Clause): HandedDown {
    const { scan } = chapeau.reading;
    const above = chapeau.setting;
    if (chapeau.kind === 'heading' || chapeau.kind === 'title') {
      // A heading hands down only that what follows is prohibited ("Prohibited acts").
      const own = scan ? inheritanceOf(scan, NOTHING_INHERITED) : NOTHING_INHERITED;
      if (!scan || own.operator !== 'forbid') return this.nothing;
      const concepts = [...new Set(scan.concepts.map((occurrence) => occurrence.concept))].sort((a, b) => a - b);
      return { inherited: own, concepts, bearer: false, settings: [] };
    }
    if (!scan) return { inherited: above.inherited, concepts: above.concepts, bearer: above.bearer, settings: [] };
    const from = scan.sentences.at(-1) as number;
    const own = scan.concepts.filter((occurrence) => occurrence.first >= from).map((occurrence) => occurrence.concept);
    return {
      inherited: inheritanceOf(scan, above.inherited),
      concepts: [...new Set([...above.concepts, ...own])].sort((a, b) => a - b),
      bearer: above.bearer || scan.operators.some((operator) => operator.operator === 'bearer'),
      settings: [],
    };
  }
}

function sectionOf(
  kind: ClauseKind,
  parent: Clause | undefined,
  chapeau: Clause | undefined,
  zone: Zone,
  reading: BlockReading,
): ClauseSetting['section'] {
  if (kind === 'aside' || kind === 'signature') return 'aside';
  if (zone.name === 'preamble' || reading.opening === 'recital' || holdsRecitals(reading)) return 'preamble';
  if (chapeau?.reading.cues.has('membership') && !bindsByItself(reading)) return 'members';
  if (chapeau?.setting.section === 'preamble' && chapeau.kind !== 'heading' && !chapeau.reading.cues.has('enacting'))
    return 'preamble';
  const isAim = (clause: Clause | undefined) =>
    clause?.setting.section === 'principles' || clause?.reading.opening === 'principles';
  if (endsInAims(chapeau)) return 'principles';
  if (isAim(parent) || (kind === 'heading' && reading.opening === 'principles')) return 'principles';
  return 'operative';
}

/** "The Parties agree on the following principles:" introduces aims, not duties. */
function endsInAims(chapeau: Clause | undefined): boolean {
  const scan = chapeau?.reading.scan;
  return scan?.cues.some(({ cue, last }) => cue === 'principles' && last >= scan.words - 2) ?? false;
}

/** A preamble whose recitals run on in one paragraph: "The States Parties, Considering …, Noting …, Believing …". */
const RUN_ON_RECITALS = 3;

function holdsRecitals(reading: BlockReading): boolean {
  return (reading.scan?.cues.filter(({ cue }) => cue === 'recital').length ?? 0) >= RUN_ON_RECITALS;
}

/** A member of a list that has an operator of its own is more than a name. */
function bindsByItself(reading: BlockReading): boolean {
  return reading.scan?.operators.some(({ operator }) => binds(operator)) ?? false;
}

function keyOf(setting: ClauseSetting): string {
  const { inherited } = setting;
  return `${inherited.force[0]}${inherited.sign}${inherited.operator ?? ''}|${setting.section[0]}${setting.section[1]}|${setting.role[0]}|${setting.bearer ? 1 : 0}|${setting.concepts.join(',')}`;
}
