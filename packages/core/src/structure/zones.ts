import type { Operator } from '../language/language-data.ts';
import type { Block } from '../source/source.ts';
import type { BlockReading } from './block-reading.ts';

/** The stretch of the document that a block lies in. */
export interface Zone {
  readonly name: 'preamble' | 'body' | 'signature' | 'aside';
  readonly inAnnex: boolean;
  readonly startsAnnex: boolean;
}

/** A block longer than this is prose, not an entry of a list of abbreviations or contents. */
const LONGEST_ENTRY = 160;

/** Follows the document from title page to annexes. Enter the blocks in order. */
export class ZoneTracker {
  /** Index of the block with the enacting formula: all before it binds nobody. */
  readonly enacting: number | undefined;
  private readonly readings: readonly BlockReading[];
  private name: Zone['name'] = 'body';
  /** What kind of list the current `aside` is. */
  private list: 'abbreviations' | 'contents' | undefined;
  private inAnnex = false;

  constructor(readings: readonly BlockReading[]) {
    this.readings = readings;
    this.enacting = findEnacting(readings);
    if (this.enacting !== undefined) this.name = 'preamble';
  }

  enter(index: number, block: Block, reading: BlockReading): Zone {
    if (block.role === 'furniture') return { name: 'aside', inAnnex: this.inAnnex, startsAnnex: false };
    const startsAnnex = this.isAnnexHeading(reading, block);
    if (startsAnnex) {
      this.inAnnex = true;
      this.name = 'body';
      this.list = undefined;
    } else this.advance(index, reading);
    return { name: this.list ? 'aside' : this.name, inAnnex: this.inAnnex, startsAnnex };
  }

  private advance(index: number, reading: BlockReading): void {
    if (this.list && !this.staysInList(reading)) this.list = undefined;
    if (reading.opening === 'abbreviations' && reading.looksLikeHeading) this.list = 'abbreviations';
    else if (reading.opening === 'contents' && reading.looksLikeHeading) this.list = 'contents';
    if (this.enacting !== undefined && index > this.enacting && this.name === 'preamble') this.name = 'body';
    // Closing words only close: an early "signed at" is narration.
    if (reading.opening === 'signature' && index > this.readings.length * 0.3 && !binds(reading))
      this.name = 'signature';
  }

  private staysInList(reading: BlockReading): boolean {
    if (reading.opening === 'recital' || reading.opening === 'preamble') return false;
    if (reading.cues.has('enacting') || reading.ending === 'colon') return false;
    if (this.list === 'contents')
      return reading.ending === 'none' || /\d$/.test(String(reading.label?.label.cited ?? ''));
    if (reading.label && reading.label.label.style !== 'bullet' && !reading.looksLikeHeading) return false;
    if (reading.label && ['part', 'chapter', 'article', 'section'].includes(reading.label.label.style)) return false;
    return reading.ending !== 'stop' || reading.textStart < LONGEST_ENTRY;
  }

  private isAnnexHeading(reading: BlockReading, block: Block): boolean {
    // "Annex B" in a table of contents or a matrix names an annex and opens none.
    if (reading.label?.label.style !== 'annex' || block.role === 'cell') return false;
    return block.role === 'heading' || reading.isBare || reading.looksLikeHeading;
  }
}

const BINDING: ReadonlySet<Operator> = new Set(['oblige', 'finite', 'forbid', 'grant', 'permit', 'urge']);

/** "The Signatories shall grant access" is an article, whoever its subject is. */
function binds(reading: BlockReading): boolean {
  return reading.scan?.operators.some(({ operator }) => BINDING.has(operator)) ?? false;
}

/** The enacting formula ends a preamble. Only the first one counts, and only where recitals or a title stand before it. */
function findEnacting(readings: readonly BlockReading[]): number | undefined {
  for (let index = 0; index < readings.length; index++) {
    const reading = readings[index] as BlockReading;
    // "Article 2. The Parties agree on the following principles:" opens a list and ends no preamble.
    if (!reading.cues.has('enacting') || reading.label) continue;
    const before = readings
      .slice(0, index + 1)
      .some((other) => other.opening === 'recital' || other.cues.has('enacting'));
    const articlesBefore = readings
      .slice(0, index)
      .filter((other) => other.label?.label.style === 'article' && !other.looksLikeHeading && !other.isBare).length;
    if (before && articlesBefore < 3) return index;
  }
  return undefined;
}
