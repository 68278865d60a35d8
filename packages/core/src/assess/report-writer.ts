import type { Evidence, Place } from '../report/report.ts';
import { originAt, type Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import { cite } from '../structure/citation.ts';
import { LineIndex } from '../structure/line-index.ts';
import type { PlacedEvidence } from './coverage.ts';

/** Turns places in a Source into what a report says of them. */
export class ReportWriter {
  private readonly source: Source;
  private lines: LineIndex | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  evidence(piece: PlacedEvidence): Evidence {
    const span: Span = [piece.clause.span[0] + piece.span[0], piece.clause.span[0] + piece.span[1]];
    return {
      clause: cite(piece.clause),
      quote: this.quote(span),
      span,
      ...this.place(span[0]),
      level: piece.level,
      location: piece.clause.location,
      status: piece.status,
    };
  }

  cite(clause: Clause): string {
    return cite(clause);
  }

  quote(span: Span): string {
    return this.source.text.slice(span[0], span[1]);
  }

  place(offset: number): Place {
    this.lines ??= new LineIndex(this.source.text);
    const page = originAt(this.source, offset)?.page;
    return { ...this.lines.at(offset), ...(page !== undefined && { page }) };
  }
}
