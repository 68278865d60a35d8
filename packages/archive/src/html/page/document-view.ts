import type { PageDetails, PageEvidence, PageFinding, PageRule } from '../page-data.ts';
import type { Archive, Row } from './archive.ts';
import { el, option, quoted } from './elements.ts';
import { MarkedText } from './marked-text.ts';
import { WORDS } from './words.ts';

export interface DocumentActions {
  /** The address of this document with something in it to be shown. */
  addressOf(focus: string): string;
  announce(words: string): void;
}

/** The page of one document: what it is, evidence by topic, findings, and the text with both marked in it. */
export class DocumentView {
  readonly element: HTMLElement;
  private readonly archive: Archive;
  private readonly row: Row;
  private readonly details: PageDetails | undefined;
  private readonly actions: DocumentActions;
  private readonly text: MarkedText | undefined;
  private readonly choice: HTMLSelectElement;
  private readonly side: HTMLElement;

  private constructor(archive: Archive, row: Row, details: PageDetails | undefined, actions: DocumentActions) {
    this.archive = archive;
    this.row = row;
    this.details = details;
    this.actions = actions;
    const evidence = details?.evidence ?? [];
    if (details?.text !== undefined)
      this.text = new MarkedText(details.text, row.language, {
        evidence,
        title: (topic) => archive.topic(topic).title,
        family: (topic) => archive.topic(topic).family,
        addressOf: (at) => actions.addressOf(`item-${at}`),
      });
    this.choice = this.topicChoice(evidence);
    this.side = el(
      'div',
      { class: 'side' },
      this.about(),
      details && this.coverage(details),
      details && this.findings(details),
      details && details.notices.length > 0 && this.notices(details.notices),
    );
    this.element = el(
      'div',
      { class: 'document-page' },
      this.side,
      el(
        'section',
        { class: 'reading', 'aria-labelledby': 'text-heading' },
        el('h3', { id: 'text-heading' }, WORDS.document.text),
        this.text &&
          evidence.length > 0 &&
          el('p', { class: 'choose' }, el('label', { for: 'mark' }, WORDS.document.highlight), ' ', this.choice),
        this.text?.element ?? el('p', { class: 'soft' }, details ? WORDS.document.noText : WORDS.document.noDetails),
      ),
    );
  }

  /** Unpacks a document's details and builds its page. */
  static async open(archive: Archive, row: Row, actions: DocumentActions): Promise<DocumentView> {
    return new DocumentView(archive, row, await archive.details(row), actions);
  }

  /** Shows what an address points to: a piece of evidence, a finding, an entry of the list, or all evidence on a topic. */
  show(focus: string): void {
    const [, kind = '', number = ''] = /^(evidence|finding|item)-(\d+)$/.exec(focus) ?? [];
    const at = Number(number);
    if (kind === 'evidence') {
      const piece = this.details?.evidence[at];
      if (piece && this.land(this.text?.revealEvidence(at)))
        this.actions.announce(WORDS.document.jumped(WORDS.cite(piece[1])));
      else this.item(`item-${at}`);
    } else if (kind === 'finding') this.showFinding(at);
    else if (kind === 'item') this.item(focus);
    else if (focus !== '') this.showTopic(focus);
  }

  private showFinding(at: number): void {
    const finding = this.details?.findings[at];
    this.item(`finding-${at}`);
    if (finding && this.text) this.text.reveal(finding[3]);
  }

  private showTopic(id: string): void {
    const topic = this.archive.head.topics.findIndex((one) => one.id === id);
    const first = this.details?.evidence.findIndex(([own]) => own === topic) ?? -1;
    if (topic < 0 || first < 0) return;
    this.choice.value = String(topic);
    this.choice.dispatchEvent(new Event('change'));
    this.land(this.text?.revealEvidence(first) ?? this.side.querySelector<HTMLElement>(`[data-item="item-${first}"]`));
  }

  private item(name: string): void {
    const element = this.side.querySelector<HTMLElement>(`[data-item="${name}"]`);
    element?.scrollIntoView({ block: 'center' });
    this.land(element);
  }

  private land(element: HTMLElement | null | undefined): boolean {
    element?.focus({ preventScroll: true });
    return element !== null && element !== undefined;
  }

  private about(): HTMLElement {
    const { row } = this;
    const entries: [string, string][] = [
      [WORDS.document.id, row.id],
      ...Object.entries(this.details?.meta ?? {})
        .filter(([name, value]) => name !== 'title' && value !== '')
        .map(([name, value]): [string, string] => [WORDS.meta[name] ?? name, value]),
    ];
    if (row.type !== '')
      entries.push([WORDS.document.type, WORDS.types[row.type as keyof typeof WORDS.types] ?? row.type]);
    if (row.language !== '') entries.push([WORDS.document.language, WORDS.languageName(row.language)]);
    return el(
      'section',
      {},
      el('h3', {}, WORDS.document.about),
      el('dl', {}, ...entries.flatMap(([name, value]) => [el('dt', {}, quoted(name)), el('dd', {}, quoted(value))])),
    );
  }

  private topicChoice(evidence: readonly PageEvidence[]): HTMLSelectElement {
    const topics = [...new Set(evidence.map(([topic]) => topic))].sort((a, b) => a - b);
    const choice = el(
      'select',
      { id: 'mark' },
      option('', WORDS.document.allTopics, true),
      ...topics.map((topic) => option(String(topic), this.archive.topic(topic).title, false)),
    );
    choice.addEventListener('change', () => {
      const wanted = Number(choice.value);
      const own = evidence.flatMap(([topic], at) => (topic === wanted ? [at] : []));
      this.text?.emphasise(choice.value === '' ? undefined : new Set(own));
    });
    return choice;
  }

  private coverage({ evidence }: PageDetails): HTMLElement {
    const byTopic = new Map<number, number[]>();
    evidence.forEach(([topic], at) => {
      const list = byTopic.get(topic);
      if (list) list.push(at);
      else byTopic.set(topic, [at]);
    });
    const parts = [...byTopic]
      .sort(([a], [b]) => a - b)
      .flatMap(([topic, pieces]) => {
        const level = this.row.levels[topic] as number;
        return [
          el(
            'dt',
            { class: `family-${this.archive.topic(topic).family}` },
            this.archive.topic(topic).title,
            // Arabic letters would join across the border between the two.
            ' ',
            el('span', { class: `chip level-${level}` }, WORDS.levels[level]),
          ),
          ...pieces.map((at) => this.piece(evidence[at] as PageEvidence, at)),
        ];
      });
    const missing = this.archive.head.topics.filter((_, at) => this.row.levels[at] === 0);
    return el(
      'section',
      {},
      el('h3', {}, WORDS.document.coverage),
      el('dl', { class: 'evidence' }, ...parts),
      missing.length > 0 &&
        el(
          'details',
          {},
          el('summary', {}, WORDS.document.notFound(missing.length)),
          el('ul', {}, ...missing.map(({ title }) => el('li', {}, title))),
        ),
    );
  }

  private piece([, clause, level, location, status, start, end, quote]: PageEvidence, at: number): HTMLElement {
    const words = quote === '' && this.details?.text !== undefined ? this.details.text.slice(start, end) : quote;
    const states = [
      WORDS.levelExplained[level],
      WORDS.locations[location],
      status > 0 && WORDS.statuses[status],
    ].filter((state) => typeof state === 'string' && state !== '') as string[];
    const cite = clause === '' ? WORDS.findings.whole : WORDS.cite(clause);
    return el(
      'dd',
      { 'data-item': `item-${at}`, tabindex: -1 },
      el('span', { class: 'of' }, `${at + 1}`),
      this.text
        ? el(
            'a',
            { href: this.actions.addressOf(`evidence-${at}`), title: WORDS.document.toClause(cite) },
            quoted(cite),
          )
        : quoted(cite),
      el('span', { class: 'soft' }, WORDS.row(states)),
      words !== '' && el('q', { dir: 'auto', lang: this.row.language || undefined }, quoted(words)),
    );
  }

  private findings({ findings }: PageDetails): HTMLElement {
    const order = findings
      .map((_, at) => at)
      .sort((a, b) => severityOf(findings, b) - severityOf(findings, a) || a - b);
    return el(
      'section',
      {},
      el('h3', {}, WORDS.document.findings),
      findings.length === 0
        ? el('p', {}, WORDS.document.noFindings)
        : el('ol', { class: 'list' }, ...order.map((at) => this.finding(findings[at] as PageFinding, at))),
    );
  }

  private finding(finding: PageFinding, at: number): HTMLElement {
    const [ruleAt, severity, clause, start, end, message, authority, suggestion, accepted] = finding;
    const rule = this.archive.head.rules[ruleAt] as PageRule;
    const sources = authority.length > 0 ? authority : rule.authority;
    const model = suggestion === true ? rule.model[this.row.language] : suggestion;
    const cite = clause === '' ? WORDS.findings.whole : WORDS.cite(clause);
    return el(
      'li',
      { class: `severity-${severity}`, 'data-item': `finding-${at}`, tabindex: -1 },
      el('span', { class: 'severity' }, WORDS.severities[severity]),
      this.text
        ? el('a', { href: this.actions.addressOf(`finding-${at}`), title: WORDS.document.toClause(cite) }, quoted(cite))
        : el('span', { class: 'cite' }, quoted(cite)),
      start === end && clause !== '' && el('span', { class: 'soft' }, `(${WORDS.document.belongs})`),
      el('span', { class: 'message' }, quoted(message)),
      el('span', { class: 'id' }, rule.id),
      accepted !== '' && el('span', { class: 'soft' }, WORDS.document.accepted(accepted)),
      (sources.length > 0 || typeof model === 'string') &&
        el(
          'details',
          {},
          el('summary', {}, WORDS.document.authority),
          el('ul', {}, ...sources.map((source) => el('li', {}, source))),
          typeof model === 'string' &&
            model !== '' &&
            el('p', {}, el('strong', {}, `${WORDS.document.model}: `), el('q', { dir: 'auto' }, quoted(model))),
        ),
    );
  }

  private notices(notices: readonly string[]): HTMLElement {
    return el(
      'section',
      {},
      el('h3', {}, WORDS.document.notices),
      el('ul', {}, ...notices.map((notice) => el('li', {}, quoted(notice)))),
    );
  }
}

function severityOf(findings: readonly PageFinding[], at: number): number {
  return (findings[at] as PageFinding)[1];
}
