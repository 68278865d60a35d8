import type { OpenWord } from '../word/read-word.ts';
import { strictWordNamespace, wordNamespace } from '../word/vocabulary.ts';
import { encodePart } from '../xml/part-text.ts';
import { dialectOf } from './markup.ts';
import { splice } from './splices.ts';

/** The entries of the package that change when comments are added to it, by name. */
export function addComments(word: OpenWord, write: (prefix: string) => string): Map<string, Uint8Array> {
  const changes = new Map<string, Uint8Array>();
  const existing = word.package.partOf('comments');
  const content = existing === undefined ? undefined : word.package.read(existing);
  if (existing !== undefined && content) {
    const { prefix, declaration } = dialectOf(content.text);
    const declared = splice(content.text, declaration ? [declaration] : []);
    changes.set(existing, encodePart({ ...content, text: appendToRoot(declared, write(prefix)) }));
    return changes;
  }
  const folder = word.package.main.slice(0, word.package.main.lastIndexOf('/') + 1);
  const target = freeName(word, folder);
  const strict = word.xml.includes(strictWordNamespace);
  const root = `w:comments xmlns:w="${strict ? strictWordNamespace : wordNamespace}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root}>${write('w')}</w:comments>`;
  changes.set(`${folder}${target}`, new TextEncoder().encode(xml));
  addRelationship(word, target, strict, changes);
  addContentType(word, `/${folder}${target}`, changes);
  return changes;
}

function freeName(word: OpenWord, folder: string): string {
  for (let count = 0; ; count++) {
    const name = `comments${count || ''}.xml`;
    if (!word.package.archive.entries.has(`${folder}${name}`)) return name;
  }
}

function addRelationship(word: OpenWord, target: string, strict: boolean, changes: Map<string, Uint8Array>): void {
  const name = word.package.relationshipsPart;
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const content = word.package.read(name) ?? {
    text: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    encoding: 'utf-8' as const,
  };
  const used = new Set([...content.text.matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map((match) => match[1]));
  let count = 1;
  while (used.has(`rId${count}`)) count++;
  const element = qualified(content.text, 'Relationship');
  const added = `<${element} Id="rId${count}" Type="${base}/comments" Target="${target}"/>`;
  changes.set(name, encodePart({ ...content, text: appendToRoot(content.text, added) }));
}

function addContentType(word: OpenWord, part: string, changes: Map<string, Uint8Array>): void {
  const name = '[Content_Types].xml';
  const content = word.package.read(name);
  if (!content) return;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  const added = `<${qualified(content.text, 'Override')} PartName="${part}" ContentType="${type}"/>`;
  changes.set(name, encodePart({ ...content, text: appendToRoot(content.text, added) }));
}

/** An element's name with the prefix that the root has. */
function qualified(xml: string, local: string): string {
  const prefix = /<([A-Za-z_][\w.-]*:)[\w.-]+[\s>]/.exec(xml.replace(/<[?!][^>]*>/g, ''))?.[1];
  const rootHasPrefix = prefix !== undefined && new RegExp(`</${prefix}[\\w.-]+\\s*>\\s*$`).test(xml);
  return rootHasPrefix ? `${prefix}${local}` : local;
}

/** Puts markup before the end of the root element, which may be one that closes itself. */
function appendToRoot(xml: string, markup: string): string {
  const closing = xml.lastIndexOf('</');
  const rootName = /<([A-Za-z_][^\s/>]*)/.exec(xml)?.[1] ?? '';
  if (closing >= 0 && xml.startsWith(rootName, closing + 2)) {
    return `${xml.slice(0, closing)}${markup}${xml.slice(closing)}`;
  }
  return xml.replace(/\s*\/>\s*$/, `>${markup.replaceAll('$', '$$$$')}</${rootName}>`);
}
