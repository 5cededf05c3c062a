/** What a plain scalar or a tagged scalar means. */
export type ScalarValue = string | number | boolean | null;

const words = new Map<string, ScalarValue>([
  ['', null],
  ['~', null],
]);
for (const word of ['null', 'Null', 'NULL']) words.set(word, null);
for (const word of ['y', 'yes', 'on', 'true']) addBoolean(word, true);
for (const word of ['n', 'no', 'off', 'false']) addBoolean(word, false);

function addBoolean(word: string, value: boolean) {
  words.set(word, value);
  words.set(word[0].toUpperCase() + word.slice(1), value);
  words.set(word.toUpperCase(), value);
}

const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** Told apart first, as most plain scalars that begin with a digit are addresses. */
const numberLike = /^[-+.0-9_a-fA-FxXoO]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const integer =
  /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

/** Thrown for scalars that YAML can say and JSON cannot. The message never holds the scalar. */
export class ScalarError extends Error {
  name = 'ScalarError';
}

/**
 * Reads a plain (unquoted) scalar as kubectl does: YAML 1.1 booleans, `012` is octal, `1_000` is 1000, dates stay
 * text, `1e400` stays text because no float holds it.
 *
 * An integer beyond 2^53 comes back as a string of its decimal digits: JSON data in JavaScript has no number that
 * could carry it, and a rounded one would be a silent lie. No Hedgehog field takes such a number.
 */
export function resolvePlain(source: string): ScalarValue {
  const word = words.get(source);
  if (word !== undefined) return word;
  const first = source.charCodeAt(0);
  const isNumeric =
    (first >= 48 && first <= 57) || first === 43 || first === 45;
  if (!isNumeric && first !== 46) return source;
  if (notFinite.test(source)) {
    throw new ScalarError('Infinity and NaN cannot be written as JSON');
  }
  if (!numberLike.test(source)) return source;
  // Underscores are only taken out where a digit or sign leads, as kubectl's reader does.
  const plain =
    isNumeric && source.includes('_') ? source.replaceAll('_', '') : source;
  return (
    (isNumeric ? readInteger(plain) : undefined) ?? readFloat(plain) ?? source
  );
}

function readInteger(text: string): number | string | undefined {
  const match = integer.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  let literal = decimal;
  if (hex !== undefined) literal = `0x${hex}`;
  else if (binary !== undefined) literal = `0b${binary}`;
  else if (octal !== undefined) literal = `0o${octal}`;
  const magnitude = Number(literal);
  if (Number.isSafeInteger(magnitude)) {
    return sign === '-' && magnitude !== 0 ? -magnitude : magnitude;
  }
  return `${sign === '-' ? '-' : ''}${BigInt(literal).toString()}`;
}

function readFloat(text: string): number | undefined {
  if (!float.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** True when the scalar is one that {@link resolvePlain} keeps as digits. */
export function isLongInteger(source: string, value: ScalarValue): boolean {
  return (
    typeof value === 'string' &&
    /^[-+0-9]/.test(source) &&
    numberLike.test(source) &&
    integer.test(source.replaceAll('_', ''))
  );
}

const core = 'tag:yaml.org,2002:';

/** The core tags that kubectl's reader knows; any other tag is refused (case Y10). */
export const knownScalarTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'binary', 'timestamp'].map(
    name => core + name,
  ),
);

/** Reads a scalar that carries a core tag, such as `!!int '12'`. */
export function resolveTagged(tag: string, source: string): ScalarValue {
  const name = tag.slice(core.length);
  switch (name) {
    case 'str':
    case 'timestamp':
      return source;
    case 'binary':
      return decodeBase64(source);
    default: {
      const value = resolvePlain(source);
      const fits =
        (name === 'null' && value === null) ||
        (name === 'bool' && typeof value === 'boolean') ||
        (name === 'float' && typeof value === 'number') ||
        (name === 'int' &&
          (Number.isInteger(value) || isLongInteger(source, value)));
      if (!fits)
        throw new ScalarError(`the value does not fit its tag !!${name}`);
      return value;
    }
  }
}

function decodeBase64(source: string): string {
  try {
    const bytes = Uint8Array.from(atob(source.replace(/\s+/g, '')), char =>
      char.charCodeAt(0),
    );
    return new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  } catch {
    throw new ScalarError('the value does not fit its tag !!binary');
  }
}
