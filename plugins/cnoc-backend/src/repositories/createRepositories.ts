import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import {
  CredentialService,
  DatabaseCredentialStore,
  DatabaseKeyRotationStore,
  KeyRotation,
  sealedCredentials,
  Vault,
} from '../credentials';
import type { AddressPolicy } from '../fabrics/network';
import { sealedWebhookSecrets } from './DatabaseRegistrationStore';
import type { GitEngine } from './git/GitEngine';
import { RepositoryService } from './RepositoryService';
import { RepositoryTester } from './RepositoryTester';
import { DatabaseDeliveryStore } from './webhooks/DatabaseDeliveryStore';
import { PushEvents } from './webhooks/PushEvents';
import { WebhookService } from './webhooks/WebhookService';

/** The git remotes with their credentials and webhooks, wired. */
export function createRepositories(options: {
  auditor: AuditorService;
  config: Config;
  database: Knex;
  engine: GitEngine;
  logger: LoggerService;
  now: () => Date;
  policy: AddressPolicy;
}) {
  const { config, database, engine, logger, now, policy } = options;
  const vault = Vault.fromConfig(config);
  const credentials = CredentialService.create({
    ...options,
    store: DatabaseCredentialStore.create({ database }),
    vault,
  });
  const keyRotation = KeyRotation.create({
    store: DatabaseKeyRotationStore.create({
      database,
      columns: [sealedCredentials, sealedWebhookSecrets],
    }),
    vault,
    logger,
    now,
  });
  const repositories = RepositoryService.fromConfig({
    ...options,
    vault,
    credentials,
  });
  const { auth, hostKeys, registry } = repositories;
  return {
    credentials,
    /** Where other rooms keep theirs */
    secrets: { credentials, vault },
    keyRotation,
    registry,
    repositories,
    repositoryTester: RepositoryTester.create({
      engine,
      auth,
      hostKeys,
      policy,
    }),
    webhooks: WebhookService.create({
      repositories,
      deliveries: DatabaseDeliveryStore.create({ database }),
      logger,
    }),
    pushEvents: PushEvents.create({ repositories, logger }),
  };
}
