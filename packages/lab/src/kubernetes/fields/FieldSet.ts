import { isJsonObject, setKey, type JsonObject } from '../json';

/** Keys from the root of an object to a field. Lists are atomic, so a path never enters one. */
export type FieldPath = readonly string[];

const SEPARATOR = '\u0000';

/** A set of field paths, as `metadata.managedFields[].fieldsV1` encodes it. */
export class FieldSet {
  readonly #members: Set<string>;

  private constructor(members: Set<string>) {
    this.#members = members;
  }

  static of(paths: Iterable<FieldPath> = []): FieldSet {
    const members = new Set<string>();
    for (const path of paths) {
      members.add(path.join(SEPARATOR));
    }
    return new FieldSet(members);
  }

  static fromFieldsV1(fields: unknown): FieldSet {
    const paths: FieldPath[] = [];
    const visit = (node: unknown, path: string[]) => {
      if (!isJsonObject(node)) {
        return;
      }
      const keys = Object.keys(node);
      if (path.length && (keys.length === 0 || keys.includes('.'))) {
        paths.push(path);
      }
      for (const key of keys.filter(k => k !== '.')) {
        visit(node[key], [...path, key.startsWith('f:') ? key.slice(2) : key]);
      }
    };
    visit(fields, []);
    return FieldSet.of(paths);
  }

  get size(): number {
    return this.#members.size;
  }

  has(path: FieldPath): boolean {
    return this.#members.has(path.join(SEPARATOR));
  }

  /** True when the set holds the path or anything beneath it. */
  hasWithin(path: FieldPath): boolean {
    const prefix = path.join(SEPARATOR);
    if (this.#members.has(prefix)) {
      return true;
    }
    for (const member of this.#members) {
      if (member.startsWith(`${prefix}${SEPARATOR}`)) {
        return true;
      }
    }
    return false;
  }

  union(other: FieldSet): FieldSet {
    return new FieldSet(new Set([...this.#members, ...other.#members]));
  }

  minus(other: FieldSet): FieldSet {
    return this.#filter(member => !other.#members.has(member));
  }

  and(other: FieldSet): FieldSet {
    return this.#filter(member => other.#members.has(member));
  }

  equals(other: FieldSet): boolean {
    return this.size === other.size && this.minus(other).size === 0;
  }

  paths(): FieldPath[] {
    return [...this.#members].sort().map(member => member.split(SEPARATOR));
  }

  toFieldsV1(): JsonObject {
    const root: JsonObject = {};
    for (const path of this.paths()) {
      let node = root;
      for (const key of path) {
        const name = `f:${key}`;
        if (!Object.hasOwn(node, name)) {
          setKey(node, name, {});
        }
        node = node[name] as JsonObject;
      }
      setKey(node, '.', {});
    }
    return withoutNeedlessDots(root);
  }

  #filter(keep: (member: string) => boolean): FieldSet {
    return new FieldSet(new Set([...this.#members].filter(keep)));
  }
}

/** Only a member that also has children needs the `.` mark; a leaf is `{}`. */
function withoutNeedlessDots(node: JsonObject): JsonObject {
  const keys = Object.keys(node);
  if (keys.length === 1 && keys[0] === '.') {
    return {};
  }
  const result: JsonObject = {};
  for (const key of keys) {
    setKey(
      result,
      key,
      key === '.' ? {} : withoutNeedlessDots(node[key] as JsonObject),
    );
  }
  return result;
}

/** The path as kube-apiserver prints it in conflicts: `.spec.subnets.default.vlan`. */
export function printFieldPath(path: FieldPath): string {
  return path.map(key => `.${key}`).join('');
}
