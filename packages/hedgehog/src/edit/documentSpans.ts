/** Where one document of a file stands, as offsets into the file's text. */
export interface DocumentSpan {
  /** First character after the separator line, or after a byte order mark. */
  start: number;
  /** One past the last character: where the next separator line begins, or the end of the file. */
  end: number;
  /** Start of the separator line right above; absent for a first document without one. */
  separator?: number;
  /** One past the separator line right below. */
  next?: number;
  /** 1-based line of `start`. */
  line: number;
}

const separator = /^---[ \t]*(?:#.*)?\r?$/;

/**
 * The documents of a file between its `---` lines, also those that hold only comments. Splits where `readYaml` does, and
 * keeps the offsets, so that one document can be changed without touching the others.
 */
export function documentSpans(text: string): DocumentSpan[] {
  const spans: DocumentSpan[] = [];
  let open: Omit<DocumentSpan, 'end'> = {
    start: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    line: 1,
  };
  let line = 1;
  let from = open.start;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    if (text.startsWith('---', from) && separator.test(text.slice(from, end))) {
      const after = Math.min(end + 1, text.length);
      spans.push({ ...open, end: from, next: after });
      open = { start: after, separator: from, line: line + 1 };
    }
    if (newline === -1) break;
    from = newline + 1;
    line += 1;
  }
  spans.push({ ...open, end: text.length });
  return spans;
}

/** False for a document of blank lines and comments. */
export function hasContent(text: string): boolean {
  return /^[ \t]*[^ \t\r\n#]/m.test(text);
}
