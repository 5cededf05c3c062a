import { CommitInfo } from '../GitEngine';
import { inertText } from '../inertText';

/** Reads a raw commit object (`git cat-file commit`). */
export function parseCommit(sha: string, raw: string): CommitInfo {
  const split = raw.indexOf('\n\n');
  const head = split < 0 ? raw : raw.slice(0, split);
  const body = split < 0 ? '' : raw.slice(split + 2);
  const author = /^author (.*?) ?<[^>\n]*> (-?\d{1,12}) [+-]\d{4}$/m.exec(head);
  const seconds = Number(author?.[2]);
  const parents = [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)]
    .slice(0, 100)
    .map(([, parent]) => parent);
  const name = inertText(author?.[1] ?? '', 100);
  // A commit may claim any time; one that JavaScript cannot hold is left out (T4).
  const at = new Date(seconds * 1000);
  return {
    sha,
    message: inertText(body.trimStart().split('\n', 1)[0], 200),
    ...(name && { author: name }),
    ...(author && !Number.isNaN(at.getTime()) && { at: at.toISOString() }),
    ...(parents.length > 0 && { parents }),
  };
}
