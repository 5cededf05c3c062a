import { formatPatch, structuredPatch, type StructuredPatchHunk } from 'diff';
import type { FileEdit } from './editFiles';

const maxCharacters = 100_000;
const context = 3;
/** The search for the shortest difference is quadratic in what differs, and runs on the thread of requests. */
const maxEdits = 500;

/**
 * A file's change as `diff -u` shows it; cut where it gets long. Where too much differs to look for the shortest
 * difference, everything between the first and the last line that differ is one change.
 */
export function unifiedDiff({ path, before, after }: FileEdit): string {
  const oldFileName = before === undefined ? '/dev/null' : `a/${path}`;
  const newFileName = after === undefined ? '/dev/null' : `b/${path}`;
  const [a, b] = [before ?? '', after ?? ''];
  const patch =
    before === undefined || after === undefined
      ? undefined
      : structuredPatch(oldFileName, newFileName, a, b, '', '', {
          context,
          maxEditLength: maxEdits,
        });
  const text = formatPatch(
    patch ?? {
      oldFileName,
      newFileName,
      oldHeader: '',
      newHeader: '',
      hunks: [oneHunk(linesOf(a), linesOf(b))],
      index: undefined,
    },
  )
    // The library rules off its head for programs that read several of them
    .replace(/^={5,}\n/, '')
    .replace(/^(---|\+\+\+) (.*?)\t?$/gm, '$1 $2');
  if (text.length <= maxCharacters) return text;
  const end = text.lastIndexOf('\n', maxCharacters);
  return `${text.slice(0, end + 1)}… cut here\n`;
}

function oneHunk(
  before: readonly string[],
  after: readonly string[],
): StructuredPatchHunk {
  const short = Math.min(before.length, after.length);
  let head = 0;
  while (head < short && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < short - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const from = Math.max(0, head - context);
  const below = Math.min(context, tail);
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  return {
    oldStart: from + 1,
    newStart: from + 1,
    oldLines: oldEnd + below - from,
    newLines: newEnd + below - from,
    lines: [
      ...before.slice(from, head).map(line => ` ${line}`),
      ...before.slice(head, oldEnd).map(line => `-${line}`),
      ...after.slice(head, newEnd).map(line => `+${line}`),
      ...before.slice(oldEnd, oldEnd + below).map(line => ` ${line}`),
    ],
  };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
