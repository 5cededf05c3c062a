import { parsePath, PathSegments } from '../model/path';

/**
 * A path with placeholders: `*` stands for any one key or index, `**` at the end for anything below (or nothing).
 * List indexes are written as plain segments: `spec.permit.*.**`.
 */
export class PathPattern {
  readonly #segments: readonly string[];
  readonly #isOpen: boolean;

  private constructor(segments: readonly string[]) {
    this.#isOpen = segments[segments.length - 1] === '**';
    this.#segments = this.#isOpen ? segments.slice(0, -1) : segments;
  }

  static of(pattern: string): PathPattern {
    return new PathPattern((parsePath(pattern) ?? []).map(String));
  }

  /** What the `*` stood for, or `undefined` when the path does not match. */
  match(path: PathSegments): string[] | undefined {
    if (
      this.#isOpen
        ? path.length < this.#segments.length
        : path.length !== this.#segments.length
    ) {
      return undefined;
    }
    const keys: string[] = [];
    for (let i = 0; i < this.#segments.length; i += 1) {
      const segment = String(path[i]);
      if (this.#segments[i] === '*') keys.push(segment);
      else if (this.#segments[i] !== segment) return undefined;
    }
    return keys;
  }
}
