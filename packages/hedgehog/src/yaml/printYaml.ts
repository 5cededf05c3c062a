import { dump, DumpOptions, FAILSAFE_SCHEMA, Type } from 'js-yaml';
import { isMap, JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { printExactly } from './printExactly';
import { readsAsText } from './readsAsText';

const firstKeys = ['apiVersion', 'kind', 'metadata', 'spec'];

/** Everything that is not a text, as one type: the library quotes texts that this type would read as its own. */
const notText = new Type('tag:yaml.org,2002:scalar', {
  kind: 'scalar',
  resolve: (text: string) => !readsAsText(text),
  predicate: value =>
    value === null || typeof value === 'number' || typeof value === 'boolean',
  represent: String,
});

const options: DumpOptions = {
  schema: FAILSAFE_SCHEMA.extend({ implicit: [notText] }),
  lineWidth: -1,
  noRefs: true,
  skipInvalid: true,
  // What is quoted is decided above, as kubectl reads it, and by nothing else.
  noCompatMode: true,
};

/** Not everything else comes back as it was: the library loses a text of nothing but line ends and spaces. */
const simple = /^[ -~\u00a1-\u167f]*$/;

/**
 * Prints an object as YAML with a stable order of top-level keys: apiVersion, kind, metadata, spec, then the rest as
 * they come. Texts that kubectl would read as something else (`no`, `012`) are quoted.
 */
export function printYaml(object: KubernetesObject): string {
  const ordered: JsonMap = {};
  for (const key of firstKeys) {
    if (object[key] !== undefined) ordered[key] = object[key];
  }
  for (const key of Object.keys(object)) {
    if (!firstKeys.includes(key) && object[key] !== undefined)
      ordered[key] = object[key];
  }
  return isSimple(ordered) ? dump(ordered, options) : printExactly(ordered);
}

function isSimple(value: unknown): boolean {
  if (typeof value === 'string') return simple.test(value);
  if (Array.isArray(value)) return value.every(isSimple);
  if (!isMap(value)) return true;
  for (const key of Object.keys(value)) {
    if (!simple.test(key) || !isSimple(value[key])) return false;
  }
  return true;
}
