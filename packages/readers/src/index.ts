export { annotateWord } from './annotate/annotate-word.ts';
export type { AnnotateOptions, Annotation } from './annotate/annotation.ts';
export { annotateText, setRemarksApart, withoutRemarks } from './annotate/text-remarks.ts';
export { charsetNotices, type DecodedText, decodeText } from './charset/charset.ts';
export { readHtml } from './html/html.ts';
export type { MarkdownReader } from './markdown/markdown.ts';
export { annotatePdf, type PagePlace, type PdfAnnotation, placesOf } from './pdf/annotations.ts';
export { readPlainText } from './plain-text/plain-text.ts';
export { type ReadOptions, readDraft } from './read-draft.ts';
export {
  createMarkdownReader,
  createTextDraftReader,
  readMarkdown,
  readTextDraft,
  type TextDraftReader,
} from './read-text-draft.ts';
export { UnreadableDraft } from './unreadable-draft.ts';
export { readWordByAuthor } from './word/read-by-author.ts';
