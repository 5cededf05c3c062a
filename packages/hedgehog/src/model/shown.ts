import { isMap } from './json';

const maxLength = 80;

/** A value as a sentence shows it: short, and "not set" for nothing. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'not set';
  if (value === true) return 'on';
  if (value === false) return 'off';
  if (Array.isArray(value))
    return value.length === 0
      ? 'empty'
      : cut(
          value
            .map(item => (isMap(item) ? summary(item) : String(item)))
            .join(', '),
        );
  if (isMap(value)) return summary(value);
  return cut(String(value));
}

/** Both sides of a difference: "5 in the cluster and 7 in git". */
export function bothSides({
  desired,
  live,
}: {
  desired: unknown;
  live: unknown;
}): string {
  return `${shown(live)} in the cluster and ${shown(desired)} in git`;
}

function summary(map: Record<string, unknown>): string {
  const parts = Object.keys(map).map(key => {
    const value = map[key];
    return `${key} ${
      typeof value === 'object' && value !== null ? '…' : String(value)
    }`;
  });
  return parts.length === 0 ? 'empty' : cut(parts.join(', '));
}

function cut(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}
