export { readPlainText } from './plain-text/plain-text.ts';
export { readTextDraft } from './read-text-draft.ts';
export { UnreadableDraft } from './unreadable-draft.ts';
