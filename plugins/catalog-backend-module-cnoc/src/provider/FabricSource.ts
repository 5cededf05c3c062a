import type {
  CnocApi,
  CnocRequestOptions,
  Fabric,
  Page,
  Resource,
} from '@cnoc/backstage-plugin-cnoc-common';
import { IncompleteReadError } from './IncompleteReadError';

const PAGE_SIZE = 500;
const MAX_PAGES = 1_000;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Whole lists from the engine: each call returns everything or fails. Errors are the client's, and
 * {@link IncompleteReadError} when pages do not add up.
 */
export class FabricSource {
  readonly #api: CnocApi;
  readonly #token: () => Promise<string>;

  /**
   * @param options - `token`: gives a service token for the engine, asked for each request
   */
  static create(options: { api: CnocApi; token: () => Promise<string> }) {
    return new FabricSource(options.api, options.token);
  }

  private constructor(api: CnocApi, token: () => Promise<string>) {
    this.#api = api;
    this.#token = token;
  }

  fabrics(signal: AbortSignal): Promise<Fabric[]> {
    return this.#all('fabrics', signal, (query, options) =>
      this.#api.listFabrics(query, options),
    );
  }

  resources(fabric: string, signal: AbortSignal): Promise<Resource[]> {
    return this.#all(
      `resources of fabric ${fabric}`,
      signal,
      (query, options) => this.#api.listResources(fabric, query, options),
    );
  }

  /** Every kind's name in lower case */
  async kindWords(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { items } = await this.#api.listKinds(await this.#options(signal));
    return new Set(items.map(({ kind }) => kind.toLowerCase()));
  }

  async #all<T>(
    what: string,
    signal: AbortSignal,
    page: (
      query: { limit: number; cursor?: string },
      options: CnocRequestOptions,
    ) => Promise<Page<T>>,
  ): Promise<T[]> {
    const all: T[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const { items, nextCursor, totalItems } = await page(
        { limit: PAGE_SIZE, cursor },
        await this.#options(signal),
      );
      all.push(...items);
      if (!nextCursor) {
        if (totalItems !== undefined && totalItems !== all.length) {
          throw new IncompleteReadError(
            `The list of ${what} changed while it was read`,
          );
        }
        return all;
      }
      cursor = nextCursor;
    }
    throw new IncompleteReadError(
      `The list of ${what} did not end after ${MAX_PAGES} pages`,
    );
  }

  async #options(signal: AbortSignal): Promise<CnocRequestOptions> {
    return {
      token: await this.#token(),
      signal: AbortSignal.any([
        signal,
        AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ]),
    };
  }
}
