import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '@cnoc/hedgehog';
import {
  ClusterError,
  type ClusterClient,
  type JsonPatchOperation,
} from '../../live';
import type { TestIntent } from './SelfTestStore';

export const SELF_TEST_MANAGER = 'cnoc-self-test';

/** How the object of a self-test was found when its field was to be restored. */
export type Restored =
  | 'restored'
  /** It has its former value already */
  | 'untouched'
  /** Somebody else gave the field a third value, or deleted the object: theirs stays */
  | 'taken';

/** The one object that a self-test changes. */
export class TestedObject {
  readonly #client: ClusterClient;
  readonly #intent: TestIntent;

  private constructor(client: ClusterClient, intent: TestIntent) {
    this.#client = client;
    this.#intent = intent;
  }

  static create(client: ClusterClient, intent: TestIntent): TestedObject {
    return new TestedObject(client, intent);
  }

  /** @throws ClusterError, also when the field is no longer what it was */
  async change(signal?: AbortSignal): Promise<void> {
    const { before, changed } = this.#intent;
    await this.#patch(this.#from(before, changed), signal);
  }

  /** @throws ClusterError when the cluster does not answer or refuses */
  async restore(): Promise<Restored> {
    const { kind, name, before, changed, managers } = this.#intent;
    let object: KubernetesObject;
    try {
      object = await this.#client.get(kind, name);
    } catch (error) {
      if (error instanceof ClusterError && error.reason === 'notFound') {
        return 'taken';
      }
      throw error;
    }
    const value = this.#valueOf(object);
    if (isDeepStrictEqual(value, before)) return 'untouched';
    if (!isDeepStrictEqual(value, changed)) return 'taken';
    const restored = await this.#patch(this.#from(changed, before));
    // Whoever held the field holds it again: otherwise the next deployment would conflict with this test
    const version = restored.metadata.resourceVersion;
    if (managers && version) {
      await this.#patch([
        { op: 'test', path: '/metadata/resourceVersion', value: version },
        { op: 'replace', path: '/metadata/managedFields', value: managers },
      ]).catch(() => {});
    }
    return 'restored';
  }

  #from(was: unknown, is: unknown): JsonPatchOperation[] {
    const path = this.#intent.keys
      .map(key => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`)
      .join('');
    if (was === undefined) return [{ op: 'add', path, value: is }];
    const test: JsonPatchOperation = { op: 'test', path, value: was };
    return is === undefined
      ? [test, { op: 'remove', path }]
      : [test, { op: 'replace', path, value: is }];
  }

  #valueOf(object: KubernetesObject): unknown {
    let value: unknown = object;
    for (const key of this.#intent.keys) {
      value = (value as Record<string, unknown> | undefined)?.[key];
    }
    return value;
  }

  #patch(operations: JsonPatchOperation[], signal?: AbortSignal) {
    const { kind, name } = this.#intent;
    return this.#client.patch(
      kind,
      name,
      operations,
      { manager: SELF_TEST_MANAGER },
      signal,
    );
  }
}
