import type { Config } from '@backstage/config';
import type { CredentialService, SecretValue } from '../../credentials';
import type { ClusterDefinition } from '../ClusterDefinition';
import { ClusterError } from '../ClusterError';
import type { ClusterAccess } from './ClusterAccess';
import { defaultPodPlace, podAccount, type PodPlace } from './podAccount';
import { portalCluster } from './portalCluster';

/** A value that was rotated is used this much later at most; a refused one is read anew at once. */
const KEEP_MS = 10_000;

/** What a connection is opened for. `read` is routine; the test is audited each time. */
export interface AccessUse {
  action: 'read' | 'test';
  actor?: string;
  /** Nothing remembered counts */
  fresh?: boolean;
}

/** Where a cluster's address and secret come from at this moment: its credential, its configuration, the pod, Backstage. */
export class AccessResolver {
  readonly #config: Config;
  readonly #credentials: Pick<CredentialService, 'open'> | undefined;
  readonly #pod: PodPlace;
  readonly #kept = new Map<
    string,
    { etag: string; at: number; access: ClusterAccess }
  >();

  private constructor(options: AccessResolverOptions) {
    this.#config = options.config;
    this.#credentials = options.credentials;
    this.#pod = options.pod ?? defaultPodPlace;
  }

  /** Reads Backstage's `kubernetes` when a cluster names one of it. */
  static fromConfig(options: AccessResolverOptions): AccessResolver {
    return new AccessResolver(options);
  }

  /** @throws ClusterError in words for users when there is no way to sign in */
  async of(
    definition: ClusterDefinition,
    use: AccessUse,
  ): Promise<ClusterAccess> {
    const { name, etag } = definition;
    const kept = this.#kept.get(name);
    const age = performance.now() - (kept?.at ?? -Infinity);
    if (kept?.etag === etag && age < KEEP_MS && !use.fresh) return kept.access;
    const at = performance.now();
    const access = await this.#read(definition, use);
    if (use.action === 'read') this.#kept.set(name, { etag, at, access });
    return access;
  }

  /** The access with a secret that is not stored. */
  with(
    definition: ClusterDefinition,
    secret: SecretValue | undefined,
  ): ClusterAccess {
    const { server, ca, skipTLSVerify } = definition;
    if (!server) {
      throw new ClusterError('refused', 'The cluster has no address.');
    }
    return {
      server,
      ...(ca && { ca }),
      skipTLSVerify,
      ...signInOf(secret),
    };
  }

  /** Forgets what was read of a cluster that is gone. */
  forget(cluster: string): void {
    this.#kept.delete(cluster);
  }

  async #read(
    definition: ClusterDefinition,
    use: AccessUse,
  ): Promise<ClusterAccess> {
    const { name, auth } = definition;
    switch (auth.type) {
      case 'inCluster':
        return podAccount(this.#pod);
      case 'kubernetes':
        return portalCluster(this.#config, auth.cluster);
      case 'credential': {
        const { action, actor } = use;
        const value = await this.#open(auth.credential, {
          cluster: name,
          action,
          actor,
        });
        return this.with(definition, value);
      }
      case 'config': {
        const { type: _type, ...secret } = auth;
        return { ...this.with(definition, undefined), ...secret };
      }
      default:
        return this.with(definition, undefined);
    }
  }

  async #open(
    ...[name, use]: Parameters<CredentialService['open']>
  ): Promise<SecretValue> {
    if (!this.#credentials) {
      throw new ClusterError('unauthorized', 'Stored credentials are off.');
    }
    try {
      return await this.#credentials.open(name, use);
    } catch (error) {
      const words = ['NotFoundError', 'CredentialError'];
      if (error instanceof Error && words.includes(error.name)) {
        throw new ClusterError('unauthorized', error.message);
      }
      throw error;
    }
  }
}

function signInOf(
  value: SecretValue | undefined,
): Pick<ClusterAccess, 'token' | 'clientCertificate'> {
  if (!value) return {};
  if (value.type === 'token') return { token: value.secret };
  if (value.type === 'certificate') {
    const { certificate, privateKey, passphrase } = value;
    return { clientCertificate: { certificate, privateKey, passphrase } };
  }
  throw new ClusterError(
    'unauthorized',
    `A credential of type ${value.type} cannot sign in to a cluster; use a token or a client certificate.`,
  );
}

interface AccessResolverOptions {
  config: Config;
  /** Absent = only what configuration holds can be used */
  credentials?: Pick<CredentialService, 'open'>;
  /** For tests */
  pod?: PodPlace;
}
