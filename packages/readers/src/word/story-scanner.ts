import type { Anchor, Tracked } from '../manuscript/manuscript.ts';
import { type Handlers, scanXml, type Tag } from '../xml/scan.ts';
import type { Limits } from '../zip/limits.ts';
import { changeOf } from './changes.ts';
import { FieldStack } from './field-stack.ts';
import type { Lists } from './lists.ts';
import { readMarkProperty, readRunProperty } from './look.ts';
import type { Container, OpenParagraph } from './open-paragraph.ts';
import { differ, formOf, readParagraphProperty } from './paragraph-form.ts';
import { elementOf, PieceCollector, type Place } from './piece-collector.ts';
import type { Owner, Story, TextElement, WordParagraph, WordRun } from './story.ts';
import type { Styles } from './styles.ts';
import { symbolCharacter } from './symbols.ts';
import { TableStack } from './table-stack.ts';
import { type Unread, unreadOf } from './unread.ts';
import { wordVocabulary } from './vocabulary.ts';

/** Reads one part of a Word package into paragraphs, with every tracked change still open. */
export function scanStory(part: string, xml: string, styles: Styles, lists: Lists, limits: Limits): Story {
  const scanner = new StoryScanner(part, xml, styles, lists);
  scanXml(xml, wordVocabulary, limits, scanner);
  return scanner.finish();
}

/** Elements that are not words of the part: old properties, and the readings above East Asian words. */
const ignored = new Set(['w:rPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange', 'w:rt']);

class StoryScanner implements Handlers {
  readonly #part: string;
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #collector: PieceCollector;
  readonly #paragraphs: WordParagraph[] = [];
  readonly #owners = new Map<string, Owner>();
  readonly #furniture: string[] = [];
  readonly #unread = new Map<Unread, number>();

  readonly #containers: Container[] = [{ flow: 0 }];
  #flows = 1;
  readonly #open: OpenParagraph[] = [];
  #run: WordRun | undefined;
  #element: TextElement | undefined;
  readonly #tables = new TableStack();
  readonly #tracked: Tracked[] = [];
  readonly #fields = new FieldStack();
  /** By open `mc:AlternateContent`, whether a branch of it has been read. */
  readonly #alternatives: boolean[] = [];
  /** By open content control, whether it holds a table of contents. */
  readonly #controls: boolean[] = [];
  /** Comment ranges that begin between paragraphs, for the next paragraph. */
  readonly #waiting: { anchor: Anchor; raw: number }[] = [];
  #inInstruction = false;
  #skipped = 0;

  constructor(part: string, xml: string, styles: Styles, lists: Lists) {
    this.#part = part;
    this.#styles = styles;
    this.#lists = lists;
    this.#collector = new PieceCollector(xml, styles);
  }

  finish(): Story {
    for (const { pieces } of this.#paragraphs) {
      if (!pieces.some((piece) => piece.field?.ended)) continue;
      pieces.splice(0, pieces.length, ...pieces.filter((piece) => !piece.field?.ended));
    }
    return {
      part: this.#part,
      paragraphs: this.#paragraphs,
      owners: this.#owners,
      furniture: this.#furniture,
      customMarks: this.#collector.customMarks,
      languages: this.#collector.languages,
      unread: this.#unread,
    };
  }

  open(tag: Tag): void {
    if (this.#skipped > 0 || ignored.has(tag.name) || this.#isOtherBranch(tag)) this.#skipped++;
    else if (!this.#openStructure(tag) && !this.#openChange(tag) && !this.#openProperties(tag)) this.#openContent(tag);
  }

  close(name: string, start: number, end: number): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#closeParagraph(end);
        break;
      case 'w:pPr':
        this.#closeProperties(end);
        break;
      case 'w:r':
        if (this.#run) this.#run.end = end;
        this.#run = undefined;
        break;
      case 'w:rPr':
        if (this.#run?.propertiesSpan?.[1] === -1) this.#run.propertiesSpan = [this.#run.propertiesSpan[0], end];
        break;
      case 'w:t':
      case 'w:delText':
        if (this.#element) Object.assign(this.#element, { contentEnd: start, end });
        this.#element = undefined;
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        this.#inInstruction = false;
        break;
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom':
        this.#tracked.pop();
        break;
      case 'w:tbl':
        this.#tables.closeTable();
        this.#container.flow = this.#flows++;
        break;
      case 'w:tc':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.#containers.pop();
        break;
      case 'w:txbxContent':
        this.#containers.pop();
        this.#fields.leaveBox();
        break;
      case 'w:sdt':
        this.#controls.pop();
        break;
      case 'mc:AlternateContent':
        this.#alternatives.pop();
        break;
    }
  }

  text(text: string, start: number, end: number, literal: boolean): void {
    if (this.#skipped > 0) return;
    if (this.#inInstruction) this.#fields.instruct(text);
    else if (this.#element) this.#collector.addText(this.#place, this.#element, text, start, end, literal);
  }

  get #current(): OpenParagraph | undefined {
    return this.#open.at(-1);
  }

  get #container(): Container {
    return this.#containers.at(-1) as Container;
  }

  get #place(): Place {
    return {
      home: this.#current?.paragraph,
      style: this.#current?.properties.style,
      run: this.#run,
      tracked: this.#tracked.at(-1),
      field: this.#fields.instructed,
    };
  }

  /**
   * The first branch that a producer offers is the fullest; the others say the same again. Only an emoji's
   * own branch has no characters.
   */
  #isOtherBranch(tag: Tag): boolean {
    if (tag.parent !== 'mc:AlternateContent' || this.#alternatives.length === 0) return false;
    if (tag.get('Requires')?.includes('w16se')) return true;
    const taken = this.#alternatives.at(-1) as boolean;
    this.#alternatives[this.#alternatives.length - 1] = true;
    return taken;
  }

  #openStructure(tag: Tag): boolean {
    const container = this.#container;
    const owner = container.owner === undefined ? {} : { owner: container.owner };
    switch (tag.name) {
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        return true;
      case 'w:p':
        this.#openParagraph(tag);
        return true;
      case 'w:tbl':
        // Paragraphs on either side of a table cannot be joined.
        container.flow = this.#flows++;
        if (container.last) container.last.followed = true;
        this.#tables.openTable();
        return true;
      case 'w:tr':
        this.#tables.openRow();
        return true;
      case 'w:tc':
        this.#tables.openCell();
        this.#containers.push({ flow: this.#flows++, ...owner });
        return true;
      case 'w:txbxContent': {
        const host = this.#current?.paragraph;
        this.#fields.enterBox();
        this.#containers.push({ flow: this.#flows++, ...owner, ...(host && { host: host.host ?? host }) });
        return true;
      }
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment': {
        const name = `${tag.name.slice(2)} ${tag.get('w:id') ?? ''}`;
        const isWords = /^normal$/.test(tag.get('w:type') ?? 'normal');
        if (isWords) this.#owners.set(name, changeOf(tag));
        this.#containers.push({ flow: this.#flows++, owner: isWords ? name : '' });
        return true;
      }
      case 'w:sdt':
        if (container.last) container.last.followed = true;
        this.#controls.push(false);
        return true;
      case 'w:docPartGallery':
        if (this.#controls.length > 0 && /contents|figures|bibliograph/i.test(tag.get('w:val') ?? '')) {
          this.#controls[this.#controls.length - 1] = true;
        }
        return true;
      default:
        return this.#tables.takeProperty(tag);
    }
  }

  #openChange(tag: Tag): boolean {
    const isInsertion = tag.name === 'w:ins' || tag.name === 'w:moveTo';
    if (!isInsertion && tag.name !== 'w:del' && tag.name !== 'w:moveFrom') return false;
    const change: Tracked = { [isInsertion ? 'inserted' : 'deleted']: changeOf(tag) };
    const current = this.#current;
    if (tag.parent === 'w:rPr' && !this.#run) {
      if (current) current.paragraph.mark = { ...current.paragraph.mark, ...change };
    } else if (tag.parent === 'w:trPr') {
      this.#tables.changeRow(change);
    } else if (tag.parent === 'w:numPr') {
      this.#openProperties(tag);
    }
    // Among properties the element is empty: what it opens here closes before any words.
    this.#tracked.push({ ...this.#tracked.at(-1), ...change });
    return true;
  }

  #openProperties(tag: Tag): boolean {
    const current = this.#current;
    switch (tag.name) {
      case 'w:pPr':
        if (!current) return true;
        if (current.propertyDepth === 0) current.paragraph.propertiesSpan = [tag.start, -1];
        current.propertyDepth++;
        return true;
      case 'w:pPrChange':
        if (current) current.former = {};
        return true;
      case 'w:rPr':
        if (this.#run && tag.parent === 'w:r') this.#run.propertiesSpan = [tag.start, -1];
        return true;
      case 'w:headerReference':
      case 'w:footerReference':
        this.#furniture.push(tag.get('r:id') ?? '');
        return true;
    }
    const inProperties = current !== undefined && current.propertyDepth > 0;
    if (tag.parent === 'w:rPr') {
      if (this.#run) readRunProperty(tag, this.#run.properties);
      else if (inProperties) readMarkProperty(tag, current.mark);
      return true;
    }
    if (inProperties) readParagraphProperty(tag, current.former ?? current.properties);
    return inProperties;
  }

  #openContent(tag: Tag): void {
    switch (tag.name) {
      case 'w:r':
        this.#run = { start: tag.start, contentStart: tag.end, end: tag.end, properties: {} };
        break;
      case 'w:t':
      case 'w:delText':
        if (this.#run) this.#element = elementOf(tag, true);
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        this.#inInstruction = true;
        break;
      case 'w:fldChar': {
        const ended = this.#fields.turn(tag.get('w:fldCharType') ?? '');
        // Word draws these numbers anew each time and never writes them down.
        if (/^\s*(?:LISTNUM|AUTONUM)/i.test(ended?.instruction ?? '')) this.#miss('drawn-numbers');
        break;
      }
      case 'w:tab':
      case 'w:ptab':
        this.#collector.addSign(this.#place, '\t', tag);
        break;
      case 'w:br':
      case 'w:cr':
        this.#collector.addSign(this.#place, '\n', tag);
        break;
      case 'w:noBreakHyphen':
        this.#collector.addSign(this.#place, '-', tag);
        break;
      case 'w:sym':
        this.#collector.addSign(this.#place, symbolCharacter(tag.get('w:char') ?? ''), tag);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = `${tag.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${tag.get('w:id') ?? ''}`;
        if (/^(?:1|true|on)$/.test(tag.get('w:customMarkFollows') ?? '')) this.#collector.awaitMark(id);
        this.#collector.addAnchor(this.#place, { kind: 'note', id }, tag);
        break;
      }
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
      case 'w:commentReference':
        this.#anchorComment(tag);
        break;
      default: {
        const unread = unreadOf(tag);
        if (unread) this.#miss(unread);
      }
    }
  }

  #miss(what: Unread): void {
    this.#unread.set(what, (this.#unread.get(what) ?? 0) + 1);
  }

  #openParagraph(tag: Tag): void {
    const container = this.#container;
    if (container.last) container.last.followed = true;
    const cell = container.host ? undefined : this.#tables.cell;
    const paragraph: WordParagraph = {
      part: this.#part,
      number: this.#paragraphs.length + 1,
      flow: container.flow,
      pieces: [],
      start: tag.start,
      contentStart: tag.end,
      end: tag.end,
      form: {},
      followed: false,
      ...(container.owner !== undefined && { owner: container.owner }),
      ...(container.host && { host: container.host }),
      ...(cell && { cell }),
    };
    container.last = paragraph;
    this.#paragraphs.push(paragraph);
    const outer = { outerRun: this.#run, outerElement: this.#element };
    this.#open.push({ paragraph, properties: {}, mark: {}, propertyDepth: 0, ...outer });
    this.#run = undefined;
    this.#element = undefined;
    for (const { anchor, raw } of this.#waiting.splice(0)) this.#collector.addAnchor(this.#place, anchor, raw);
  }

  #closeProperties(end: number): void {
    const current = this.#current;
    const span = current?.paragraph.propertiesSpan;
    if (!current || !span) return;
    current.propertyDepth--;
    if (current.propertyDepth === 0) current.paragraph.propertiesSpan = [span[0], end];
  }

  #closeParagraph(end: number): void {
    const current = this.#open.pop();
    if (!current) return;
    const { paragraph, properties, former, mark } = current;
    paragraph.end = end;
    const furniture = this.#controls.includes(true) || this.#fields.inContents;
    paragraph.form = formOf(properties, this.#styles, this.#lists, furniture, false);
    if ((former && differ(former, properties)) || properties.number?.added) {
      paragraph.formerForm = formOf(former ?? properties, this.#styles, this.#lists, furniture, true);
    }
    if (properties.dropCap || mark.hidden) paragraph.joins = true;
    const within = this.#tables.changes;
    if (within.length > 0) paragraph.within = within;
    this.#run = current.outerRun;
    this.#element = current.outerElement;
  }

  #anchorComment(tag: Tag): void {
    const kind = tag.name.endsWith('Start') ? 'comment-start' : tag.name.endsWith('End') ? 'comment-end' : 'comment';
    const anchor: Anchor = { kind, id: `comment ${tag.get('w:id') ?? ''}` };
    const before = this.#paragraphs.at(-1);
    if (this.#current) this.#collector.addAnchor(this.#place, anchor, tag);
    else if (kind === 'comment-start' || !before) this.#waiting.push({ anchor, raw: tag.start });
    else before.pieces.push({ text: '', raw: before.end, rawEnd: before.end, anchor, home: before });
  }
}
