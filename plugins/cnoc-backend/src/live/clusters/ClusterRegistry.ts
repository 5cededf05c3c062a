import type { Config } from '@backstage/config';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  ClusterInput,
  ClusterPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  onceOnly,
  storeOwnCredential,
  type CredentialService,
  type SecretValue,
  type Vault,
} from '../../credentials';
import { assertEtag, changedMeanwhile, newEtag } from '../../fabrics/etag';
import type { AddressPolicy } from '../../fabrics/network';
import { RowCache } from '../../fabrics/RowCache';
import type { ClusterAuth, ClusterDefinition } from '../ClusterDefinition';
import type { ClusterChanges } from './ClusterChanges';
import type { ClusterRegistration, ClusterStore } from './ClusterStore';
import { readClusterDefinitions } from './readClusterDefinitions';
import { wantedConnection, type WantedConnection } from './wantedConnection';

const MOST = 500;

/** What a change was, for the audit: names and facts, never a secret. */
export interface ClusterRegistryChange {
  definition: ClusterDefinition;
  before?: ClusterDefinition;
}

/** The connections that configuration and people define. Where both use a name, configuration counts. */
export class ClusterRegistry {
  readonly #configured: ReadonlyMap<string, ClusterDefinition>;
  readonly #store: ClusterStore;
  readonly #registered: RowCache<ClusterRegistration>;
  readonly #secrets: ClusterSecrets | undefined;
  readonly #policy: AddressPolicy;
  readonly #now: () => Date;
  readonly #changes: ClusterChanges;

  private constructor(options: ClusterRegistryOptions) {
    this.#configured = new Map(
      readClusterDefinitions(options.config, options.policy).map(one => [
        one.name,
        one,
      ]),
    );
    this.#store = options.store;
    this.#registered = RowCache.create(options.store);
    this.#secrets = options.secrets;
    this.#policy = options.policy;
    this.#now = options.now;
    this.#changes = options.changes;
  }

  /**
   * Reads `cnoc.clusters`.
   *
   * @throws InputError or NotAllowedError when an entry cannot be used
   */
  static fromConfig(options: ClusterRegistryOptions): ClusterRegistry {
    return new ClusterRegistry(options);
  }

  /** Follows what other replicas register; ends with the engine. */
  async start(): Promise<void> {
    await this.#registered.read(true);
    await this.#changes.start();
  }

  async stop(): Promise<void> {
    await this.#changes.stop();
  }

  /**
   * Calls back when a connection was registered, changed or forgotten, its credential rotated, or another cluster
   * accepted behind it; changes at another replica are noticed within five seconds. @returns ends the subscription
   */
  onChange(listener: (name: string) => void): () => void {
    return this.#changes.onChange(listener);
  }

  /** As last read; for what cannot wait. */
  known(): ClusterDefinition[] {
    const registered = this.#registered.known
      .filter(row => !this.#configured.has(row.name))
      .map(definitionOf);
    return [...this.#configured.values(), ...registered].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  /** Configured and registered, sorted by name. @param options - `fresh`: as the database has them at this moment */
  async all(options: { fresh?: boolean } = {}): Promise<ClusterDefinition[]> {
    await this.#registered.read(options.fresh ?? false);
    return this.known();
  }

  async get(
    name: string,
    options: { fresh?: boolean } = {},
  ): Promise<ClusterDefinition | undefined> {
    const configured = this.#configured.get(name);
    if (configured) return configured;
    const rows = await this.#registered.read(options.fresh ?? false);
    const row = rows.find(one => one.name === name);
    return row && definitionOf(row);
  }

  /** @throws NotFoundError */
  async require(name: string): Promise<ClusterDefinition> {
    const definition = await this.get(name, { fresh: true });
    if (!definition) throw unknown(name);
    return definition;
  }

  /** Names of the clusters that sign in with a stored credential. */
  async usersOf(credential: string): Promise<string[]> {
    const all = await this.all({ fresh: true });
    return all
      .filter(one => credentialOf(one.auth) === credential)
      .map(({ name }) => name);
  }

  /** Whether a credential is sent to this address already; to send it elsewhere is to hand its value out there. */
  async isUsedAt(credential: string, server: string): Promise<boolean> {
    if (!URL.canParse(server)) return false;
    const { origin } = new URL(server);
    const all = await this.all({ fresh: true });
    return all.some(
      one =>
        credentialOf(one.auth) === credential && one.server?.origin === origin,
    );
  }

  /**
   * What a request would register, checked; nothing is stored.
   *
   * @returns with the secret that came with it, if one did
   * @throws InputError or NotAllowedError
   */
  async draft(
    input: ClusterInput,
  ): Promise<{ definition: ClusterDefinition; secret?: SecretValue }> {
    const wanted = wantedConnection(input, this.#policy);
    await this.#assertCredential(wanted.auth);
    return {
      definition: {
        name: input.name,
        title: input.title || undefined,
        origin: 'api',
        ...placeIn(wanted),
        lab: input.lab ?? false,
        auth: wanted.auth ?? { type: 'none' },
        etag: newEtag(),
      },
      ...(wanted.secret && { secret: wanted.secret }),
    };
  }

  /**
   * @throws InputError, NotAllowedError, ConflictError when the name is taken, ServiceUnavailableError when a secret cannot be
   * stored
   */
  async create(
    input: ClusterInput,
    options: { createdBy?: string; idempotencyKey?: string } = {},
  ): Promise<ClusterRegistryChange> {
    const { name } = input;
    const { vault } = this.#stored();
    const once = onceOnly(vault, {
      key: options.idempotencyKey,
      request: input,
      before: await this.#store.once(name),
    });
    if (once?.done) return { definition: await this.require(name) };
    const { definition, secret } = await this.draft(input);
    const rows = await this.#registered.read(true);
    if (this.#configured.has(name) || rows.some(row => row.name === name)) {
      throw taken(name);
    }
    if (rows.length >= MOST) {
      throw new ConflictError(
        `There are ${MOST} clusters already; forget those that no fabric uses`,
      );
    }
    const own = secret && (await this.#keep(name, secret, options));
    const at = this.#now().toISOString();
    const registration: ClusterRegistration = {
      ...definition,
      origin: 'api',
      ...(own && { auth: { type: 'credential', credential: own.name } }),
      createdAt: at,
      createdBy: options.createdBy,
      updatedAt: at,
    };
    try {
      if (!(await this.#store.insert(registration, once))) throw taken(name);
    } catch (error) {
      if (own?.created) await this.#stored().credentials.remove(own.name);
      throw error;
    }
    await this.#written();
    return { definition: definitionOf(registration) };
  }

  /**
   * Changes what is given; what is left out stays.
   *
   * @throws NotFoundError, ConflictError for one from configuration, PreconditionFailedError, InputError, NotAllowedError
   */
  async update(
    name: string,
    patch: ClusterPatch,
    options: { ifMatch?: string; actor?: string } = {},
  ): Promise<ClusterRegistryChange> {
    const before = await this.#registration(name);
    assertEtag(before.etag, options.ifMatch);
    const wanted = this.#patched(before, patch);
    await this.#assertCredential(wanted.auth);
    const own =
      wanted.secret &&
      (await this.#keep(name, wanted.secret, {
        createdBy: options.actor,
        current: credentialOf(before.auth),
      }));
    const registration: ClusterRegistration = {
      ...before,
      server: undefined,
      ca: undefined,
      ...(patch.title !== undefined && { title: patch.title || undefined }),
      ...placeIn(wanted),
      lab: patch.lab ?? before.lab,
      auth: own
        ? { type: 'credential', credential: own.name }
        : wanted.auth ?? before.auth,
      updatedAt: this.#now().toISOString(),
      etag: newEtag(),
    };
    if (!(await this.#store.replace(registration, before.etag))) {
      throw changedMeanwhile();
    }
    await this.#written();
    await this.#forgetOwn(before.auth);
    return {
      definition: definitionOf(registration),
      before: definitionOf(before),
    };
  }

  /**
   * Forgets a connection, with the credential that was stored with it and with who answered behind it.
   *
   * @throws NotFoundError, ConflictError for one from configuration, PreconditionFailedError
   */
  async remove(
    name: string,
    options: { ifMatch?: string } = {},
  ): Promise<ClusterRegistryChange> {
    const before = await this.#registration(name);
    assertEtag(before.etag, options.ifMatch);
    if (!(await this.#store.remove(name, before.etag))) {
      throw changedMeanwhile();
    }
    await this.#written();
    await this.#forgetOwn(before.auth);
    return { definition: definitionOf(before), before: definitionOf(before) };
  }

  #patched(before: ClusterRegistration, patch: ClusterPatch): WantedConnection {
    const { auth } = patch;
    // A kubeconfig, the pod and Backstage bring their own address; else what is left out stays
    const moves = auth && auth.type !== 'token' && auth.type !== 'credential';
    const brings = moves && auth.type !== 'none';
    const kept = before.server && !brings ? before.server.href : undefined;
    const ca =
      patch.certificateAuthority === undefined && !brings
        ? before.ca
        : patch.certificateAuthority ?? undefined;
    return wantedConnection(
      {
        server: patch.server ?? kept,
        certificateAuthority: ca,
        namespace: patch.namespace ?? before.namespace,
        skipTLSVerify: patch.skipTLSVerify ?? (!brings && before.skipTLSVerify),
        auth: auth ?? inputOf(before.auth),
      },
      this.#policy,
    );
  }

  async #keep(
    cluster: string,
    secret: SecretValue,
    options: { createdBy?: string; current?: string },
  ) {
    const { createdBy, current } = options;
    return storeOwnCredential(this.#stored().credentials, secret, {
      owner: cluster,
      origin: 'cluster',
      title: `Of cluster ${cluster}`,
      createdBy,
      current,
    });
  }

  async #forgetOwn(auth: ClusterAuth): Promise<void> {
    const name = credentialOf(auth);
    if (!name || (await this.usersOf(name)).length > 0) return;
    const { credentials } = this.#stored();
    const record = await credentials.get(name).catch(() => undefined);
    if (record?.origin === 'cluster') await credentials.remove(name);
  }

  async #assertCredential(auth: ClusterAuth | undefined): Promise<void> {
    const name = auth && credentialOf(auth);
    if (!name) return;
    const { type } = await this.#stored()
      .credentials.get(name)
      .catch((error: Error) => {
        throw error.name === 'NotFoundError'
          ? new InputError(`auth.credential: there is no credential '${name}'`)
          : error;
      });
    if (type !== 'token' && type !== 'certificate') {
      throw new InputError(
        `auth.credential: '${name}' is of type ${type}; a cluster needs a token or a client certificate`,
      );
    }
  }

  async #registration(name: string): Promise<ClusterRegistration> {
    if (this.#configured.has(name)) {
      throw new ConflictError(
        `Cluster '${name}' comes from configuration; change it in cnoc.clusters`,
      );
    }
    const row = await this.#store.get(name);
    if (!row) throw unknown(name);
    return row;
  }

  async #written(): Promise<void> {
    await this.#registered.read(true);
    await this.#changes.look();
  }

  #stored(): ClusterSecrets {
    if (!this.#secrets) throw new Error('Built without stored credentials');
    return this.#secrets;
  }
}

function placeIn(wanted: WantedConnection) {
  const { server, ca, namespace, skipTLSVerify } = wanted;
  return {
    ...(server && { server }),
    ...(ca && { ca }),
    namespace,
    skipTLSVerify,
  };
}

function credentialOf(auth: ClusterAuth): string | undefined {
  return auth.type === 'credential' ? auth.credential : undefined;
}

/** What stays when a change does not speak of it. */
function inputOf(auth: ClusterAuth): ClusterInput['auth'] {
  return auth.type === 'config' ? { type: 'none' } : auth;
}

function definitionOf(registration: ClusterRegistration): ClusterDefinition {
  const { createdAt, createdBy, ...definition } = registration;
  return definition;
}

function taken(name: string): ConflictError {
  return new ConflictError(
    `There is a cluster '${name}' already; choose another name`,
  );
}

function unknown(name: string): NotFoundError {
  return new NotFoundError(
    `There is no cluster '${name}'; register it, or name one of cnoc.clusters`,
  );
}

/** What stores the secrets that come with a registration. */
export interface ClusterSecrets {
  credentials: CredentialService;
  vault: Vault;
}

export interface ClusterRegistryOptions {
  config: Config;
  store: ClusterStore;
  /** Absent = nothing can be registered */
  secrets?: ClusterSecrets;
  policy: AddressPolicy;
  now: () => Date;
  changes: ClusterChanges;
}
