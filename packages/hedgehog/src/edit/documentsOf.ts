import { ObjectKey } from '../model/KubernetesObject';
import { readYaml } from '../yaml/readYaml';
import { DocumentSpan, documentSpans, hasContent } from './documentSpans';

/** One document of a file, with the resource that it holds. */
export interface FileDocument {
  /** Offsets into the file's text: [start, end). */
  start: number;
  end: number;
  /** 1-based line where the resource begins, or the document when it holds none. */
  line: number;
  /** Of the one resource in it; absent for a list and for what cannot be read. */
  kind?: string;
  name?: string;
  /** The resources of a `List`, which share the document. */
  items?: ObjectKey[];
  /** The document with its comments, byte for byte. */
  text: string;
}

/** The documents of a file that hold something. Never throws: a document that cannot be read has no kind. */
export function documentsOf(text: string): FileDocument[] {
  return spansWithDocument(text).map(({ document }) => document);
}

export function spansWithDocument(
  text: string,
): { span: DocumentSpan; document: FileDocument }[] {
  return documentSpans(text).flatMap(span => {
    const part = text.slice(span.start, span.end);
    return hasContent(part) ? [{ span, document: describe(span, part) }] : [];
  });
}

function describe(span: DocumentSpan, text: string): FileDocument {
  const { objects } = readYaml(text, { file: 'document.yaml' });
  const place = { start: span.start, end: span.end, text };
  const [first] = objects;
  if (!first) return { ...place, line: span.line };
  const line = span.line + first.line - 1;
  const keys = objects.map(({ object }) => ({
    kind: object.kind,
    name: object.metadata.name,
  }));
  return keys.length === 1 && !isListDocument(text)
    ? { ...place, line, ...keys[0] }
    : { ...place, line, items: keys };
}

/**
 * Whether a document is a `List`. One of a single item is a list all the same: replacing it as if it were the item would
 * lose what is around. In doubt yes.
 */
export function isListDocument(text: string): boolean {
  return (
    /["']?kind["']?[ \t]*:[ \t]*["']?\w*List\b/.test(text) &&
    /["']?items["']?[ \t]*:/.test(text)
  );
}
