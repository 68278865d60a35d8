import * as vscode from 'vscode';
import type { ActiveDraft } from './active-draft.ts';
import type { Reading } from './protocol.ts';
import { readingName, typeName } from './wording.ts';

/** Says what the draft is taken for and how its brackets are read. A click changes either. */
export class StatusBar implements vscode.Disposable {
  private readonly type = vscode.window.createStatusBarItem('poclint.type', vscode.StatusBarAlignment.Right, 90);
  private readonly reading = vscode.window.createStatusBarItem('poclint.reading', vscode.StatusBarAlignment.Right, 89);
  private readonly readings = new Map<string, Reading>();
  private readonly draft: ActiveDraft;
  private readonly subscription: vscode.Disposable;

  constructor(draft: ActiveDraft) {
    this.draft = draft;
    this.type.name = vscode.l10n.t('Agreement type');
    this.type.command = 'poclint.chooseType';
    this.reading.name = vscode.l10n.t('Reading of brackets');
    this.reading.command = 'poclint.chooseReading';
    this.reading.tooltip = vscode.l10n.t(
      'How brackets and tracked changes are settled for the review. Click to change.',
    );
    this.subscription = draft.onChanged(() => this.refresh());
    this.refresh();
  }

  remember(uri: vscode.Uri, reading: Reading): void {
    this.readings.set(uri.toString(), reading);
    this.refresh();
  }

  dispose(): void {
    this.subscription.dispose();
    this.type.dispose();
    this.reading.dispose();
  }

  private refresh(): void {
    const { coverage, uri } = this.draft;
    if (!uri || !coverage) {
      this.type.hide();
      this.reading.hide();
      return;
    }
    if (coverage.status !== 'reviewed') {
      this.type.text = `$(law) ${vscode.l10n.t('Not reviewed')}`;
      this.type.tooltip = coverage.reason;
      this.type.show();
      this.reading.hide();
      return;
    }
    const { value, source, confidence } = coverage.type;
    const isInferred = source === 'inferred';
    this.type.text = `$(law) ${typeName(value)}${isInferred ? '?' : ''}`;
    this.type.tooltip = isInferred
      ? vscode.l10n.t(
          'Agreement type, inferred from the text with {0} % confidence. Click to change.',
          Math.round(confidence * 100),
        )
      : vscode.l10n.t('Agreement type. Click to change.');
    this.reading.text = `$(symbol-array) ${readingName(this.readings.get(uri.toString()) ?? 'accepted')}`;
    this.type.show();
    this.reading.show();
  }
}
