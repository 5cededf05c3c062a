import { createHmac, randomBytes } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  CredentialInput,
  CredentialPatch,
  CredentialValue,
} from '@cnoc/backstage-plugin-cnoc-common';
import { assertEtag, changedMeanwhile, newEtag } from '../fabrics/etag';
import type { CredentialRecord } from './CredentialRecord';
import type { CredentialStore, OnceOnly } from './CredentialStore';
import type { SealedColumn } from './KeyRotationStore';
import { readSecretValue, type ReadValue } from './readSecretValue';
import type { SecretValue } from './SecretValue';
import { UseCounter } from './UseCounter';
import type { SealedPlace, Vault } from './Vault';

const MOST = 1_000;

/** What a value is opened for. `read` is routine polling; the others are audited one by one. */
export interface CredentialUse {
  /** Who signs in with it: one of the two */
  repository?: string;
  cluster?: string;
  action: 'read' | 'write' | 'test';
  actor?: string;
}

/** A change with the fingerprints before and after it: all that an audit may know (case S8). */
export interface CredentialChange {
  record: CredentialRecord;
  before?: string;
}

/** What is sealed: the salt makes a fingerprint that no other table and no thief can compare. */
interface Sealed {
  salt: string;
  value: SecretValue;
}

/** The stored credentials. Values go in, and come out only for the rooms that talk to remotes. */
export class CredentialService {
  readonly #store: CredentialStore;
  readonly #vault: Vault;
  readonly #auditor: AuditorService;
  readonly #uses: UseCounter;
  readonly #now: () => Date;

  private constructor(options: CredentialServiceOptions) {
    this.#store = options.store;
    this.#vault = options.vault;
    this.#auditor = options.auditor;
    this.#now = options.now;
    this.#uses = UseCounter.create(options);
  }

  static create(options: CredentialServiceOptions): CredentialService {
    return new CredentialService(options);
  }

  /** Sorted by name. */
  async list(): Promise<CredentialRecord[]> {
    const records = await this.#store.list();
    return records
      .map(record => this.#uses.addTo(record))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws NotFoundError */
  async get(name: string): Promise<CredentialRecord> {
    const record = await this.#store.get(name);
    if (!record) throw new NotFoundError(`No credential '${name}'`);
    return this.#uses.addTo(record);
  }

  /** Whether a key of the ring opens the value. */
  isReadable(record: CredentialRecord): boolean {
    try {
      this.#unseal(record);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @throws InputError, ConflictError when the name is taken, ServiceUnavailableError without a key
   */
  async create(
    input: CredentialInput,
    options: {
      createdBy?: string;
      idempotencyKey?: string;
      origin?: CredentialRecord['origin'];
    } = {},
  ): Promise<CredentialChange> {
    const { name, title, type } = input;
    const read = readSecretValue(type, input);
    const earlier = await this.#store.get(name);
    const once = await this.#onceOf(options.idempotencyKey, input, earlier);
    if (earlier) {
      if (once?.done) return { record: earlier };
      throw taken(name);
    }
    if ((await this.#store.list()).length >= MOST) {
      throw new ConflictError(
        `There are ${MOST} credentials already; delete those that nothing uses`,
      );
    }
    const at = this.#now().toISOString();
    const record: CredentialRecord = {
      name,
      title,
      type,
      origin: options.origin ?? 'api',
      ...this.#sealedFields(name, read, newSalt()),
      expiresAt: instantOf(input.expiresAt) ?? read.expiresAt?.toISOString(),
      uses: 0,
      createdAt: at,
      createdBy: options.createdBy,
      updatedAt: at,
      etag: newEtag(),
    };
    if (!(await this.#store.insert(record, once?.once))) throw taken(name);
    return { record };
  }

  /**
   * Changes what is told about a credential, or its value; a field that is left out stays.
   *
   * @throws NotFoundError, InputError, PreconditionFailedError, CredentialError
   */
  async update(
    name: string,
    patch: CredentialPatch,
    ifMatch?: string,
  ): Promise<CredentialChange> {
    const record = await this.get(name);
    assertEtag(record.etag, ifMatch);
    const { title, expiresAt, ...value } = patch;
    const changed: CredentialRecord = {
      ...record,
      ...(title !== undefined && { title: title || undefined }),
      ...(Object.keys(value).length > 0 && this.#resealed(record, value)),
      ...(expiresAt !== undefined && { expiresAt: instantOf(expiresAt) }),
    };
    return this.#replace(record, changed);
  }

  /**
   * Replaces the value once `prove` has shown that it works. Until then, and when it does not, the old one stays in use.
   *
   * @throws NotFoundError, InputError, what `prove` throws, PreconditionFailedError when it was changed meanwhile
   */
  async rotate(
    name: string,
    input: CredentialValue,
    options: {
      idempotencyKey?: string;
      prove: (value: SecretValue) => Promise<void>;
    },
  ): Promise<CredentialChange> {
    const record = await this.get(name);
    const once = await this.#onceOf(options.idempotencyKey, input, record);
    if (once?.done) return { record };
    const { expiresAt, ...fields } = input;
    const username = fields.username ?? record.username;
    const read = readSecretValue(record.type, { ...fields, username });
    await options.prove(read.value);
    const rotated: CredentialRecord = {
      ...record,
      ...this.#sealedFields(name, read, this.#saltOf(record)),
      // An expiry that is not told belonged to the value that goes
      expiresAt: instantOf(expiresAt) ?? read.expiresAt?.toISOString(),
      rotatedAt: this.#now().toISOString(),
    };
    return this.#replace(record, rotated, once?.once);
  }

  /** @throws NotFoundError, PreconditionFailedError */
  async remove(name: string, ifMatch?: string): Promise<CredentialChange> {
    const record = await this.get(name);
    assertEtag(record.etag, ifMatch);
    if (!(await this.#store.remove(name, record.etag)))
      throw changedMeanwhile();
    this.#uses.forget(name);
    return { record, before: record.fingerprint };
  }

  /**
   * The value, for a use that is counted and, unless routine, audited.
   *
   * @throws NotFoundError, CredentialError
   */
  async open(name: string, use: CredentialUse): Promise<SecretValue> {
    const record = await this.#store.get(name);
    if (!record) {
      throw new NotFoundError(
        `There is no credential '${name}', which ${
          use.cluster === undefined
            ? `repository '${use.repository}'`
            : `cluster '${use.cluster}'`
        } names`,
      );
    }
    const { value } = this.#unseal(record);
    await this.#uses.count(name);
    if (use.action !== 'read') {
      const event = await this.#auditor.createEvent({
        eventId: 'credential-use',
        severityLevel: 'medium',
        meta: {
          credential: name,
          fingerprint: record.fingerprint,
          ...(use.repository !== undefined && { repository: use.repository }),
          ...(use.cluster !== undefined && { cluster: use.cluster }),
          actionType: use.action,
          ...(use.actor && { actor: use.actor }),
        },
      });
      await event.success();
    }
    return value;
  }

  /** Writes what is counted and not yet written. */
  async close(): Promise<void> {
    await this.#uses.flush();
  }

  async #replace(
    before: CredentialRecord,
    changed: CredentialRecord,
    once?: OnceOnly,
  ): Promise<CredentialChange> {
    const record = {
      ...changed,
      updatedAt: this.#now().toISOString(),
      etag: newEtag(),
    };
    if (!(await this.#store.replace(record, before, once))) {
      throw changedMeanwhile();
    }
    return { record, before: before.fingerprint };
  }

  #resealed(record: CredentialRecord, fields: CredentialPatch) {
    if (
      fields.secret !== undefined ||
      fields.privateKey !== undefined ||
      fields.certificate !== undefined
    ) {
      // A new key comes with its own passphrase or with none, so only the name stays
      const { username } = record;
      const read = readSecretValue(record.type, { username, ...fields });
      return {
        ...this.#sealedFields(record.name, read, this.#saltOf(record)),
        ...(read.expiresAt && { expiresAt: read.expiresAt.toISOString() }),
        rotatedAt: this.#now().toISOString(),
      };
    }
    const { salt, value } = this.#unseal(record);
    const { type, ...old } = value;
    const read = readSecretValue(type, { ...old, ...fields });
    return this.#sealedFields(record.name, read, salt);
  }

  #sealedFields(name: string, read: ReadValue, salt: string) {
    const sealed: Sealed = { salt, value: read.value };
    return {
      username: read.value.username,
      sealed: this.#vault.seal(JSON.stringify(sealed), placeOf(name)),
      fingerprint: fingerprintOf(sealed),
      strength: read.strength,
      publicKey: read.publicKey,
    };
  }

  #unseal(record: CredentialRecord): Sealed {
    return JSON.parse(this.#vault.open(record.sealed, placeOf(record.name)));
  }

  /** A value that no key opens must not keep a new one out. */
  #saltOf(record: CredentialRecord): string {
    try {
      return this.#unseal(record).salt;
    } catch {
      return newSalt();
    }
  }

  /** @throws ConflictError when the key was used for another request */
  async #onceOf(
    key: string | undefined,
    request: object,
    earlier: CredentialRecord | undefined,
  ): Promise<{ once: OnceOnly; done: boolean } | undefined> {
    if (!key) return undefined;
    const before = earlier && (await this.#store.once(earlier.name));
    const same = before?.key === key ? before : undefined;
    // Keyed, for the request holds the value
    const digest = this.#vault.digest(JSON.stringify(request), same?.digest);
    if (same && same.digest !== digest) {
      throw new ConflictError(
        'The Idempotency-Key was used for another request; use a new one',
      );
    }
    return { once: { key, digest }, done: same !== undefined };
  }
}

/** Where this room keeps sealed values. */
export const sealedCredentials: SealedColumn = {
  table: 'credentials',
  row: 'name',
  column: 'sealed',
};

function placeOf(name: string): SealedPlace {
  const { table, column } = sealedCredentials;
  return { table, row: name, column };
}

function fingerprintOf({ salt, value }: Sealed): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url'))
    .update(JSON.stringify(proofOf(value)))
    .digest('hex')
    .slice(0, 12);
}

function proofOf(value: SecretValue): unknown[] {
  switch (value.type) {
    case 'ssh':
      return [value.privateKey, value.passphrase];
    case 'certificate':
      return [value.privateKey, value.passphrase, value.certificate];
    default:
      return [value.secret];
  }
}

function newSalt(): string {
  return randomBytes(32).toString('base64url');
}

function instantOf(text: string | null | undefined): string | undefined {
  return text ? new Date(text).toISOString() : undefined;
}

function taken(name: string): ConflictError {
  return new ConflictError(
    `There is a credential '${name}' already; choose another name, or rotate that one`,
  );
}

export interface CredentialServiceOptions {
  store: CredentialStore;
  vault: Vault;
  auditor: AuditorService;
  logger: LoggerService;
  now: () => Date;
}
