import { parseDocument } from 'yaml';
import type { FrontMatter, Settings } from './front-matter.ts';

/** Reads the YAML of front matter. Broken YAML never makes a draft unreadable: it is a notice with its line. */
export function readSettings(frontMatter: FrontMatter): Settings {
  const { body, bodyStart } = frontMatter;
  const document = parseDocument(body, { prettyErrors: false, strict: true, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    if (!/^[\w-]+[ \t]*:(?:\s|$)/m.test(body)) return { notices: [], words: true };
    const offset = Math.min(error.pos[0], body.length);
    const line = body.slice(0, offset).split(/\r\n?|\n/).length + 1;
    return {
      notices: [
        {
          name: 'broken-front-matter',
          message: `The settings at the start of the draft are not valid YAML (line ${line}: ${plain(error.message)}), so none of them is used.`,
          facts: { line },
          span: [
            bodyStart + offset,
            Math.max(bodyStart + offset, Math.min(bodyStart + error.pos[1], bodyStart + body.length)),
          ],
        },
      ],
    };
  }
  let value: unknown;
  try {
    // Aliases that multiply each other are refused by the limit.
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    value = undefined;
  }
  if (value === null || value === undefined) return { notices: [] };
  if (typeof value !== 'object' || Array.isArray(value)) return { notices: [], words: true };
  const settings = value as Record<string, unknown>;
  const language = settings.language ?? settings.lang;
  return { settings, notices: [], ...(typeof language === 'string' && { language }) };
}

function plain(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/[.:]\s*$/, '')
    .trim();
}
