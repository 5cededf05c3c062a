import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentService } from '../deployments/DeploymentService';
import type { EventStream } from './EventStream';

const POLL_MS = 500;
const BATCH = 200;

/**
 * A deployment's steps as server-sent events. They are read from the rows, so any replica serves them, whoever executes;
 * a client that was cut off goes on after the last event it got.
 */
export class DeploymentLog {
  readonly #deployments: Pick<DeploymentService, 'log' | 'summary'>;
  readonly #logger: LoggerService;
  readonly #pollMs: number;

  private constructor(options: DeploymentLogOptions) {
    this.#deployments = options.deployments;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs ?? POLL_MS;
  }

  static create(options: DeploymentLogOptions): DeploymentLog {
    return new DeploymentLog(options);
  }

  /** Sends until the deployment ends or the reader goes away. */
  async follow(
    from: { fabric: string; deployment: string; after: number },
    stream: EventStream,
  ): Promise<void> {
    try {
      await this.#follow(from, stream);
    } catch (error) {
      // The answer has begun: all that is left is to close it, and the client comes back with its last id
      this.#logger.warn(
        `The log of deployment ${from.deployment} broke off: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      );
    } finally {
      stream.end();
    }
  }

  async #follow(
    { fabric, deployment, after }: Parameters<DeploymentLog['follow']>[0],
    stream: EventStream,
  ): Promise<void> {
    let position = after;
    while (stream.isOpen) {
      // Read before the steps: an end that is seen here has all of its steps below
      const summary = await this.#deployments.summary(fabric, deployment);
      for (;;) {
        const steps = await this.#deployments.log(deployment, position, BATCH);
        for (const { change, step } of steps) {
          await stream.room();
          if (!stream.isOpen) return;
          position = change;
          stream.write(event('step', step, change));
        }
        if (steps.length < BATCH) break;
      }
      if (summary.finishedAt) {
        stream.write(event('end', summary));
        return;
      }
      await sleep(this.#pollMs, undefined, { signal: stream.signal }).catch(
        () => {},
      );
    }
  }
}

function event(name: string, data: unknown, id?: number): string {
  return `${
    id === undefined ? '' : `id: ${id}\n`
  }event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export interface DeploymentLogOptions {
  deployments: Pick<DeploymentService, 'log' | 'summary'>;
  logger: LoggerService;
  /** How often the rows are read; for tests */
  pollMs?: number;
}
