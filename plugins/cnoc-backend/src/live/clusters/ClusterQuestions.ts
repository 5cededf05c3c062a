import { ClusterError } from '../ClusterError';
import type { ClusterTransport } from '../ClusterTransport';
import { parseJson } from '../parseAnswer';
import type { AccessRight } from './accessRights';

/** What is asked of a cluster about itself and about the caller's rights, apart from its resources. */
export class ClusterQuestions {
  readonly #transport: ClusterTransport;

  private constructor(transport: ClusterTransport) {
    this.#transport = transport;
  }

  static create(transport: ClusterTransport): ClusterQuestions {
    return new ClusterQuestions(transport);
  }

  /** Whether the caller may do something; undefined where the cluster does not let that be asked. */
  async mayI(
    right: AccessRight,
    namespace: string,
    signal?: AbortSignal,
  ): Promise<boolean | undefined> {
    const text = await this.#transport
      .call({
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: right.group,
              resource: right.resource,
              verb: right.verb,
              ...(right.name && { name: right.name }),
              ...(right.namespaced && { namespace }),
            },
          },
        },
        contentType: 'application/json',
        signal,
      })
      .catch((error: unknown) => {
        const reasons = ['forbidden', 'notFound', 'invalid'];
        if (error instanceof ClusterError && reasons.includes(error.reason)) {
          return '{}';
        }
        throw error;
      });
    const { status } = parseJson(text) as { status?: { allowed?: unknown } };
    return typeof status?.allowed === 'boolean' ? status.allowed : undefined;
  }

  /** The versions in which the cluster serves a group of the API; empty where it does not serve it. */
  async versionsOf(group: string, signal?: AbortSignal): Promise<string[]> {
    const text = await this.#transport
      .call({ path: `/apis/${group}`, signal })
      .catch((error: unknown) => {
        if (error instanceof ClusterError && error.reason === 'notFound') {
          return '{}';
        }
        throw error;
      });
    const { versions } = parseJson(text);
    return (Array.isArray(versions) ? versions : [])
      .map(one => (one as { version?: unknown } | null)?.version)
      .filter((one): one is string => typeof one === 'string')
      .map(one => one.slice(0, 63))
      .slice(0, 20);
  }
}
