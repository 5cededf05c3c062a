import { randomUUID } from 'node:crypto';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { equalJson, isJsonObject, type JsonObject } from '../kubernetes/json';
import type { LabCluster } from '../LabCluster';
import { carriedBySwitches, CARRIED_KINDS } from './carriedBySwitches';
import { reportedState } from './reportedState';
import { switchCablings, type SwitchCabling } from './switchCabling';
import { SwitchTroubles } from './SwitchTroubles';

export interface AgentTimes {
  /** From a new generation to its being applied; default 3,000. */
  applyDelayMs?: number;
  /** Between two heartbeats; default 10,000. */
  heartbeatMs?: number;
}

/** Stands in every Agent.spec, so that a test can prove that nobody stores or shows that spec. */
export const AGENT_SECRET_CANARY = 'lab-canary-9f2c-agent-spec-secret';

/** Least wait between a change and the look at what it means; longer where that look is slow. */
const COALESCE_MS = 20;

/**
 * Plays the fabric controller and the agents on the switches: one Agent object per Switch, whose generation moves when
 * anything that the switch carries changes, and whose status follows after a delay.
 */
export class SwitchAgents {
  readonly #cluster: LabCluster;
  readonly #applyDelayMs: number;
  readonly #now: () => Date;
  readonly #silenced = new Set<string>();
  readonly #troubles = new SwitchTroubles();
  #cablings: ReadonlyMap<string, SwitchCabling> = new Map();
  readonly #applying = new Map<string, NodeJS.Timeout>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #unsubscribe: () => void;
  readonly #started: Date;
  #pending?: NodeJS.Timeout;
  #coalesceMs = COALESCE_MS;

  private constructor(cluster: LabCluster, times: AgentTimes, now: () => Date) {
    this.#cluster = cluster;
    this.#applyDelayMs = times.applyDelayMs ?? 3000;
    this.#now = now;
    this.#started = now();
    this.#publish();
    // what a switch carried before the lab started has long been applied
    for (const { metadata } of [...cluster.peek('Agent')]) {
      if (!this.#applying.has(metadata.name)) {
        this.#beat(metadata.name);
      }
    }
    this.#unsubscribe = cluster.onChange(({ object }) => {
      if (CARRIED_KINDS.has(object.kind)) {
        this.#pending ??= setTimeout(() => {
          this.#pending = undefined;
          this.#publish();
        }, this.#coalesceMs);
      }
    });
    this.#heartbeat = setInterval(() => {
      for (const { metadata } of [...cluster.peek('Agent')]) {
        this.#beat(metadata.name);
      }
    }, times.heartbeatMs ?? 10_000);
  }

  static start(
    cluster: LabCluster,
    times: AgentTimes = {},
    now: () => Date = () => new Date(),
  ): SwitchAgents {
    return new SwitchAgents(cluster, times, now);
  }

  /** The switch goes quiet: no heartbeats, and nothing is applied. */
  silence(name: string): void {
    this.#silenced.add(name);
  }

  /** The switch is back and catches up. */
  revive(name: string): void {
    this.#silenced.delete(name);
    this.#beat(name);
    this.#applyLater(name);
  }

  /**
   * Takes a link down, or brings it up again: the port and, where a switch is there, the one at the other end.
   *
   * @param port - for example `E1/49`
   * @throws Error when no connection uses the port
   */
  setLink(name: string, port: string, isUp: boolean): void {
    const ports = this.#cablings.get(name)?.ports;
    if (!ports?.has(port)) {
      throw new Error(`No connection uses the port ${name}/${port}`);
    }
    const other = ports.get(port);
    for (const end of other
      ? [`${name}/${port}`, other]
      : [`${name}/${port}`]) {
      this.#troubles.setPort(end, isUp, this.#now());
      this.#beat(end.slice(0, end.indexOf('/')));
    }
  }

  /**
   * Sets a BGP session, as its switch sees it, to `established`, `idle`, `active`, …
   *
   * @param neighbor - its address
   * @throws Error when the switch has no such session
   */
  setSession(name: string, neighbor: string, state: string): void {
    if (!this.#cablings.get(name)?.neighbors.has(neighbor)) {
      throw new Error(`${name} has no BGP session with ${neighbor}`);
    }
    this.#troubles.setSession(name, neighbor, state, this.#now());
    this.#beat(name);
  }

  /** The switch waits for a reboot, or has had it. */
  setReboot(name: string, isNeeded: boolean): void {
    this.#troubles.setReboot(name, isNeeded);
    this.#beat(name);
  }

  stop(): void {
    this.#unsubscribe();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#pending);
    this.#applying.forEach(timer => clearTimeout(timer));
    this.#applying.clear();
  }

  /** The controller's half: writes what each switch shall carry into its Agent. */
  #publish(): void {
    const started = performance.now();
    this.#cablings = switchCablings(this.#cluster);
    for (const [name, carried] of carriedBySwitches(this.#cluster)) {
      const before = this.#cluster.get('Agent', name);
      const spec = {
        ...carried,
        users: [{ name: 'admin', password: AGENT_SECRET_CANARY }],
      };
      if (before && equalJson(before.spec, spec)) {
        continue;
      }
      if (before) {
        const after = this.#cluster.edit(
          'Agent',
          name,
          agent => {
            agent.spec = spec;
          },
          { manager: 'fabric' },
        );
        if (after.metadata.generation !== before.metadata.generation) {
          this.#setStatus(name, status => attempt(status, after, this.#now()));
          this.#applyLater(name);
        }
      } else {
        const agent = this.#cluster.create(
          {
            apiVersion: 'agent.githedgehog.com/v1beta1',
            kind: 'Agent',
            metadata: { name },
            spec,
          },
          { manager: 'fabric' },
        );
        this.#setStatus(name, status => ({
          ...status,
          ...identity(name),
          ...applied(status, agent, this.#now()),
          state: this.#stateOf(name),
        }));
      }
    }
    this.#coalesceMs = Math.max(COALESCE_MS, 5 * (performance.now() - started));
  }

  #applyLater(name: string): void {
    clearTimeout(this.#applying.get(name));
    this.#applying.set(
      name,
      setTimeout(() => {
        this.#applying.delete(name);
        const agent = this.#cluster.get('Agent', name);
        if (agent && !this.#silenced.has(name)) {
          this.#setStatus(name, status => applied(status, agent, this.#now()));
        }
      }, this.#applyDelayMs),
    );
  }

  #beat(name: string): void {
    this.#setStatus(name, status => ({
      ...status,
      lastHeartbeat: this.#now().toISOString(),
      rebootRequired: this.#troubles.needsReboot(name),
      state: this.#stateOf(name),
    }));
  }

  #stateOf(name: string): JsonObject {
    return reportedState(
      name,
      this.#cablings.get(name) ?? { ports: new Map(), neighbors: new Map() },
      this.#troubles,
      { started: this.#started, now: this.#now() },
    );
  }

  #setStatus(name: string, change: (status: JsonObject) => JsonObject): void {
    if (this.#silenced.has(name) || !this.#cluster.get('Agent', name)) {
      return;
    }
    this.#cluster.edit(
      'Agent',
      name,
      agent => {
        agent.status = change(isJsonObject(agent.status) ? agent.status : {});
      },
      { manager: 'agent', subresource: 'status' },
    );
  }
}

function identity(name: string): JsonObject {
  return {
    version: 'lab-0.1.0',
    installID: `install-${name}`,
    runID: randomUUID(),
    bootID: randomUUID(),
    rebootRequired: false,
  };
}

function attempt(
  status: JsonObject,
  agent: KubernetesObject,
  now: Date,
): JsonObject {
  const generation = agent.metadata.generation;
  return {
    ...status,
    lastAttemptGen: generation,
    lastAttemptTime: now.toISOString(),
    conditions: [
      condition(
        'False',
        'ApplyPending',
        `Config will be applied, gen=${generation}`,
        now,
      ),
    ],
  };
}

function applied(
  status: JsonObject,
  agent: KubernetesObject,
  now: Date,
): JsonObject {
  const generation = agent.metadata.generation;
  return {
    ...attempt(status, agent, now),
    lastHeartbeat: now.toISOString(),
    lastAppliedGen: generation,
    lastAppliedTime: now.toISOString(),
    conditions: [
      condition(
        'True',
        'ApplySucceeded',
        `Config applied, gen=${generation}`,
        now,
      ),
    ],
  };
}

function condition(
  status: 'True' | 'False',
  reason: string,
  message: string,
  now: Date,
): JsonObject {
  return {
    type: 'Applied',
    status,
    reason,
    message,
    lastTransitionTime: `${now.toISOString().slice(0, 19)}Z`,
  };
}
