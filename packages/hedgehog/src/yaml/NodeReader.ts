import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Node,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { YamlFault } from './YamlFault';
import {
  isLongInteger,
  knownScalarTags,
  resolvePlain,
  resolveTagged,
  ScalarError,
  ScalarValue,
} from './resolveScalar';
import { maxExpandedNodes } from './YamlLimits';

/** Something to tell about a document that could be read all the same. */
export interface ReaderNote {
  rule: string;
  message: string;
  offset: number;
}

/** Where a key of a map was seen first. */
export interface SeenKey {
  line: number;
  isText: boolean;
}

/** Counts the values of a whole file across its documents. */
export interface NodeBudget {
  left: number;
}

const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);
const core = 'tag:yaml.org,2002:';

/** Turns the nodes of one document into JSON data, as kubectl reads them. */
export class NodeReader {
  readonly notes: ReaderNote[] = [];
  /** Where the keys of maps and the items of lists stand. */
  readonly lines = new Map<
    object,
    ReadonlyMap<string, SeenKey> | readonly number[]
  >();
  readonly #budget: NodeBudget;
  readonly #maxDepth: number;
  readonly #lineOf: (offset: number) => number;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  /** Above zero while an alias is being expanded. */
  #expanding = 0;
  #expandingAt = -1;
  #expanded = 0;

  constructor(options: {
    budget: NodeBudget;
    maxDepth: number;
    lineOf: (offset: number) => number;
  }) {
    this.#budget = options.budget;
    this.#maxDepth = options.maxDepth;
    this.#lineOf = options.lineOf;
  }

  read(node: unknown, depth = 0): unknown {
    if (node === null || node === undefined) return null;
    const offset = this.#placeOf(node);
    this.#spend(offset);
    if (depth > this.#maxDepth) {
      throw new YamlFault(
        'yaml.depth',
        `Collections are nested deeper than ${this.#maxDepth} levels.`,
        offset,
      );
    }
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (!target) {
        throw new YamlFault(
          'yaml.alias',
          'An alias names an anchor that is not set above it.',
          offset,
        );
      }
      if (this.#expanding === 0) this.#expandingAt = offset;
      this.#expanding += 1;
      const value = this.read(target, depth);
      this.#expanding -= 1;
      return value;
    }
    if (isScalar(node)) {
      this.#remember(node);
      return this.#scalar(node);
    }
    if (isMap(node))
      return this.#collection(node, () => this.#map(node, depth));
    if (isSeq(node))
      return this.#collection(node, () => this.#list(node, depth));
    throw new YamlFault('yaml.syntax', 'This is not valid YAML.', offset);
  }

  #collection(node: YAMLMap | YAMLSeq, read: () => unknown): unknown {
    if (this.#open.has(node)) {
      throw new YamlFault(
        'yaml.cycle',
        'A value contains itself through an alias.',
        this.#placeOf(node),
      );
    }
    this.#remember(node);
    this.#open.add(node);
    const value = read();
    this.#open.delete(node);
    return value;
  }

  /** While an alias is expanded, faults are reported where the alias stands. */
  #placeOf(node: unknown): number {
    return this.#expanding > 0 ? this.#expandingAt : offsetOf(node);
  }

  #remember(node: Scalar | YAMLMap | YAMLSeq) {
    if (node.anchor !== undefined && this.#expanding === 0) {
      this.#anchors.set(node.anchor, node);
    }
  }

  #spend(offset: number) {
    this.#budget.left -= 1;
    if (this.#expanding > 0) this.#expanded += 1;
    if (this.#budget.left < 0 || this.#expanded > maxExpandedNodes) {
      throw new YamlFault(
        'yaml.size',
        this.#expanded > maxExpandedNodes
          ? `Aliases and merges expand to more than ${maxExpandedNodes} values.`
          : 'The file holds more values than allowed.',
        offset,
      );
    }
  }

  #scalar(node: Scalar): ScalarValue {
    const offset = offsetOf(node);
    const source =
      typeof node.source === 'string' ? node.source : String(node.value ?? '');
    if (hasLoneSurrogate(source)) {
      throw new YamlFault(
        'yaml.encoding',
        'A text holds half of a character (a lone surrogate).',
        offset,
      );
    }
    try {
      if (node.tag === undefined) {
        if (node.type !== 'PLAIN') return source;
        const value = resolvePlain(source);
        if (isLongInteger(source, value)) {
          this.notes.push({
            rule: 'yaml.longInteger',
            message:
              'An integer beyond 2^53 is kept as text, so that no digit is lost.',
            offset,
          });
        }
        return value;
      }
      if (node.tag === '!') return source;
      if (knownScalarTags.has(node.tag)) return resolveTagged(node.tag, source);
    } catch (error) {
      if (error instanceof ScalarError) {
        throw new YamlFault(
          'yaml.value',
          `A value cannot be read: ${error.message}.`,
          offset,
        );
      }
      throw error;
    }
    throw unknownTag(offset);
  }

  #list(node: YAMLSeq, depth: number): unknown[] {
    this.#checkTag(node, ['seq']);
    const list = node.items.map(item => {
      if (isPair(item)) {
        // `[a: 1]` is a list of one-pair maps.
        const single: Record<string, unknown> = {};
        this.#pairInto(single, item, depth + 1, new Map());
        return single;
      }
      return this.read(item, depth + 1);
    });
    this.lines.set(
      list,
      node.items.map(item => this.#lineOf(offsetOf(firstKeyOf(item)))),
    );
    return list;
  }

  #map(node: YAMLMap, depth: number): Record<string, unknown> {
    this.#checkTag(node, ['map', 'set']);
    const result: Record<string, unknown> = {};
    const seen = new Map<string, SeenKey>();
    const merges: Pair[] = [];
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) merges.push(pair);
      this.#pairInto(result, pair, depth, seen);
    }
    for (const pair of merges) this.#merge(result, pair.value, depth);
    this.lines.set(result, seen);
    return result;
  }

  #pairInto(
    result: Record<string, unknown>,
    pair: Pair,
    depth: number,
    seen: Map<string, SeenKey>,
  ) {
    const offset = offsetOf(pair.key);
    const isMerge = isMergeKey(pair.key);
    const { key, isText } = isMerge
      ? { key: '<<', isText: false }
      : this.#key(pair.key, depth);
    const line = this.#lineOf(offset);
    const first = seen.get(key);
    if (first !== undefined)
      this.#checkTwice(key, offset, { line, isText }, first, pair);
    seen.set(key, { line, isText });
    // What it merges is added once all own keys are known, as own keys win.
    if (isMerge) return;
    if (dangerousKeys.has(key)) {
      throw new YamlFault(
        'yaml.key',
        `The key ${key} is not allowed.`,
        this.#placeOf(pair.key),
      );
    }
    result[key] = this.read(pair.value, depth + 1);
  }

  #checkTwice(
    key: string,
    offset: number,
    second: SeenKey,
    first: SeenKey,
    pair: Pair,
  ) {
    if (first.isText === second.isText) {
      throw new YamlFault(
        'yaml.duplicateKey',
        `The key ${shownKey(key)} is set twice, at line ${
          first.line
        } and at line ${second.line}.`,
        this.#placeOf(pair.key),
        'Keep one of the two.',
      );
    }
    this.notes.push({
      rule: 'yaml.sameKey',
      message: `The key ${shownKey(
        key,
      )} is written twice, once quoted and once not; the last one counts.`,
      offset,
    });
  }

  #key(node: unknown, depth: number): { key: string; isText: boolean } {
    const value = node === null ? null : this.read(node, depth + 1);
    if (typeof value === 'string') return { key: value, isText: true };
    if (typeof value === 'number' || typeof value === 'boolean')
      return { key: String(value), isText: false };
    throw new YamlFault(
      'yaml.key',
      value === null
        ? 'A key is empty (null).'
        : 'A key is a map or a list; keys must be simple values.',
      offsetOf(node),
    );
  }

  #merge(result: Record<string, unknown>, node: unknown, depth: number) {
    let target = node;
    if (isAlias(target)) target = this.#anchors.get(target.source) ?? target;
    if (isSeq(target)) {
      for (const item of target.items) this.#mergeOne(result, item, depth);
    } else {
      this.#mergeOne(result, node, depth);
    }
  }

  #mergeOne(result: Record<string, unknown>, node: unknown, depth: number) {
    const isFromAlias = isAlias(node);
    const value = this.read(node, depth);
    if (
      typeof value !== 'object' ||
      value === null ||
      Array.isArray(value) ||
      !(isFromAlias || isMap(node))
    ) {
      throw new YamlFault(
        'yaml.merge',
        'A merge key << takes a map or a list of maps.',
        offsetOf(node),
      );
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(result, key)) {
        result[key] = (value as Record<string, unknown>)[key];
      }
    }
  }

  #checkTag(node: YAMLMap | YAMLSeq, allowed: string[]) {
    if (node.tag === undefined || node.tag === '!') return;
    if (!allowed.some(name => node.tag === core + name)) {
      throw unknownTag(offsetOf(node));
    }
  }
}

/** People look for an item where its first key stands, which may be a line after its dash. */
export function firstKeyOf(node: unknown): unknown {
  if (isPair(node)) return node.key;
  return isMap(node) && node.items.length > 0 ? node.items[0].key : node;
}

function unknownTag(offset: number): YamlFault {
  return new YamlFault(
    'yaml.tag',
    'A value has a tag (!…) that Kubernetes files do not use.',
    offset,
    'Remove the tag; write the value itself.',
  );
}

function isMergeKey(key: unknown): boolean {
  return (
    isScalar(key) &&
    key.type === 'PLAIN' &&
    key.source === '<<' &&
    (key.tag === undefined || key.tag === `${core}merge`)
  );
}

export function offsetOf(node: unknown): number {
  const range = (node as { range?: [number, number, number] | null } | null)
    ?.range;
  return range ? range[0] : -1;
}

function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
    text,
  );
}

/** Keys are echoed only when they look like field names; anything else could be a piece of a secret. */
function shownKey(key: string): string {
  return /^[A-Za-z0-9_.:/<-]{1,48}$/.test(key) ? `"${key}"` : '(not shown)';
}
