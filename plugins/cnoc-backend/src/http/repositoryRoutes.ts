import {
  cnocCredentialUpdatePermission,
  cnocRepositoryCreatePermission,
  cnocRepositoryDeletePermission,
  cnocRepositoryReadPermission,
  cnocRepositoryUpdatePermission,
  type RepositoryInput,
  type RepositoryPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Request, Router } from 'express';
import { valueInAddress, type RepositoryDefinition } from '../repositories';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { inUse } from './inUse';
import { pageQuery } from './pageQuery';
import {
  presentRepository,
  presentRepositoryDetail,
} from './presentRepository';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function repositoryRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, fabrics, registry, repositories, repositoryTester } =
    options;

  /** By repository, the fabrics that use it and that the caller may read. */
  const readableFabrics = async (request: Request) => {
    const readable = await access.readable(request);
    const records = readable.any
      ? await fabrics.list({ criteria: readable.criteria })
      : [];
    return (repository: string) =>
      records
        .filter(({ definition }) => definition.repository === repository)
        .map(({ definition }) => definition.name);
  };

  const present = async (request: Request, name: string) => {
    const [status, fabricsOf] = await Promise.all([
      repositories.get(name),
      readableFabrics(request),
    ]);
    return presentRepository(status, repositories, fabricsOf(name));
  };

  /** To send a credential to another host is to give its value away there. */
  const requireToSend = async (
    request: Request,
    credential: string | undefined,
    url: string,
  ) => {
    if (credential && !(await registry.isUsedAt(credential, url))) {
      await access.require(request, cnocCredentialUpdatePermission);
    }
  };

  router.get('/v1/repositories', async (request, response) => {
    await access.require(request, cnocRepositoryReadPermission);
    const { limit, cursor } = pageQuery(request);
    const scope = ['repositories'];
    const after = decodeCursor<{ name: string }>(cursor, scope, {
      name: 'string',
    });
    const [all, fabricsOf] = await Promise.all([
      repositories.list(),
      readableFabrics(request),
    ]);
    const found = all.filter(
      ({ definition }) => !after || definition.name > after.name,
    );
    const page = found.slice(0, limit);
    response.json({
      items: page.map(status =>
        presentRepository(
          status,
          repositories,
          fabricsOf(status.definition.name),
        ),
      ),
      totalItems: all.length,
      nextCursor: encodeCursor(
        scope,
        found.length > limit
          ? { name: page.at(-1)!.definition.name }
          : undefined,
      ),
    });
  });

  router.post('/v1/repositories', async (request, response) => {
    const createdBy = await access.require(
      request,
      cnocRepositoryCreatePermission,
    );
    const input: RepositoryInput = request.body;
    await requireToSend(request, input.credential, input.url);
    await audited(
      auditor,
      {
        eventId: 'repository-create',
        request,
        severityLevel: input.skipTLSVerify ? 'high' : 'medium',
        meta: { repository: input.name },
      },
      () =>
        registry.create(input, {
          createdBy,
          idempotencyKey: request.header('Idempotency-Key'),
        }),
      ({ definition }) => ({
        ...factsOf(definition),
        webhookSecret: Boolean(input.webhookSecret),
      }),
    );
    response.status(201).json(await present(request, input.name));
  });

  router.post('/v1/repositories/test', async (request, response) => {
    const actor = await access.require(request, cnocRepositoryCreatePermission);
    const input: RepositoryInput = request.body;
    await requireToSend(request, input.credential, input.url);
    const { definition, address } = await registry.draft(input);
    const result = await audited(
      auditor,
      {
        eventId: 'repository-test',
        request,
        meta: { ...factsOf(definition), queryType: 'before-saving' },
      },
      () =>
        repositoryTester.test(
          {
            definition,
            auth: valueInAddress(address),
            paths: input.path === undefined ? [] : [input.path],
            actor,
          },
          requestAbort(request, response),
        ),
    );
    response.json(result);
  });

  router.get('/v1/repositories/:repository', async (request, response) => {
    await access.require(request, cnocRepositoryReadPermission);
    const { repository } = request.params;
    const [status, fabricsOf] = await Promise.all([
      repositories.get(repository),
      readableFabrics(request),
    ]);
    response.json(
      await presentRepositoryDetail(
        status,
        repositories,
        fabricsOf(repository),
      ),
    );
  });

  router.patch('/v1/repositories/:repository', async (request, response) => {
    const actor = await access.require(request, cnocRepositoryUpdatePermission);
    const { repository } = request.params;
    const patch: RepositoryPatch = request.body;
    const known = await registry.get(repository, { fresh: true });
    const credential =
      patch.credential === undefined ? known.credential : patch.credential;
    if (known.origin === 'api') {
      await requireToSend(
        request,
        credential ?? undefined,
        patch.url ?? known.url,
      );
    }
    await audited(
      auditor,
      {
        eventId: 'repository-update',
        request,
        severityLevel: patch.skipTLSVerify ? 'high' : 'medium',
        meta: { repository },
      },
      () =>
        registry.update(repository, patch, {
          ifMatch: request.header('If-Match'),
          actor,
        }),
      ({ definition, before }) => ({
        before: before && factsOf(before),
        after: factsOf(definition),
        ...(patch.webhookSecret !== undefined && {
          webhookSecret: patch.webhookSecret ? 'replaced' : 'removed',
        }),
      }),
    );
    // Its fabrics are read anew wherever it is now
    repositories.announcePush(repository);
    response.json(await present(request, repository));
  });

  router.delete('/v1/repositories/:repository', async (request, response) => {
    await access.require(request, cnocRepositoryDeletePermission);
    const { repository } = request.params;
    await audited(
      auditor,
      {
        eventId: 'repository-delete',
        request,
        severityLevel: 'high',
        meta: { repository },
      },
      async () => {
        const users = (await fabrics.list({})).filter(
          ({ definition }) => definition.repository === repository,
        );
        if (users.length > 0) {
          const fabricsOf = await readableFabrics(request);
          throw inUse(
            `Repository '${repository}'`,
            fabricsOf(repository),
            users.length,
          );
        }
        await registry.remove(repository, {
          ifMatch: request.header('If-Match'),
        });
        await repositories.forget(repository);
      },
    );
    response.status(204).end();
  });

  router.post(
    '/v1/repositories/:repository/test',
    async (request, response) => {
      const actor = await access.require(
        request,
        cnocRepositoryUpdatePermission,
      );
      const { repository } = request.params;
      const definition = await registry.get(repository, { fresh: true });
      const users = (await fabrics.list({})).filter(
        one => one.definition.repository === repository,
      );
      const result = await audited(
        auditor,
        {
          eventId: 'repository-test',
          request,
          meta: { repository, queryType: 'registered' },
        },
        () =>
          repositoryTester.test(
            {
              definition,
              paths: [...new Set(users.map(one => one.definition.path))],
              actor,
            },
            requestAbort(request, response),
          ),
      );
      response.json(result);
    },
  );

  router.put(
    '/v1/repositories/:repository/host-key',
    async (request, response) => {
      await access.require(request, cnocRepositoryUpdatePermission);
      const { repository } = request.params;
      const { fingerprint } = request.body;
      const definition = await registry.get(repository, { fresh: true });
      await audited(
        auditor,
        {
          eventId: 'repository-trust-host-key',
          request,
          severityLevel: 'high',
          meta: { repository, fingerprint },
        },
        () =>
          repositories.hostKeys.trust(
            definition,
            fingerprint,
            requestAbort(request, response),
          ),
        ({ before, after }) => ({ before: before ?? null, after }),
      );
      repositories.announcePush(repository);
      const [status, fabricsOf] = await Promise.all([
        repositories.get(repository),
        readableFabrics(request),
      ]);
      response.json(
        await presentRepositoryDetail(
          status,
          repositories,
          fabricsOf(repository),
        ),
      );
    },
  );
}

/** What an audit may know of a repository. */
function factsOf(definition: RepositoryDefinition) {
  return {
    repository: definition.name,
    url: definition.url,
    branch: definition.branch,
    credential: definition.credential ?? null,
    skipTLSVerify: definition.skipTLSVerify,
    requireSignedCommits: definition.requireSignedCommits,
  };
}
