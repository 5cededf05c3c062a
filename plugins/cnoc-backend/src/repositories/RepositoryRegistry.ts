import type { Config } from '@backstage/config';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  RepositoryInput,
  RepositoryPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import { onceOnly, type CredentialService, type Vault } from '../credentials';
import { assertEtag, changedMeanwhile, newEtag } from '../fabrics/etag';
import type { AddressPolicy } from '../fabrics/network';
import { RowCache } from '../fabrics/RowCache';
import { webhookSecretPlace } from './DatabaseRegistrationStore';
import { assertBranch } from './git/gitNames';
import {
  checkRemoteUrl,
  parseRepositoryUrl,
  type RepositoryAddress,
} from './git/repositoryUrl';
import { providerOf } from './providerOf';
import {
  readRepositoryDefinitions,
  type ConfiguredRepository,
} from './readRepositoryDefinitions';
import {
  definitionOf,
  type Registration,
  type RegistrationStore,
} from './RegistrationStore';
import { remoteOrigin } from './remoteOrigin';
import type {
  ConfiguredSecrets,
  RepositoryDefinition,
} from './RepositoryDefinition';
import {
  assertFits,
  splitOffCredential,
  valueInAddress,
} from './splitOffCredential';

const MOST = 1_000;

/** What a change was, for the audit: names and facts, never a secret. */
export interface RegistryChange {
  definition: RepositoryDefinition;
  before?: RepositoryDefinition;
}

/** The git remotes that configuration and people define. Where both use a name, configuration counts. */
export class RepositoryRegistry {
  readonly #configured: ReadonlyMap<string, ConfiguredRepository>;
  readonly #store: RegistrationStore;
  readonly #credentials: CredentialService;
  readonly #vault: Vault;
  readonly #policy: AddressPolicy;
  readonly #now: () => Date;
  readonly #registered: RowCache<Registration>;

  private constructor(options: RepositoryRegistryOptions) {
    this.#configured = new Map(
      readRepositoryDefinitions(options.config, options.policy).map(one => [
        one.definition.name,
        one,
      ]),
    );
    this.#store = options.store;
    this.#registered = RowCache.create(options.store);
    this.#credentials = options.credentials;
    this.#vault = options.vault;
    this.#policy = options.policy;
    this.#now = options.now;
  }

  /**
   * Reads `cnoc.repositories`.
   *
   * @throws InputError when an entry cannot be used
   */
  static fromConfig(options: RepositoryRegistryOptions): RepositoryRegistry {
    return new RepositoryRegistry(options);
  }

  /** As last read; for what cannot wait. */
  definitions(): RepositoryDefinition[] {
    const registered = this.#registered.known.filter(
      row => !this.#configured.has(row.name),
    );
    return [
      ...[...this.#configured.values()].map(({ definition }) => definition),
      ...registered.map(definitionOf),
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Sorted by name. @param options - `fresh`: as the database has them at this moment */
  async all(
    options: { fresh?: boolean } = {},
  ): Promise<RepositoryDefinition[]> {
    await this.#registered.read(options.fresh ?? false);
    return this.definitions();
  }

  /** @throws NotFoundError */
  async get(
    name: string,
    options: { fresh?: boolean } = {},
  ): Promise<RepositoryDefinition> {
    const configured = this.#configured.get(name);
    if (configured) return configured.definition;
    const rows = await this.#registered.read(options.fresh ?? false);
    const row = rows.find(one => one.name === name);
    if (!row) {
      throw new NotFoundError(
        `There is no repository '${name}'; register it, or name one of cnoc.repositories`,
      );
    }
    return definitionOf(row);
  }

  /** What configuration holds in clear for one of its repositories. */
  secretsOf(name: string): ConfiguredSecrets {
    return this.#configured.get(name)?.secrets ?? {};
  }

  /** Which repositories have a webhook secret. */
  withWebhookSecret(): Set<string> {
    const names = [...this.#configured.values()]
      .filter(({ secrets }) => secrets.webhookSecret)
      .map(({ definition }) => definition.name);
    const rows = this.#registered.known.filter(row => row.webhookSecret);
    return new Set([...names, ...rows.map(row => row.name)]);
  }

  /**
   * The secret that the host signs push events with; undefined where there is none or no such repository.
   *
   * @throws CredentialError when it cannot be opened
   */
  async webhookSecret(name: string): Promise<string | undefined> {
    if (this.#configured.has(name)) return this.secretsOf(name).webhookSecret;
    const row = (await this.#registered.read(false)).find(
      one => one.name === name,
    );
    return (
      row?.webhookSecret &&
      this.#vault.open(row.webhookSecret, webhookSecretPlace(name))
    );
  }

  /** Names of the repositories that sign in with a credential. */
  async usersOf(credential: string): Promise<string[]> {
    const all = await this.all({ fresh: true });
    return all
      .filter(definition => definition.credential === credential)
      .map(({ name }) => name);
  }

  /**
   * Whether a credential is sent to this address already. To point one at another host is to hand its value out there,
   * so it takes more than the right to register repositories.
   */
  async isUsedAt(credential: string, url: string): Promise<boolean> {
    const origin = remoteOrigin(parseRepositoryUrl(url).url);
    const all = await this.all({ fresh: true });
    return all.some(
      definition =>
        definition.credential === credential &&
        remoteOrigin(definition.url) === origin,
    );
  }

  /**
   * What a request would register, checked, with the credential of its address.
   *
   * @throws InputError or NotAllowedError for an address that cannot be used
   */
  async draft(
    input: RepositoryInput,
  ): Promise<{ definition: RepositoryDefinition; address: RepositoryAddress }> {
    const address = this.#address(input.url);
    const branch = input.branch ?? 'main';
    assertBranch(branch);
    if (input.credential) {
      if (address.token) throw bothCredentials();
      await assertFits(this.#credentials, input.credential, address.url);
    }
    const definition: RepositoryDefinition = {
      name: input.name,
      title: input.title || undefined,
      url: address.url,
      branch,
      provider: input.provider ?? providerOf(address.url),
      origin: 'api',
      credential: input.credential,
      skipTLSVerify: input.skipTLSVerify ?? false,
      requireSignedCommits: input.requireSignedCommits ?? false,
      allowedSigners: input.allowedSigners || undefined,
      etag: newEtag(),
    };
    return { definition, address };
  }

  /**
   * @throws InputError, NotAllowedError, ConflictError when the name is taken, ServiceUnavailableError when a secret cannot
   * be stored
   */
  async create(
    input: RepositoryInput,
    options: { createdBy?: string; idempotencyKey?: string } = {},
  ): Promise<RegistryChange> {
    const { name } = input;
    const once = onceOnly(this.#vault, {
      key: options.idempotencyKey,
      request: input,
      before: await this.#store.once(name),
    });
    if (once?.done) return { definition: await this.get(name) };
    const { definition, address } = await this.draft(input);
    const rows = await this.#registered.read(true);
    if (this.#configured.has(name) || rows.some(row => row.name === name)) {
      throw taken(name);
    }
    if (rows.length >= MOST) {
      throw new ConflictError(
        `There are ${MOST} repositories already; delete those that no fabric uses`,
      );
    }
    const webhookSecret =
      input.webhookSecret &&
      this.#vault.seal(input.webhookSecret, webhookSecretPlace(name));
    const split = await this.#splitOff(name, address, {
      createdBy: options.createdBy,
    });
    const at = this.#now().toISOString();
    const registration: Registration = {
      ...definition,
      origin: 'api',
      credential: split?.name ?? definition.credential,
      webhookSecret,
      createdAt: at,
      createdBy: options.createdBy,
      updatedAt: at,
    };
    try {
      if (!(await this.#store.insert(registration, once))) throw taken(name);
    } catch (error) {
      if (split?.created) await this.#credentials.remove(split.name);
      throw error;
    }
    await this.#registered.read(true);
    return { definition: definitionOf(registration) };
  }

  /**
   * Changes what is given; what is left out stays.
   *
   * @throws NotFoundError, ConflictError for one from configuration, PreconditionFailedError, InputError
   */
  async update(
    name: string,
    patch: RepositoryPatch,
    options: { ifMatch?: string; actor?: string } = {},
  ): Promise<RegistryChange> {
    const before = await this.#registration(name);
    assertEtag(before.etag, options.ifMatch);
    const address =
      patch.url === undefined ? undefined : this.#address(patch.url);
    if (patch.branch !== undefined) assertBranch(patch.branch);
    if (patch.credential && address?.token) throw bothCredentials();
    const url = address?.url ?? before.url;
    let credential =
      patch.credential === undefined
        ? before.credential
        : patch.credential ?? undefined;
    if (credential && !address?.token) {
      await assertFits(this.#credentials, credential, url);
    }
    const webhookSecret =
      patch.webhookSecret &&
      this.#vault.seal(patch.webhookSecret, webhookSecretPlace(name));
    const split =
      address &&
      (await this.#splitOff(name, address, {
        current: before.credential,
        createdBy: options.actor,
      }));
    if (split) credential = split.name;
    const registration: Registration = {
      ...before,
      ...(patch.title !== undefined && { title: patch.title || undefined }),
      url,
      branch: patch.branch ?? before.branch,
      provider: patch.provider ?? (address ? providerOf(url) : before.provider),
      credential,
      skipTLSVerify: patch.skipTLSVerify ?? before.skipTLSVerify,
      requireSignedCommits:
        patch.requireSignedCommits ?? before.requireSignedCommits,
      ...(patch.allowedSigners !== undefined && {
        allowedSigners: patch.allowedSigners || undefined,
      }),
      ...(patch.webhookSecret !== undefined && {
        webhookSecret: webhookSecret || undefined,
      }),
      updatedAt: this.#now().toISOString(),
      etag: newEtag(),
    };
    if (!(await this.#store.replace(registration, before))) {
      throw changedMeanwhile();
    }
    await this.#registered.read(true);
    return {
      definition: definitionOf(registration),
      before: definitionOf(before),
    };
  }

  /**
   * Forgets a repository, and the credential that was split off from its address when nothing else uses that.
   *
   * @throws NotFoundError, ConflictError for one from configuration, PreconditionFailedError
   */
  async remove(
    name: string,
    options: { ifMatch?: string } = {},
  ): Promise<RegistryChange> {
    const before = await this.#registration(name);
    assertEtag(before.etag, options.ifMatch);
    if (!(await this.#store.remove(name, before.etag)))
      throw changedMeanwhile();
    await this.#registered.read(true);
    const { credential } = before;
    if (credential && (await this.usersOf(credential)).length === 0) {
      const record = await this.#credentials
        .get(credential)
        .catch(() => undefined);
      if (record?.origin === 'url') await this.#credentials.remove(credential);
    }
    return { definition: definitionOf(before), before: definitionOf(before) };
  }

  async #registration(name: string): Promise<Registration> {
    if (this.#configured.has(name)) {
      throw new ConflictError(
        `Repository '${name}' comes from configuration; change it in cnoc.repositories`,
      );
    }
    const row = await this.#store.get(name);
    if (!row) throw new NotFoundError(`No repository '${name}'`);
    return row;
  }

  #address(url: string): RepositoryAddress {
    const address = parseRepositoryUrl(url);
    checkRemoteUrl(this.#policy, address.url);
    return address;
  }

  async #splitOff(
    repository: string,
    address: RepositoryAddress,
    options: { current?: string; createdBy?: string },
  ): Promise<{ name: string; created: boolean } | undefined> {
    const value = valueInAddress(address);
    if (!value || value.type === 'ssh') return undefined;
    return splitOffCredential(this.#credentials, value, {
      repository,
      ...options,
    });
  }
}

function taken(name: string): ConflictError {
  return new ConflictError(
    `There is a repository '${name}' already; choose another name`,
  );
}

function bothCredentials(): InputError {
  return new InputError(
    'url: holds a credential, and credential names another; leave one out',
  );
}

export interface RepositoryRegistryOptions {
  config: Config;
  store: RegistrationStore;
  credentials: CredentialService;
  vault: Vault;
  policy: AddressPolicy;
  now: () => Date;
}
