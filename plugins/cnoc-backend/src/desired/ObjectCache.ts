import { setImmediate as nextTurn } from 'node:timers/promises';
import { byKindAndName, DesiredObject } from './DesiredObject';
import type { DesiredChange } from './DesiredStore';
import { resourceKey } from './KnownFile';
import { unpackResource } from './parsing/FileReading';

const perTurn = 200;

/** The resources of each fabric's last run, read from the tables once. */
export class ObjectCache {
  readonly #load: (fabric: string) => Promise<DesiredObject[]>;
  readonly #entries = new Map<
    string,
    { run: number; objects: Promise<DesiredObject[]> }
  >();

  constructor(load: (fabric: string) => Promise<DesiredObject[]>) {
    this.#load = load;
  }

  /** Sorted by kind and name. Shared: do not change them. */
  at(fabric: string, run: number): Promise<DesiredObject[]> {
    const cached = this.#entries.get(fabric);
    return cached?.run === run
      ? cached.objects
      : this.#set(fabric, run, this.#load(fabric));
  }

  /** The rows of a run were changed into those of the next: what was just written need not be read back. */
  async follow(
    fabric: string,
    runs: { from: number | undefined; to: number },
    change: DesiredChange | undefined,
  ): Promise<void> {
    const cached = this.#entries.get(fabric);
    if (runs.from !== undefined && cached?.run !== runs.from) {
      this.#entries.delete(fabric);
      return;
    }
    const before = (runs.from !== undefined && cached?.objects) || [];
    await this.#set(
      fabric,
      runs.to,
      change ? changed(await before, change) : Promise.resolve(before),
    );
  }

  #set(
    fabric: string,
    run: number,
    objects: Promise<DesiredObject[]>,
  ): Promise<DesiredObject[]> {
    const entry = { run, objects };
    this.#entries.set(fabric, entry);
    objects.catch(() => {
      if (this.#entries.get(fabric) === entry) this.#entries.delete(fabric);
    });
    return objects;
  }
}

async function changed(
  before: readonly DesiredObject[],
  { resources }: DesiredChange,
): Promise<DesiredObject[]> {
  const gone = new Set(
    [...resources.put, ...resources.remove].map(resourceKey),
  );
  const objects = before.filter(object => !gone.has(resourceKey(object)));
  for (const [index, resource] of resources.put.entries()) {
    if (index % perTurn === 0) await nextTurn();
    objects.push(unpackResource(resource.file, resource));
  }
  return objects.sort(byKindAndName);
}
