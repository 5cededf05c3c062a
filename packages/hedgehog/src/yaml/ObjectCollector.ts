import { isMap, JsonMap } from '../model/json';
import { KubernetesObject, SourcedObject } from '../model/KubernetesObject';
import { Findings } from './Findings';
import {
  FlatLines,
  lineOfItem,
  LinesByContainer,
  rememberLines,
} from './positions';
import { toolOf } from './unsupportedSource';

/** How deep `List` objects may stand inside each other. */
const maxListDepth = 8;

/** Picks the Kubernetes objects out of documents, and takes lists apart. */
export class ObjectCollector {
  readonly objects: SourcedObject[] = [];
  readonly #file: string;
  readonly #findings: Findings;

  constructor(file: string, findings: Findings) {
    this.#file = file;
    this.#findings = findings;
  }

  /** @param line line of the value's first key */
  add(
    value: unknown,
    line: number,
    lines: LinesByContainer | FlatLines,
    depth = 0,
  ) {
    if (!isMap(value)) {
      const what = depth === 0 ? 'The document' : 'An item of the list';
      this.#findings.refuse(
        'yaml.notAnObject',
        `${what} is not a Kubernetes object.`,
        line,
      );
      return;
    }
    if (!this.#isObject(value, line)) return;
    if (Array.isArray(value.items) && String(value.kind).endsWith('List')) {
      if (depth >= maxListDepth) {
        this.#findings.refuse(
          'yaml.depth',
          `Lists are nested deeper than ${maxListDepth} levels.`,
          line,
        );
        return;
      }
      const { items } = value;
      items.forEach((item, index) => {
        this.add(
          item,
          lineOfItem(items, index, lines) ?? line,
          lines,
          depth + 1,
        );
      });
      return;
    }
    const name = isMap(value.metadata) ? value.metadata.name : undefined;
    if (typeof name !== 'string' || name === '') {
      this.#findings.refuse(
        'yaml.incomplete',
        'The object has no metadata.name, or it is not a text.',
        line,
        'Add metadata.name; quote names that look like numbers.',
      );
      return;
    }
    rememberLines(value, lines);
    this.objects.push({
      object: value as KubernetesObject,
      file: this.#file,
      line,
    });
  }

  #isObject(value: JsonMap, line: number): boolean {
    const tool = toolOf(value);
    if (tool) {
      this.#findings.unsupported(tool, line);
      return false;
    }
    if (
      ['apiVersion', 'kind', 'metadata'].every(key => value[key] === undefined)
    ) {
      this.#findings.note(
        'yaml.notKubernetes',
        'The document has neither apiVersion nor kind and was left out.',
        line,
      );
      return false;
    }
    for (const key of ['apiVersion', 'kind']) {
      if (typeof value[key] !== 'string' || value[key] === '') {
        this.#findings.refuse(
          'yaml.incomplete',
          `The document has no ${key}.`,
          line,
          `Add ${key}.`,
        );
        return false;
      }
    }
    return true;
  }
}
