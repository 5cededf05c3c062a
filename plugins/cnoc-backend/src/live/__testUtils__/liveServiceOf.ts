import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { AddressPolicy } from '../../fabrics/network';
import type { ClusterLimits } from '../ClusterTransport';
import { LiveService } from '../LiveService';
import type { LiveTimings } from '../LiveTimings';

/** A live service on a configuration; a request may take a second. */
export function liveServiceOf(options: {
  config: JsonObject;
  database: Knex;
  timings: Partial<LiveTimings>;
  limits?: Partial<ClusterLimits>;
  now?: () => Date;
}): LiveService {
  const config = new ConfigReader(options.config);
  return LiveService.fromConfig({
    config,
    database: options.database,
    logger: mockServices.logger.mock(),
    policy: AddressPolicy.fromConfig(config),
    now: options.now ?? (() => new Date()),
    timings: options.timings,
    limits: { requestTimeoutMs: 1_000, ...options.limits },
  });
}
