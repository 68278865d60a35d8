import type { Evidence, Level, Location, Readings, Slots, TopicCoverage } from '../report/report.ts';
import type { PlacedEvidence } from './coverage.ts';
import type { ReportWriter } from './report-writer.ts';

/**
 * The coverage of one topic, whose evidence is put into words when it is first read: an editor reads that of the topics it
 * shows, and after each keystroke none.
 *
 * A class, for an object literal with a getter is given a shape of its own by V8, which holds what the getter closes over,
 * a whole version of the draft, until a collection of everything.
 */
export class CoveredTopic implements TopicCoverage {
  // Declared only: the constructor gives them in the order in which reports state them.
  declare readonly topic: string;
  declare readonly level: Level;
  declare readonly location?: Location;
  declare readonly readings: Readings;
  declare readonly slots: Slots;
  readonly #pieces: readonly PlacedEvidence[];
  readonly #writer: ReportWriter;
  #written: readonly Evidence[] | undefined;

  constructor(plain: Omit<TopicCoverage, 'evidence'>, pieces: readonly PlacedEvidence[], writer: ReportWriter) {
    this.topic = plain.topic;
    this.level = plain.level;
    if (plain.location) this.location = plain.location;
    this.readings = plain.readings;
    this.slots = plain.slots;
    this.#pieces = pieces;
    this.#writer = writer;
  }

  get evidence(): readonly Evidence[] {
    this.#written ??= this.#pieces.map((piece) => this.#writer.evidence(piece));
    return this.#written;
  }

  /** As plain data, the evidence included. */
  toJSON(): TopicCoverage {
    const { topic, level, location, readings, slots, evidence } = this;
    return { topic, level, ...(location && { location }), readings, slots, evidence };
  }
}
