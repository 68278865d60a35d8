import type { Span } from '@poclint/core';
import { CodeActionKind, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { pagesOf } from '../service/authority-pages.ts';
import { modelClausesAt } from '../service/completion.ts';
import type { DraftReview } from '../service/draft-review.ts';
import { hoverAt } from '../service/hover.ts';
import { lensesOf, levelMarks } from '../service/lenses.ts';
import { definitionAt, referencesAt, renamableAt, renamed } from '../service/navigation.ts';
import { divisionsOf, foldsOf } from '../service/outline.ts';
import { remediesAt } from '../service/remedies.ts';
import { actionOf, completionOf, type DiagnosticData, foldOf, hintOf, lensOf, symbolOf } from './answers.ts';
import type { Session } from './session.ts';

/** Answers what LSP asks of one document. A text without a review has nothing to answer with. */
export function answerVerbs(session: Session): void {
  const { connection, words, form } = session;

  /** Answers from the review, or with `nothing`; a fault in one answer is told by name and leaves the rest alone. */
  async function from<Answer>(
    uri: string,
    name: string,
    nothing: Answer,
    make: (review: DraftReview) => Answer | Promise<Answer>,
  ) {
    try {
      const review = await session.reviewOf(uri);
      return review ? await make(review) : nothing;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      // Names only: a message may quote the draft.
      connection.console.error(`${name} failed (${error instanceof Error ? error.name : 'unknown'}).`);
      return nothing;
    }
  }
  const offsetIn = (review: DraftReview, position: Position) => review.places.offset(position);
  const locate = (review: DraftReview, span: Span) => ({ uri: review.uri, range: review.places.range(span) });

  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    from(uri, 'Code action', [], async (review) => {
      if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const own = context.diagnostics.filter(({ source }) => source === 'poclint');
      const marks = own.map(({ data }) => (data as DiagnosticData | undefined)?.fingerprint);
      // Clients that do not hand back a diagnostic's data get the remedies for everything at the place.
      const named =
        marks.length > 0 && marks.every((mark) => mark !== undefined) ? new Set(marks as string[]) : undefined;
      const remedies = remediesAt(review, review.places.span(range), named, words, await session.precedentsFor(review));
      // Writes YAML, which nothing else here does: loaded when it is needed.
      const { acceptanceFor, acceptedFileOf } = await import('../service/acceptance.ts');
      const content = form.hasCommands ? undefined : await session.surroundings.readText(acceptedFileOf(uri));
      const isFile = uri.includes('/');
      return remedies.flatMap((remedy) => {
        const action = actionOf(
          remedy,
          {
            uri,
            version: review.version,
            places: review.places,
            diagnostics: own,
            words,
            acceptance: ({ finding }) => (isFile ? acceptanceFor(review, finding, '', content) : undefined),
          },
          form,
        );
        return action ? [action] : [];
      });
    }),
  );

  connection.onHover(({ textDocument: { uri }, position }) =>
    from(uri, 'Hover', null, (review) => {
      const found = hoverAt(review, offsetIn(review, position), words);
      return found && { range: review.places.range(found.span), contents: { kind: 'markdown', value: found.markdown } };
    }),
  );

  connection.onCodeLens(({ textDocument: { uri } }) =>
    from(uri, 'Code lens', [], (review) =>
      session.reviewer.settings.codeLens
        ? lensesOf(review, words).map((lens) => lensOf(lens, uri, review.places, form))
        : [],
    ),
  );

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    from(uri, 'Inlay hints', [], (review) =>
      session.reviewer.settings.inlayHints
        ? levelMarks(review, review.places.span(range), words).map((mark) => hintOf(mark, review.places))
        : [],
    ),
  );

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    from(uri, 'Completion', [], async (review) => {
      const precedents = await session.precedentsFor(review);
      return modelClausesAt(review, offsetIn(review, position), words, precedents).map(completionOf);
    }),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    from(uri, 'Outline', [], (review) =>
      divisionsOf(review, words.locale).map((division) => symbolOf(division, review.places)),
    ),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    from(uri, 'Folding', [], (review) => foldsOf(review).flatMap((span) => foldOf(review.places.range(span)) ?? [])),
  );

  connection.onDefinition(({ textDocument: { uri }, position }) =>
    from(uri, 'Definition', null, (review) => {
      const found = definitionAt(review, offsetIn(review, position));
      return found && locate(review, found.to);
    }),
  );

  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    from(uri, 'References', [], (review) =>
      referencesAt(review, offsetIn(review, position), context.includeDeclaration).map((span) => locate(review, span)),
    ),
  );

  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    from(uri, 'Rename', null, (review) => {
      const found = renamableAt(review, offsetIn(review, position));
      return found && { range: review.places.range(found.span), placeholder: found.term };
    }),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    from(uri, 'Rename', null, (review) => {
      const name = newName.trim();
      if (name === '' || /[\r\n"“”«»[\]]/.test(name))
        throw new ResponseError(
          LSPErrorCodes.RequestFailed,
          'A defined term is words on one line, without quotation marks or brackets.',
        );
      const edits = renamed(review, offsetIn(review, position)).map((span) => ({
        range: review.places.range(span),
        newText: name,
      }));
      return edits.length > 0 ? { changes: { [uri]: edits } } : null;
    }),
  );

  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    from(uri, 'Links', [], (review) =>
      pagesOf(review.text).map(({ start, end, url }) => ({ range: review.places.range([start, end]), target: url })),
    ),
  );
}
