import { isMap } from '../model/json';
import { resolvePlain } from '../yaml/resolveScalar';

/** How a document is laid out. */
export interface Layout {
  /** Spaces by which a map stands right of the key that holds it. */
  step: number;
  /** Spaces by which the dashes of a list stand right of the key that holds it. */
  listStep: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double';

/** A scalar so that kubectl reads it as just this value; the style is kept where it can carry the value. */
export function printScalar(
  value: unknown,
  style: ScalarStyle = 'plain',
): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (style === 'single' && /^[^\p{C}\u2028\u2029]*$/u.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return style === 'plain' && isPlain(value) ? value : quoted(value);
}

/** A value on one line, with brackets and braces. */
export function printFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlow).join(', ')}]`;
  if (!isMap(value)) return printScalar(value);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${printScalar(key)}: ${printFlow(item)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Whether a value takes lines of its own in block style. */
export function isBlock(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : false;
}

/** A map or list with something in it, as lines of block style without line ends. */
export function printBlock(
  value: unknown,
  indent: number,
  layout: Layout,
): string[] {
  const margin = ' '.repeat(indent);
  if (Array.isArray(value)) {
    return value.flatMap(item => printItem(item, indent, layout));
  }
  return Object.entries(value as object).flatMap(([key, item]) => {
    const head = `${margin}${printScalar(key)}:`;
    return isBlock(item)
      ? [head, ...printBlock(item, indent + stepOf(item, layout), layout)]
      : [`${head} ${printFlow(item)}`];
  });
}

/** One item of a list, whose dash stands at `indent`. */
export function printItem(
  item: unknown,
  indent: number,
  layout: Layout,
): string[] {
  const dash = `${' '.repeat(indent)}- `;
  if (!isBlock(item)) return [dash + printFlow(item)];
  const [first, ...rest] = printBlock(item, indent + 2, layout);
  return [dash + first.slice(indent + 2), ...rest];
}

export function stepOf(value: unknown, layout: Layout): number {
  return Array.isArray(value) ? layout.listStep : layout.step;
}

const plainForm = /^[A-Za-z0-9_./][A-Za-z0-9_./+@()=~^: -]*$/;
const numberLike = /^[-+]?\.?[0-9][-+.0-9_:xXoOa-fA-F]*$/;
const address = /^\d+\.\d+\.\d+\.\d+$/;

/** Careful rather than complete: what is not surely a text to every YAML reader is quoted. */
function isPlain(text: string): boolean {
  if (!plainForm.test(text) || /: |:$| $/.test(text)) return false;
  if (numberLike.test(text) && !address.test(text)) return false;
  try {
    return resolvePlain(text) === text;
  } catch {
    return false;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
