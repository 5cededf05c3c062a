/** One document's text and the 1-based line of the file at which it begins. */
export interface DocumentText {
  text: string;
  line: number;
}

const separator = /^---[ \t]*(?:#.*)?\r?$/;

/**
 * Splits a file where kubectl does: at lines that hold `---` and at most a comment. Doing it before parsing keeps one
 * broken document from hiding the others. Stops one past `max`, so that the caller can tell "at" from "over".
 */
export function splitDocuments(text: string, max: number): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  let startLine = 1;
  let line = 1;
  let from = 0;
  while (from <= text.length && documents.length <= max) {
    const next = text.indexOf('\n', from);
    const end = next === -1 ? text.length : next;
    if (text.startsWith('---', from) && separator.test(text.slice(from, end))) {
      add(text.slice(start, from), startLine);
      start = end + 1;
      startLine = line + 1;
    }
    if (next === -1) break;
    from = end + 1;
    line += 1;
  }
  add(text.slice(start), startLine);
  return documents;

  function add(part: string, at: number) {
    if (hasContent(part)) documents.push({ text: part, line: at });
  }
}

/** False for documents of blank lines and comments, which kubectl skips. */
function hasContent(part: string): boolean {
  return /^[ \t]*[^ \t\r\n#]/m.test(part);
}
