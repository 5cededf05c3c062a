import {
  canonicalize,
  compareCanonical,
  parsePath,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { hasField, jsonPointer } from './fieldPath';

export type JsonPatchOperation =
  | { op: 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string };

/** What to send for server-side apply: git's object, bound to what the plan saw. */
export function applyBodyOf(
  desired: KubernetesObject,
  options: {
    namespace: string;
    precondition?: { uid: string; resourceVersion?: string };
  },
): KubernetesObject {
  const { name, labels, annotations } = desired.metadata;
  return {
    apiVersion: desired.apiVersion,
    kind: desired.kind,
    metadata: {
      name,
      namespace: options.namespace,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...options.precondition,
    },
    ...(desired.spec && { spec: desired.spec }),
  };
}

/**
 * What server-side apply leaves although git does not have it: fields that another manager holds. They have to be removed
 * by a patch of their own, or the resource would stay drifted for ever.
 *
 * Fields inside lists are left out: Hedgehog's lists are atomic, so an apply replaces them whole.
 *
 * @param desired - canonical form of git's object
 * @param live - the object as the server answered
 * @returns paths in the form of a difference, deepest first
 */
export function removalsOf(
  desired: KubernetesObject,
  live: KubernetesObject,
): string[] {
  return compareCanonical(desired, canonicalize(live))
    .differences.filter(
      difference =>
        difference.desired === undefined && difference.live !== undefined,
    )
    .map(difference => difference.path)
    .filter(path => {
      const keys = parsePath(path);
      return (
        keys !== undefined &&
        keys.every(key => typeof key === 'string') &&
        hasField(live, keys)
      );
    })
    .sort((a, b) => depthOf(b) - depthOf(a));
}

/** The removals as a JSON patch that fails when the object is not the one that was read. */
export function removalPatch(
  paths: readonly string[],
  live: KubernetesObject,
): JsonPatchOperation[] {
  return [
    ...(['uid', 'resourceVersion'] as const).flatMap(field =>
      live.metadata[field] === undefined
        ? []
        : [
            {
              op: 'test' as const,
              path: `/metadata/${field}`,
              value: live.metadata[field],
            },
          ],
    ),
    ...paths.map(path => ({
      op: 'remove' as const,
      path: jsonPointer(parsePath(path) ?? []),
    })),
  ];
}

function depthOf(path: string): number {
  return parsePath(path)?.length ?? 0;
}
