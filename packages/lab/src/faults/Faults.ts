import type { Fault, FaultVerb } from './Fault';

interface ActiveFault {
  fault: Fault;
  left: number;
}

export interface FaultedRequest {
  verb: FaultVerb;
  plural?: string;
  name?: string;
}

const MAX_FAULTS = 200;

/** The faults in force at one cluster. */
export class Faults {
  readonly #active = new Set<ActiveFault>();
  readonly #listeners = new Set<() => void>();

  /** Returns the way to take the fault back. */
  add(fault: Fault): () => void {
    if (this.#active.size >= MAX_FAULTS) {
      throw new Error(
        `There are ${MAX_FAULTS} faults already: clear them first`,
      );
    }
    const active = {
      fault,
      left:
        'swallowEvents' in fault
          ? fault.swallowEvents
          : fault.times ?? Number.POSITIVE_INFINITY,
    };
    this.#active.add(active);
    this.#listeners.forEach(listener => listener());
    return () => {
      this.#active.delete(active);
    };
  }

  clear(): void {
    this.#active.clear();
  }

  onAdd(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The faults that this request meets: any number of delays, then at most one that answers. Uses them up. */
  meet(request: FaultedRequest): Fault[] {
    const met: Fault[] = [];
    for (const active of this.#active) {
      const { fault } = active;
      const answers = 'status' in fault || 'hang' in fault;
      if ((answers || 'latencyMs' in fault) && concerns(fault, request)) {
        this.#use(active);
        met.push(fault);
        if (answers) {
          break;
        }
      }
    }
    return met;
  }

  /** Whether such requests are answered with 403 now; uses nothing up. */
  forbids(request: FaultedRequest): boolean {
    return [...this.#active].some(
      ({ fault }) =>
        'status' in fault && fault.status === 403 && concerns(fault, request),
    );
  }

  isSilent(plural: string): boolean {
    return this.#watchFaults(plural).some(
      ({ fault }) => 'silentWatch' in fault,
    );
  }

  /** True when a watch that has sent so many events shall be cut now. */
  cuts(plural: string, sent: number): boolean {
    const active = this.#watchFaults(plural).find(
      ({ fault }) =>
        'cutWatchAfterEvents' in fault && sent >= fault.cutWatchAfterEvents,
    );
    if (active) {
      this.#use(active);
    }
    return active !== undefined;
  }

  /** True when this event shall be lost. */
  swallow(plural: string, name: string): boolean {
    const active = this.#watchFaults(plural).find(
      ({ fault }) =>
        'swallowEvents' in fault &&
        (fault.name === undefined || fault.name === name),
    );
    if (active) {
      this.#use(active);
    }
    return active !== undefined;
  }

  #watchFaults(plural: string): ActiveFault[] {
    return [...this.#active].filter(({ fault }) =>
      concerns({ ...fault, name: undefined }, { verb: 'watch', plural }),
    );
  }

  #use(active: ActiveFault): void {
    active.left -= 1;
    if (active.left <= 0) {
      this.#active.delete(active);
    }
  }
}

function concerns(fault: Fault, request: FaultedRequest): boolean {
  return (
    (fault.verb === undefined ||
      fault.verb === '*' ||
      fault.verb === request.verb) &&
    (fault.plural === undefined || fault.plural === request.plural) &&
    (fault.name === undefined || fault.name === request.name)
  );
}
