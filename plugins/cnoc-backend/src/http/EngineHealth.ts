import { ServiceUnavailableError } from '@backstage/errors';
import type { Health } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { FabricRecord, FabricStore } from '../fabrics/FabricStore';
import type { LeaseStore } from '../reconcile/LeaseStore';
import type { RepositoryService } from '../repositories';

type Check = Health['checks'][number];

const DATABASE_WITHIN_MS = 3_000;
/** Each fabric is compared at least once a minute */
const CHECKED_WITHIN_MS = 5 * 60_000;

/**
 * Whether CNOC works, part by part, from what the tables say: it asks neither git nor clusters, so that who watches it
 * adds no load to them. No address and no name of a fabric is told.
 */
export class EngineHealth {
  readonly #database: Knex;
  readonly #fabrics: Pick<FabricStore, 'list'>;
  readonly #repositories: Pick<RepositoryService, 'list'>;
  readonly #leases: Pick<LeaseStore, 'held'>;
  readonly #now: () => Date;

  private constructor(options: EngineHealthOptions) {
    this.#database = options.database;
    this.#fabrics = options.fabrics;
    this.#repositories = options.repositories;
    this.#leases = options.leases;
    this.#now = options.now;
  }

  static create(options: EngineHealthOptions): EngineHealth {
    return new EngineHealth(options);
  }

  /** @throws ServiceUnavailableError when the database does not answer, without which nothing can be said or done */
  async check(): Promise<Health> {
    const seen = await withinTime(this.#look()).catch(() => undefined);
    if (!seen) {
      throw new ServiceUnavailableError(
        'The database does not answer, so CNOC cannot work; look at the database and the way to it',
      );
    }
    const { fabrics, repositories, held } = seen;
    const checks = [
      { check: 'database' as const, state: 'ok' as const, message: 'Answers' },
      gitCheck(
        repositories
          .filter(({ definition }) =>
            fabrics.some(one => one.definition.repository === definition.name),
          )
          .map(one => one.health.state),
      ),
      clusterCheck(fabrics),
      this.#reconcilerCheck(fabrics, held),
    ];
    const bad = checks.some(one => one.state !== 'ok');
    return { state: bad ? 'degraded' : 'ok', checks };
  }

  async #look() {
    await this.#database.raw('select 1');
    const [fabrics, repositories, held] = await Promise.all([
      this.#fabrics.list({}),
      this.#repositories.list(),
      this.#leases.held(),
    ]);
    return { fabrics, repositories, held };
  }

  #reconcilerCheck(fabrics: FabricRecord[], held: string[]): Check {
    const check = 'reconciler' as const;
    const clusters = clustersOf(fabrics);
    const idle = clusters.filter(name => !held.includes(`cluster/${name}`));
    if (idle.length > 0) {
      return {
        check,
        state: 'degraded',
        message: `No replica works on ${idle.length} of ${clusters.length} clusters`,
      };
    }
    const late = fabrics.filter(
      ({ checkedAt }) =>
        checkedAt !== undefined &&
        this.#now().getTime() - Date.parse(checkedAt) > CHECKED_WITHIN_MS,
    );
    return late.length > 0
      ? {
          check,
          state: 'degraded',
          message: `${late.length} of ${fabrics.length} fabrics were not compared for five minutes`,
        }
      : { check, state: 'ok', message: 'Works on all fabrics' };
  }
}

function gitCheck(states: ('reachable' | 'unreachable' | 'unknown')[]): Check {
  return checkOf('git', 'remotes', {
    total: states.length,
    away: states.filter(state => state === 'unreachable').length,
    unknown: states.filter(state => state === 'unknown').length,
  });
}

function clusterCheck(fabrics: FabricRecord[]): Check {
  const clusters = clustersOf(fabrics);
  const being = (...wanted: string[]) =>
    clusters.filter(name =>
      fabrics
        .filter(one => one.definition.cluster === name)
        .some(one =>
          wanted.includes(one.observation?.connection.state ?? 'unknown'),
        ),
    ).length;
  const away = being('disconnected', 'degraded');
  return checkOf('clusters', 'clusters', {
    total: clusters.length,
    away,
    unknown: Math.min(being('unknown'), clusters.length - away),
  });
}

function checkOf(
  check: Check['check'],
  what: string,
  counts: { total: number; away: number; unknown: number },
): Check {
  const { total, away, unknown } = counts;
  if (total === 0) return { check, state: 'ok', message: 'None is used' };
  if (away > 0) {
    return {
      check,
      state: away === total ? 'failing' : 'degraded',
      message: `${away} of ${total} ${what} cannot be read as they should`,
    };
  }
  if (unknown > 0) {
    return {
      check,
      state: 'unknown',
      message: `${unknown} of ${total} ${what} have not answered yet`,
    };
  }
  return { check, state: 'ok', message: `All ${total} ${what} answer` };
}

function clustersOf(fabrics: FabricRecord[]): string[] {
  return [...new Set(fabrics.map(one => one.definition.cluster))];
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('The database is too slow')),
      DATABASE_WITHIN_MS,
    );
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

export interface EngineHealthOptions {
  database: Knex;
  fabrics: Pick<FabricStore, 'list'>;
  repositories: Pick<RepositoryService, 'list'>;
  leases: Pick<LeaseStore, 'held'>;
  now: () => Date;
}
