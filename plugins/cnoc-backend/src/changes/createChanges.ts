import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import type { AddressPolicy } from '../fabrics/network';
import type { LiveService } from '../live';
import type { RepositoryService } from '../repositories';
import { ChangeService } from './ChangeService';
import { CommitService } from './CommitService';
import { DatabaseChangeRequestStore } from './DatabaseChangeRequestStore';
import { DatabaseDraftStore } from './DatabaseDraftStore';
import { FabricCheck } from './FabricCheck';
import { FabricContent } from './FabricContent';
import { ImportService } from './ImportService';
import { peopleByName, type People } from './People';
import {
  PullRequests,
  type PullRequestsOptions,
} from './pullRequests/PullRequests';

/** The room, wired: drafts, their commits, and imports into drafts. Reads `cnoc.git.committer`. */
export function createChanges(options: {
  config: Config;
  database: Knex;
  logger: LoggerService;
  policy: AddressPolicy;
  repositories: RepositoryService;
  desired: DesiredService;
  parser: ResourceParser;
  live: Pick<LiveService, 'snapshot'>;
  activity: ActivityService;
  people?: People;
  /** For tests */
  pullRequestBases?: PullRequestsOptions['bases'];
  now: () => Date;
}) {
  const { config, activity, pullRequestBases: bases } = options;
  const store = DatabaseDraftStore.create(options);
  const requests = DatabaseChangeRequestStore.create(options);
  const content = FabricContent.create(options);
  const check = FabricCheck.create(options);
  const changes = ChangeService.create({ ...options, store, content, check });
  const commits = CommitService.create({
    ...options,
    store: requests,
    drafts: store,
    changes,
    pullRequests: PullRequests.create({ ...options, bases }),
    people: options.people ?? peopleByName,
    committer: {
      name: config.getOptionalString('cnoc.git.committer.name') ?? 'CNOC',
      email:
        config.getOptionalString('cnoc.git.committer.email') ??
        'cnoc@noreply.cnoc.invalid',
    },
    record: (fabric, entries) => activity.record(fabric, ...entries),
  });
  const imports = ImportService.create({
    ...options,
    store,
    requests,
    content,
  });
  return { changes, commits, imports };
}
