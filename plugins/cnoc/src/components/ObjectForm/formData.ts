import type { KubernetesObject } from '@cnoc/hedgehog';
import type { FormData } from './formSchemaOf';

/** @internal */
export function formDataOf(object: KubernetesObject): FormData {
  const { labels, annotations } = object.metadata;
  return { spec: object.spec ?? {}, labels, annotations };
}

/**
 * The object with what the form says. A group or list that is empty and was not there before is left out: a form has to
 * show places for values that nobody gave.
 *
 * @internal
 */
export function withFormData(
  object: KubernetesObject,
  data: FormData,
): KubernetesObject {
  const { labels, annotations, ...metadata } = object.metadata;
  const spec = pruned(data.spec, object.spec);
  const newLabels = pruned(data.labels, labels);
  const newAnnotations = pruned(data.annotations, annotations);
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(newLabels === undefined ? {} : { labels: newLabels }),
      ...(newAnnotations === undefined ? {} : { annotations: newAnnotations }),
    },
    ...(spec === undefined && object.spec === undefined
      ? {}
      : { spec: spec ?? {} }),
  } as KubernetesObject;
}

function pruned(value: unknown, before: unknown): unknown {
  if (Array.isArray(value)) {
    const old = Array.isArray(before) ? before : [];
    const items = value.map(
      // An item that was just added has to stay to be filled in.
      (item, index) => pruned(item, old[index]) ?? emptyLike(item),
    );
    return items.length === 0 && before === undefined ? undefined : items;
  }
  if (isGroup(value)) {
    const old = isGroup(before) ? before : {};
    const entries = Object.entries(value).flatMap(([key, child]) => {
      const kept = pruned(child, old[key]);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return entries.length === 0 && before === undefined
      ? undefined
      : Object.fromEntries(entries);
  }
  return value === '' && before === undefined ? undefined : value;
}

function emptyLike(item: unknown): unknown {
  if (Array.isArray(item)) return [];
  return isGroup(item) ? {} : '';
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
