import { ConflictError } from '@backstage/errors';
import {
  cnocClusterCreatePermission,
  cnocClusterDeletePermission,
  cnocClusterReadPermission,
  cnocClusterUpdatePermission,
  cnocCredentialUpdatePermission,
  type ClusterInput,
  type ClusterPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Request, Router } from 'express';
import { assertEtag } from '../fabrics/etag';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import { listContexts, type ClusterDefinition } from '../live';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { inUse } from './inUse';
import { pageQuery } from './pageQuery';
import {
  presentCluster,
  presentClusterDetail,
  type ClusterParts,
} from './presentCluster';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function clusterRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, fabrics, live } = options;
  const { connections } = live;
  const registry = live.clusters;

  const partsOf = async (
    request: Request,
    definitions: readonly ClusterDefinition[],
  ): Promise<ClusterParts[]> => {
    const readable = await access.readable(request);
    const [all, mine, identities] = await Promise.all([
      fabrics.list({}),
      readable.any ? fabrics.list({ criteria: readable.criteria }) : [],
      connections.identities(),
    ]);
    const usersAmong = (records: typeof all, cluster: string) =>
      records
        .map(({ definition }): FabricDefinition => definition)
        .filter(definition => definition.cluster === cluster);
    return Promise.all(
      definitions.map(async definition => ({
        definition,
        identity: identities.get(definition.name) ?? {},
        connection: await live.health(
          definition.name,
          usersAmong(all, definition.name),
        ),
        fabrics: usersAmong(mine, definition.name).map(({ name }) => name),
      })),
    );
  };

  const detail = async (request: Request, name: string) => {
    const [parts] = await partsOf(request, [await registry.require(name)]);
    return presentClusterDetail(parts, live.schemas.of(name));
  };

  /** To send a credential to another server is to give its value away there. */
  const requireToSend = async (
    request: Request,
    credential: string | undefined,
    server: string | undefined,
  ) => {
    if (!credential || !server) return;
    if (!(await registry.isUsedAt(credential, server))) {
      await access.require(request, cnocCredentialUpdatePermission);
    }
  };

  router.get('/v1/clusters', async (request, response) => {
    await access.require(request, cnocClusterReadPermission);
    const { limit, cursor } = pageQuery(request);
    const scope = ['clusters'];
    const after = decodeCursor<{ name: string }>(cursor, scope, {
      name: 'string',
    });
    const all = await registry.all({ fresh: true });
    const found = all.filter(({ name }) => !after || name > after.name);
    const page = found.slice(0, limit);
    response.json({
      items: (await partsOf(request, page)).map(presentCluster),
      totalItems: all.length,
      nextCursor: encodeCursor(
        scope,
        found.length > limit ? { name: page.at(-1)!.name } : undefined,
      ),
    });
  });

  router.post('/v1/clusters', async (request, response) => {
    const createdBy = await access.require(
      request,
      cnocClusterCreatePermission,
    );
    const input: ClusterInput = request.body;
    await requireToSend(request, input.auth.credential, input.server);
    const { definition } = await audited(
      auditor,
      {
        eventId: 'cluster-create',
        request,
        severityLevel: input.skipTLSVerify ? 'high' : 'medium',
        meta: { cluster: input.name },
      },
      () =>
        registry.create(input, {
          createdBy,
          idempotencyKey: request.header('Idempotency-Key'),
        }),
      change => factsOf(change.definition),
    );
    const [parts] = await partsOf(request, [definition]);
    response.status(201).json(presentCluster(parts));
  });

  router.post('/v1/clusters/test', async (request, response) => {
    const actor = await access.require(request, cnocClusterCreatePermission);
    const input: ClusterInput = request.body;
    await requireToSend(request, input.auth.credential, input.server);
    const result = await audited(
      auditor,
      {
        eventId: 'cluster-test',
        request,
        meta: { cluster: input.name, queryType: 'before-saving' },
      },
      () =>
        connections.testDraft(input, {
          actor,
          signal: requestAbort(request, response),
        }),
    );
    response.json(result);
  });

  router.post('/v1/clusters/kubeconfig', async (request, response) => {
    await access.require(request, cnocClusterCreatePermission);
    response.json(listContexts(request.body.kubeconfig));
  });

  router.get('/v1/clusters/:cluster', async (request, response) => {
    await access.require(request, cnocClusterReadPermission);
    response.json(await detail(request, request.params.cluster));
  });

  router.patch('/v1/clusters/:cluster', async (request, response) => {
    const actor = await access.require(request, cnocClusterUpdatePermission);
    const { cluster } = request.params;
    const patch: ClusterPatch = request.body;
    const known = await registry.require(cluster);
    if (known.origin === 'api') {
      const kept =
        !patch.auth && known.auth.type === 'credential'
          ? known.auth.credential
          : undefined;
      await requireToSend(
        request,
        patch.auth?.credential ?? kept,
        patch.server ?? known.server?.href,
      );
    }
    const { definition } = await audited(
      auditor,
      {
        eventId: 'cluster-update',
        request,
        severityLevel: patch.skipTLSVerify ? 'high' : 'medium',
        meta: { cluster },
      },
      () =>
        registry.update(cluster, patch, {
          ifMatch: request.header('If-Match'),
          actor,
        }),
      ({ definition: after, before }) => ({
        before: before ? factsOf(before) : null,
        after: factsOf(after),
        secret: patch.auth ? 'replaced' : 'kept',
      }),
    );
    const [parts] = await partsOf(request, [definition]);
    response.json(presentCluster(parts));
  });

  router.delete('/v1/clusters/:cluster', async (request, response) => {
    await access.require(request, cnocClusterDeletePermission);
    const { cluster } = request.params;
    await audited(
      auditor,
      {
        eventId: 'cluster-delete',
        request,
        severityLevel: 'high',
        meta: { cluster },
      },
      async () => {
        const users = (await fabrics.list({})).filter(
          ({ definition }) => definition.cluster === cluster,
        );
        if (users.length > 0) {
          const [parts] = await partsOf(request, [
            await registry.require(cluster),
          ]);
          throw inUse(`Cluster '${cluster}'`, parts.fabrics, users.length);
        }
        await registry.remove(cluster, { ifMatch: request.header('If-Match') });
      },
    );
    response.status(204).end();
  });

  router.post('/v1/clusters/:cluster/test', async (request, response) => {
    const actor = await access.require(request, cnocClusterUpdatePermission);
    const { cluster } = request.params;
    const result = await audited(
      auditor,
      {
        eventId: 'cluster-test',
        request,
        meta: { cluster, queryType: 'registered' },
      },
      () =>
        connections.test(cluster, {
          actor,
          signal: requestAbort(request, response),
        }),
    );
    response.json(result);
  });

  router.put('/v1/clusters/:cluster/identity', async (request, response) => {
    await access.require(request, cnocClusterUpdatePermission);
    const { cluster } = request.params;
    const { identity } = request.body;
    await audited(
      auditor,
      {
        eventId: 'cluster-trust-identity',
        request,
        severityLevel: 'high',
        meta: { cluster, identity },
      },
      async () => {
        const { etag } = await registry.require(cluster);
        assertEtag(etag, request.header('If-Match'));
        return connections.accept(cluster, identity).catch(error => {
          throw error.name === 'ClusterError'
            ? new ConflictError(`The cluster cannot be asked: ${error.message}`)
            : error;
        });
      },
      ({ before, after }) => ({ before: before ?? null, after }),
    );
    response.json(await detail(request, cluster));
  });
}

/** What an audit may know of a cluster. */
function factsOf(definition: ClusterDefinition) {
  const { auth } = definition;
  return {
    cluster: definition.name,
    server: definition.server?.href ?? null,
    namespace: definition.namespace,
    access: auth.type,
    credential: auth.type === 'credential' ? auth.credential : null,
    certificateAuthority: definition.ca !== undefined,
    skipTLSVerify: definition.skipTLSVerify,
    lab: definition.lab,
  };
}
