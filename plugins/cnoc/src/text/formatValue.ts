import { stringify } from 'yaml';

/** Longest value that is shown in full, in characters. */
const MAX_LENGTH = 2000;

/**
 * A field's value as text; undefined when the field is absent.
 *
 * @internal
 */
export function formatValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text =
    typeof value === 'string' && value !== ''
      ? value
      : stringify(value, { aliasDuplicateObjects: false }).trimEnd();
  return text.length > MAX_LENGTH
    ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)`
    : text;
}
