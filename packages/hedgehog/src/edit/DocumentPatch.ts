import {
  isAlias,
  isMap as isMapNode,
  isSeq,
  Pair,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { isEqual } from '../compare/isEqual';
import { isMap, JsonMap } from '../model/json';
import { alignLists } from './alignLists';
import { layoutOf } from './layoutOf';
import {
  isBlock,
  Layout,
  printBlock,
  printFlow,
  printItem,
  printScalar,
  ScalarStyle,
  stepOf,
} from './printValue';
import {
  CannotPatch,
  isFlow,
  isSimpleScalar,
  isTagged,
  SourceNodes,
} from './SourceNodes';

interface Splice {
  start: number;
  end: number;
  text: string;
}

const styles: Record<string, ScalarStyle> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
};

/**
 * The changes of text that turn one document's value into another. A value that cannot be changed in its own lines
 * (`CannotPatch`) is written anew as a whole by the pair or item that holds it.
 */
export class DocumentPatch {
  readonly #nodes: SourceNodes;
  readonly #layout: Layout;
  readonly #newline: string;
  #splices: Splice[] = [];

  private constructor(nodes: SourceNodes) {
    this.#nodes = nodes;
    this.#layout = layoutOf(nodes);
    this.#newline = nodes.text.includes('\r\n') ? '\r\n' : '\n';
  }

  /**
   * @param text - one document that ends with a line end
   * @returns its new text; undefined when it cannot be patched. The caller reads it back: anchors may have moved values
   */
  static apply(
    text: string,
    now: JsonMap,
    wanted: JsonMap,
  ): string | undefined {
    const nodes = SourceNodes.of(text);
    const patch = new DocumentPatch(nodes);
    try {
      patch.#value(nodes.root, now, wanted);
    } catch (error) {
      if (error instanceof CannotPatch) return undefined;
      throw error;
    }
    return patch.#text();
  }

  #text(): string {
    const { text } = this.#nodes;
    const parts: string[] = [];
    let from = 0;
    const order = this.#splices.map((splice, index) => ({ ...splice, index }));
    order.sort(
      (a, b) => a.start - b.start || a.end - b.end || a.index - b.index,
    );
    for (const splice of order) {
      parts.push(text.slice(from, splice.start), splice.text);
      from = splice.end;
    }
    return parts.join('') + text.slice(from);
  }

  #splice(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }

  /** Tries in place; what was noted for a part that turns out not to be patchable is forgotten. */
  #try(inPlace: () => void, anew: () => void): void {
    const noted = this.#splices.length;
    try {
      inPlace();
    } catch (error) {
      if (!(error instanceof CannotPatch)) throw error;
      this.#splices.length = noted;
      anew();
    }
  }

  #value(node: unknown, now: unknown, wanted: unknown): void {
    if (isAlias(node) || isTagged(node)) throw new CannotPatch();
    if (isMapNode(node) && isMap(now) && isMap(wanted)) {
      this.#map(node, now, wanted);
    } else if (isSeq(node) && Array.isArray(now) && Array.isArray(wanted)) {
      this.#list(node, now, wanted);
    } else if (isSimpleScalar(node) && !isObject(wanted)) {
      const [start, end] = node.range!;
      this.#splice(
        start,
        end,
        printScalar(wanted, styles[String(node.type)] ?? 'plain'),
      );
    } else {
      throw new CannotPatch();
    }
  }

  #map(node: YAMLMap, now: JsonMap, wanted: JsonMap): void {
    const pairs = new Map(
      node.items.map(pair => [this.#nodes.keyOf(pair), pair]),
    );
    const gone = [...pairs.keys()].filter(
      key => Object.hasOwn(now, key) && !Object.hasOwn(wanted, key),
    );
    const added = Object.keys(wanted).filter(key => !pairs.has(key));
    // A key that a merge brings cannot be taken away here
    for (const key of Object.keys(now)) {
      if (!pairs.has(key) && !Object.hasOwn(wanted, key))
        throw new CannotPatch();
    }
    const isSameSet = gone.length === 0 && added.length === 0;
    if (isFlow(node) && !isSameSet) throw new CannotPatch();
    if (gone.length === pairs.size && !isSameSet) throw new CannotPatch();
    for (const [key, pair] of pairs) {
      if (
        Object.hasOwn(now, key) &&
        Object.hasOwn(wanted, key) &&
        !isEqual(now[key], wanted[key])
      ) {
        this.#pair(pair, now[key], wanted[key], isFlow(node));
      }
    }
    const isGone = new Set(gone);
    node.items.forEach((pair, index) => {
      if (!isGone.has(this.#nodes.keyOf(pair))) return;
      const next = node.items[index + 1];
      this.#removePair(
        pair,
        next && !isGone.has(this.#nodes.keyOf(next)) ? next : undefined,
      );
    });
    const fresh = added.filter(
      key => !Object.hasOwn(now, key) || !isEqual(now[key], wanted[key]),
    );
    if (fresh.length > 0) {
      this.#insertPairs(
        node,
        Object.fromEntries(fresh.map(key => [key, wanted[key]])),
      );
    }
  }

  #pair(pair: Pair, now: unknown, wanted: unknown, inFlow: boolean): void {
    this.#try(
      () => this.#value(pair.value, now, wanted),
      () => this.#writePair(pair, wanted, inFlow),
    );
  }

  #writePair(pair: Pair, wanted: unknown, inFlow: boolean): void {
    const nodes = this.#nodes;
    const colon = nodes.colonEnd(pair);
    const end = nodes.endOf(pair.value, colon);
    if (inFlow || isFlow(pair.value) || !isBlock(wanted)) {
      this.#splice(colon, end, ` ${printFlow(wanted)}`);
      return;
    }
    const indent =
      nodes.column(nodes.keyStart(pair)) + stepOf(wanted, this.#layout);
    const body = this.#lines(printBlock(wanted, indent, this.#layout));
    // A comment beside the key of a map or list speaks of the whole and stays
    const line = nodes.lineAfter(colon);
    const isBelow =
      line <= end && /^\s*(?:#.*)?$/.test(nodes.text.slice(colon, line));
    if (isBelow) {
      this.#splice(line, end, body.slice(0, -this.#newline.length));
    } else {
      this.#splice(
        colon,
        end,
        this.#newline + body.slice(0, -this.#newline.length),
      );
    }
  }

  #removePair(pair: Pair, next: Pair | undefined): void {
    const nodes = this.#nodes;
    const start = nodes.keyStart(pair);
    const after = nodes.lineAfter(nodes.endOfPair(pair));
    if (nodes.isFirstOnLine(start)) {
      this.#splice(nodes.lineStart(start), after, '');
      return;
    }
    // The key stands right of the dash of a list: the next one moves up to it
    const nextStart = next && nodes.keyStart(next);
    if (
      nextStart === undefined ||
      !/^ *$/.test(nodes.text.slice(after, nextStart))
    ) {
      throw new CannotPatch();
    }
    this.#splice(start, nextStart, '');
  }

  #insertPairs(node: YAMLMap, added: JsonMap): void {
    const nodes = this.#nodes;
    const [first] = node.items;
    const last = node.items.at(-1)!;
    const indent = nodes.column(nodes.keyStart(first));
    const place = nodes.lineAfter(nodes.endOfPair(last));
    this.#splice(
      place,
      place,
      this.#lines(printBlock(added, indent, this.#layout)),
    );
  }

  #list(
    node: YAMLSeq,
    now: readonly unknown[],
    wanted: readonly unknown[],
  ): void {
    if (isFlow(node)) {
      this.#flowList(node, now, wanted);
      return;
    }
    if (wanted.length === 0 || node.items.length !== now.length) {
      throw new CannotPatch();
    }
    const nodes = this.#nodes;
    const dashes = nodes.dashes(node);
    const column = nodes.column(dashes[0]);
    const endOf = (index: number) =>
      nodes.lineAfter(nodes.endOf(node.items[index], dashes[index] + 1));
    let place = dashes[0];
    let isAtStart = true;
    for (const step of alignLists(now, wanted)) {
      if (step.type === 'add') {
        // Before the first item only where its dash begins a line
        if (isAtStart && !nodes.isFirstOnLine(place)) throw new CannotPatch();
        const at = isAtStart ? nodes.lineStart(place) : place;
        this.#splice(
          at,
          at,
          this.#lines(printItem(wanted[step.to], column, this.#layout)),
        );
        continue;
      }
      const dash = dashes[step.from];
      if (step.type === 'remove') {
        if (!nodes.isFirstOnLine(dash)) throw new CannotPatch();
        this.#splice(nodes.lineStart(dash), endOf(step.from), '');
      } else if (step.type === 'change') {
        this.#item(node.items[step.from], dash, {
          now: now[step.from],
          wanted: wanted[step.to],
        });
      }
      place = endOf(step.from);
      isAtStart = false;
    }
  }

  #item(
    node: unknown,
    dash: number,
    values: { now: unknown; wanted: unknown },
  ): void {
    const { now, wanted } = values;
    this.#try(
      () => this.#value(node, now, wanted),
      () => {
        const nodes = this.#nodes;
        const column = nodes.column(dash);
        const [first, ...rest] = isFlow(node)
          ? [`- ${printFlow(wanted)}`]
          : printItem(wanted, 0, this.#layout).map((line, index) =>
              index === 0 ? line : ' '.repeat(column) + line,
            );
        this.#splice(
          dash,
          nodes.endOf(node, dash + 1),
          [first, ...rest].join(this.#newline),
        );
      },
    );
  }

  #flowList(
    node: YAMLSeq,
    now: readonly unknown[],
    wanted: readonly unknown[],
  ): void {
    if (now.length !== wanted.length || node.items.length !== now.length) {
      throw new CannotPatch();
    }
    node.items.forEach((item, index) => {
      if (!isEqual(now[index], wanted[index])) {
        this.#value(item, now[index], wanted[index]);
      }
    });
  }

  #lines(lines: readonly string[]): string {
    return lines.map(line => line + this.#newline).join('');
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
