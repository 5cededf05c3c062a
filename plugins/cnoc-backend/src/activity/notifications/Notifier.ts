import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { FabricStore } from '../../fabrics/FabricStore';
import type { ClaimedNotice, NoticeStore } from './NoticeStore';
import {
  readNotificationSettings,
  type NotificationSettings,
} from './readNotificationSettings';
import { resolveFindings, tellLines } from './tellLines';

/** Lines that come one after the other are told together: after so long a rest, or at the latest after the longest. */
const SETTLE_MS = 2_000;
const LONGEST_SETTLE_MS = 30_000;
const POLL_MS = 15_000;
const RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 3_600_000;
const MAX_ATTEMPTS = 10;

/**
 * Tells the owner of a fabric, as Backstage notifications, what its timeline says and should not wait. Every replica runs
 * one; the database decides which of them tells.
 */
export class Notifier {
  readonly #store: NoticeStore;
  readonly #fabrics: Pick<FabricStore, 'get'>;
  readonly #service: Pick<NotificationService, 'send'> | undefined;
  readonly #unresolved: (fabric: string) => Promise<number>;
  readonly #logger: LoggerService;
  readonly #settings: NotificationSettings;
  readonly #settling = new Map<string, { timer: NodeJS.Timeout; at: number }>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #failing = false;
  #stopped = false;

  private constructor(options: NotifierOptions) {
    this.#store = options.store;
    this.#fabrics = options.fabrics;
    this.#service = options.service;
    this.#unresolved = options.unresolved;
    this.#logger = options.logger;
    this.#settings = readNotificationSettings(options.config);
  }

  /** @throws InputError when the configuration cannot be used */
  static fromConfig(options: NotifierOptions): Notifier {
    return new Notifier(options);
  }

  start(): void {
    this.#timer = setInterval(() => this.#begin(), POLL_MS);
  }

  /** A line was written here. */
  wake(fabric: string): void {
    if (this.#stopped) return;
    const now = performance.now();
    const before = this.#settling.get(fabric);
    clearTimeout(before?.timer);
    const at = before?.at ?? now;
    const timer = setTimeout(() => {
      this.#settling.delete(fabric);
      this.#begin();
    }, Math.max(0, Math.min(SETTLE_MS, at + LONGEST_SETTLE_MS - now)));
    this.#settling.set(fabric, { timer, at });
  }

  /** Looks at all lines that nobody has looked at, and sends what is due. */
  async work(): Promise<void> {
    for (const fabric of await this.#store.waiting()) {
      if (!this.#settling.has(fabric)) await this.#fold(fabric);
    }
    for (const notice of await this.#store.claim()) {
      if (this.#stopped) return;
      await this.#send(notice);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const { timer } of this.#settling.values()) clearTimeout(timer);
    this.#settling.clear();
    await this.#working;
  }

  #begin(): void {
    this.#working ??= this.work()
      .catch(error =>
        this.#logger.warn(
          `Notifications stumbled and go on: ${
            error instanceof Error ? error.name : 'unknown error'
          }`,
        ),
      )
      .finally(() => {
        this.#working = undefined;
      });
  }

  async #fold(fabric: string): Promise<void> {
    const { enabled, minimum } = this.#settings;
    // Asked before the transaction, which must not wait for a second connection
    const unresolved = await this.#unresolved(fabric);
    await this.#store.fold(fabric, (told, lines, now) => {
      // Looked at all the same: who turns them on later is not told of what is long past
      if (!enabled) return { notices: [] };
      const next = tellLines(told, lines, { fabric, now, minimum });
      const allResolved =
        unresolved === 0 &&
        lines.some(line => line.type === 'finding.resolved') &&
        !lines.some(line => line.type === 'finding.opened');
      return allResolved ? resolveFindings(next, now) : next;
    });
  }

  async #send(notice: ClaimedNotice): Promise<void> {
    const owner = ownerOf(
      (await this.#fabrics.get(notice.fabric))?.definition.owner,
    );
    if (!owner || !this.#service) {
      await this.#store.drop(notice);
      return;
    }
    try {
      await this.#service.send({
        recipients: { type: 'entity', entityRef: owner },
        payload: {
          title: notice.title,
          description: notice.description,
          link: notice.link,
          topic: `cnoc-${notice.severity}`,
          severity: severityOf(notice),
          scope: `${notice.fabric}/${notice.scope}`,
        },
      });
    } catch (error) {
      await this.#failed(notice, error);
      return;
    }
    if (this.#failing) this.#logger.info('Notifications are sent again');
    this.#failing = false;
    await this.#store.sent(notice);
  }

  async #failed(notice: ClaimedNotice, error: unknown): Promise<void> {
    if (!this.#failing) {
      this.#failing = true;
      this.#logger.warn(
        `Notifications cannot be sent (${
          error instanceof Error ? error.name : 'unknown error'
        }); they are tried again later. Without the notifications plugin, set cnoc.notifications.enabled to false`,
      );
    }
    if (notice.attempts + 1 >= MAX_ATTEMPTS) {
      await this.#store.drop(notice);
      return;
    }
    await this.#store.failed(
      notice,
      Math.min(RETRY_MS * 2 ** notice.attempts, LONGEST_RETRY_MS),
    );
  }
}

function severityOf({ state, severity }: ClaimedNotice) {
  if (state === 'resolved') return 'low';
  return severity === 'critical' ? 'critical' : 'high';
}

/** In full, or undefined when it is none. */
function ownerOf(owner: string | undefined): string | undefined {
  if (!owner) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
  } catch {
    return undefined;
  }
}

export interface NotifierOptions {
  config: Config;
  store: NoticeStore;
  fabrics: Pick<FabricStore, 'get'>;
  /** Absent = nobody is told */
  service?: Pick<NotificationService, 'send'>;
  /** How many findings of a fabric are not resolved, whatever people decided on them */
  unresolved: (fabric: string) => Promise<number>;
  logger: LoggerService;
}
