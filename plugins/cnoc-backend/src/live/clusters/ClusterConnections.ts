import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import type {
  ClusterInput,
  ConnectionTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { SecretValue } from '../../credentials';
import type { AddressPolicy } from '../../fabrics/network';
import type { ClusterDefinition } from '../ClusterDefinition';
import { ClusterError } from '../ClusterError';
import type { ClusterLimits } from '../ClusterTransport';
import { HttpClusterClient } from '../HttpClusterClient';
import { testConnection } from '../testConnection';
import { untilAborted } from '../untilAborted';
import { AccessResolver } from './AccessResolver';
import type { ClusterAccess } from './ClusterAccess';
import { ClusterChanges } from './ClusterChanges';
import { ClusterRegistry, type ClusterSecrets } from './ClusterRegistry';
import { DatabaseClusterStore } from './DatabaseClusterStore';
import { DatabaseIdentityStore } from './DatabaseIdentityStore';
import { IdentityKeeper } from './IdentityKeeper';
import type { ClusterIdentity, IdentityStore } from './IdentityStore';
import type { PodPlace } from './podAccount';

/** Who tries a connection, and where. */
interface TestUse {
  namespace?: string;
  actor?: string;
  signal?: AbortSignal;
}

/** One client for each cluster, signed in by what its definition says at this moment, and guarded against a replaced one. */
export class ClusterConnections {
  readonly registry: ClusterRegistry;
  readonly #access: AccessResolver;
  readonly #identities: IdentityStore;
  readonly #keeper: IdentityKeeper;
  readonly #changes: ClusterChanges;
  readonly #policy: AddressPolicy;
  readonly #limits: Partial<ClusterLimits>;
  readonly #clients = new Map<string, HttpClusterClient>();

  private constructor(options: ClusterConnectionsOptions) {
    const { config, database, logger, secrets, policy, now } = options;
    const store = DatabaseClusterStore.create({ database });
    const identities = DatabaseIdentityStore.create({ database });
    this.#changes = ClusterChanges.create({
      read: async () => {
        const [registrations, seen, credentials] = await Promise.all([
          store.list(),
          identities.list(),
          secrets?.credentials.list() ?? [],
        ]);
        return {
          registrations,
          identities: seen,
          credentials: new Map(credentials.map(one => [one.name, one.etag])),
        };
      },
      onError: error =>
        logger.warn('The clusters could not be read; trying again', {
          reason: error instanceof Error ? error.name : 'unknown',
        }),
    });
    this.registry = ClusterRegistry.fromConfig({
      config,
      store,
      secrets,
      policy,
      now,
      changes: this.#changes,
    });
    this.#access = AccessResolver.fromConfig({
      config,
      credentials: secrets?.credentials,
      pod: options.pod,
    });
    this.#identities = identities;
    this.#keeper = IdentityKeeper.create({ store: identities, now });
    this.#policy = policy;
    this.#limits = options.limits;
    this.#changes.onChange(name => this.#changed(name));
  }

  /** Reads `cnoc.clusters`. */
  static fromConfig(options: ClusterConnectionsOptions): ClusterConnections {
    return new ClusterConnections(options);
  }

  /** Shared by all who speak to the cluster. That there is none of the name shows with its first request. */
  client(cluster: string): HttpClusterClient {
    const known = this.#clients.get(cluster);
    if (known) return known;
    const home = this.registry.known().find(one => one.name === cluster);
    const client = HttpClusterClient.create({
      access: async ({ fresh }) =>
        this.#access.of(await this.#definition(cluster), {
          action: 'read',
          fresh,
        }),
      namespace: home?.namespace ?? 'default',
      policy: this.#policy,
      limits: this.#limits,
      onSocket: () => this.#keeper.doubt(cluster),
      guard: (purpose, signal) =>
        untilAborted(
          this.#keeper.guard(cluster, purpose, this.#ask(cluster)),
          signal,
        ),
    });
    this.#clients.set(cluster, client);
    return client;
  }

  /** Looks now whether the cluster is the one that it was. @throws ClusterError */
  async prove(
    cluster: string,
    facts: { version?: string },
    signal?: AbortSignal,
  ): Promise<void> {
    const proving = this.#keeper.prove(cluster, this.#ask(cluster), facts);
    await untilAborted(proving, signal);
  }

  async identity(cluster: string): Promise<ClusterIdentity> {
    return (await this.#identities.get(cluster)) ?? {};
  }

  /** By cluster. */
  async identities(): Promise<ReadonlyMap<string, ClusterIdentity>> {
    return this.#identities.list();
  }

  /** Whether two connections lead to one cluster, as far as both have answered once. */
  async isSame(one: string, other: string): Promise<boolean> {
    const identities = await this.identities();
    const pinned = identities.get(one)?.pinned;
    return (
      one === other ||
      (pinned !== undefined && pinned === identities.get(other)?.pinned)
    );
  }

  /**
   * Makes the cluster count that answers now, which ends the standstill of its fabrics.
   *
   * @throws NotFoundError, ConflictError when yet another one answers, ClusterError when none does
   */
  async accept(
    cluster: string,
    uid: string,
  ): Promise<{ before?: string; after: string }> {
    await this.registry.require(cluster);
    const change = await this.#keeper.accept(cluster, uid, this.#ask(cluster));
    await this.#changes.look();
    return change;
  }

  /** Tries a registered or configured connection. @throws NotFoundError */
  async test(name: string, use: TestUse = {}): Promise<ConnectionTest> {
    const definition = await this.registry.require(name);
    const { pinned } = await this.identity(name);
    return this.#test(
      definition,
      () =>
        this.#access.of(definition, { action: 'test', ...use, fresh: true }),
      { ...use, pinned },
    );
  }

  /**
   * Tries what a request would register; nothing is stored.
   *
   * @throws InputError or NotAllowedError for what could not be registered
   */
  async testDraft(
    input: ClusterInput,
    use: TestUse = {},
  ): Promise<ConnectionTest> {
    const { definition, secret } = await this.registry.draft(input);
    return this.#test(
      definition,
      async () =>
        secret
          ? this.#access.with(definition, secret)
          : this.#access.of(definition, {
              action: 'test',
              actor: use.actor,
              fresh: true,
            }),
      use,
    );
  }

  /**
   * Tries a new value of a credential with every cluster that uses it.
   *
   * @throws ConflictError naming those that refuse it
   */
  async proveSecret(
    credential: string,
    value: SecretValue,
    signal?: AbortSignal,
  ): Promise<void> {
    const refusals: string[] = [];
    for (const name of await this.registry.usersOf(credential)) {
      const definition = await this.registry.require(name);
      const { ok, message } = await this.#test(
        definition,
        async () => this.#access.with(definition, value),
        { signal },
      );
      if (!ok) refusals.push(`${name}: ${message}`);
    }
    if (refusals.length > 0) {
      throw new ConflictError(
        `The new value does not work, so the old one stays. ${refusals
          .slice(0, 5)
          .join(' ')}`,
      );
    }
  }

  /** Ends all requests; for the end of the process, after every watch was stopped. */
  async close(): Promise<void> {
    await this.registry.stop();
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    await Promise.all(clients.map(client => client.close()));
  }

  #test(
    definition: ClusterDefinition,
    access: () => Promise<ClusterAccess>,
    use: TestUse & { pinned?: string },
  ): Promise<ConnectionTest> {
    const { namespace = definition.namespace, signal, pinned } = use;
    return testConnection(
      { access, namespace, pinned },
      { policy: this.#policy, limits: this.#limits, signal },
    );
  }

  #ask(cluster: string) {
    return () => this.client(cluster).identity();
  }

  async #definition(cluster: string): Promise<ClusterDefinition> {
    const definition = await this.registry.get(cluster);
    if (definition) return definition;
    throw new ClusterError('refused', `There is no cluster '${cluster}'.`);
  }

  #changed(name: string): void {
    this.#access.forget(name);
    this.#keeper.doubt(name);
    if (this.registry.known().some(one => one.name === name)) return;
    const client = this.#clients.get(name);
    this.#clients.delete(name);
    client?.close().catch(() => {});
  }
}

export interface ClusterConnectionsOptions {
  config: Config;
  database: Knex;
  logger: LoggerService;
  /** Absent = nothing can be registered, and no stored credential used */
  secrets?: ClusterSecrets;
  policy: AddressPolicy;
  limits: Partial<ClusterLimits>;
  now: () => Date;
  /** For tests */
  pod?: PodPlace;
}
