import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  InsertTextFormat,
  MarkupKind,
  type Range,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { AcceptanceEntry } from '../service/acceptance.ts';
import type { ModelClause } from '../service/completion.ts';
import type { TextChange } from '../service/insertion.ts';
import type { Lens, LevelMark } from '../service/lenses.ts';
import type { Division } from '../service/outline.ts';
import type { Places } from '../service/places.ts';
import type { Remark } from '../service/remarks.ts';
import type { Remedy } from '../service/remedies.ts';
import type { Words } from '../service/words.ts';

/** What a client can do with answers, as far as it bears on them. */
export interface ClientForm {
  readonly hasCommands: boolean;
  readonly annotates: boolean;
  readonly relates: boolean;
  readonly pageOf: (rule: string) => string | undefined;
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** What a diagnostic carries so that its remedies are found again. */
export interface DiagnosticData {
  readonly fingerprint?: string;
}

export function diagnosticOf(remark: Remark, uri: string, form: ClientForm): Diagnostic {
  const page = remark.rule && (form.pageOf(remark.rule) ?? remark.page);
  const related: DiagnosticRelatedInformation[] = remark.related.map(({ range, message }) => ({
    location: { uri, range },
    message,
  }));
  return {
    range: remark.range,
    severity: SEVERITIES[remark.severity],
    source: 'poclint',
    message: remark.message,
    ...(remark.rule && { code: remark.rule }),
    ...(page && { codeDescription: { href: page } }),
    ...(form.relates && related.length > 0 && { relatedInformation: related }),
    ...(remark.isFaded && { tags: [DiagnosticTag.Unnecessary] }),
    ...(remark.fingerprint && { data: { fingerprint: remark.fingerprint } satisfies DiagnosticData }),
  };
}

/** What a remedy needs of the draft that it is for. */
export interface RemedyPlace {
  readonly uri: string;
  readonly version: number;
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
  readonly words: Words;
  /** The entry that accepts a finding, for a client that cannot ask for the reason. */
  readonly acceptance: (remedy: Remedy) => AcceptanceEntry | undefined;
}

export function actionOf(remedy: Remedy, place: RemedyPlace, form: ClientForm): CodeAction | undefined {
  const { finding } = remedy;
  const cause = place.diagnostics.filter(
    (one) => (one.data as DiagnosticData | undefined)?.fingerprint === finding.fingerprint,
  );
  const base = { title: remedy.title, kind: CodeActionKind.QuickFix, ...(cause.length > 0 && { diagnostics: cause }) };
  switch (remedy.kind) {
    case 'insert': {
      if (!form.hasCommands) return { ...base, edit: changeEdit(remedy.change, remedy.title, place, form, true) };
      const edit = { range: place.places.range(remedy.change.span), newText: remedy.change.text };
      return { ...base, command: command('poclint.insertClause', remedy.title, place.uri, edit, remedy.title) };
    }
    case 'replace':
      return { ...base, edit: changeEdit(remedy.change, remedy.title, place, form, false) };
    case 'accept': {
      if (form.hasCommands)
        return { ...base, command: command('poclint.acceptFinding', remedy.title, place.uri, finding.fingerprint) };
      const entry = place.acceptance(remedy);
      return entry && { ...base, edit: acceptanceEdit(entry) };
    }
    case 'explain':
      return {
        ...base,
        command: command(form.hasCommands ? 'poclint.explainRule' : 'poclint.explain', remedy.title, finding.rule),
      };
  }
}

function command(name: string, title: string, ...args: unknown[]) {
  return { title, command: name, arguments: args };
}

/** A model clause is shown before it is taken over, where the client can do that. */
function changeEdit(
  change: TextChange,
  title: string,
  { uri, version, places, words }: RemedyPlace,
  form: ClientForm,
  isPreviewed: boolean,
): WorkspaceEdit {
  const edit = { range: places.range(change.span), newText: change.text };
  if (!isPreviewed || !form.annotates) return { changes: { [uri]: [edit] } };
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: [{ ...edit, annotationId: 'model-clause' }] }],
    changeAnnotations: {
      'model-clause': { label: title, description: words.preview, needsConfirmation: true },
    },
  };
}

export function acceptanceEdit({ uri, exists, at, text }: AcceptanceEntry): WorkspaceEdit {
  const edits = [{ range: { start: at, end: at }, newText: text }];
  const change = { textDocument: { uri, version: null }, edits };
  return { documentChanges: exists ? [change] : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] };
}

export function lensOf({ span, title }: Lens, uri: string, places: Places, form: ClientForm): CodeLens {
  return {
    range: places.range(span),
    command: form.hasCommands ? { title, command: 'poclint.showCoverage', arguments: [uri] } : { title, command: '' },
  };
}

export function hintOf({ offset, label, detail }: LevelMark, places: Places): InlayHint {
  return { position: places.at(offset), label, tooltip: detail, paddingLeft: true };
}

const KINDS = {
  title: SymbolKind.File,
  article: SymbolKind.Namespace,
  clause: SymbolKind.Property,
  item: SymbolKind.EnumMember,
} as const;

export function symbolOf(division: Division, places: Places): DocumentSymbol {
  return {
    name: division.name,
    ...(division.detail && { detail: division.detail }),
    kind: KINDS[division.kind],
    range: places.range(division.span),
    selectionRange: places.range(division.own),
    children: division.children.map((child) => symbolOf(child, places)),
  };
}

export function foldOf(range: Range): FoldingRange | undefined {
  return range.end.line > range.start.line ? { startLine: range.start.line, endLine: range.end.line } : undefined;
}

export function completionOf(clause: ModelClause): CompletionItem {
  return {
    label: clause.label,
    kind: CompletionItemKind.Text,
    detail: clause.detail,
    documentation: { kind: MarkupKind.Markdown, value: clause.documentation },
    insertText: clause.text,
    insertTextFormat: InsertTextFormat.PlainText,
    filterText: clause.filter,
    sortText: clause.order,
  };
}
