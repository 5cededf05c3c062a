import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { KeyRotation as RotationAnswer } from '@cnoc/backstage-plugin-cnoc-common';
import type { KeyRotationStore, SealedRow } from './KeyRotationStore';
import { Vault } from './Vault';

/** A replica that does not report for so long has died, and another goes on */
const HELD_MS = 30_000;
const RESUME_EVERY_MS = 20_000;
const SAVE_EVERY_ROWS = 20;

/**
 * Re-encrypts every sealed value under the newest key, row by row, while all of them stay in use: each swap replaces one
 * sealed text by another that opens to the same value, so a kill at any moment loses nothing, and doing a row twice
 * changes nothing.
 */
export class KeyRotation {
  readonly #store: KeyRotationStore;
  readonly #vault: Vault;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #holder = randomUUID();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  private constructor(options: KeyRotationOptions) {
    this.#store = options.store;
    this.#vault = options.vault;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  static create(options: KeyRotationOptions): KeyRotation {
    return new KeyRotation(options);
  }

  /** Tells of values that no key opens, and goes on with a rotation that a dead replica left. */
  async start(): Promise<void> {
    const lost = this.#countByKey(await this.#store.rows());
    for (const id of this.#vault.keyIds) lost.delete(id);
    for (const [id, values] of lost) {
      this.#logger.error(
        `cnoc.encryption.keys lacks key '${id}', which ${values} stored values need; put it back until a rotation has re-encrypted them`,
      );
    }
    this.#timer = setInterval(() => this.#resume(), RESUME_EVERY_MS);
    this.#timer.unref();
    this.#resume();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async progress(): Promise<RotationAnswer> {
    const [progress, rows] = await Promise.all([
      this.#store.progress(),
      this.#store.rows(),
    ]);
    const values = this.#countByKey(rows);
    const [newest] = this.#vault.keyIds;
    return {
      ...progress,
      ...(newest && { newestKey: newest }),
      // Also those that are missing from the ring: a value that needs one is what people must hear of
      keys: [...new Set([...this.#vault.keyIds, ...values.keys()])].map(id => ({
        id,
        newest: id === newest,
        values: values.get(id) ?? 0,
      })),
    };
  }

  /**
   * Begins; one that runs goes on and is not begun twice.
   *
   * @throws ServiceUnavailableError without a key
   */
  async begin(by: string): Promise<RotationAnswer> {
    if (!this.#vault.ready) {
      throw new ServiceUnavailableError(
        'There is no key to encrypt with: configure cnoc.encryption.keys first',
      );
    }
    const at = this.#now().toISOString();
    const total = (await this.#store.rows()).length;
    await this.#store.begin({ at, by, total });
    this.#resume();
    return this.progress();
  }

  /** Waits until this replica does not rotate. */
  async idle(): Promise<void> {
    await this.#running;
  }

  #resume(): void {
    if (this.#stopped) return;
    this.#running ??= this.#run()
      .catch(error => {
        this.#logger.warn(
          `The rotation of the encryption key stumbled and is resumed: ${
            error instanceof Error ? error.name : 'unknown error'
          }`,
        );
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  async #run(): Promise<void> {
    if (!this.#vault.ready) return;
    if (!(await this.#store.claim(this.#holder, HELD_MS))) return;
    const rows = await this.#store.rows();
    const failed: string[] = [];
    let done = 0;
    for (const row of rows) {
      if (this.#stopped) return;
      if (await this.#renew(row)) done += 1;
      else failed.push(`${row.column.table}/${row.name}`);
      if ((done + failed.length) % SAVE_EVERY_ROWS === 0) {
        const progress = { done, failed, total: rows.length };
        if (!(await this.#store.save(this.#holder, progress, HELD_MS))) return;
      }
    }
    const progress = { done, failed, total: rows.length };
    if (!(await this.#store.save(this.#holder, progress, HELD_MS))) return;
    await this.#store.finish(this.#holder, {
      state: failed.length > 0 ? 'failed' : 'done',
      at: this.#now().toISOString(),
    });
    this.#logger.info(
      `Re-encrypted ${done} values under key '${this.#vault.keyIds[0]}'${
        failed.length > 0 ? `; no key opens ${failed.length} others` : ''
      }`,
    );
  }

  /** @returns whether the value is under the newest key now, or was replaced by somebody who used that */
  async #renew(row: SealedRow): Promise<boolean> {
    if (Vault.keyIdOf(row.sealed) === this.#vault.keyIds[0]) {
      return this.#opens(row);
    }
    const { table, column } = row.column;
    const place = { table, row: row.name, column };
    let plain: string;
    try {
      plain = this.#vault.open(row.sealed, place);
    } catch {
      return false;
    }
    await this.#store.swap(row, this.#vault.seal(plain, place));
    return true;
  }

  #opens({ column, name, sealed }: SealedRow): boolean {
    try {
      this.#vault.open(sealed, {
        table: column.table,
        row: name,
        column: column.column,
      });
      return true;
    } catch {
      return false;
    }
  }

  #countByKey(rows: readonly SealedRow[]): Map<string, number> {
    const values = new Map<string, number>();
    for (const { sealed } of rows) {
      const id = Vault.keyIdOf(sealed);
      values.set(id, (values.get(id) ?? 0) + 1);
    }
    return values;
  }
}

export interface KeyRotationOptions {
  store: KeyRotationStore;
  vault: Vault;
  logger: LoggerService;
  now: () => Date;
}
