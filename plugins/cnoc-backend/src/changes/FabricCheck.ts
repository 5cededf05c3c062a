import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { ResourceParser } from '../desired/parsing/ResourceParser';

/** Beyond this many, which of them are new cannot be told for all. */
const maxFound = 5_000;
const perTurn = 500;

/** Holds whole fabrics against the rules, before and after a change. Off the thread. */
export class FabricCheck {
  readonly #parser: ResourceParser;
  /** Objects of desired state are shared and do not change, so their JSON need not be made again. */
  readonly #json = new WeakMap<DesiredObject, string>();
  readonly #found = new WeakMap<
    readonly DesiredObject[],
    Promise<Diagnostic[]>
  >();

  private constructor(parser: ResourceParser) {
    this.#parser = parser;
  }

  static create(options: { parser: ResourceParser }): FabricCheck {
    return new FabricCheck(options.parser);
  }

  /** What the rules find in what git has. Kept for as long as the list of objects is. */
  async before(objects: readonly DesiredObject[]): Promise<Diagnostic[]> {
    const held = this.#found.get(objects);
    if (held) return held;
    const found = this.#check(objects);
    this.#found.set(objects, found);
    try {
      return await found;
    } catch (error) {
      this.#found.delete(objects);
      throw error;
    }
  }

  /** What the rules find after a change, split into what was there before and what is new; the gravest first. */
  async after(
    before: readonly DesiredObject[],
    after: readonly DesiredObject[],
    signal?: AbortSignal,
  ): Promise<{ fresh: Diagnostic[]; old: Diagnostic[] }> {
    const known = new Set((await this.before(before)).map(identityOf));
    const found = await this.#check(after, signal);
    return {
      fresh: found.filter(one => !known.has(identityOf(one))),
      old: found.filter(one => known.has(identityOf(one))),
    };
  }

  async #check(
    objects: readonly DesiredObject[],
    signal?: AbortSignal,
  ): Promise<Diagnostic[]> {
    const task = {
      objects: [] as string[],
      files: [] as string[],
      lines: [] as number[],
    };
    for (const object of objects) {
      if (task.objects.length % perTurn === perTurn - 1) await nextTurn();
      task.objects.push(this.#jsonOf(object));
      task.files.push(object.file);
      task.lines.push(object.line);
    }
    const { found } = await this.#parser.check(
      { ...task, limit: maxFound },
      signal,
    );
    return found;
  }

  #jsonOf(object: DesiredObject): string {
    const held = this.#json.get(object);
    if (held !== undefined) return held;
    const json = JSON.stringify(object.object);
    this.#json.set(object, json);
    return json;
  }
}

/** The same finding at another line is no new one. */
function identityOf({ rule, kind, name, path, message }: Diagnostic): string {
  return JSON.stringify([rule, kind, name, path, message]);
}
