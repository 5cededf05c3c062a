import { createHash, randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  IgnoreRule,
  IgnoreRuleInput,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../../activity/ActivityService';
import { assertAhead } from '../assertAhead';
import { FieldPattern } from './FieldPattern';
import type { IgnoreRuleStore } from './IgnoreRuleStore';

/** Each of them is tried on each difference. */
const MAX_RULES = 200;

/** What people want the comparison of a fabric to leave out. */
export class IgnoreRuleService {
  readonly #store: IgnoreRuleStore;
  readonly #activity: ActivityService;
  readonly #now: () => Date;

  private constructor(options: IgnoreRuleServiceOptions) {
    this.#store = options.store;
    this.#activity = options.activity;
    this.#now = options.now;
  }

  static create(options: IgnoreRuleServiceOptions): IgnoreRuleService {
    return new IgnoreRuleService(options);
  }

  list(fabric: string): Promise<IgnoreRule[]> {
    return this.#store.list(fabric);
  }

  /**
   * @throws InputError for a path that is no pattern, or an end that is past; ConflictError when there are too many rules,
   *   or the idempotency key was used for another request
   */
  async create(
    fabric: string,
    input: IgnoreRuleInput,
    options: { createdBy: string; idempotencyKey?: string },
  ): Promise<IgnoreRule> {
    const { createdBy, idempotencyKey: key } = options;
    const digest = digestOf(input);
    if (key !== undefined) {
      const earlier = await this.#store.once(fabric, createdBy, key);
      if (earlier && earlier.digest !== digest) {
        throw new ConflictError(
          'The Idempotency-Key was used for another request; use a new one',
        );
      }
      if (earlier) return earlier.rule;
    }
    if (!FieldPattern.parse(input.path)) {
      throw new InputError(
        `body.path: not a field path of at most 64 parts, such as spec.subnets.*.vlan`,
      );
    }
    const now = this.#now();
    if (input.until) assertAhead(input.until, now, 'body.until');
    const { path, kind, name, manager, reason, until } = input;
    const rule: IgnoreRule = {
      id: randomUUID(),
      path,
      kind,
      name,
      manager,
      reason,
      until,
      createdAt: now.toISOString(),
      createdBy,
      hides: 0,
    };
    const inserted = await this.#store.insert(fabric, rule, {
      atMost: MAX_RULES,
      ...(key !== undefined && { once: { key, digest } }),
    });
    if (!inserted) {
      throw new ConflictError(
        `Fabric '${fabric}' has ${MAX_RULES} ignore rules already; delete one first`,
      );
    }
    await this.#activity.record(fabric, {
      type: 'ignoreRule.created',
      actor: createdBy,
      message: `${describeRule(rule)} is left out of the comparison: ${reason}`,
    });
    return rule;
  }

  /** @throws NotFoundError also for a rule of another fabric */
  async remove(
    fabric: string,
    id: string,
    removedBy: string,
  ): Promise<IgnoreRule> {
    const rule = await this.#store.get(fabric, id);
    if (!rule || !(await this.#store.remove(fabric, id))) {
      throw new NotFoundError(`Fabric '${fabric}' has no ignore rule '${id}'`);
    }
    await this.#activity.record(fabric, {
      type: 'ignoreRule.deleted',
      actor: removedBy,
      message: `${describeRule(rule)} is compared again`,
    });
    return rule;
  }
}

/** For example `spec.mtu of Switch leaf-01, where kubectl-edit set it`. */
export function describeRule(rule: IgnoreRule): string {
  const of = rule.kind ?? (rule.name ? 'anything named' : 'everything');
  return [
    `${rule.path} of ${of}`,
    rule.name ? ` ${rule.name}` : '',
    rule.manager ? `, where ${rule.manager} set it` : '',
  ].join('');
}

function digestOf(input: IgnoreRuleInput): string {
  const { path, kind, name, manager, reason, until } = input;
  return createHash('sha256')
    .update(JSON.stringify([path, kind, name, manager, reason, until]))
    .digest('base64url');
}

export interface IgnoreRuleServiceOptions {
  store: IgnoreRuleStore;
  activity: ActivityService;
  now: () => Date;
}
