import { findKind, printYaml } from '@cnoc/hedgehog';

/**
 * The text that a new resource of a kind begins with.
 *
 * @internal
 */
export function newDocument(kind: string, name = ''): string {
  const { apiVersion } = findKind(kind)!;
  return printYaml({ apiVersion, kind, metadata: { name }, spec: {} });
}
