import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printable, printableMessage } from './printable.ts';

/** Words of a draft, in Markdown: nothing in them is read as markup. */
export function inMarkdown(words: string): string {
  return withoutMarkup(printable(words.replace(/\s+/g, ' ')));
}

/** A sentence of ours, in Markdown. */
export function messageInMarkdown(sentence: string): string {
  return withoutMarkup(printableMessage(sentence.replace(/\s+/g, ' ')));
}

function withoutMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

/** Words of a draft, in HTML. */
export function inHtml(words: string): string {
  return withEntities(printable(words));
}

/** A sentence of ours, in HTML. */
export function messageInHtml(sentence: string): string {
  return withEntities(printableMessage(sentence));
}

function withEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Text between the tags of XML. */
export function inXml(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An attribute's value in XML, on one line. */
export function inXmlAttribute(text: string): string {
  return inXml(text.replace(/\s+/g, ' ')).replaceAll('"', '&quot;');
}

/** What a workflow command of GitHub says. */
export function inCommand(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** The properties of a workflow command of GitHub. */
export function commandProperties(properties: Readonly<Record<string, string | number>>): string {
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${inCommand(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',');
}

/** A path as a relative reference: the names of drafts have spaces and letters of all scripts. */
export function uriOf(path: string): string {
  if (path === '-') return 'stdin';
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
