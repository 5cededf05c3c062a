import { isControllerOwned, KubernetesObject } from '@cnoc/hedgehog';
import { ClusterClient } from './ClusterClient';
import { ConnectionGate, ProveIdentity } from './ConnectionGate';
import {
  connectionState,
  ConnectionState,
  isUnknownKind,
  KindState,
} from './connectionState';
import { Informer } from './Informer';
import { LiveObject, liveObjectOf } from './LiveObject';
import { FullCheckRound } from './FullCheckRound';
import { FullCheck, UnknownKind } from './LiveSnapshot';
import { LiveTimings } from './LiveTimings';
import { ResourceCache } from './ResourceCache';
import { SharedTexts } from './SharedTexts';
import { AgentFacts, agentFactsOf } from './switches/AgentFacts';
import { agentKind, WatchedKind, watchedKinds } from './watchedKinds';

/** What is kept of an object; undefined for one that Hedgehog's controllers own. */
type Kept = LiveObject | undefined;

/** Agents carry the state of each port; a page of them is large. */
const agentPageSize = 50;

/** What happened in a cluster; `kinds` is empty where only the connection changed. */
export type ClusterChange = { kinds: ReadonlySet<string> };

/**
 * The one set of informers of a cluster, whichever fabrics live in it, and what they say about the connection.
 *
 * Holds state and tells that it changed; what a fabric makes of it is FabricLive's.
 */
export class ClusterWatch {
  readonly #timings: LiveTimings;
  readonly #now: () => Date;
  readonly #onChange: (change: ClusterChange) => void;
  readonly #gate: ConnectionGate;
  readonly #caches = new Map<string, ResourceCache<Kept>>();
  readonly #agents: ResourceCache<AgentFacts>;
  readonly #informers: { watched: WatchedKind; informer: Informer }[];
  readonly #stopping = new AbortController();
  readonly #unknownSince = new Map<string, Date>();
  readonly #pending = new Set<string>();
  readonly #round = new FullCheckRound();
  #fullCheck: FullCheck | undefined;
  #coalescing: NodeJS.Timeout | undefined;
  #toldAt = 0;
  #running: Promise<unknown> = Promise.resolve();
  #contactAt: Date | undefined;
  #state: ConnectionState = 'unknown';
  #since: Date;

  constructor(options: {
    client: ClusterClient;
    /** Makes sure that the cluster is the one that it was (K25). */
    prove?: ProveIdentity;
    timings: LiveTimings;
    now: () => Date;
    onChange: (change: ClusterChange) => void;
  }) {
    const { client, timings, now } = options;
    this.#timings = timings;
    this.#now = now;
    this.#onChange = options.onChange;
    this.#since = now();
    const onContact = () => {
      this.#contactAt = now();
    };
    this.#gate = new ConnectionGate({
      client,
      prove: options.prove,
      timings,
      onChange: () => this.#changed(),
      onContact,
    });
    this.#agents = new ResourceCache<AgentFacts>((object, before) =>
      agentFactsOf(object, before, now().getTime()),
    );
    this.#informers = watchedKinds.map(watched => ({
      watched,
      informer: new Informer({
        kind: watched.kind,
        client,
        cache: this.#cacheOf(watched.kind),
        gate: this.#gate,
        timings,
        pageSize: watched.kind === agentKind ? agentPageSize : timings.pageSize,
        onChange: () => this.#changed(watched.kind),
        onPhase: () => this.#changed(),
        onContact,
        onFullCheck: result => this.#checked(watched.kind, result),
      }),
    }));
  }

  /** Begins to list and watch; never throws, what goes wrong is the connection's state. */
  start(): void {
    const { signal } = this.#stopping;
    this.#running = Promise.allSettled([
      this.#gate.run(signal),
      ...this.#informers.map(({ informer }) => informer.run(signal)),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#coalescing);
    await this.#running;
  }

  /** Whether a kind was listed completely at least once since the start. */
  isListed(kind: string): boolean {
    return this.#informers.some(
      ({ informer }) => informer.kind === kind && informer.listed,
    );
  }

  /** Every kind that the cluster serves and lets CNOC list was listed at least once. */
  get complete(): boolean {
    return this.#informers.every(
      ({ informer }) => informer.listed || informer.phase === 'absent',
    );
  }

  /** Objects of one kind in one namespace, without those of Hedgehog's controllers. */
  objects(kind: string, namespace: string): LiveObject[] {
    const objects: LiveObject[] = [];
    for (const live of this.#caches.get(kind)?.values(namespace) ?? []) {
      if (live) {
        objects.push(live);
      }
    }
    return objects;
  }

  object(
    kind: string,
    namespace: string,
    name: string,
  ): LiveObject | undefined {
    return this.#caches.get(kind)?.get(namespace, name);
  }

  agents(namespace: string): ReadonlyMap<string, AgentFacts> {
    return new Map(
      this.#agents.values(namespace).map(agent => [agent.name, agent]),
    );
  }

  /** Whether what the agents last said is what they say now. */
  get agentsKnown(): boolean {
    return (
      this.connection.state !== 'disconnected' &&
      this.#informers.some(
        ({ informer }) =>
          informer.kind === agentKind && informer.phase === 'current',
      )
    );
  }

  /** Grows with each change of a kind's objects, in whichever namespace. */
  revisionOf(kind: string): number {
    return this.#caches.get(kind)?.revision ?? 0;
  }

  get fullCheck(): FullCheck | undefined {
    return this.#fullCheck;
  }

  get contactAt(): Date | undefined {
    return this.#contactAt;
  }

  get connection(): {
    state: ConnectionState;
    since: Date;
    message?: string;
    replaced?: boolean;
  } {
    const { state, message } = connectionState(
      this.#kindStates(),
      this.#gate.failure?.message,
    );
    if (state !== this.#state) {
      this.#state = state;
      this.#since = this.#now();
    }
    return {
      state,
      since: this.#since,
      ...(message && { message }),
      ...(this.#gate.failure?.reason === 'replaced' && { replaced: true }),
    };
  }

  get unknownKinds(): UnknownKind[] {
    return this.#kindStates()
      .filter(isUnknownKind)
      .map(({ kind, message }) => ({
        kind,
        since: this.#unknownSince.get(kind) ?? this.#now(),
        message: message ?? 'The kind cannot be read.',
      }));
  }

  #checked(kind: string, result: { objects: number; missed: number }): void {
    const readable = this.#informers
      .filter(({ informer }) => informer.phase === 'current')
      .map(({ informer }) => informer.kind);
    const done = this.#round.add(kind, result, readable, this.#now());
    if (done) {
      this.#fullCheck = done;
      this.#changed();
    }
  }

  #kindStates(): KindState[] {
    return this.#informers.map(({ watched, informer }) => {
      const message =
        informer.phase === 'absent'
          ? `The cluster does not serve the kind ${watched.kind}.`
          : informer.failure?.message;
      return {
        kind: watched.kind,
        essential: watched.essential,
        phase: informer.phase,
        ...(message && { message }),
      };
    });
  }

  #cacheOf(kind: string): ResourceCache<unknown> {
    if (kind === agentKind) {
      return this.#agents as ResourceCache<unknown>;
    }
    const texts = new SharedTexts();
    const share = (text: string) => texts.share(text);
    const cache = new ResourceCache<Kept>((object: KubernetesObject) =>
      isControllerOwned(object) ? undefined : liveObjectOf(object, share),
    );
    this.#caches.set(kind, cache);
    return cache as ResourceCache<unknown>;
  }

  #changed(kind?: string): void {
    if (this.#stopping.signal.aborted) {
      return;
    }
    if (kind) {
      this.#pending.add(kind);
    }
    for (const state of this.#kindStates()) {
      if (!isUnknownKind(state)) {
        this.#unknownSince.delete(state.kind);
      } else if (!this.#unknownSince.has(state.kind)) {
        this.#unknownSince.set(state.kind, this.#now());
      }
    }
    // The first change after a quiet time is told at once; those that follow closely are one.
    const quietFor = performance.now() - this.#toldAt;
    this.#coalescing ??= setTimeout(() => {
      this.#coalescing = undefined;
      this.#toldAt = performance.now();
      const kinds = new Set(this.#pending);
      this.#pending.clear();
      this.#onChange({ kinds });
    }, Math.max(0, this.#timings.coalesceMs - quietFor));
  }
}
