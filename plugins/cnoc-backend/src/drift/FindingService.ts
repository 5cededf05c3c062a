import { createHash } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Finding,
  FindingDetail,
  FindingPatch,
  FindingsPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../activity/ActivityService';
import type { ActivityEntry } from '../activity/ActivityStore';
import { assertAhead } from './assertAhead';
import type { FindingDecisionInput, FindingStore } from './FindingStore';
import { severityRank } from './severityRank';

const TYPES = {
  open: 'finding.reopened',
  acknowledged: 'finding.acknowledged',
  suppressed: 'finding.suppressed',
} as const;
const VERBS = {
  open: 'Opened again',
  acknowledged: 'Acknowledged',
  suppressed: 'Suppressed',
} as const;

/** What people decide about findings. */
export class FindingService {
  readonly #store: FindingStore;
  readonly #activity: ActivityService;
  readonly #now: () => Date;

  private constructor(options: FindingServiceOptions) {
    this.#store = options.store;
    this.#activity = options.activity;
    this.#now = options.now;
  }

  static create(options: FindingServiceOptions): FindingService {
    return new FindingService(options);
  }

  /** @throws NotFoundError also for a finding of another fabric */
  async get(fabric: string, id: string): Promise<FindingDetail> {
    const finding = await this.#store.get(fabric, id);
    if (!finding) {
      throw new NotFoundError(`Fabric '${fabric}' has no finding '${id}'`);
    }
    return finding;
  }

  /**
   * @throws InputError for a suppression without reason or end, NotFoundError, ConflictError for a resolved finding,
   *   PreconditionFailedError
   */
  async change(
    fabric: string,
    id: string,
    patch: FindingPatch,
    options: { by: string; ifMatch?: string },
  ): Promise<FindingDetail> {
    const { by, ifMatch } = options;
    const decision = this.#decisionOf(patch, by);
    const { changed } = await this.#store.decide(fabric, [id], decision, {
      ifMatch,
    });
    await this.#tell(fabric, changed, decision);
    return this.get(fabric, id);
  }

  /**
   * All of them or none.
   *
   * @returns how many changed; the same for the same idempotency key
   * @throws as `change`
   */
  async changeMany(
    fabric: string,
    patch: FindingsPatch,
    options: { by: string; idempotencyKey?: string },
  ): Promise<number> {
    const { by, idempotencyKey: key } = options;
    const decision = this.#decisionOf(patch, by);
    const { changed, replayed } = await this.#store.decide(
      fabric,
      patch.ids,
      decision,
      {
        ...(key !== undefined && { once: { key, requestHash: hashOf(patch) } }),
      },
    );
    if (replayed !== undefined) return replayed;
    await this.#tell(fabric, changed, decision);
    return changed.length;
  }

  #decisionOf(patch: FindingPatch, by: string): FindingDecisionInput {
    const { status, until } = patch;
    const reason = patch.reason?.trim() || undefined;
    const now = this.#now();
    if (status === 'suppressed') {
      if (!reason) {
        throw new InputError('body.reason: say why it is suppressed');
      }
      if (!until) {
        throw new InputError('body.until: say until when it is suppressed');
      }
      assertAhead(until, now, 'body.until');
    } else if (until !== undefined) {
      throw new InputError('body.until: only a suppression has an end');
    }
    return { status, reason, until, by, at: now.toISOString() };
  }

  async #tell(
    fabric: string,
    changed: readonly Finding[],
    decision: FindingDecisionInput,
  ): Promise<void> {
    if (changed.length === 0) return;
    await this.#activity.record(fabric, lineOf(changed, decision));
  }
}

/** One line, also for many: somebody decided once. */
function lineOf(
  changed: readonly Finding[],
  { status, reason, until, by }: FindingDecisionInput,
): ActivityEntry {
  const [worst] = [...changed].sort(
    (a, b) => severityRank(a.severity) - severityRank(b.severity),
  );
  const what =
    changed.length === 1 ? worst.reason : `${changed.length} findings`;
  const why = [until && `until ${until}`, reason].filter(Boolean).join(', ');
  return {
    type: TYPES[status],
    severity: worst.severity,
    actor: by,
    message: `${VERBS[status]}: ${what}${why ? ` (${why})` : ''}`,
    ...(changed.length === 1 && {
      resource: { kind: worst.kind, name: worst.name },
    }),
  };
}

function hashOf({ ids, status, reason, until }: FindingsPatch): string {
  return createHash('sha256')
    .update(JSON.stringify([ids, status, reason, until]))
    .digest('base64url');
}

export interface FindingServiceOptions {
  store: FindingStore;
  activity: ActivityService;
  now: () => Date;
}
