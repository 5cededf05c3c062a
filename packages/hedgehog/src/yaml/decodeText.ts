/** A file that is no text kubectl could read: where, and why. */
export interface DecodeFailure {
  rule: string;
  message: string;
  hint: string;
  line: number;
}

const forbidden =
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose (case Y11)
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Bytes or a string as text without byte order mark; refuses UTF-16, broken UTF-8 and control characters. */
export function decodeText(
  input: string | Uint8Array,
): { text: string } | { failure: DecodeFailure } {
  let text: string;
  if (typeof input === 'string') {
    text = input;
  } else {
    if (looksLikeUtf16(input)) {
      return failure(
        'yaml.encoding',
        'The file is UTF-16, not UTF-8.',
        'Save it as UTF-8.',
        1,
      );
    }
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        input,
      );
    } catch {
      return failure(
        'yaml.encoding',
        'The file holds bytes that are not valid UTF-8.',
        'Save it as UTF-8.',
        lineOfInvalidByte(input),
      );
    }
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  const bad = forbidden.exec(text);
  if (bad) {
    const code = bad[0].charCodeAt(0);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    return failure(
      isSurrogate ? 'yaml.encoding' : 'yaml.controlCharacter',
      isSurrogate
        ? 'The text holds half of a character (a lone surrogate).'
        : `The text holds the control character U+${code
            .toString(16)
            .toUpperCase()
            .padStart(4, '0')}.`,
      'Remove the character.',
      lineOfOffset(text, bad.index),
    );
  }
  return { text };
}

function failure(rule: string, message: string, hint: string, line: number) {
  return { failure: { rule, message, hint, line } };
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (
    bytes.length >= 4 &&
    (a === 0) !== (b === 0) &&
    (bytes[2] === 0) === (a === 0) &&
    (bytes[3] === 0) === (b === 0)
  );
}

/** 1-based line of a text offset. */
export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (
    let i = text.indexOf('\n');
    i !== -1 && i < offset;
    i = text.indexOf('\n', i + 1)
  ) {
    line += 1;
  }
  return line;
}

function lineOfInvalidByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    start = i + 1;
    line += 1;
  }
  return line;
}
