import {
  Composer,
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Node,
  Pair,
  Parser,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { resolvePlain } from '../yaml/resolveScalar';

/** A part of a document that cannot be changed in its own lines; whoever holds it is written anew. */
export class CannotPatch extends Error {
  name = 'CannotPatch';
}

const blank = new Set(['space', 'newline', 'comment']);

/** The nodes of one document with the places of their signs in its text. */
export class SourceNodes {
  readonly text: string;
  readonly root: Node | null;

  private constructor(text: string, root: Node | null) {
    this.text = text;
    this.root = root;
  }

  /** @param text - one document that `readYaml` reads without complaint, which bounds its depth and size */
  static of(text: string): SourceNodes {
    const composer = new Composer({
      schema: 'failsafe',
      version: '1.1',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      keepSourceTokens: true,
    });
    const [document] = composer.compose(new Parser().parse(text));
    return new SourceNodes(text, document?.contents ?? null);
  }

  keyOf(pair: Pair): string {
    const { key } = pair;
    if (!isScalar(key) || key.tag !== undefined) throw new CannotPatch();
    const source = String(key.source ?? key.value ?? '');
    return key.type === 'PLAIN' ? String(resolvePlain(source)) : source;
  }

  keyStart(pair: Pair): number {
    const start = tokensOf(pair)?.start ?? [];
    // An anchor, a tag or a question mark before the key belongs to it, and no rule here knows how
    if (start.some(({ type }) => !blank.has(type))) throw new CannotPatch();
    return (pair.key as Node).range![0];
  }

  /** One past the colon. */
  colonEnd(pair: Pair): number {
    const colon = tokensOf(pair)?.sep?.find(
      ({ type }) => type === 'map-value-ind',
    );
    if (!colon) throw new CannotPatch();
    return colon.offset + 1;
  }

  /** Offset of the dash of each item. */
  dashes(list: YAMLSeq): number[] {
    const token = list.srcToken;
    if (token?.type !== 'block-seq') throw new CannotPatch();
    const dashes = token.items.flatMap(
      item =>
        item.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
    );
    if (dashes.length !== list.items.length) throw new CannotPatch();
    return dashes;
  }

  /** One past the last character that a value is made of; `from` when it is nothing at all. */
  endOf(node: unknown, from: number): number {
    if (isMap(node) && !node.flow) return this.#endOfMap(node, from);
    if (isSeq(node) && !node.flow) return this.#endOfList(node, from);
    const range = (node as Node | null)?.range;
    if (!range || range[0] === range[1]) return from;
    return isBlockScalar(node)
      ? range[0] + this.text.slice(range[0], range[1]).trimEnd().length
      : range[1];
  }

  endOfPair(pair: Pair): number {
    return this.endOf(pair.value, this.colonEnd(pair));
  }

  /** Start of the line that holds an offset. */
  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Start of the line after the one that holds an offset. */
  lineAfter(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    return newline === -1 ? this.text.length : newline + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  isFirstOnLine(offset: number): boolean {
    return /^ *$/.test(this.text.slice(this.lineStart(offset), offset));
  }

  #endOfMap(map: YAMLMap, from: number): number {
    const last = map.items.at(-1);
    return last ? this.endOfPair(last) : from;
  }

  #endOfList(list: YAMLSeq, from: number): number {
    const dashes = this.dashes(list);
    return list.items.length === 0
      ? from
      : this.endOf(list.items.at(-1), dashes[dashes.length - 1] + 1);
  }
}

function tokensOf(pair: Pair): CST.CollectionItem | undefined {
  return pair.srcToken as CST.CollectionItem | undefined;
}

export function isBlockScalar(node: unknown): boolean {
  return (
    isScalar(node) &&
    (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
  );
}

/** A scalar whose text can be exchanged where it stands. */
export function isSimpleScalar(node: unknown): node is Scalar {
  return (
    isScalar(node) &&
    !isBlockScalar(node) &&
    node.tag === undefined &&
    node.range !== null &&
    node.range !== undefined &&
    node.range[0] < node.range[1]
  );
}

export function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

export function isTagged(node: unknown): boolean {
  return !isAlias(node) && (node as Node | null)?.tag !== undefined;
}
