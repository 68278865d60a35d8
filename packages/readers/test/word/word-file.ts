import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a Word file as a test wants them: the inside of each root element, in Word's own markup. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  /** Headers by relationship id; the body's section properties name them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further entries, by name. */
  readonly extra?: Readonly<Record<string, Uint8Array>>;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** A Word file with these parts. The same parts give the same bytes. */
export function wordFile(parts: WordParts): Uint8Array {
  const related: { id: string; type: string; root: string; inside: string }[] = [];
  for (const [type, root] of [
    ['styles', 'w:styles'],
    ['numbering', 'w:numbering'],
    ['footnotes', 'w:footnotes'],
    ['endnotes', 'w:endnotes'],
    ['comments', 'w:comments'],
    ['settings', 'w:settings'],
  ] as const) {
    const inside = parts[type];
    if (inside !== undefined) related.push({ id: type, type, root, inside });
  }
  for (const [id, inside] of Object.entries(parts.headers ?? {})) {
    related.push({ id, type: 'header', root: 'w:hdr', inside });
  }
  const targets = related.map(({ id, type }) => ({ id, type, target: `${id}.xml` }));
  const files: Zippable = {
    '[Content_Types].xml': xmlPart(
      'Types',
      [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        `<Override PartName="/word/document.xml" ContentType="${mainType}.document.main+xml"/>`,
        ...targets.map(
          ({ type, target }) => `<Override PartName="/word/${target}" ContentType="${mainType}.${type}+xml"/>`,
        ),
      ].join(''),
      `xmlns="${packageNamespace}/content-types"`,
    ),
    '_rels/.rels': relationships([{ id: 'main', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': xmlPart('w:document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(targets),
  };
  for (const { id, root, inside } of related) files[`word/${id}.xml`] = xmlPart(root, inside);
  for (const [name, content] of Object.entries(parts.extra ?? {})) files[name] = content;
  return zipSync(files, { mtime: '2024-01-01T00:00:00', level: 6 });
}

function xmlPart(root: string, inside: string, declared = namespaces): Uint8Array {
  return strToU8(`${declaration}<${root} ${declared}>${inside}</${root}>`);
}

function relationships(all: readonly { id: string; type: string; target: string }[]): Uint8Array {
  const inside = all.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"/>`,
  );
  return xmlPart('Relationships', inside.join(''), `xmlns="${packageNamespace}/relationships"`);
}

/** A run of words. `properties` is the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A paragraph. Plain words become a run; markup stays as it is. `properties` is the inside of its `w:pPr`. */
export function paragraph(content: string, properties = ''): string {
  const inside = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function styled(style: string, content: string): string {
  return paragraph(content, `<w:pStyle w:val="${style}"/>`);
}

export function numbered(list: number, level: number, content: string, more = ''): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}`);
}

const signed = (author: string): string => `w:id="1" w:author="${author}" w:date="2024-03-01T10:00:00Z"`;

export function inserted(content: string, author = 'Ana'): string {
  return `<w:ins ${signed(author)}>${content.startsWith('<') ? content : run(content)}</w:ins>`;
}

export function deleted(text: string, author = 'Ana'): string {
  return `<w:del ${signed(author)}>${run(text).replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`;
}

/** For the inside of a `w:pPr`: the paragraph's own end is inserted or deleted. */
export function endMark(change: 'ins' | 'del', author = 'Ana'): string {
  return `<w:rPr><w:${change} ${signed(author)}/></w:rPr>`;
}

export function table(...rows: readonly string[][]): string {
  const cells = (row: string[]): string => row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('');
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

export interface LevelParts {
  readonly format?: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}

/** A list definition with these levels. */
export function definition(id: number, levels: readonly LevelParts[], more = ''): string {
  const inside = levels.map(
    ({ format = 'decimal', text, start = 1, more: own = '' }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${own}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${more}${inside.join('')}</w:abstractNum>`;
}

/** A list of that definition. `overrides` is the inside of its `w:num`. */
export function list(id: number, ofDefinition: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${ofDefinition}"/>${overrides}</w:num>`;
}
