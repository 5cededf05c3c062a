import { spansWithDocument } from './documentsOf';
import { documentSpans, DocumentSpan, hasContent } from './documentSpans';

/** What becomes of one document of a file. */
export interface DocumentChange {
  span: DocumentSpan;
  /** Null takes the document out, with one of the separators around it. */
  text: string | null;
}

/**
 * Changes documents of a file and adds others at its end. Every byte outside of the changed documents stays.
 *
 * @param changes - spans of `documentSpans(fileText)`, each at most once
 */
export function changeDocuments(
  fileText: string,
  changes: readonly DocumentChange[],
  added: readonly string[] = [],
): string {
  const ordered = [...changes].sort((a, b) => a.span.start - b.span.start);
  const parts: string[] = [];
  let from = 0;
  for (const { span, text } of ordered) {
    const [start, end] =
      text === null ? removedRange(span) : [span.start, span.end];
    if (start > from) parts.push(fileText.slice(from, start));
    if (text !== null) parts.push(replacement(fileText, span, text));
    from = Math.max(from, end);
  }
  parts.push(fileText.slice(from));
  return added.reduce(
    (text, document, index) =>
      index === 0
        ? appendDocument(text, document)
        : text + addition(document, endingOf(text), true),
    parts.join(''),
  );
}

/** With the separator above, or where there is none the one below. */
function removedRange({
  start,
  end,
  separator,
  next,
}: DocumentSpan): [number, number] {
  return separator === undefined ? [start, next ?? end] : [separator, end];
}

function replacement(
  fileText: string,
  { start, end }: DocumentSpan,
  documentText: string,
): string {
  const before = fileText.slice(start, end);
  const text = withEndings(bare(documentText), endingOf(before));
  return end < fileText.length || before.endsWith('\n')
    ? withNewline(text, endingOf(fileText))
    : text;
}

function addition(
  documentText: string,
  ending: '\n' | '\r\n',
  isSeparated: boolean,
): string {
  const text = withNewline(withEndings(bare(documentText), ending), ending);
  return isSeparated ? `---${ending}${text}` : text;
}

/**
 * Puts another text in the place of a resource's document. Every byte outside of the document stays.
 *
 * @returns the file's new text; undefined when no document of the file holds just this resource
 */
export function replaceDocument(
  fileText: string,
  kind: string,
  name: string,
  documentText: string,
): string | undefined {
  const span = find(fileText, kind, name);
  return span && changeDocuments(fileText, [{ span, text: documentText }]);
}

/** Adds a document at the end of a file. Every byte that was there stays. */
export function appendDocument(fileText: string, documentText: string): string {
  const ending = endingOf(fileText.includes('\n') ? fileText : documentText);
  const spans = documentSpans(fileText);
  const last = spans[spans.length - 1];
  const rest = fileText.slice(last.start);
  const isEmpty = !spans.some(span =>
    hasContent(fileText.slice(span.start, span.end)),
  );
  if (isEmpty) {
    return rest.trim() === ''
      ? fileText.slice(0, last.start) + addition(documentText, ending, false)
      : withNewline(fileText, ending) + addition(documentText, ending, false);
  }
  const isOpen =
    last.separator !== undefined &&
    rest.trim() === '' &&
    fileText.endsWith('\n');
  return (
    withNewline(fileText, ending) + addition(documentText, ending, !isOpen)
  );
}

/**
 * Takes a resource's document out, with one of the separators around it.
 *
 * @returns the file's new text; undefined when no document of the file holds just this resource
 */
export function removeDocument(
  fileText: string,
  kind: string,
  name: string,
): string | undefined {
  const span = find(fileText, kind, name);
  return span && changeDocuments(fileText, [{ span, text: null }]);
}

function find(
  fileText: string,
  kind: string,
  name: string,
): DocumentSpan | undefined {
  return spansWithDocument(fileText).find(
    ({ document }) => document.kind === kind && document.name === name,
  )?.span;
}

/** A text without separators around its one document: in a file they would make empty documents. */
function bare(text: string): string {
  const spans = documentSpans(text).filter(span =>
    hasContent(text.slice(span.start, span.end)),
  );
  return spans.length === 1 ? text.slice(spans[0].start, spans[0].end) : text;
}

function endingOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Editors in browsers know only one line ending; a document keeps the one that it has. */
function withEndings(text: string, ending: '\n' | '\r\n'): string {
  return ending === '\r\n' && !text.includes('\r\n')
    ? text.replaceAll('\n', '\r\n')
    : text;
}

function withNewline(text: string, ending: '\n' | '\r\n'): string {
  return text === '' || text.endsWith('\n') ? text : text + ending;
}
