import { findKind, kinds } from '../kinds';
import { Example, ValidationRule } from '../kinds/ValidationRule';
import { copyJson, isMap, JsonMap, setOwn } from '../model/json';
import { KubernetesObject, SourcedObject } from '../model/KubernetesObject';
import { parsePath } from '../model/path';
import { readYaml } from '../yaml/readYaml';
import { FabricValidation } from './validateFabric';

/** The examples of all kinds: one sound fabric. */
export function exampleFabric(): KubernetesObject[] {
  return kinds.flatMap(({ kind, example }) =>
    readYaml(example, { file: `${kind}.yaml` }).objects.map(
      ({ object }) => object,
    ),
  );
}

/** The example fabric with the changes of an example. */
export function exampleObjects(example: Example): KubernetesObject[] {
  const objects = exampleFabric();
  for (const key of Object.keys(example)) {
    const value = copyJson(example[key]);
    if (key === '+') objects.push(...(value as KubernetesObject[]));
    else change(objects, key, value);
  }
  return objects;
}

/** One of a rule's examples, ready for `validateFabric`. */
export function ruleExample(
  { given = {}, ...rule }: ValidationRule,
  which: 'accepts' | 'refuses',
): { objects: SourcedObject[]; options: FabricValidation } {
  const { release, isComplete, settings = {}, before, profiles } = given;
  return {
    objects: exampleObjects(rule[which]).map((object, index) => ({
      object,
      file: `${object.kind}.yaml`,
      line: index + 1,
    })),
    options: {
      settings,
      ...(release ? { release } : {}),
      ...(isComplete ? { isComplete } : {}),
      ...(before ? { before: exampleObjects(before) } : {}),
      ...(profiles
        ? {
            profiles: Object.keys(profiles).map(name => ({
              apiVersion: 'wiring.githedgehog.com/v1beta1',
              kind: 'SwitchProfile',
              metadata: { name },
              spec: profiles[name],
            })),
          }
        : {}),
    },
  };
}

function change(objects: KubernetesObject[], key: string, value: unknown) {
  const [kind, name, ...rest] = key.split(' ');
  const index = objects.findIndex(
    object => object.kind === kind && object.metadata.name === name,
  );
  const path = parsePath(rest.join(' ')) ?? [];
  if (path.length > 0) {
    setAt(objects[index], path, value);
  } else if (value === undefined) {
    if (index >= 0) objects.splice(index, 1);
  } else {
    const object: KubernetesObject = {
      apiVersion: findKind(kind)?.apiVersion ?? '',
      kind,
      metadata: { name },
      spec: value as JsonMap,
    };
    if (index >= 0) objects[index] = object;
    else objects.push(object);
  }
}

function setAt(
  target: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): void {
  if (Array.isArray(target)) {
    if (rest.length === 0) target[Number(key)] = value;
    else setAt(target[Number(key)], rest, value);
  } else if (isMap(target)) {
    if (rest.length > 0) {
      if (!isMap(target[key]) && !Array.isArray(target[key])) target[key] = {};
      setAt(target[key], rest, value);
    } else if (value === undefined) delete target[key];
    else setOwn(target, String(key), value);
  }
}
