import { Kind, Problem } from '../kinds/Kind';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { isObjectName } from '../schema/Form';

const serverFields = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
];
/** Kubernetes' limit on the size of all annotations of an object, in bytes. */
const maxAnnotationBytes = 256 * 1024;

/** Name, namespace, labels and annotations, and what only a server writes. */
export function checkMetadata(object: KubernetesObject, kind: Kind): Problem[] {
  const { metadata } = object;
  const problems = checkName(metadata.name, kind);
  problems.push(...checkNamespace(metadata.namespace));
  if (metadata.labels) problems.push(...checkTexts(metadata.labels, 'labels'));
  if (metadata.annotations)
    problems.push(...checkTexts(metadata.annotations, 'annotations'));
  problems.push(...checkServerFields(object));
  return problems;
}

function checkName(name: unknown, kind: Kind): Problem[] {
  const path = ['metadata', 'name'];
  if (typeof name !== 'string' || !isObjectName(name)) {
    return [
      {
        rule: 'object.name',
        message: `The name of the ${kind.title} is not a valid Kubernetes name.`,
        path,
        hint: 'Use lower-case letters, digits, - and . only; begin and end with a letter or digit; at most 253 characters.',
      },
    ];
  }
  if (kind.maxNameLength !== undefined && name.length > kind.maxNameLength) {
    return [
      {
        rule: 'object.nameLength',
        message: `The name ${name} has ${name.length} characters; Hedgehog accepts at most ${kind.maxNameLength} for this kind.`,
        path,
      },
    ];
  }
  return [];
}

function checkNamespace(namespace: unknown): Problem[] {
  if (
    namespace === undefined ||
    namespace === null ||
    namespace === '' ||
    namespace === 'default'
  )
    return [];
  return [
    {
      rule: 'object.namespace',
      message: 'Hedgehog accepts objects in the namespace default only.',
      path: ['metadata', 'namespace'],
      hint: 'Use default, or leave it out.',
    },
  ];
}

function checkTexts(values: unknown, part: string): Problem[] {
  if (values === undefined || values === null) return [];
  const path = ['metadata', part];
  if (!isMap(values))
    return [
      { rule: 'field.type', message: `The ${part} must be a map.`, path },
    ];
  const wrong = Object.keys(values).filter(
    key => typeof values[key] !== 'string',
  );
  const bytes = Object.entries(values).reduce(
    (sum, [key, value]) => sum + key.length + String(value).length,
    0,
  );
  return [
    ...wrong.map(key => ({
      rule: 'field.type',
      message: 'The value must be a text.',
      path: [...path, key],
      hint: 'Put it in quotes.',
    })),
    ...(part === 'annotations' && bytes > maxAnnotationBytes
      ? [
          {
            rule: 'object.annotationSize',
            message: `The annotations have ${bytes} bytes; Kubernetes accepts ${maxAnnotationBytes}.`,
            path,
          },
        ]
      : []),
  ];
}

function checkServerFields(object: KubernetesObject): Problem[] {
  const found = serverFields.filter(
    field => object.metadata[field] !== undefined,
  );
  const hasStatus =
    isMap(object.status) && Object.keys(object.status).length > 0;
  if (found.length === 0 && !hasStatus) return [];
  return [
    {
      rule: 'object.serverFields',
      severity: 'warning',
      message: `Only the cluster writes ${[
        ...found.map(field => `metadata.${field}`),
        ...(hasStatus ? ['status'] : []),
      ].join(', ')}; it is ignored.`,
      path: found.length > 0 ? ['metadata', found[0]] : ['status'],
      hint: 'Remove it from the file.',
    },
  ];
}
