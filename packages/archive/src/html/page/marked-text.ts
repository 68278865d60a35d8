import type { PageEvidence } from '../page-data.ts';
import { el, shown, spoken } from './elements.ts';
import { WORDS } from './words.ts';

export interface TextMarks {
  readonly evidence: readonly PageEvidence[];
  /** The title of a topic. */
  title(topic: number): string;
  /** The family of a topic. */
  family(topic: number): string;
  /** The address that leads from a mark back to the list. */
  addressOf(evidence: number): string;
}

/** The text of a document in paragraphs, with the evidence in it marked and numbered. */
export class MarkedText {
  readonly element: HTMLElement;
  /** Where each paragraph begins in the text. */
  private readonly starts: number[] = [];
  private readonly paragraphs: HTMLElement[] = [];
  private readonly marks: HTMLElement[] = [];

  constructor(text: string, language: string, marks: TextMarks) {
    this.element = el('div', { class: 'text', lang: language === '' ? undefined : language });
    const order = marks.evidence.map((_, at) => at).sort((a, b) => startOf(marks, a) - startOf(marks, b) || a - b);
    let next = 0;
    let open: number[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      const end = start + line.length;
      while (next < order.length && startOf(marks, order[next] as number) < end) open.push(order[next++] as number);
      open = open.filter((at) => endOf(marks, at) > start);
      if (line.trim() !== '') this.add(line, start, open, marks);
      start = end + 1;
    }
  }

  /** Brings a place in the text into sight and says which element it is. */
  reveal(start: number): HTMLElement | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= start) low = middle;
      else high = middle - 1;
    }
    return this.show(this.paragraphs[low]);
  }

  revealEvidence(at: number): HTMLElement | undefined {
    return this.show(this.element.querySelector<HTMLElement>(`#evidence-${at}`) ?? undefined);
  }

  /** Marks the evidence on one topic only, or on all. */
  emphasise(evidence: ReadonlySet<number> | undefined): void {
    for (const mark of this.marks) {
      const own = (mark.dataset.evidence ?? '').split(' ').map(Number);
      mark.classList.toggle('dim', evidence !== undefined && !own.some((at) => evidence.has(at)));
    }
  }

  private show(element: HTMLElement | undefined): HTMLElement | undefined {
    if (!element) return undefined;
    this.element.querySelector('.found')?.classList.remove('found');
    element.classList.add('found');
    // Paragraphs out of sight have no height of their own before they are drawn; a second look finds the right place.
    element.scrollIntoView({ block: 'center' });
    requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
    return element;
  }

  private add(line: string, start: number, open: readonly number[], marks: TextMarks): void {
    const paragraph = el('p', { dir: 'auto', tabindex: -1 });
    const edges = new Set([start, start + line.length]);
    for (const at of open) {
      edges.add(Math.max(start, startOf(marks, at)));
      edges.add(Math.min(start + line.length, endOf(marks, at)));
    }
    const sorted = [...edges].sort((a, b) => a - b);
    for (let index = 0; index + 1 < sorted.length; index++) {
      const [from, to] = [sorted[index] as number, sorted[index + 1] as number];
      const words = shown(line.slice(from - start, to - start));
      const own = open.filter((at) => startOf(marks, at) <= from && endOf(marks, at) >= to);
      if (own.length === 0) paragraph.append(words);
      else paragraph.append(this.mark(words, from, to, own, marks));
    }
    this.starts.push(start);
    this.paragraphs.push(paragraph);
    this.element.append(paragraph);
  }

  private mark(words: string, from: number, to: number, own: readonly number[], marks: TextMarks): HTMLElement {
    const first = own[0] as number;
    const [topic, , level] = marks.evidence[first] as PageEvidence;
    const mark = el('mark', {
      class: `family-${marks.family(topic)} level-${level}`,
      'data-evidence': own.join(' '),
      title: own.map((at) => marks.title((marks.evidence[at] as PageEvidence)[0])).join('; '),
    });
    for (const at of own)
      if (startOf(marks, at) === from) mark.append(el('span', { id: `evidence-${at}`, tabindex: -1 }));
    mark.append(words);
    const ending = own.filter((at) => endOf(marks, at) === to);
    for (const at of ending) {
      const link = el('a', { href: marks.addressOf(at), class: 'number' }, String(at + 1));
      link.append(spoken(` ${WORDS.document.evidence(at + 1, marks.title((marks.evidence[at] as PageEvidence)[0]))}`));
      mark.append(el('sup', {}, link));
    }
    this.marks.push(mark);
    return mark;
  }
}

function startOf({ evidence }: TextMarks, at: number): number {
  return (evidence[at] as PageEvidence)[5];
}

function endOf({ evidence }: TextMarks, at: number): number {
  return (evidence[at] as PageEvidence)[6];
}
