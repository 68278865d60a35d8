import * as vscode from 'vscode';
import type { ActiveDraft } from './active-draft.ts';
import { type Evidence, type Family, READINGS, STANDINGS, type Standing, type Topic } from './protocol.ts';
import { DRAFT_SCHEME } from './server.ts';
import { GO_TO } from './table-page.ts';
import { familyName, levelName, readingName, standingName, topicStanding } from './wording.ts';

type Node =
  | { readonly kind: 'family'; readonly family: Family; readonly topics: readonly Topic[] }
  | { readonly kind: 'topic'; readonly topic: Topic; readonly uri: vscode.Uri }
  | { readonly kind: 'evidence'; readonly evidence: Evidence; readonly uri: vscode.Uri };

const ICONS: Readonly<Record<Standing, readonly [icon: string, colour: string]>> = {
  agreed: ['pass-filled', 'testing.iconPassed'],
  soft: ['circle-large-outline', 'charts.yellow'],
  brackets: ['symbol-array', 'charts.orange'],
  preamble: ['book', 'charts.yellow'],
  missing: ['circle-slash', 'disabledForeground'],
};

/** Topics by family, with how they stand in the draft that is being edited. */
export class CoverageView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly draft: ActiveDraft;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscription: vscode.Disposable;
  private shown: ReadonlySet<Standing> = new Set(STANDINGS);
  private isExpectedOnly = true;

  constructor(draft: ActiveDraft) {
    this.draft = draft;
    this.view = vscode.window.createTreeView('poclint.coverage', { treeDataProvider: this, showCollapseAll: true });
    this.subscription = draft.onChanged(() => this.refresh());
    this.refresh();
  }

  getChildren(node?: Node): Node[] {
    const { coverage, uri } = this.draft;
    if (!uri || coverage?.status !== 'reviewed') return [];
    if (!node)
      return coverage.families
        .map(({ family, topics }) => ({
          kind: 'family' as const,
          family,
          topics: topics.filter((one) => this.isShown(one)),
        }))
        .filter(({ topics }) => topics.length > 0);
    if (node.kind === 'family') return sorted(node.topics).map((topic) => ({ kind: 'topic', topic, uri }));
    if (node.kind === 'topic') return node.topic.evidence.map((evidence) => ({ kind: 'evidence', evidence, uri }));
    return [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'family') return familyItem(node.family, node.topics);
    return node.kind === 'topic' ? topicItem(node.topic, node.uri) : evidenceItem(node.evidence, node.uri);
  }

  /** Asks which topics are to be shown. */
  async filter(): Promise<void> {
    const expected = {
      label: vscode.l10n.t('Only topics that this type of agreement should cover'),
      picked: this.isExpectedOnly,
    };
    const standings = STANDINGS.map((standing) => ({
      label: standingName(standing),
      standing,
      picked: this.shown.has(standing),
    }));
    const chosen = await vscode.window.showQuickPick<{ label: string; picked: boolean; standing?: Standing }>(
      [expected, ...standings],
      { canPickMany: true, title: vscode.l10n.t('Show topics') },
    );
    if (!chosen) return;
    this.isExpectedOnly = chosen.some(({ standing }) => standing === undefined);
    this.shown = new Set(chosen.flatMap(({ standing }) => standing ?? []));
    this.refresh();
  }

  dispose(): void {
    this.subscription.dispose();
    this.view.dispose();
  }

  private isShown(topic: Topic): boolean {
    return this.shown.has(topic.standing) && (!this.isExpectedOnly || topic.isExpected || topic.standing !== 'missing');
  }

  private refresh(): void {
    const { coverage } = this.draft;
    this.changed.fire(undefined);
    if (coverage?.status !== 'reviewed') {
      this.view.badge = undefined;
      this.view.message =
        coverage && coverage.reason !== ''
          ? vscode.l10n.t('{0} Use “Review this text as a draft” to review it all the same.', coverage.reason)
          : vscode.l10n.t('Open a draft agreement to see what it protects.');
      return;
    }
    const { errors, covered, expected, bracketed } = coverage;
    const counts = vscode.l10n.t('{0} of {1} expected topics are covered.', covered, expected);
    this.view.badge = errors > 0 ? { value: errors, tooltip: vscode.l10n.t('Errors: {0}', errors) } : undefined;
    this.view.message = bracketed > 0 ? `${counts} ${vscode.l10n.t('Only in brackets: {0}.', bracketed)}` : counts;
  }
}

const WEIGHT = { error: 0, warning: 1, info: 2, off: 3 } as const;

/** What is missing and matters most stands first. */
function sorted(topics: readonly Topic[]): Topic[] {
  const rank = ({ standing }: Topic) => STANDINGS.length - STANDINGS.indexOf(standing);
  return [...topics].sort((a, b) => rank(a) - rank(b) || WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function familyItem(family: Family, topics: readonly Topic[]): vscode.TreeItem {
  const item = new vscode.TreeItem(familyName(family), vscode.TreeItemCollapsibleState.Expanded);
  const agreed = topics.filter(({ standing }) => standing === 'agreed').length;
  item.id = family;
  item.description = vscode.l10n.t('{0} of {1} agreed', agreed, topics.length);
  return item;
}

function topicItem(topic: Topic, uri: vscode.Uri): vscode.TreeItem {
  const hasEvidence = topic.evidence.length > 0;
  const item = new vscode.TreeItem(
    topic.title,
    hasEvidence ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const isError = topic.standing === 'missing' && topic.severity === 'error' && !topic.isAccepted;
  const [icon, colour] = isError ? ['error', 'list.errorForeground'] : ICONS[topic.standing];
  item.id = topic.id;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  const best = topic.evidence[0];
  const standing = topic.isAccepted ? vscode.l10n.t('accepted') : topicStanding(topic);
  item.description = best ? `${standing} · ${best.clause}` : standing;
  item.tooltip = new vscode.MarkdownString(
    `**${topic.title}**\n\n${standing}\n\n${READINGS.map(
      (reading) => `- ${readingName(reading)}: ${levelName(topic.readings[reading])}`,
    ).join('\n')}`,
  );
  const range = best?.range ?? topic.place?.range;
  if (range) item.command = { command: GO_TO, title: vscode.l10n.t('Go to'), arguments: [uri.toString(), range] };
  // The text of a Word or PDF file is for reading only.
  const takesClause = topic.standing !== 'agreed' && uri.scheme !== DRAFT_SCHEME;
  item.contextValue = takesClause ? 'topic.open' : 'topic';
  return item;
}

function evidenceItem(evidence: Evidence, uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(evidence.clause, vscode.TreeItemCollapsibleState.None);
  item.description = `${levelName(evidence.level)} · ${evidence.quote}`;
  item.tooltip = evidence.quote;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.command = { command: GO_TO, title: vscode.l10n.t('Go to'), arguments: [uri.toString(), evidence.range] };
  return item;
}
