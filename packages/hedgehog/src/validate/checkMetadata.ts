import { Kind, Problem } from '../kinds/Kind';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { isObjectName } from '../schema/Form';
import { closestOf } from './closestOf';

const serverFields = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
];
const writtenFields = [
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
];
/** ObjectMeta of Kubernetes 1.35; a server refuses other fields where it is asked to be strict. */
const knownFields: ReadonlySet<string> = new Set([
  ...writtenFields,
  ...serverFields,
  'deletionGracePeriodSeconds',
]);
/** Kubernetes' limit on the size of all annotations of an object, in bytes. */
const maxAnnotationBytes = 256 * 1024;

/** Name, namespace, labels and annotations, and what only a server writes. */
export function checkMetadata(
  object: KubernetesObject,
  kind: Kind,
  problems: Problem[],
): void {
  const { name, namespace, labels, annotations } = object.metadata;
  checkName(name, kind, problems);
  checkNamespace(namespace, problems);
  if (labels) checkTexts(labels, 'labels', problems);
  if (annotations) checkTexts(annotations, 'annotations', problems);
  if (hasServerFields(object)) problems.push(serverFieldsProblem(object));
  for (const key of Object.keys(object.metadata))
    if (!knownFields.has(key)) problems.push(unknownField(key));
}

function unknownField(key: string): Problem {
  const closest = closestOf(key, writtenFields);
  return {
    rule: 'field.unknown',
    message: `The metadata of an object has no field ${key.slice(0, 100)}.`,
    path: ['metadata', key],
    ...(closest ? { hint: `Did you mean ${closest}?` } : {}),
  };
}

function checkName(name: unknown, kind: Kind, problems: Problem[]) {
  if (typeof name !== 'string' || !isObjectName(name)) {
    problems.push({
      rule: 'object.name',
      message: `The name of the ${kind.title} is not a valid Kubernetes name.`,
      path: ['metadata', 'name'],
      hint: 'Use lower-case letters, digits, - and . only; begin and end with a letter or digit; at most 253 characters.',
    });
  } else if (
    kind.maxNameLength !== undefined &&
    name.length > kind.maxNameLength
  ) {
    problems.push({
      rule: 'object.nameLength',
      message: `The name ${name} has ${name.length} characters; Hedgehog accepts at most ${kind.maxNameLength} for this kind.`,
      path: ['metadata', 'name'],
    });
  }
}

function checkNamespace(namespace: unknown, problems: Problem[]) {
  if (
    namespace === undefined ||
    namespace === null ||
    namespace === '' ||
    namespace === 'default'
  )
    return;
  problems.push({
    rule: 'object.namespace',
    message: 'Hedgehog accepts objects in the namespace default only.',
    path: ['metadata', 'namespace'],
    hint: 'Use default, or leave it out.',
  });
}

function checkTexts(values: unknown, part: string, problems: Problem[]) {
  const path = ['metadata', part];
  if (!isMap(values)) {
    problems.push({
      rule: 'field.type',
      message: `The ${part} must be a map.`,
      path,
    });
    return;
  }
  let bytes = 0;
  for (const key of Object.keys(values)) {
    const value = values[key];
    bytes += key.length + String(value).length;
    if (typeof value !== 'string')
      problems.push({
        rule: 'field.type',
        message: 'The value must be a text.',
        path: [...path, key],
        hint: 'Put it in quotes.',
      });
  }
  if (part === 'annotations' && bytes > maxAnnotationBytes)
    problems.push({
      rule: 'object.annotationSize',
      message: `The annotations have ${bytes} bytes; Kubernetes accepts ${maxAnnotationBytes}.`,
      path,
    });
}

function hasServerFields({ metadata, status }: KubernetesObject): boolean {
  for (const key of Object.keys(metadata))
    if (serverFields.includes(key) && metadata[key] !== undefined) return true;
  return isMap(status) && Object.keys(status).length > 0;
}

function serverFieldsProblem(object: KubernetesObject): Problem {
  const found = serverFields.filter(
    field => object.metadata[field] !== undefined,
  );
  const hasStatus =
    isMap(object.status) && Object.keys(object.status).length > 0;
  return {
    rule: 'object.serverFields',
    severity: 'warning',
    message: `Only the cluster writes ${[
      ...found.map(field => `metadata.${field}`),
      ...(hasStatus ? ['status'] : []),
    ].join(', ')}; it is ignored.`,
    path: found.length > 0 ? ['metadata', found[0]] : ['status'],
    hint: 'Remove it from the file.',
  };
}
