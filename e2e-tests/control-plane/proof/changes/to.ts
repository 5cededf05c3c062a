import type { KubernetesObject } from '@cnoc/hedgehog';
import { gone } from '../places';

type To = (value: unknown, object: KubernetesObject) => unknown;

/** Only where nothing is. */
export const added =
  (value: unknown): To =>
  found =>
    found === undefined ? value : undefined;

export const removed: To = value => (value === undefined ? undefined : gone);

/** Only where it is something else. */
export const set =
  (value: unknown): To =>
  found =>
    found === undefined || JSON.stringify(found) === JSON.stringify(value)
      ? undefined
      : value;

export const plus =
  (count: number): To =>
  value =>
    typeof value === 'number' ? value + count : undefined;

/** A text with a part replaced; not where that changes nothing. */
export const text =
  (pattern: RegExp, by: string): To =>
  value => {
    const other = String(value).replace(pattern, by);
    return typeof value === 'string' && other !== value ? other : undefined;
  };

export const upperCase: To = value =>
  typeof value === 'string' && value !== value.toUpperCase()
    ? value.toUpperCase()
    : undefined;

/** A list turned round; not where that changes nothing. */
export const reversed: To = value => {
  if (!Array.isArray(value)) return undefined;
  const other = [...value].reverse();
  return JSON.stringify(other) === JSON.stringify(value) ? undefined : other;
};

/** A list with one more item. */
export const longer =
  (item: unknown): To =>
  value =>
    Array.isArray(value) ? [...value, item] : undefined;

export const shorter: To = value =>
  Array.isArray(value) && value.length > 1 ? value.slice(1) : undefined;

/** A place taken away that holds what the webhook puts there by itself. */
export const withoutDefault =
  (byDefault: unknown): To =>
  value =>
    JSON.stringify(value) === JSON.stringify(byDefault) ? gone : undefined;
