import { looksOf } from '../manuscript/looks.ts';
import type { Change, ManuscriptComment, Note, Paragraph, Tracked } from '../manuscript/manuscript.ts';
import { seenStretches } from '../manuscript/widthless.ts';
import { decode, encodingOfCharset, encodingOfCodePage, languageOf, symbolCharset } from './charsets.ts';
import * as destinations from './destinations.ts';
import { FileTables } from './file-tables.ts';
import { ParagraphBuilder } from './paragraphs.ts';
import { changeOf, type GroupState, initialState, type ParagraphState, plainCharacters, unpackDate } from './state.ts';
import type { TokenHandler } from './tokens.ts';

type OpenComment = { -readonly [K in keyof ManuscriptComment]: ManuscriptComment[K] };

/** A story inside the one around it, and what is done with it when its group ends. */
interface OpenStory {
  readonly builder: ParagraphBuilder;
  readonly paragraph: ParagraphState;
  readonly depth: number;
  finish(): void;
}

/** Reads the tokens of a Rich Text file into paragraphs, with every tracked change still open. */
export class RichTextScanner implements TokenHandler {
  readonly body: Paragraph[] = [];
  readonly furniture: Paragraph[] = [];
  readonly notes = new Map<string, Note>();
  readonly comments: OpenComment[] = [];
  /** Characters by declared language. */
  readonly languages = new Map<string, number>();
  pictures = 0;

  readonly #tables = new FileTables();
  readonly #numbers = { next: 1 };
  readonly #flows = { next: 0 };
  readonly #groups: GroupState[] = [];
  readonly #stories: OpenStory[] = [];
  #state = initialState();
  #paragraph = freshParagraph();
  #builder = new ParagraphBuilder(this.body, this.#numbers, this.#flows);
  /** Changes whenever formatting may have changed. */
  #format = 0;
  #starred = false;
  #encoding = 'windows-1252';
  #defaultFont: number | undefined;
  #pending: number[] = [];
  #pendingStart = 0;
  #pendingEnd = 0;
  #standIns = 0;
  #captured = '';
  #instruction = '';
  #commentAuthor: string | undefined;

  finish(): void {
    this.#flush();
    while (this.#stories.length > 0) this.#closeStory();
    this.#endParagraph('story');
  }

  openGroup(): void {
    this.#flush();
    this.#groups.push({ ...this.#state });
    this.#starred = false;
    this.#standIns = 0;
  }

  closeGroup(): void {
    this.#flush();
    const story = this.#stories.at(-1);
    if (story && story.depth === this.#groups.length) this.#closeStory();
    const outside = this.#groups.pop();
    if (!outside) return;
    if (this.#state.destination === 'captured' && outside.capture !== this.#state.capture) {
      this.#takeCapture(this.#state.capture, this.#captured.trim());
    } else if (this.#state.destination === 'captured' && this.#state.capture === 'revtbl') {
      this.#tables.takeAuthor(this.#captured);
      this.#captured = '';
    }
    this.#state = outside;
    this.#format++;
    this.#standIns = 0;
  }

  byte(value: number, start: number, end: number, escaped: boolean): void {
    if (this.#standIns > 0) {
      this.#standIns--;
      return;
    }
    if (this.#state.destination === 'skipped') return;
    if (this.#state.destination === 'colour-table' && value === 0x3b) {
      this.#tables.endColour();
      return;
    }
    if (this.#pending.length === 0) this.#pendingStart = start;
    this.#pending.push(this.#isSymbolFont() && escaped ? 0x95 : value);
    this.#pendingEnd = end;
  }

  symbol(sign: string, start: number, end: number): void {
    this.#flush();
    if (sign === '*') {
      this.#starred = true;
    } else if (sign === '\n' || sign === '\r') {
      if (this.#state.destination === 'text') this.#endParagraph('paragraph');
    } else if (this.#standIns > 0) {
      this.#standIns--;
    } else {
      this.#addText(destinations.symbols[sign] ?? '', start, end);
    }
  }

  word(name: string, value: number | undefined, start: number, end: number): void {
    this.#flush();
    if (name === 'u') {
      this.#addText(String.fromCharCode((value ?? 0) & 0xffff), start, end);
      this.#standIns = this.#state.fallbackLength;
      return;
    }
    this.#standIns = 0;
    const starred = this.#starred;
    this.#starred = false;
    this.#format++;
    const character = destinations.characters[name];
    if (character !== undefined) this.#addText(character, start, end);
    else if (!this.#enterDestination(name, starred, start)) this.#takeWord(name, value, starred);
  }

  #takeWord(name: string, value: number | undefined, starred: boolean): void {
    const { destination } = this.#state;
    if (destination === 'font-table') this.#tables.takeFontWord(name, value);
    else if (destination === 'colour-table') this.#tables.takeColourWord(name, value);
    else if (destination === 'style-sheet') {
      if (starred) this.#state.destination = 'skipped';
      else this.#tables.takeStyleWord(name, value);
    } else if (!this.#takeDocument(name, value) && !this.#takeCharacter(name, value) && starred) {
      // A destination that this reader does not know is one that it is told to skip.
      this.#state.destination = 'skipped';
    }
  }

  /** Groups that begin something else than words of the paragraph. */
  #enterDestination(name: string, starred: boolean, at: number): boolean {
    const { destination } = this.#state;
    if (name === 'pict') {
      if (destination === 'text') this.pictures++;
      this.#state.destination = 'skipped';
    } else if (name === 'upr') {
      this.#state.outer = destination;
      this.#state.destination = 'skipped';
    } else if (name === 'ud') {
      this.#state.destination = this.#state.outer;
    } else if (destination === 'skipped' || destinations.skipped.has(name)) {
      this.#state.destination = 'skipped';
    } else if (name === 'fonttbl' || name === 'colortbl' || name === 'stylesheet') {
      this.#state.destination =
        name === 'fonttbl' ? 'font-table' : name === 'colortbl' ? 'colour-table' : 'style-sheet';
    } else if (destinations.captured.has(name)) {
      this.#state.destination = 'captured';
      this.#state.capture = name;
      this.#captured = '';
    } else if (name === 'listtext' || name === 'pntext') {
      this.#state.destination = 'label';
    } else if (name === 'footnote') {
      this.#openNote(at);
    } else if (name === 'annotation') {
      this.#openComment(at);
    } else if (name === 'shptxt' || name === 'dptxbxtext') {
      this.#openStory(this.#builder.paragraphs, () => {});
    } else if (destinations.furniture.test(name)) {
      this.#openStory(this.furniture, () => {});
    } else if (name === 'fldrslt') {
      if (/^\s*(?:TOC|INDEX)\b/i.test(this.#instruction)) this.#state.contents = true;
    } else {
      return starred && destinations.readThough.has(name);
    }
    return true;
  }

  #takeDocument(name: string, value: number | undefined): boolean {
    switch (name) {
      case 'ansicpg':
        this.#encoding = encodingOfCodePage(value ?? 1252) ?? this.#encoding;
        return true;
      case 'mac':
        this.#encoding = 'macintosh';
        return true;
      case 'deff':
        this.#defaultFont = value;
        return true;
      case 'par':
      case 'sect':
        if (this.#state.destination === 'text') this.#endParagraph('paragraph');
        return true;
      case 'cell':
      case 'row':
        if (this.#state.destination === 'text') this.#endParagraph(name);
        return true;
      case 'nestcell':
        if (this.#state.destination === 'text') this.#endParagraph('paragraph');
        return true;
      case 'pard':
        Object.assign(this.#paragraph, freshParagraph());
        return true;
      case 'intbl':
        this.#paragraph.inTable = true;
        return true;
      case 's':
        this.#paragraph.style = value;
        return true;
      case 'outlinelevel':
        this.#paragraph.outline = value;
        return true;
      case 'ilvl':
        this.#paragraph.depth = Math.min(Math.max(value ?? 0, 0), 8);
        return true;
      case 'ftnalt':
        this.#turnIntoEndnote();
        return true;
      default:
        return false;
    }
  }

  #takeCharacter(name: string, value: number | undefined): boolean {
    const state = this.#state;
    const on = value !== 0;
    switch (name) {
      case 'plain':
        Object.assign(state, plainCharacters());
        return true;
      case 'uc':
        state.fallbackLength = Math.min(Math.max(value ?? 1, 0), 16);
        return true;
      case 'f':
        state.font = value;
        return true;
      case 'v':
        state.hidden = on;
        return true;
      case 'strike':
      case 'striked':
        state.strike = on;
        return true;
      case 'highlight':
      case 'chcbpat':
        state.highlight = value ?? 0;
        return true;
      case 'cf':
        state.colour = value ?? 0;
        return true;
      case 'lang':
        state.language = value;
        return true;
      case 'alang':
        state.rightToLeftLanguage = value;
        return true;
      case 'revised':
      case 'mvt':
        state.insertion = on ? { author: undefined, date: undefined } : undefined;
        return true;
      case 'deleted':
      case 'mvf':
        state.deletion = on ? { author: undefined, date: undefined } : undefined;
        return true;
      case 'revauth':
        if (state.insertion) state.insertion = { ...state.insertion, author: value };
        return true;
      case 'revdttm':
        if (state.insertion) state.insertion = { ...state.insertion, date: value };
        return true;
      case 'revauthdel':
        if (state.deletion) state.deletion = { ...state.deletion, author: value };
        return true;
      case 'revdttmdel':
        if (state.deletion) state.deletion = { ...state.deletion, date: value };
        return true;
      default:
        return false;
    }
  }

  #takeCapture(name: string, words: string): void {
    this.#captured = '';
    const comment = this.comments.at(-1);
    if (name === 'fldinst') this.#instruction = words;
    else if (name === 'atnauthor') this.#commentAuthor = words;
    else if (name === 'atnref' && comment) comment.id = words;
    else if (name === 'atndate' && comment && /^-?\d+$/.test(words)) comment.date = unpackDate(Number(words));
    else if (name === 'atrfstart') this.#builder.addAnchor({ kind: 'comment-start', id: words }, 0, undefined);
    else if (name === 'atrfend') this.#builder.addAnchor({ kind: 'comment-end', id: words }, 0, undefined);
  }

  #openStory(paragraphs: Paragraph[], finish: () => void): void {
    const { builder, paragraph } = { builder: this.#builder, paragraph: this.#paragraph };
    this.#stories.push({ builder, paragraph, depth: this.#groups.length, finish });
    this.#builder = new ParagraphBuilder(paragraphs, this.#numbers, this.#flows);
    this.#paragraph = freshParagraph();
    this.#state.destination = 'text';
    this.#state.hidden = false;
  }

  #closeStory(): void {
    this.#endParagraph('story');
    const story = this.#stories.pop() as OpenStory;
    this.#builder = story.builder;
    this.#paragraph = story.paragraph;
    story.finish();
  }

  #openNote(at: number): void {
    const id = `note ${this.notes.size + 1}`;
    const paragraphs: Paragraph[] = [];
    this.#builder.addAnchor({ kind: 'note', id }, at, this.#trackedHere());
    this.notes.set(id, { paragraphs, series: 'footnote', mark: String });
    this.#openStory(paragraphs, () => {});
  }

  #turnIntoEndnote(): void {
    const id = `note ${this.notes.size}`;
    const note = this.notes.get(id);
    if (note) this.notes.set(id, { ...note, series: 'endnote' });
  }

  #openComment(at: number): void {
    const paragraphs: Paragraph[] = [];
    const author = this.#commentAuthor;
    const comment: OpenComment = { id: `unnamed ${this.comments.length}`, text: '', ...(author && { author }) };
    this.comments.push(comment);
    this.#commentAuthor = undefined;
    this.#openStory(paragraphs, () => {
      comment.text = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n');
      this.#builder.addAnchor({ kind: 'comment', id: comment.id }, at, undefined);
    });
  }

  #endParagraph(by: 'paragraph' | 'cell' | 'row' | 'story'): void {
    this.#builder.end(by, this.#paragraph, this.#tables, this.#state.contents, this.#trackedHere());
  }

  #trackedHere(): Tracked | undefined {
    const { insertion, deletion } = this.#state;
    if (!insertion && !deletion) return undefined;
    const named = (change: NonNullable<typeof insertion>): Change => changeOf(change, this.#tables.authors);
    return { ...(insertion && { inserted: named(insertion) }), ...(deletion && { deleted: named(deletion) }) };
  }

  #isSymbolFont(): boolean {
    const font = this.#tables.fonts.get(this.#state.font ?? this.#defaultFont ?? -1);
    return font?.charset === symbolCharset && this.#state.destination === 'label';
  }

  /** Bytes wait for one another: a character of some encodings is two of them, each written its own way. */
  #flush(): void {
    if (this.#pending.length === 0) return;
    const font = this.#tables.fonts.get(this.#state.font ?? this.#defaultFont ?? -1);
    const own = font?.codePage !== undefined ? encodingOfCodePage(font.codePage) : undefined;
    const encoding = own ?? (font?.charset ? encodingOfCharset(font.charset) : undefined) ?? this.#encoding;
    const text = decode(Uint8Array.from(this.#pending), encoding);
    this.#pending = [];
    this.#addText(text, this.#pendingStart, this.#pendingEnd);
  }

  #addText(text: string, raw: number, rawEnd: number): void {
    const { destination } = this.#state;
    if (text === '') return;
    if (destination === 'label') this.#builder.addLabel(text);
    else if (destination === 'captured' && this.#captured.length < 200) this.#captured += text;
    else if (destination === 'style-sheet') this.#tables.takeStyleName(text);
    else if (destination === 'text') this.#addWords(text, raw, rawEnd);
  }

  #addWords(text: string, raw: number, rawEnd: number): void {
    const { hidden, strike, highlight, colour } = this.#state;
    const pen = highlight > 0 ? this.#tables.colours[highlight] : undefined;
    const ink = this.#tables.colourOf(colour, this.#paragraph.style);
    const look = looksOf({ ...(pen && { highlight: pen }), ...(ink && { colour: ink }), strike });
    const tracked = this.#trackedHere();
    this.#countLanguage(text);
    for (const [from, to] of seenStretches(text)) {
      const piece = { text: text.slice(from, to), raw, rawEnd };
      const properties = {
        ...(tracked && { tracked }),
        ...(hidden && { hidden }),
        ...(text === '\n' && { breaks: true }),
        ...(look.length > 0 && { look }),
      };
      this.#builder.addWords({ ...piece, ...properties }, this.#format);
    }
  }

  #countLanguage(text: string): void {
    const { language, rightToLeftLanguage } = this.#state;
    const name = languageOf(/[\u0590-\u08ff]/.test(text) ? (rightToLeftLanguage ?? language) : language);
    if (name) this.languages.set(name, (this.languages.get(name) ?? 0) + text.length);
  }
}

function freshParagraph(): ParagraphState {
  return { style: undefined, outline: undefined, inTable: false, depth: 0 };
}
