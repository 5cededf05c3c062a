import { isControllerOwned, KubernetesObject } from '@cnoc/hedgehog';
import { ChangeTeller } from './ChangeTeller';
import { ClusterClient } from './ClusterClient';
import { ConnectionGate, ProveIdentity } from './ConnectionGate';
import {
  connectionState,
  ConnectionState,
  hasUnknownObjects,
  KindState,
} from './connectionState';
import { Informer } from './Informer';
import { LiveObject, liveObjectOf } from './LiveObject';
import { FullCheckRound } from './FullCheckRound';
import { FullCheck, UnknownKind } from './LiveSnapshot';
import { LiveTimings } from './LiveTimings';
import { ResourceCache } from './ResourceCache';
import { ServedKinds } from './ServedKinds';
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
  readonly #now: () => Date;
  readonly #gate: ConnectionGate;
  readonly #caches = new Map<string, ResourceCache<Kept>>();
  readonly #agents: ResourceCache<AgentFacts>;
  readonly #informers: { watched: WatchedKind; informer: Informer }[];
  readonly #stopping = new AbortController();
  readonly #unknownSince = new Map<string, Date>();
  readonly #pending = new Set<string>();
  readonly #round = new FullCheckRound();
  readonly #served: ServedKinds;
  readonly #teller: ChangeTeller;
  #fullCheck: FullCheck | undefined;
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
    this.#now = now;
    this.#since = now();
    this.#teller = new ChangeTeller({
      timings,
      isCaughtUp: () =>
        this.#informers.every(({ informer }) => informer.isCaughtUp),
      tell: () => {
        const kinds = new Set(this.#pending);
        this.#pending.clear();
        options.onChange({ kinds });
      },
    });
    const onContact = () => {
      this.#contactAt = now();
    };
    this.#gate = new ConnectionGate({
      client,
      prove: options.prove,
      timings,
      onChange: () => this.#answers(),
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
        onResumed: () => this.#teller.beginWave(),
        onEmptied: () => this.#served.suspect(),
        onContact,
        onFullCheck: result => this.#checked(watched.kind, result),
      }),
    }));
    this.#served = new ServedKinds({
      client,
      gate: this.#gate,
      timings,
      kinds: watchedKinds.map(({ kind }) => kind),
      onChange: ({ gone, come }) =>
        this.#informers.forEach(({ informer }) => {
          if (gone.includes(informer.kind)) informer.doubt();
          if (come.includes(informer.kind)) informer.retry();
        }),
    });
  }

  /** Begins to list and watch; never throws, what goes wrong is the connection's state. */
  start(): void {
    const { signal } = this.#stopping;
    this.#teller.beginWave();
    this.#running = Promise.allSettled([
      this.#gate.run(signal),
      this.#served.run(signal),
      ...this.#informers.map(({ informer }) => informer.run(signal)),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#teller.stop();
    await this.#running;
  }

  /** Whether a kind was listed completely at least once since the start. */
  isListed(kind: string): boolean {
    return this.#informers.some(
      ({ informer }) => informer.kind === kind && informer.listed,
    );
  }

  /** Whether nothing was heard of a kind since the start, neither its objects nor why not. */
  isStarting(kind: string): boolean {
    return this.#informers.some(
      ({ informer }) => informer.kind === kind && informer.phase === 'starting',
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
      .filter(hasUnknownObjects)
      .map(({ kind, phase, message }) => ({
        kind,
        since: this.#unknownSince.get(kind) ?? this.#now(),
        reason: phase === 'absent' ? 'notServed' : 'unreadable',
        message: message ?? 'The kind cannot be read.',
      }));
  }

  /** Something is to be told that no informer knows of. */
  note(): void {
    this.#teller.note({ isRoutine: true });
  }

  /** The cluster answers again, or no more. */
  #answers(): void {
    if (this.#gate.failure) {
      this.#changed();
      this.#teller.endWave();
    } else {
      this.#informers.forEach(({ informer }) => informer.expect());
      this.#teller.beginWave();
      this.#changed();
    }
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
          ? notServed(watched)
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
      if (!hasUnknownObjects(state)) {
        this.#unknownSince.delete(state.kind);
      } else if (!this.#unknownSince.has(state.kind)) {
        this.#unknownSince.set(state.kind, this.#now());
      }
    }
    // Heartbeats come all the time
    this.#teller.note({ isRoutine: kind === agentKind });
  }
}

function notServed({ kind, apiVersion }: WatchedKind): string {
  const [group] = apiVersion.split('/');
  return `The cluster does not serve ${kind} (${group}); its resources cannot be compared.`;
}
