import * as vscode from 'vscode';
import type { ActiveDraft } from './active-draft.ts';
import { decodeBase64 } from './base64.ts';
import type { CoverageView } from './coverage-view.ts';
import { type RenderedDrafts, type RulePages, showPage } from './draft-pages.ts';
import { newRule } from './new-rule.ts';
import { AGREEMENT_TYPES, type PlaceRange, READINGS, type ReviewedCoverage } from './protocol.ts';
import { DRAFT_SCHEME, rangeOf, type Server } from './server.ts';
import type { StatusBar } from './status-bar.ts';
import { GO_TO, type TablePages } from './table-page.ts';
import { coverageReport, parityTable, readingsTable } from './tables.ts';
import type { VersionComparison } from './version-comparison.ts';
import { readingName, typeName } from './wording.ts';

const { t } = vscode.l10n;

/** What the commands work with. */
export interface Parts {
  readonly server: Server;
  readonly draft: ActiveDraft;
  readonly view: CoverageView;
  readonly status: StatusBar;
  readonly rendered: RenderedDrafts;
  readonly rules: RulePages;
  readonly tables: TablePages;
  readonly comparison: VersionComparison;
}

export function registerCommands(parts: Parts): vscode.Disposable[] {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'poclint.review': () => review(parts),
    'poclint.reviewFile': (source?: vscode.Uri) => reviewFile(parts, source),
    'poclint.annotateCopy': (address?: vscode.Uri) => annotateCopy(parts, address),
    'poclint.chooseType': () => chooseType(parts),
    'poclint.chooseReading': () => chooseReading(parts),
    [GO_TO]: goTo,
    'poclint.showCoverage': () => vscode.commands.executeCommand('poclint.coverage.focus'),
    'poclint.filterCoverage': () => parts.view.filter(),
    'poclint.explainRule': (rule: string) => showPage(parts.rules.addressOf(rule)),
    'poclint.explainTopic': (node?: { topic?: { id: string } }) =>
      node?.topic && showPage(parts.rules.addressOf(node.topic.id)),
    'poclint.acceptFinding': (uri: string, fingerprint: string) => accept(parts, uri, fingerprint),
    'poclint.insertClause': (uri: string, edit: { range: PlaceRange; newText: string }, title: string) =>
      insertAfterPreview(vscode.Uri.parse(uri), edit.range, edit.newText, title),
    'poclint.insertModelClause': (node?: { topic?: { id: string; title: string }; uri?: vscode.Uri }) =>
      insert(parts, node),
    'poclint.compareVersions': () => compareVersions(parts),
    'poclint.compareLanguages': () => compareLanguages(parts),
    'poclint.showReadings': () =>
      withCoverage(parts, (uri, coverage) =>
        parts.tables.show(t('Brackets'), readingsTable(fileName(uri), uri, coverage)),
      ),
    'poclint.exportReport': () => exportReport(parts),
    'poclint.newRule': newRule,
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** Shows a place in a draft, which may be named by a page that lies beside it. */
async function goTo(uri: string, range: PlaceRange): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: rangeOf(range),
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
}

function fileName(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

/** Reviews the text in the editor, whatever it looks like. */
async function review({ server, draft }: Parts): Promise<void> {
  if (!draft.uri) return sayNoDraft();
  await server.choose(draft.uri, { asked: true });
  await draft.refresh();
  await vscode.commands.executeCommand('poclint.coverage.focus');
}

function sayNoDraft(): void {
  void vscode.window.showInformationMessage(
    t('Open a draft agreement first: a Markdown or text file, or a Word or PDF file from the explorer.'),
  );
}

async function reviewFile({ rendered, draft }: Parts, source?: vscode.Uri): Promise<void> {
  const chosen = source ?? (await pickDraft(t('Review a Word or PDF file')));
  if (!chosen) return;
  const document = await vscode.workspace.openTextDocument(rendered.addressOf(chosen));
  await vscode.window.showTextDocument(document, { preview: false });
  await draft.refresh();
  await vscode.commands.executeCommand('poclint.coverage.focus');
}

async function pickDraft(title: string): Promise<vscode.Uri | undefined> {
  const filters = { [t('Drafts')]: ['docx', 'pdf', 'odt', 'rtf', 'md', 'txt', 'html'] };
  const [chosen] = (await vscode.window.showOpenDialog({ title, filters, canSelectMany: false })) ?? [];
  return chosen;
}

/** Writes a copy of a Word file with the findings as comments; the file itself stays as it is. */
async function annotateCopy({ server, rendered, draft }: Parts, address?: vscode.Uri): Promise<void> {
  const shown = address ?? draft.uri;
  if (!shown) return sayNoDraft();
  const source = shown.scheme === DRAFT_SCHEME ? rendered.sourceOf(shown) : shown;
  const { bytes, comments, problem } = await server.annotate(source);
  if (problem || bytes === undefined) {
    void vscode.window.showErrorMessage(problem ?? t('The file could not be annotated.'));
    return;
  }
  const copy = source.with({ path: source.path.replace(/(\.[^./]+)$/, '.reviewed$1') });
  await vscode.workspace.fs.writeFile(copy, decodeBase64(bytes));
  void vscode.window.showInformationMessage(
    t('Comments written to {1}: {0}.', comments, copy.path.split('/').at(-1) as string),
  );
}

async function chooseType({ server, draft }: Parts): Promise<void> {
  const { uri } = draft;
  if (!uri) return sayNoDraft();
  const inferred = { label: t('Infer the type from the text'), type: null };
  const types = AGREEMENT_TYPES.map((type) => ({ label: typeName(type), type }));
  const chosen = await vscode.window.showQuickPick([inferred, ...types], {
    title: t('What kind of agreement is this draft?'),
  });
  if (!chosen) return;
  await server.choose(uri, { type: chosen.type, asked: true });
  await draft.refresh();
}

async function chooseReading({ server, draft, status }: Parts): Promise<void> {
  const { uri } = draft;
  if (!uri) return sayNoDraft();
  const readings = READINGS.map((reading) => ({ label: readingName(reading), reading }));
  const chosen = await vscode.window.showQuickPick(readings, {
    title: t('How are brackets and tracked changes to be read?'),
  });
  if (!chosen) return;
  await server.choose(uri, { reading: chosen.reading });
  status.remember(uri, chosen.reading);
  await draft.refresh();
}

/** Leaves a finding standing, with the reason that the user gives, in the accepted.yaml beside the draft. */
async function accept({ server }: Parts, uri: string, fingerprint: string): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: t('Why is this finding left standing?'),
    prompt: t('The reason is written to accepted.yaml beside the draft, for everybody who reviews it.'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? t('Give a reason.') : undefined),
  });
  if (!reason) return;
  const entry = await server.acceptance(uri, fingerprint, reason.trim());
  if (!entry) return;
  const file = vscode.Uri.parse(entry.uri);
  const edit = new vscode.WorkspaceEdit();
  if (!entry.exists) edit.createFile(file, { ignoreIfExists: true });
  edit.insert(file, new vscode.Position(entry.at.line, entry.at.character), entry.text);
  await vscode.workspace.applyEdit(edit);
  await (await vscode.workspace.openTextDocument(file)).save();
}

/** Shows a topic's model clause and puts it where it belongs. */
async function insert(
  { server, draft }: Parts,
  node?: { topic?: { id: string; title: string }; uri?: vscode.Uri },
): Promise<void> {
  const uri = node?.uri ?? draft.uri;
  if (!uri || !node?.topic) return;
  const clause = await server.modelClause(uri, node.topic.id);
  if (!clause) {
    void vscode.window.showInformationMessage(t('The rule has no model clause in the language of this draft.'));
    return;
  }
  await insertAfterPreview(uri, clause.range, clause.text, node.topic.title);
}

/** A model clause is read before it is taken over, and stands selected afterwards. */
async function insertAfterPreview(uri: vscode.Uri, range: PlaceRange, text: string, title: string): Promise<void> {
  const take = t('Insert');
  const chosen = await vscode.window.showInformationMessage(title, { modal: true, detail: text.trim() }, take);
  if (chosen !== take) return;
  const editor = await vscode.window.showTextDocument(uri);
  const { start } = rangeOf(range);
  await editor.edit((edit) => edit.insert(start, text));
  const offset = editor.document.offsetAt(start);
  editor.selection = new vscode.Selection(start, editor.document.positionAt(offset + text.length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function compareVersions({ draft, comparison }: Parts): Promise<void> {
  const { uri } = draft;
  if (!uri) return sayNoDraft();
  const earlier = await pickDraft(t('Compare with which earlier version?'));
  if (earlier) await comparison.show(earlier, uri);
}

/** Shows where two language versions differ, from another file or from the two halves of this one. */
async function compareLanguages({ server, draft, rendered, tables }: Parts): Promise<void> {
  const { uri } = draft;
  if (!uri) return sayNoDraft();
  const places = [
    { label: t('In another file…'), isHere: false },
    { label: t('In this file: it holds both'), isHere: true },
  ];
  const chosen = await vscode.window.showQuickPick(places, { title: t('Where is the other language version?') });
  if (!chosen) return;
  const other = chosen.isHere ? undefined : await pickDraft(t('Compare with which other language version?'));
  if (!chosen.isHere && !other) return;
  const first = uri.scheme === DRAFT_SCHEME ? rendered.sourceOf(uri) : uri;
  const answer = await server.parity(first, other);
  if (answer.problem) {
    void vscode.window.showWarningMessage(answer.problem);
    return;
  }
  tables.show(
    t('Language versions'),
    parityTable(answer, (address) => rendered.shownAt(vscode.Uri.parse(address))),
  );
}

async function withCoverage(
  { draft }: Parts,
  use: (uri: vscode.Uri, coverage: ReviewedCoverage) => unknown,
): Promise<void> {
  await draft.refresh();
  const { uri, coverage } = draft;
  if (!uri || coverage?.status !== 'reviewed') return sayNoDraft();
  await use(uri, coverage);
}

/** Writes the coverage as a page, or the whole report as the command line's JSON. */
async function exportReport({ server, draft }: Parts): Promise<void> {
  const { uri } = draft;
  const coverage = uri && (await server.coverage(uri, true));
  if (!uri || coverage?.status !== 'reviewed') return sayNoDraft();
  const name =
    uri.path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]+$/, '') ?? 'draft';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.coverage.md`) }),
    filters: { Markdown: ['md'], JSON: ['json'] },
  });
  if (!target) return;
  const isJson = target.path.endsWith('.json');
  const content = isJson
    ? `${JSON.stringify(coverage.report, undefined, 2)}\n`
    : coverageReport(fileName(uri), coverage);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  await vscode.window.showTextDocument(target);
}
