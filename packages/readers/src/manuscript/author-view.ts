import { type Manuscript, type Paragraph, type Piece, stands, type Tracked } from './manuscript.ts';

/** Who made the tracked changes, in the order of their first one. A change without an author is by ''. */
export function authorsOf({ body, notes, furniture }: Manuscript): string[] {
  const authors = new Set<string>();
  const add = (tracked: Tracked | undefined): void => {
    for (const change of [tracked?.inserted, tracked?.deleted]) if (change) authors.add(change.author ?? '');
  };
  for (const paragraph of [...body, ...[...notes.values()].flatMap((note) => note.paragraphs), ...furniture]) {
    add(paragraph.mark);
    paragraph.within?.forEach(add);
    for (const piece of paragraph.pieces) add(piece.tracked);
  }
  return [...authors];
}

/** The manuscript with the tracked changes of one author open, and those of everybody else rejected. */
export function changedOnlyBy<P extends Piece>(author: string, manuscript: Manuscript<P>): Manuscript<P> {
  const all = (paragraphs: readonly Paragraph<P>[]) => paragraphs.map((paragraph) => onlyBy(author, paragraph));
  return {
    ...manuscript,
    body: all(manuscript.body),
    notes: new Map([...manuscript.notes].map(([id, note]) => [id, { ...note, paragraphs: all(note.paragraphs) }])),
    furniture: all(manuscript.furniture),
  };
}

function onlyBy<P extends Piece>(author: string, paragraph: Paragraph<P>): Paragraph<P> {
  const { mark, within, pieces } = paragraph;
  return {
    ...paragraph,
    ...(mark && { mark: settle(author, mark) }),
    ...(within && { within: within.map((tracked) => settle(author, tracked)) }),
    pieces: pieces.map((piece) => (piece.tracked ? { ...piece, tracked: settle(author, piece.tracked) } : piece)),
  };
}

/** What others inserted is not there, whoever deletes it; what others deleted is. */
function settle(author: string, tracked: Tracked): Tracked {
  const { inserted, deleted } = tracked;
  if (inserted && (inserted.author ?? '') !== author && !stands(tracked, 'rejected')) return { deleted: inserted };
  return {
    ...(inserted && { inserted }),
    ...(deleted && (deleted.author ?? '') === author && { deleted }),
  };
}
