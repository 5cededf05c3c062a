import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { RepositoryService } from '../RepositoryService';
import { checkDelivery } from './checkDelivery';
import type { DeliveryStore } from './DeliveryStore';
import { readPush } from './readPush';

/** Headers that carry the host's own name for a delivery. */
const ID_HEADERS = [
  'x-github-delivery',
  'x-gitea-delivery',
  'x-forgejo-delivery',
  'x-gogs-delivery',
  'x-gitlab-event-uuid',
  'idempotency-key',
  'x-request-uuid',
];

export interface WebhookResult {
  /** Whether a fetch is queued */
  queued: boolean;
  message: string;
}

/** Takes push events of the repositories' hosts. They only ever trigger a fetch of what is registered. */
export class WebhookService {
  readonly #repositories: RepositoryService;
  readonly #deliveries: DeliveryStore;
  readonly #logger: LoggerService;

  private constructor(options: WebhookServiceOptions) {
    this.#repositories = options.repositories;
    this.#deliveries = options.deliveries;
    this.#logger = options.logger;
  }

  static create(options: WebhookServiceOptions): WebhookService {
    return new WebhookService(options);
  }

  /**
   * @throws AuthenticationError for a wrong proof, an unknown repository and one without a secret alike; InputError for a
   * genuine delivery that cannot be read
   */
  async receive(
    repository: string,
    headers: IncomingHttpHeaders,
    body: Buffer,
  ): Promise<WebhookResult> {
    if (!checkDelivery(headers, body, await this.#secretOf(repository))) {
      throw new AuthenticationError(
        'The delivery does not prove who sent it; enter the same secret at the host and for the repository here',
      );
    }
    await this.#repositories.sawWebhook(repository);
    const delivery = readPush(headers, body);
    if (delivery.kind === 'ping') {
      return { queued: false, message: 'The webhook works' };
    }
    if (delivery.kind === 'other') {
      return { queued: false, message: 'Only push events matter here' };
    }
    const { branch } = await this.#repositories.registry.get(repository);
    if (!delivery.branches.includes(branch)) {
      return { queued: false, message: 'The push was to another branch' };
    }
    if (!(await this.#deliveries.isNew(repository, marksOf(headers, body)))) {
      return { queued: false, message: 'This delivery came before' };
    }
    this.#repositories.announcePush(repository, branch);
    return { queued: true, message: 'A fetch is queued' };
  }

  async #secretOf(repository: string): Promise<string | undefined> {
    try {
      return await this.#repositories.registry.webhookSecret(repository);
    } catch (error) {
      this.#logger.warn(
        `The webhook secret of a repository cannot be opened: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      );
      return undefined;
    }
  }
}

/** The id is the host's word but not signed, the body is: a replay repeats the one or the other. */
function marksOf(headers: IncomingHttpHeaders, body: Buffer): string[] {
  const id = ID_HEADERS.map(name => headers[name]).find(
    value => typeof value === 'string',
  );
  const marks = [hash(body), ...(id ? [hash(`id ${String(id)}`)] : [])];
  return [...new Set(marks)];
}

function hash(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('base64url');
}

interface WebhookServiceOptions {
  repositories: RepositoryService;
  deliveries: DeliveryStore;
  logger: LoggerService;
}
