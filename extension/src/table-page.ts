import * as vscode from 'vscode';
import type { PlaceRange } from './protocol.ts';

/** A table that is read beside a draft, and whose cells lead to the words that they are about. */
export interface TablePage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: string;
  /** Stretches of the text that are set off. */
  readonly marks?: readonly { readonly start: number; readonly end: number }[];
  /** Stands above the text; a click goes to the place. */
  readonly caption?: string;
  readonly place?: { readonly uri: vscode.Uri; readonly range: PlaceRange };
  /** Stands below the text, in small print. */
  readonly note?: string;
  readonly tone?: 'error' | 'warning' | 'info' | 'absent';
}

/** The one command that a page may run. */
export const GO_TO = 'poclint.goTo';

const STYLE = `
  body { padding: 0 1.5rem 2rem; line-height: 1.45; }
  h1 { font-size: 1.35rem; font-weight: 600; }
  p { max-width: 60rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; vertical-align: top; padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--vscode-panel-border); }
  th { border-bottom: 2px solid var(--vscode-panel-border); font-weight: 600; }
  .caption { display: block; font-weight: 600; text-decoration: none; margin-bottom: 0.15rem; }
  .note { display: block; opacity: 0.75; font-size: 0.9em; margin-top: 0.2rem; }
  .absent { opacity: 0.75; font-style: italic; }
  .error, .warning, .info { border-inline-start: 4px solid; }
  .error { border-inline-start-color: var(--vscode-editorError-foreground); }
  .warning { border-inline-start-color: var(--vscode-editorWarning-foreground); }
  .info { border-inline-start-color: var(--vscode-editorInfo-foreground); }
  mark { color: inherit; background: var(--vscode-editor-findMatchHighlightBackground); border-radius: 2px; padding: 0 1px; }
`;

/** Shows tables in panels beside the draft, one for each title. */
export class TablePages implements vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();

  show(name: string, page: TablePage): void {
    let panel = this.panels.get(name);
    if (!panel) {
      panel = vscode.window.createWebviewPanel(
        'poclint.table',
        name,
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableCommandUris: [GO_TO], enableFindWidget: true, localResourceRoots: [] },
      );
      panel.onDidDispose(() => this.panels.delete(name));
      this.panels.set(name, panel);
    }
    panel.webview.html = htmlOf(page, vscode.env.language);
    panel.reveal(undefined, true);
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
  }
}

/** The page as HTML: no script, nothing from elsewhere, and every word of a draft escaped. */
function htmlOf({ title, paragraphs, head, rows }: TablePage, language: string): string {
  const direction = /^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
  const lines = rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`);
  const table = `<table><thead><tr>${head.map((one) => `<th dir="auto">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${escapeHtml(title)}</h1>
${paragraphs.map((one) => `<p dir="auto">${escapeHtml(one)}</p>`).join('\n')}
${rows.length > 0 ? table : ''}
</body>
</html>`;
}

function cellOf({ text, marks = [], caption, place, note, tone }: Cell): string {
  const heading = caption === undefined ? '' : place ? linkOf(caption, place) : spanOf('caption', caption);
  return `<td dir="auto"${tone ? ` class="${tone}"` : ''}>${heading}${marked(text, marks)}${note ? spanOf('note', note) : ''}</td>`;
}

function linkOf(caption: string, { uri, range }: NonNullable<Cell['place']>): string {
  const address = encodeURIComponent(JSON.stringify([uri.toString(), range]));
  return `<a class="caption" href="command:${GO_TO}?${address}">${isolated(caption)}</a>`;
}

function spanOf(name: string, text: string): string {
  return `<span class="${name}">${isolated(text)}</span>`;
}

/** Words that have no say in the direction of what is around them: a cell runs as the clause in it does. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

function marked(text: string, marks: NonNullable<Cell['marks']>): string {
  let html = '';
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
