import { findKind, type KubernetesObject } from '@cnoc/hedgehog';

/** A bare object of one of Hedgehog's kinds. */
export function objectOf(
  kind: string,
  name: string,
  spec: Record<string, unknown>,
  labels?: Record<string, string>,
): KubernetesObject {
  const type = findKind(kind);
  if (!type) {
    throw new Error(`${kind} is no kind of Hedgehog`);
  }
  return {
    apiVersion: type.apiVersion,
    kind,
    metadata: { name, ...(labels ? { labels } : {}) },
    spec,
  };
}

/** `leaf-007`: numbers of one width, so that names sort as they count. */
export function numbered(prefix: string, index: number, width: number): string {
  return `${prefix}-${String(index + 1).padStart(width, '0')}`;
}

/** Dotted text of `base` (four octets) plus `offset` addresses. */
export function address(base: readonly number[], offset: number): string {
  let rest = base.reduce((sum, octet) => sum * 256 + octet, 0) + offset;
  const octets: number[] = [];
  for (let index = 0; index < 4; index += 1) {
    octets.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  }
  return octets.join('.');
}
