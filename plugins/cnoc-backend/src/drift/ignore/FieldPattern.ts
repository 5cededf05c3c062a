import { parsePath } from '@cnoc/hedgehog';

const MAX_SEGMENTS = 64;

/**
 * A path with placeholders: `*` stands for any one key or index, `**` for any number of them, also none.
 *
 * There is no backtracking over more than the last `**`, so a match costs at most path × pattern, whatever the pattern
 * says (C17).
 */
export class FieldPattern {
  readonly #segments: readonly string[];

  private constructor(segments: readonly string[]) {
    this.#segments = segments;
  }

  /** @returns undefined for text that is no pattern */
  static parse(text: string): FieldPattern | undefined {
    const segments = parsePath(text)?.map(String);
    if (!segments?.length || segments.length > MAX_SEGMENTS) return undefined;
    return new FieldPattern(
      segments.filter((one, at) => one !== '**' || segments[at - 1] !== '**'),
    );
  }

  matches(path: readonly (string | number)[]): boolean {
    const pattern = this.#segments;
    if (!endsAlike(pattern, path)) return false;
    let at = 0;
    let open = -1;
    let resumeFrom = 0;
    for (let place = 0; place < path.length; ) {
      if (pattern[at] === '**') {
        open = at;
        resumeFrom = place;
        at += 1;
      } else if (
        at < pattern.length &&
        (pattern[at] === '*' || pattern[at] === String(path[place]))
      ) {
        at += 1;
        place += 1;
      } else if (open >= 0) {
        // The last `**` takes one more
        resumeFrom += 1;
        place = resumeFrom;
        at = open + 1;
      } else {
        return false;
      }
    }
    while (pattern[at] === '**') at += 1;
    return at === pattern.length;
  }
}

/** Most paths are told apart by their last key. */
function endsAlike(
  pattern: readonly string[],
  path: readonly (string | number)[],
): boolean {
  const last = pattern[pattern.length - 1];
  return last.startsWith('*') || last === String(path[path.length - 1]);
}
