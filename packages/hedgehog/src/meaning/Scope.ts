import { append } from './append';

/** What is touched: VPCs with all that is in them, servers with all their cables, and the changed objects themselves. */
export class Scope {
  readonly vpcs = new Set<string>();
  readonly servers = new Set<string>();
  readonly #own = new Map<string, string[]>();

  add(kind: string, name: string): void {
    append(this.#own, kind, name);
  }

  own(kind: string): readonly string[] {
    return this.#own.get(kind) ?? [];
  }
}
