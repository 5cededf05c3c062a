import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { fabricEntity } from '../entities/fabricEntity';
import { resourceEntity } from '../entities/resourceEntity';
import type { FabricSource } from './FabricSource';
import { IncompleteReadError } from './IncompleteReadError';
import { isSettled, stampOf } from './knowledge';
import { digestOf } from './Memory';
import type { Memory } from './Memory';
import { planMutation } from './planMutation';
import type { FabricReading } from './planMutation';

const FULL_EVERY_MS = 30 * 60_000;

export interface RefreshResult {
  /** False: something could not be read or written; run again soon */
  complete: boolean;
  /** Set when the catalog was written: the digest of everything that it was told */
  wrote?: string;
}

/**
 * One pass from the engine to the catalog. Reads the fabrics that changed since the last pass and sends what is new in
 * them; now and then, and after a restart, reads them all and replaces everything, provided that every fabric was read
 * to the end and nothing in any of them is unknown.
 */
export class CatalogRefresh {
  readonly #source: FabricSource;
  readonly #logger: LoggerService;
  readonly #appBaseUrl: string | undefined;
  readonly #now: () => number;
  #memory: Memory = new Map();
  #lastFull = -Infinity;
  #forgotten = 0;

  /**
   * @param options - `appBaseUrl`: the portal's address; `now`: milliseconds
   */
  static create(options: {
    source: FabricSource;
    logger: LoggerService;
    appBaseUrl?: string;
    now?: () => number;
  }) {
    return new CatalogRefresh(options);
  }

  private constructor(options: {
    source: FabricSource;
    logger: LoggerService;
    appBaseUrl?: string;
    now?: () => number;
  }) {
    this.#source = options.source;
    this.#logger = options.logger;
    this.#appBaseUrl = options.appBaseUrl;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Another replica told the catalog what `digest` stands for. Unless that is what this one told it, what it remembers
   * is worth nothing, and the next pass is a full one.
   */
  otherWrote(digest: string): void {
    if (digest !== digestOf(this.#memory)) this.#forget();
  }

  /** Never throws. */
  async run(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<RefreshResult> {
    try {
      return await this.#run(connection, signal);
    } catch (error) {
      if (signal.aborted) {
        this.#logger.info('A pass from the fabrics to the catalog was cut off');
      } else {
        this.#logger.warn(
          `The catalog keeps what it has of the fabrics: ${reasonOf(error)}`,
        );
      }
      return { complete: false };
    }
  }

  async #run(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<RefreshResult> {
    const startedAt = this.#now();
    const forgotten = this.#forgotten;
    const memory = this.#memory;
    const kindWords = await this.#source.kindWords(signal);
    const fabrics = await this.#source.fabrics(signal);
    const fullWanted =
      startedAt - this.#lastFull >= FULL_EVERY_MS && fabrics.every(isSettled);
    const wanted = fabrics.filter(
      fabric =>
        fullWanted || memory.get(fabric.name)?.stamp !== stampOf(fabric),
    );
    const readings = await this.#read(wanted, kindWords, signal);
    const complete = readings.length === wanted.length;
    const full = fullWanted && complete;
    const plan = planMutation({ full, fabrics, readings, memory });

    signal.throwIfAborted();
    if (plan.mutation) {
      try {
        await connection.applyMutation(plan.mutation);
      } catch (error) {
        // Whether it was applied is not known, so neither is what the catalog has
        this.#forget();
        throw error;
      }
    }
    if (forgotten === this.#forgotten) {
      this.#memory = plan.memory;
      if (full) this.#lastFull = startedAt;
    }
    return {
      complete,
      ...(plan.mutation ? { wrote: digestOf(plan.memory) } : {}),
    };
  }

  async #read(
    fabrics: Fabric[],
    kindWords: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<FabricReading[]> {
    const options = { appBaseUrl: this.#appBaseUrl, kindWords };
    const readings: FabricReading[] = [];
    for (const fabric of fabrics) {
      try {
        const resources = await this.#source.resources(fabric.name, signal);
        readings.push({
          fabric,
          entities: [
            { entity: fabricEntity(fabric, options) },
            ...resources
              .filter(({ state }) => state !== 'draft')
              .map(resource => ({
                entity: resourceEntity(fabric, resource, options),
                kind: resource.kind,
              })),
          ],
        });
      } catch (error) {
        signal.throwIfAborted();
        this.#logger.warn(
          `The catalog keeps what it has of fabric ${fabric.name}: ${reasonOf(
            error,
          )}`,
        );
      }
    }
    return readings;
  }

  #forget(): void {
    this.#memory = new Map();
    this.#lastFull = -Infinity;
    this.#forgotten += 1;
  }
}

// Errors of the network name inner addresses, so only those whose text is known to be harmless are told
function reasonOf(error: unknown): string {
  if (error instanceof ResponseError) {
    return `the engine refused (status ${error.statusCode})`;
  }
  if (error instanceof IncompleteReadError) return error.message;
  const name = error instanceof Error ? error.name : 'unknown error';
  return `the engine could not be read, or the catalog not written (${name})`;
}
