import {
  documentSpans,
  isListDocument,
  type DocumentSpan,
} from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import { resourceKey } from '../drift/resourceKey';

/** The document that a resource has in git. */
export interface GitDocument {
  file: string;
  span: DocumentSpan;
  text: string;
  /** Other resources stand in the same document (a `List`), so it cannot be changed for this one alone. */
  isShared: boolean;
}

/**
 * Finds the documents of resources by the lines that the reader gave them, without reading any YAML again.
 *
 * @param texts - by file; resources of other files have no document here
 * @returns by resource key
 */
export function gitDocumentsOf(
  objects: readonly DesiredObject[],
  texts: ReadonlyMap<string, string>,
): Map<string, GitDocument> {
  const documents = new Map<string, GitDocument>();
  const inFile = new Map<string, DesiredObject[]>();
  for (const object of objects) {
    if (!texts.has(object.file)) continue;
    const list = inFile.get(object.file);
    if (list) list.push(object);
    else inFile.set(object.file, [object]);
  }
  for (const [file, resources] of inFile) {
    const text = texts.get(file)!;
    const spans = documentSpans(text);
    resources.sort((a, b) => a.line - b.line);
    let index = 0;
    const users = new Map<DocumentSpan, number>();
    const places = resources.map(resource => {
      while (
        index + 1 < spans.length &&
        spans[index + 1].line <= resource.line
      ) {
        index += 1;
      }
      const span = spans[index];
      users.set(span, (users.get(span) ?? 0) + 1);
      return { resource, span };
    });
    for (const { resource, span } of places) {
      const document = text.slice(span.start, span.end);
      documents.set(resourceKey(resource), {
        file,
        span,
        text: document,
        isShared: users.get(span)! > 1 || isListDocument(document),
      });
    }
  }
  return documents;
}

/** Whether two documents are the same but for line ends, which editors in browsers change. */
export function isSameDocument(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
