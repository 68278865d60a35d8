import { REMARK, TEXTLINT } from './contenders.ts';
import type { AllEdits, GrowthFigures } from './in-process.ts';
import type { ProcessFigures, StartFigures } from './processes.ts';
import type { Table } from './table.ts';

interface Measured {
  readonly processes: ProcessFigures;
  readonly start: StartFigures;
  readonly edits: AllEdits;
  readonly growth: GrowthFigures;
}

/** What this project has set itself, and whether this run meets it. */
export function judge({ processes, start, edits, growth }: Measured): Table {
  const cpu = (markup: 'text' | 'markdown', name: string): number => processes[markup].get(name)?.cpu ?? Number.NaN;
  const own = processes.own;
  const peak = Math.max(processes.text.get(own)?.peak ?? 0, processes.markdown.get(own)?.peak ?? 0);
  const share = (peer: string): number =>
    Math.max(cpu('text', own) / cpu('text', peer), cpu('markdown', own) / cpu('markdown', peer));
  const rows = [
    atMost('plain text, CPU seconds', cpu('text', own), 2),
    atMost('Markdown, CPU seconds', cpu('markdown', own), 4),
    atMost('share of textlint’s CPU, the worse of both', share(TEXTLINT.name), 1 / 8),
    atMost('share of remark-cli’s CPU, the worse of both', share(REMARK.name), 1 / 2),
    atMost('one edit, p95 in ms, the worse of both', Math.max(edits.text.p95, edits.markdown.p95), 30),
    atMost('peak memory in MB', peak, 250),
    atMost('dearest megabyte over cheapest', growth.spread, 1.15),
    atMost('poclint --version over node -e 0', start.version, 2.5),
    atMost('poclint lint of one page over node -e 0', start.lint, 6),
  ];
  return { title: 'Targets', columns: ['', 'measured', 'at most', ''], rows };
}

function atMost(name: string, measured: number, limit: number): string[] {
  const digits = limit < 10 ? 2 : 0;
  return [name, measured.toFixed(digits), String(Number(limit.toFixed(3))), measured <= limit ? 'met' : 'NOT MET'];
}
