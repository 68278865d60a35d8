import { canNameRule, type NewRuleFile, newRuleFiles } from '@poclint/project/rule/new-rule';
import * as vscode from 'vscode';

const { t } = vscode.l10n;
/** Where own rules go in a workspace that has none yet. */
const FOLDER = 'poclint-rules';

/** Begins a rule of the user's own: a page and its words in the workspace's folder of rules, which the settings then name. */
export async function newRule(): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (!workspace) {
    void vscode.window.showInformationMessage(t('Open a folder first: a rule lies in files beside the drafts.'));
    return;
  }
  const id = await vscode.window.showInputBox({
    title: t('What is the rule to be called?'),
    prompt: t('Small letters and hyphens, with poc-, grp- or sgbv- before them, such as poc-water-points.'),
    validateInput: (value) =>
      canNameRule(value) ? undefined : t('Use small letters, digits and hyphens, such as poc-water-points.'),
  });
  if (!id) return;
  const settings = vscode.workspace.getConfiguration('poclint', workspace);
  const [known] = settings.get<readonly string[]>('rules') ?? [];
  const folder = vscode.Uri.joinPath(workspace.uri, known ?? FOLDER);
  const { page, words } = newRuleFiles(id, new Date().getFullYear());
  if (await exists(vscode.Uri.joinPath(folder, page.path))) {
    void vscode.window.showWarningMessage(t('There is already a rule “{0}”.', id));
  } else {
    for (const file of [words, page]) await write(folder, file);
    if (known === undefined) await settings.update('rules', [FOLDER], vscode.ConfigurationTarget.Workspace);
  }
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, page.path));
}

function write(folder: vscode.Uri, { path, content }: NewRuleFile): Thenable<void> {
  return vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(content));
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
