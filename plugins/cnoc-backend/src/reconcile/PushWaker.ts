import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FabricRegistry } from '../fabrics/FabricRegistry';
import type { Reconciler } from './Reconciler';

/**
 * Asks for a sync of the fabrics of a repository that was pushed to. However many pushes come, at most one request is
 * under way for a repository and one more waits (case W6): the last push is never the one that is missed.
 */
export class PushWaker {
  readonly #registry: Pick<FabricRegistry, 'known'>;
  readonly #reconciler: Pick<Reconciler, 'request'>;
  readonly #logger: LoggerService;
  readonly #asking = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #stopped = false;

  private constructor(options: PushWakerOptions) {
    this.#registry = options.registry;
    this.#reconciler = options.reconciler;
    this.#logger = options.logger;
  }

  static create(options: PushWakerOptions): PushWaker {
    return new PushWaker(options);
  }

  pushed(repository: string): void {
    if (this.#stopped) return;
    if (this.#asking.has(repository)) {
      this.#again.add(repository);
      return;
    }
    const asking = this.#ask(repository).finally(() => {
      this.#asking.delete(repository);
      if (this.#again.delete(repository)) this.pushed(repository);
    });
    this.#asking.set(repository, asking);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#asking.values());
  }

  async #ask(repository: string): Promise<void> {
    const fabrics = this.#registry
      .known()
      .filter(one => one.repository === repository);
    for (const { name } of fabrics) {
      await this.#reconciler.request(name, 'sync').catch(error => {
        this.#logger.warn(
          `A push could not wake fabric '${name}', which reads it with the next poll: ${
            error instanceof Error ? error.name : 'unknown error'
          }`,
        );
      });
    }
  }
}

interface PushWakerOptions {
  registry: Pick<FabricRegistry, 'known'>;
  reconciler: Pick<Reconciler, 'request'>;
  logger: LoggerService;
}
