import { SaxesParser } from 'saxes';

/** Where the transitional schema of WordprocessingML lets the markup stand that an annotated copy adds. */
const RUN_PARENTS = [
  'p',
  'hyperlink',
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'sdtContent',
  'smartTag',
  'customXml',
  'fldSimple',
  'rt',
  'rubyBase',
  'dir',
  'bdo',
];
const RANGE_PARENTS = [...RUN_PARENTS, 'body', 'tc', 'tbl', 'tr', 'footnote', 'comment'];
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  commentRangeStart: RANGE_PARENTS,
  commentRangeEnd: RANGE_PARENTS,
  commentReference: ['r'],
  r: [...RUN_PARENTS, 'e', 'num', 'den', 'sup', 'sub', 'deg', 'fName', 'lim'],
  p: [
    'body',
    'tc',
    'txbxContent',
    'sdtContent',
    'customXml',
    'footnote',
    'comment',
    'ins',
    'del',
    'moveFrom',
    'moveTo',
  ],
  ins: [...RANGE_PARENTS, 'rPr', 'trPr', 'numPr', 'ctrlPr'],
  t: ['r'],
  delText: ['r'],
};
/** Properties come before all else. */
const FIRST: Readonly<Record<string, string>> = { pPr: 'p', rPr: 'r', tblPr: 'tbl', tcPr: 'tc' };
/** Within a paragraph's properties: these stand at the end, in this order. */
const LAST_OF_PROPERTIES = ['rPr', 'sectPr', 'pPrChange'];

/** What in a Word part stands where the schema does not let it, or twice where it may stand once; sentences. */
export function misplacedMarkup(xml: string): string[] {
  const problems: string[] = [];
  const open: { name: string; children: string[] }[] = [];
  const marks = new Map<string, string[]>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    problems.push(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const [prefix, local = ''] = name.split(':');
    const parent = open.at(-1);
    if (parent && prefix === 'w') {
      const allowed = PARENTS[local];
      if (allowed && !allowed.includes(parent.name)) problems.push(`${name} in ${parent.name}`);
      if (FIRST[local] === parent.name && parent.children.length > 0) problems.push(`${name} is not first`);
      const place = LAST_OF_PROPERTIES.indexOf(local);
      if (parent.name === 'pPr' && parent.children.some((child) => LAST_OF_PROPERTIES.indexOf(child) > place))
        problems.push(`${name} behind what must be last`);
    }
    if (local.startsWith('comment') && attributes['w:id'] !== undefined && local !== 'comments') {
      const id = String(attributes['w:id']);
      marks.set(id, [...(marks.get(id) ?? []), local]);
    }
    parent?.children.push(local);
    open.push({ name: local, children: [] });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  for (const [id, found] of marks) {
    const order = found.join(' ');
    const whole = ['commentRangeStart commentRangeEnd commentReference', 'commentReference', 'comment'];
    if (!whole.includes(order)) problems.push(`comment ${id}: ${order}`);
  }
  return problems;
}
