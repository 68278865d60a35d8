import { escapeXml } from '../xml/raw-text.ts';
import type { AnnotateOptions, Annotation, Captions, Signature } from './annotation.ts';
import { englishCaptions } from './annotation.ts';
import { signed } from './markup.ts';

/** One paragraph of a comment: a caption in bold, where it has one, and the words. */
interface CommentLine {
  readonly caption?: string;
  readonly words: string;
}

/** What a comment says, line by line. The rule's id is the last word, so that a later run knows the comment again. */
export function commentLines(
  annotation: Annotation,
  draft: string,
  options: AnnotateOptions,
  suggested: boolean,
): CommentLine[] {
  const captions: Captions = { ...englishCaptions, ...options.captions };
  const message = options.redact ? withoutQuotations(annotation.message, draft) : annotation.message;
  const lines: CommentLine[] = message.split(/\n+/).map((words) => ({ words }));
  if (annotation.authority?.length) {
    lines.push({ caption: captions.authority, words: annotation.authority.join('; ') });
  }
  if (suggested) {
    lines.push({ words: captions.suggested });
  } else if (annotation.modelClause) {
    const [first = '', ...rest] = annotation.modelClause.split(/\n+/);
    lines.push({ caption: captions.modelClause, words: first }, ...rest.map((words) => ({ words })));
  }
  lines.push({ caption: captions.rule, words: annotation.rule });
  return lines;
}

/** What a remark says as plain text, for formats whose remarks have no looks. */
export function remarkText(annotation: Annotation, draft: string, options: AnnotateOptions): string {
  return commentLines(annotation, draft, options, false)
    .map(({ caption, words }) => (caption === undefined ? words : `${caption} ${words}`))
    .join('\n');
}

/** The rule that a comment is about, if a run of this program wrote it. */
export function ruleOf(comment: string): string | undefined {
  const lastLine = comment.slice(comment.lastIndexOf('\n') + 1);
  return /\S\s+(\S+)$/.exec(lastLine)?.[1];
}

export interface CommentStyles {
  /** Ids of the styles that Word gives a comment's paragraphs and its mark, where the draft has them. */
  readonly text: string | undefined;
  readonly reference: string | undefined;
}

/** A `w:comment` element. */
export function commentMarkup(
  prefix: string,
  id: number,
  lines: readonly CommentLine[],
  signature: Signature,
  styles: CommentStyles,
): string {
  const w = prefix;
  const style = styles.text === undefined ? '' : `<${w}:pStyle ${w}:val="${escapeXml(styles.text)}"/>`;
  const paragraphs = lines.map(({ caption, words }, index) => {
    const rightToLeft = isRightToLeft(`${caption ?? ''} ${words}`);
    const properties = `${style}${rightToLeft ? `<${w}:bidi/>` : ''}`;
    const look = styles.reference === undefined ? '' : `<${w}:rStyle ${w}:val="${escapeXml(styles.reference)}"/>`;
    const shown = look && `<${w}:rPr>${look}</${w}:rPr>`;
    const mark = index === 0 ? `<${w}:r>${shown}<${w}:annotationRef/></${w}:r>` : '';
    const runs = [
      caption === undefined ? '' : textRun(w, `${caption} `, `<${w}:b/>`, rightToLeft),
      textRun(w, words, '', rightToLeft),
    ];
    return `<${w}:p>${properties && `<${w}:pPr>${properties}</${w}:pPr>`}${mark}${runs.join('')}</${w}:p>`;
  });
  const initials = `${w}:initials="${escapeXml(signature.initials)}"`;
  return `<${w}:comment ${signed(w, id, signature)} ${initials}>${paragraphs.join('')}</${w}:comment>`;
}

function textRun(w: string, words: string, bold: string, rightToLeft: boolean): string {
  const properties = `${bold}${rightToLeft ? `<${w}:rtl/>` : ''}`;
  const shown = properties && `<${w}:rPr>${properties}</${w}:rPr>`;
  return `<${w}:r>${shown}<${w}:t xml:space="preserve">${escapeXml(words)}</${w}:t></${w}:r>`;
}

/** Whether the first letter is of a script written from right to left. */
function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(first);
}

/** Takes out what a message quotes of the draft; a quotation of anything else stays. */
function withoutQuotations(message: string, draft: string): string {
  const squeezed = squeeze(draft);
  return message.replace(/([“"«„‘'])([^“”"«»„‘]+?)([”"»“’'])/g, (whole, open: string, words: string, close: string) =>
    squeezed.includes(squeeze(words)) ? `${open}…${close}` : whole,
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
