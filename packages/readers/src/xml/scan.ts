import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Limits } from '../zip/limits.ts';

/** An element's opening tag. */
export interface Tag {
  /** The name with the prefix that the vocabulary gives its namespace, whatever prefix the file uses. */
  readonly name: string;
  /** The prefix that the file uses, '' where it uses none. */
  readonly prefix: string;
  /** The tag's own characters, half-open, in UTF-16 code units of the part. */
  readonly start: number;
  readonly end: number;
  /** The name of the element around this one, '' for the root. */
  readonly parent: string;
  /** The value of an attribute, by its name with the vocabulary's prefix. */
  get(name: string): string | undefined;
}

export interface Handlers {
  open(tag: Tag): void;
  /** `start` and `end` bound the closing tag; both are the element's end where it closes itself. */
  close(name: string, start: number, end: number): void;
  /** Characters, decoded, and the stretch of the part they stand in. `literal` inside a CDATA section. */
  text?(text: string, start: number, end: number, literal: boolean): void;
}

/** Prefixes by namespace. Two namespaces may share one: strict and transitional forms of a format read alike. */
export type Vocabulary = Readonly<Record<string, string>>;

/**
 * Walks an XML part and reports where each tag and text lies in its raw characters.
 * Entities cannot be defined: a document type is refused, so that nothing is fetched or multiplied.
 *
 * @throws UnreadableDraft `doctype`, `too-deep`, `too-large` or `damaged`
 */
export function scanXml(xml: string, vocabulary: Vocabulary, limits: Limits, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const names: string[] = [];
  let nodes = 0;
  let markupEnd = 0;

  parser.on('doctype', () => {
    throw new UnreadableDraft(
      'doctype',
      'The file defines its own XML entities, which no word processor does: ask its sender for a clean copy.',
    );
  });
  parser.on('error', (error) => {
    throw new UnreadableDraft(
      'damaged',
      `The file is damaged (its XML is broken: ${error.message}): open it in the program that made it and save it again.`,
    );
  });
  parser.on('opentag', (opened) => {
    const end = parser.position;
    const tag = new OpenTag(opened, vocabulary, names.at(-1) ?? '', xml.lastIndexOf('<', end - 1), end);
    names.push(tag.name);
    if (names.length > limits.depth) {
      throw new UnreadableDraft(
        'too-deep',
        `The file nests its elements more than ${limits.depth} deep, which no word processor does: ask its sender for a clean copy.`,
      );
    }
    if (++nodes > limits.nodes) {
      throw new UnreadableDraft('too-large', 'The file holds too many elements to be a draft: split it.');
    }
    handlers.open(tag);
    markupEnd = end;
  });
  parser.on('closetag', (closed) => {
    const end = parser.position;
    const name = names.pop() as string;
    handlers.close(name, closed.isSelfClosing ? end : xml.lastIndexOf('<', end - 1), end);
    markupEnd = end;
  });
  const skipped = (): void => {
    markupEnd = parser.position;
  };
  parser.on('comment', skipped);
  parser.on('processinginstruction', skipped);
  if (handlers.text) {
    const report = handlers.text.bind(handlers);
    // The parser has read the `<` that ends the text; of a CDATA section, all of it.
    parser.on('text', (text) => report(text, markupEnd, parser.position - 1, false));
    parser.on('cdata', (text) => {
      const end = parser.position;
      report(text, markupEnd + '<![CDATA['.length, end - ']]>'.length, true);
      markupEnd = end;
    });
  }
  parser.write(xml).close();
}

class OpenTag implements Tag {
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
  readonly parent: string;
  readonly #tag: SaxesTagNS;
  readonly #vocabulary: Vocabulary;

  constructor(tag: SaxesTagNS, vocabulary: Vocabulary, parent: string, start: number, end: number) {
    this.name = qualify(vocabulary, tag.uri, tag.local);
    this.prefix = tag.prefix;
    this.start = start;
    this.end = end;
    this.parent = parent;
    this.#tag = tag;
    this.#vocabulary = vocabulary;
  }

  get(name: string): string | undefined {
    for (const key in this.#tag.attributes) {
      const attribute = this.#tag.attributes[key];
      if (attribute && qualify(this.#vocabulary, attribute.uri, attribute.local) === name) return attribute.value;
    }
    return undefined;
  }
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

function qualify(vocabulary: Vocabulary, namespace: string, local: string): string {
  if (namespace === '') return local;
  if (namespace === xmlNamespace) return `xml:${local}`;
  const prefix = Object.hasOwn(vocabulary, namespace) ? vocabulary[namespace] : '?';
  return `${prefix}:${local}`;
}
