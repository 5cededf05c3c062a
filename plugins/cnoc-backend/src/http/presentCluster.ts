import type {
  Cluster,
  ClusterDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  roleYaml,
  type ClusterDefinition,
  type ClusterIdentity,
  type LiveConnection,
  type ServedShapes,
} from '../live';

/** What is known of a cluster beside its definition. */
export interface ClusterParts {
  definition: ClusterDefinition;
  identity: ClusterIdentity;
  /** Undefined while nobody watches it */
  connection: LiveConnection | undefined;
  /** Names of those that use it and that the caller may read */
  fabrics: string[];
}

export function presentCluster(parts: ClusterParts): Cluster {
  const { definition, identity, connection, fabrics } = parts;
  const { auth } = definition;
  return {
    name: definition.name,
    title: definition.title,
    server: definition.server?.href.replace(/\/$/, ''),
    namespace: definition.namespace,
    origin: definition.origin,
    access: auth.type,
    ...(auth.type === 'credential' && { credential: auth.credential }),
    ...(auth.type === 'kubernetes' && { kubernetesCluster: auth.cluster }),
    certificateAuthority: definition.ca !== undefined,
    skipTLSVerify: definition.skipTLSVerify,
    lab: definition.lab,
    version: identity.version,
    health: connection
      ? {
          state: connection.state,
          since: connection.since.toISOString(),
          message: connection.message,
        }
      : {
          state: 'unknown',
          message:
            'No fabric uses this cluster yet, so nobody watches it; a test shows whether it answers.',
        },
    identity: {
      state: identityState(identity),
      pinned: identity.pinned,
      seen: identity.seen,
      since: identity.seen ? identity.seenAt : identity.pinnedAt,
    },
    fabrics,
    updatedAt: definition.updatedAt,
    etag: definition.etag,
  };
}

export function presentClusterDetail(
  parts: ClusterParts,
  served: ServedShapes | undefined,
): ClusterDetail {
  return {
    ...presentCluster(parts),
    roleYaml: roleYaml(parts.definition.namespace),
    schemas: (served?.notes ?? []).map(({ kind = '', path = '', message }) => ({
      kind,
      path,
      message,
    })),
  };
}

function identityState(
  identity: ClusterIdentity,
): Cluster['identity']['state'] {
  if (identity.seen) return 'changed';
  return identity.pinned ? 'pinned' : 'unknown';
}
