import { createWorkerTask, type WorkerWays } from '@poclint/archive/run/worker-task';
import { localeOf } from '@poclint/messages';
import { parseDraft } from '../drafts/load-draft.ts';
import type { RecognitionLanguage } from '../drafts/recognition-languages.ts';
import { redact } from '../report/redaction.ts';

/** How this command reads drafts and redacts reports, wherever it does. */
export const WAYS: WorkerWays = {
  read: ({ charset, recognise, context }) => {
    const languages = (recognise ?? []) as readonly RecognitionLanguage[];
    return (name, bytes, isText) =>
      parseDraft(name, bytes, {
        charset: isText ? 'utf-8' : charset,
        locale: localeOf(context.locale),
        ...(languages.length > 0 && { recognise: languages }),
      });
  },
  redact,
};

/** What a thread of the pool runs. */
export default createWorkerTask(WAYS);
