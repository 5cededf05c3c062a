import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Response } from 'express';
import type { DeploymentService } from '../deployments/DeploymentService';

export interface DeploymentLogTimings {
  /** How often the rows are read */
  pollMs: number;
  /** After how long a silence a comment shows that the stream lives */
  heartbeatMs: number;
  /** After how long the stream is closed; the client goes on with Last-Event-ID */
  longestMs: number;
}

const TIMINGS: DeploymentLogTimings = {
  pollMs: 500,
  heartbeatMs: 15_000,
  longestMs: 3_600_000,
};
const MAX_STREAMS = 200;
const BATCH = 200;

/**
 * A deployment's steps as server-sent events. They are read from the rows, so any replica serves them, whoever executes;
 * a client that was cut off goes on after the last event it got.
 */
export class DeploymentLog {
  readonly #deployments: Pick<DeploymentService, 'log' | 'summary'>;
  readonly #logger: LoggerService;
  readonly #timings: DeploymentLogTimings;
  #streams = 0;

  private constructor(options: {
    deployments: Pick<DeploymentService, 'log' | 'summary'>;
    logger: LoggerService;
    timings?: DeploymentLogTimings;
  }) {
    this.#deployments = options.deployments;
    this.#logger = options.logger;
    this.#timings = options.timings ?? TIMINGS;
  }

  static create(options: {
    deployments: Pick<DeploymentService, 'log' | 'summary'>;
    logger: LoggerService;
    timings?: DeploymentLogTimings;
  }): DeploymentLog {
    return new DeploymentLog(options);
  }

  /** @throws ServiceUnavailableError when too many streams are open */
  async stream(
    from: { fabric: string; deployment: string; after: number },
    response: Response,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#streams >= MAX_STREAMS) {
      throw new ServiceUnavailableError(
        'Too many logs are followed now; try again later',
      );
    }
    this.#streams++;
    try {
      response.status(200).set({
        'Content-Type': 'text/event-stream',
        // Compression would hold events back until its block is full
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      await this.#follow(from, response, signal);
    } catch (error) {
      // The answer has begun: all that is left is to close it, and the client comes back with its last id
      this.#logger.warn(
        `The log of deployment ${from.deployment} broke off: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      );
    } finally {
      this.#streams--;
      response.end();
    }
  }

  async #follow(
    { fabric, deployment, after }: Parameters<DeploymentLog['stream']>[0],
    response: Response,
    signal: AbortSignal,
  ): Promise<void> {
    const { pollMs, heartbeatMs, longestMs } = this.#timings;
    const end = performance.now() + longestMs;
    let position = after;
    let lastWrite = performance.now();
    const write = async (text: string) => {
      lastWrite = performance.now();
      if (!response.write(text) && !signal.aborted) {
        await new Promise<void>(resolve => {
          response.once('drain', resolve);
          response.once('close', resolve);
        });
      }
    };

    while (!signal.aborted && performance.now() < end) {
      // Read before the steps: an end that is seen here has all of its steps below
      const summary = await this.#deployments.summary(fabric, deployment);
      for (;;) {
        const steps = await this.#deployments.log(deployment, position, BATCH);
        for (const { change, step } of steps) {
          if (signal.aborted) return;
          position = change;
          await write(event('step', step, change));
        }
        if (steps.length < BATCH) break;
      }
      if (summary.finishedAt) {
        await write(event('end', summary));
        return;
      }
      if (performance.now() - lastWrite >= heartbeatMs) {
        await write(': still here\n\n');
      }
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
  }
}

function event(name: string, data: unknown, id?: number): string {
  return `${
    id === undefined ? '' : `id: ${id}\n`
  }event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
