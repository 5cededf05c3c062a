import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityStore } from './ActivityStore';

/** A line of the timeline, ready to be sent: everybody who follows the fabric gets the same bytes. */
interface TailLine {
  id: number;
  bytes: Buffer;
}

/** What follows a position, or that some of it is no longer held. */
export type TailPart = { bytes: Buffer; position: number } | 'current' | 'lost';

const KEPT_LINES = 1_000;
const KEPT_BYTES = 4 * 1024 * 1024;
const PART_BYTES = 16 * 1024;
const READ = 500;

/**
 * The newest lines of one fabric's timeline, held once for all who follow it. A position is the id of a line, and means
 * everything up to it; 0 = before the first.
 */
export class FabricTail {
  readonly #fabric: string;
  readonly #store: Pick<ActivityStore, 'page' | 'after'>;
  readonly #render: (activity: Activity) => string;
  readonly #listeners = new Set<() => void>();
  #lines: TailLine[] | undefined;
  #bytes = 0;
  /** The position before the first line that is held */
  #base = 0;
  #asked = 0;
  #answered = 0;
  #reading: Promise<void> | undefined;
  #lastPart: { from: number; part: Exclude<TailPart, string> } | undefined;

  private constructor(options: FabricTailOptions) {
    this.#fabric = options.fabric;
    this.#store = options.store;
    this.#render = options.render;
  }

  static create(options: FabricTailOptions): FabricTail {
    return new FabricTail(options);
  }

  get head(): number {
    return this.#lines?.at(-1)?.id ?? this.#base;
  }

  /** Reads what is new; everything that was written before the call is held afterwards. */
  async refresh(): Promise<void> {
    const ticket = ++this.#asked;
    while (this.#answered < ticket) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  /** Whether a reader that stands here misses nothing that is not held. */
  knows(position: number): boolean {
    return position === this.#base || this.#indexOf(position) !== undefined;
  }

  after(position: number): TailPart {
    if (position >= this.head) return 'current';
    const index =
      position === this.#base ? -1 : this.#indexOf(position) ?? undefined;
    if (index === undefined) return 'lost';
    if (this.#lastPart?.from === position) return this.#lastPart.part;
    const chosen: Buffer[] = [];
    let size = 0;
    let next = index + 1;
    const lines = this.#lines!;
    while (next < lines.length) {
      size += lines[next].bytes.length;
      if (chosen.length > 0 && size > PART_BYTES) break;
      chosen.push(lines[next].bytes);
      next++;
    }
    const part = {
      bytes: chosen.length === 1 ? chosen[0] : Buffer.concat(chosen),
      position: lines[next - 1].id,
    };
    this.#lastPart = { from: position, part };
    return part;
  }

  /** Hears when there are new lines. */
  onGrow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  async #read(): Promise<void> {
    const covered = this.#asked;
    const grown = this.#lines ? await this.#readOn() : await this.#load();
    this.#answered = covered;
    if (!grown) return;
    this.#lastPart = undefined;
    for (const listener of this.#listeners) listener();
  }

  async #load(): Promise<boolean> {
    const newest = await this.#store.page(this.#fabric, {
      limit: KEPT_LINES + 1,
    });
    this.#lines = [];
    this.#bytes = 0;
    this.#base = 0;
    this.#add(newest.reverse());
    return true;
  }

  async #readOn(): Promise<boolean> {
    let grown = false;
    for (let total = 0; ; total += READ) {
      // So far behind that it is quicker to begin anew; who follows has lost some of it anyway
      if (total >= KEPT_LINES) return this.#load();
      const more = await this.#store.after(this.#fabric, this.head, READ);
      this.#add(more);
      grown ||= more.length > 0;
      if (more.length < READ) return grown;
    }
  }

  #add(activities: Activity[]): void {
    const lines = this.#lines!;
    for (const activity of activities) {
      const bytes = Buffer.from(this.#render(activity));
      lines.push({ id: Number(activity.id), bytes });
      this.#bytes += bytes.length;
    }
    let gone = 0;
    while (
      lines.length - gone > KEPT_LINES ||
      (this.#bytes > KEPT_BYTES && gone < lines.length - 1)
    ) {
      this.#base = lines[gone].id;
      this.#bytes -= lines[gone].bytes.length;
      gone++;
    }
    lines.splice(0, gone);
  }

  #indexOf(id: number): number | undefined {
    const lines = this.#lines ?? [];
    let low = 0;
    let high = lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (lines[middle].id === id) return middle;
      if (lines[middle].id < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}

export interface FabricTailOptions {
  fabric: string;
  store: Pick<ActivityStore, 'page' | 'after'>;
  render: (activity: Activity) => string;
}
