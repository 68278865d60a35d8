import type { Evidence, Place } from '../report/report.ts';
import { originAt, type Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import { cite } from '../structure/citation.ts';
import { LineIndex } from '../structure/line-index.ts';
import { type PlacedEvidence, spanOf } from './coverage.ts';

/** Turns places in a Source into what a report says of them. */
export class ReportWriter {
  private readonly source: Source;
  private readonly citesParagraphs: boolean;
  private lines: LineIndex | undefined;
  /** Many pieces of evidence stand in one clause. */
  private readonly citations = new Map<Clause, string>();

  constructor(source: Source, citesParagraphs = false) {
    this.source = source;
    this.citesParagraphs = citesParagraphs;
  }

  evidence(piece: PlacedEvidence): Evidence {
    const span = spanOf(piece);
    return {
      clause: this.cite(piece.clause),
      quote: this.quote(span),
      span,
      ...this.place(span[0]),
      level: piece.level,
      location: piece.clause.location,
      status: piece.status,
    };
  }

  cite(clause: Clause): string {
    let citation = this.citations.get(clause);
    if (citation === undefined) {
      citation = cite(clause);
      this.citations.set(clause, citation);
    }
    return citation;
  }

  quote(span: Span): string {
    return this.source.text.slice(span[0], span[1]);
  }

  place(offset: number): Place {
    this.lines ??= new LineIndex(this.source.text);
    // What is missing belongs after words: its place is theirs.
    const origin = originAt(this.source, offset) ?? originAt(this.source, offset - 1);
    const { page, paragraph, confidence } = origin ?? {};
    return {
      ...this.lines.at(offset),
      ...(page !== undefined && { page }),
      ...(this.citesParagraphs && paragraph !== undefined && { paragraph }),
      ...(confidence !== undefined && { confidence }),
    };
  }
}
