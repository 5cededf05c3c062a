import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import { hashOfVerdict, type ResourceVerdict } from './compareFabric';
import { ResourceMap } from './ResourceMap';

export type CountedVerdict = ResourceVerdict & { findings: number };

/** What a check needs to know of a row. */
export interface WrittenState {
  kind: string;
  name: string;
  hash: string;
  state: Resource['state'];
  since: string | null;
  lag_since: string | null;
  /** What the row was written from, or would be: spares hashing it again */
  verdict?: CountedVerdict;
}

/** What is not as its row has it. */
export interface StateChange {
  verdict: CountedVerdict;
  hash: string;
  before: WrittenState | undefined;
}

/** The rows of a fabric as they were written last. */
export class WrittenStates {
  readonly #rows: ResourceMap<WrittenState>;

  private constructor(rows: ResourceMap<WrittenState>) {
    this.#rows = rows;
  }

  static of(rows: readonly WrittenState[]): WrittenStates {
    return new WrittenStates(ResourceMap.by(rows));
  }

  compare(verdicts: readonly CountedVerdict[]): {
    changed: StateChange[];
    gone: WrittenState[];
  } {
    const changed: StateChange[] = [];
    let known = 0;
    for (const verdict of verdicts) {
      const before = this.#rows.get(verdict);
      if (before) known++;
      if (before?.verdict && isSame(before.verdict, verdict)) continue;
      const hash = `${hashOfVerdict(verdict)}.${verdict.findings}`;
      if (before?.hash === hash) before.verdict = verdict;
      else changed.push({ verdict, hash, before });
    }
    const gone = known === this.#rows.size ? [] : this.#without(verdicts);
    return { changed, gone };
  }

  /** The changes are written. */
  keep(written: readonly WrittenState[], gone: readonly WrittenState[]): void {
    for (const row of written) this.#rows.set(row, row);
    for (const row of gone) this.#rows.delete(row);
  }

  #without(verdicts: readonly CountedVerdict[]): WrittenState[] {
    const present = ResourceMap.by(verdicts);
    return [...this.#rows.values()].filter(row => !present.get(row));
  }
}

/**
 * Whether two verdicts are the same for sure; where one holds lists of its own, their hashes have to say. The commit alone
 * is no difference, as in the hash.
 */
function isSame(one: CountedVerdict, other: CountedVerdict): boolean {
  return (
    one.state === other.state &&
    one.findings === other.findings &&
    one.lag === other.lag &&
    one.severity === other.severity &&
    one.reason === other.reason &&
    one.rule === other.rule &&
    one.file === other.file &&
    one.line === other.line &&
    one.inGit === other.inGit &&
    one.inCluster === other.inCluster &&
    one.facts === other.facts &&
    one.dependsOn === other.dependsOn
  );
}
