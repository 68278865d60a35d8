export { createMarkdownReader } from './markdown/markdown.ts';
export { readPlainText } from './plain-text/plain-text.ts';
export { readMarkdown, readTextDraft } from './read-text-draft.ts';
export { UnreadableDraft } from './unreadable-draft.ts';
