import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { RepositoryService } from '../RepositoryService';

/** Topics of Backstage's events modules; those check their senders themselves. */
const TOPICS = [
  'github.push',
  'gitlab.push',
  'gitea.push',
  'bitbucketCloud.repo:push',
  'bitbucketServer.repo:refs_changed',
  'azureDevOps.git.push',
];
/** Where hosts write the addresses of the repository that was pushed to */
const ADDRESS_FIELDS = [
  'clone_url',
  'ssh_url',
  'html_url',
  'git_http_url',
  'git_ssh_url',
  'git_url',
  'remoteUrl',
  'web_url',
];

/** Push events that reach the portal by its own events plugin: each wakes the repositories that have its address. */
export class PushEvents {
  readonly #repositories: RepositoryService;
  readonly #logger: LoggerService;

  private constructor(options: PushEventsOptions) {
    this.#repositories = options.repositories;
    this.#logger = options.logger;
  }

  static create(options: PushEventsOptions): PushEvents {
    return new PushEvents(options);
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'cnoc-push',
      topics: TOPICS,
      onEvent: async ({ eventPayload }) => {
        await this.receive(eventPayload).catch(error =>
          this.#logger.warn(
            `A push event could not be used: ${
              error instanceof Error ? error.name : 'unknown error'
            }`,
          ),
        );
      },
    });
  }

  async receive(payload: unknown): Promise<void> {
    const pushed = addressesIn(payload);
    if (pushed.size === 0) return;
    for (const { name, url } of await this.#repositories.registry.all()) {
      const place = placeOf(url);
      if (place && pushed.has(place)) this.#repositories.announcePush(name);
    }
  }
}

function addressesIn(payload: unknown): Set<string> {
  const found = new Set<string>();
  const root = fieldsOf(payload);
  const repositories = [
    root.repository,
    root.project,
    fieldsOf(root.resource).repository,
  ].map(fieldsOf);
  for (const repository of repositories) {
    const links = fieldsOf(repository.links);
    const clones = Array.isArray(links.clone) ? links.clone.slice(0, 5) : [];
    const texts = [
      ...ADDRESS_FIELDS.map(field => repository[field]),
      fieldsOf(links.html).href,
      ...clones.map(clone => fieldsOf(clone).href),
    ];
    for (const text of texts) {
      const place = typeof text === 'string' && placeOf(text);
      if (place) found.add(place);
    }
  }
  return found;
}

/** Host and path: the same for each way to reach a repository. */
function placeOf(address: string): string | undefined {
  const scp = /^[\w.-]+@([\w.-]+):(?!\/\/)(.{1,1000})$/.exec(address);
  try {
    const url = new URL(scp ? `ssh://${scp[1]}/${scp[2]}` : address);
    const path = url.pathname.replace(/(\.git)?\/*$/, '').replace(/^\/+/, '');
    return path ? `${url.hostname}/${path}`.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

interface PushEventsOptions {
  repositories: RepositoryService;
  logger: LoggerService;
}
