import type { KubernetesObject } from '@cnoc/hedgehog';
import { badRequest } from './StatusError';

export type Selector = (object: KubernetesObject) => boolean;

const SET = /^([^\s=!,()]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EQUALITY = /^([^\s=!,()]+)\s*(==|=|!=)\s*([^\s=!,()]*)$/;
const PRESENCE = /^(!?)\s*([^\s=!,()]+)$/;

/** `a=b,c!=d,e,!f,g in (h,i)` as kubectl writes it. */
export function labelSelector(text: string | null): Selector {
  if (!text) {
    return () => true;
  }
  const tests = splitOutsideParentheses(text).map(part => labelTest(part));
  return object => {
    const labels = object.metadata.labels ?? {};
    return tests.every(test => test(labels));
  };
}

/** Custom resources can be selected by `metadata.name` and `metadata.namespace` only. */
export function fieldSelector(text: string | null): Selector {
  if (!text) {
    return () => true;
  }
  const tests = text.split(',').map(part => {
    const match = EQUALITY.exec(part.trim());
    const field = match?.[1];
    if (
      !match ||
      (field !== 'metadata.name' && field !== 'metadata.namespace')
    ) {
      throw badRequest(`field label not supported: ${field ?? part}`);
    }
    const key = field === 'metadata.name' ? 'name' : 'namespace';
    const equal = match[2] !== '!=';
    return (object: KubernetesObject) =>
      (object.metadata[key] === match[3]) === equal;
  });
  return object => tests.every(test => test(object));
}

function labelTest(
  part: string,
): (labels: Readonly<Record<string, string>>) => boolean {
  const set = SET.exec(part);
  if (set) {
    const values = new Set(set[3].split(',').map(value => value.trim()));
    return set[2] === 'in'
      ? labels => values.has(labels[set[1]])
      : labels => !values.has(labels[set[1]]);
  }
  const equality = EQUALITY.exec(part);
  if (equality) {
    return labels =>
      (labels[equality[1]] === equality[3]) === (equality[2] !== '!=');
  }
  const presence = PRESENCE.exec(part);
  if (presence) {
    return labels => Object.hasOwn(labels, presence[2]) === !presence[1];
  }
  throw badRequest(`unable to parse requirement: ${part}`);
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
