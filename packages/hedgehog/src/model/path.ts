/** A path into an object: map keys as strings, list indexes as numbers. */
export type PathSegments = readonly (string | number)[];

const plainKey = /^[A-Za-z0-9_-]+$/;

/**
 * Text of a path: `spec.fabric.links[0].leaf.ip`, `metadata.labels["a.b/c"]`.
 * Keys with anything but letters, digits, `_` and `-` are quoted as JSON strings.
 */
export function formatPath(segments: PathSegments): string {
  let text = '';
  for (const segment of segments) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (!plainKey.test(segment)) text += `[${JSON.stringify(segment)}]`;
    else text += text === '' ? segment : `.${segment}`;
  }
  return text;
}

const token = /\.?([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The inverse of {@link formatPath}. Returns `undefined` for text that is no path. */
export function parsePath(text: string): (string | number)[] | undefined {
  const segments: (string | number)[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    if (match[1] !== undefined) segments.push(match[1]);
    else if (match[2] !== undefined) segments.push(Number(match[2]));
    else {
      try {
        segments.push(JSON.parse(match[3]) as string);
      } catch {
        return undefined;
      }
    }
  }
  return segments;
}
