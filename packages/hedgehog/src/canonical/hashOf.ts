import { byText, isMap } from '../model/json';

/**
 * Short stable hash of canonical data, independent of the order of keys: 14 hex digits (53 bits, the cyrb53
 * construction). Good for noticing change; not for security.
 */
export function hashOf(value: unknown): string {
  const state: State = { a: 0xdeadbeef, b: 0x41c6ce57 };
  feed(state, value);
  let { a, b } = state;
  a =
    Math.imul(a ^ (a >>> 16), 2246822507) ^
    Math.imul(b ^ (b >>> 13), 3266489909);
  b =
    Math.imul(b ^ (b >>> 16), 2246822507) ^
    Math.imul(a ^ (a >>> 13), 3266489909);
  const number = 4294967296 * (2097151 & b) + (a >>> 0);
  return number.toString(16).padStart(14, '0');
}

interface State {
  a: number;
  b: number;
}

function feed(state: State, value: unknown): void {
  if (Array.isArray(value)) {
    text(state, '[');
    for (const item of value) feed(state, item);
    text(state, ']');
  } else if (isMap(value)) {
    text(state, '{');
    for (const key of Object.keys(value).sort(byText)) {
      if (value[key] === undefined) continue;
      text(state, key);
      text(state, ':');
      feed(state, value[key]);
    }
    text(state, '}');
  } else {
    text(state, typeof value);
    text(state, String(value));
  }
}

function text(state: State, part: string): void {
  let { a, b } = state;
  // The length separates neighbours: "ab","c" is not "a","bc".
  a = Math.imul(a ^ part.length, 2654435761);
  for (let i = 0; i < part.length; i += 1) {
    const code = part.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  state.a = a;
  state.b = b;
}
