import { NotFoundError } from '@backstage/errors';
import {
  cnocFabricCreatePermission,
  cnocFabricDeletePermission,
  cnocFabricSelfTestPermission,
  cnocFabricSyncPermission,
  cnocFabricUpdatePermission,
  type FabricInput,
  type FabricPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import { readYaml, validateFabric } from '@cnoc/hedgehog';
import type { Request, Response, Router } from 'express';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import { requestAbort } from './requestAbort';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { RouteOptions } from './RouteOptions';

export function fabricRoutes(router: Router, options: RouteOptions): void {
  const { access, activity, auditor, fabricRegistry, fabrics } = options;
  const { live, presenter, reconciler, selfTests } = options;

  const present = async (name: string) => {
    const record = await fabrics.get(name);
    if (!record) throw new NotFoundError(`No fabric '${name}'`);
    const [fabric] = await presenter.present([record]);
    return fabric;
  };

  router.get('/v1/fabrics', async (request, response) => {
    const { limit, cursor } = pageQuery(request);
    const scope = ['fabrics'];
    const after = decodeCursor<{ name: string }>(cursor, scope, {
      name: 'string',
    });
    const readable = await access.readable(request);
    if (!readable.any) {
      response.json({ items: [], totalItems: 0 });
      return;
    }
    const { criteria } = readable;
    const [found, totalItems] = await Promise.all([
      fabrics.list({ criteria, after: after?.name, limit: limit + 1 }),
      fabrics.count(criteria),
    ]);
    const page = found.slice(0, limit);
    response.json({
      items: await presenter.present(page),
      totalItems,
      nextCursor: encodeCursor(
        scope,
        found.length > limit
          ? { name: page.at(-1)!.definition.name }
          : undefined,
      ),
    });
  });

  router.post('/v1/fabrics', async (request, response) => {
    const caller = await access.require(request, cnocFabricCreatePermission);
    const input: FabricInput = request.body;
    const { isNew } = await audited(
      auditor,
      { eventId: 'fabric-create', request, meta: { fabric: input.name } },
      () =>
        fabricRegistry.create(input, {
          createdBy: caller,
          idempotencyKey: request.header('Idempotency-Key'),
        }),
      ({ definition }) => factsOf(definition),
    );
    if (isNew) {
      await activity.record(input.name, {
        type: 'fabric.created',
        actor: caller,
        message: `Registered the fabric`,
      });
    }
    response.status(201).json(await present(input.name));
  });

  router.patch('/v1/fabrics/:fabric', async (request, response) => {
    const { record, caller } = await access.fabric(
      request,
      cnocFabricUpdatePermission,
    );
    const { name } = record.definition;
    const patch: FabricPatch = request.body;
    const { moved } = await audited(
      auditor,
      {
        eventId: 'fabric-update',
        request,
        severityLevel: 'medium',
        meta: { fabric: name },
      },
      () =>
        fabricRegistry.update(name, patch, {
          ifMatch: request.header('If-Match'),
        }),
      ({ definition, before }) => ({
        before: before && factsOf(before),
        after: factsOf(definition),
      }),
    );
    await activity.record(name, {
      type: 'fabric.updated',
      actor: caller,
      message: `Changed ${Object.keys(patch).sort().join(', ')}${
        moved ? '; everything is read anew at the new place' : ''
      }`,
    });
    response.json(await present(name));
  });

  router.delete('/v1/fabrics/:fabric', async (request, response) => {
    const { record } = await access.fabric(request, cnocFabricDeletePermission);
    const { name } = record.definition;
    const forgotten = await audited(
      auditor,
      {
        eventId: 'fabric-delete',
        request,
        severityLevel: 'high',
        meta: { fabric: name },
      },
      () =>
        fabricRegistry.remove(name, { ifMatch: request.header('If-Match') }),
      ({ definition }) => factsOf(definition),
    );
    activity.forgotten(name, forgotten.revision + 1);
    response.status(204).end();
  });

  router.post('/v1/fabrics/:fabric/self-test', async (request, response) => {
    const { record, caller } = await access.fabric(
      request,
      cnocFabricSelfTestPermission,
    );
    const { name } = record.definition;
    response.json(
      await audited(
        auditor,
        { eventId: 'fabric-self-test', request, meta: { fabric: name } },
        () =>
          selfTests.run(record, {
            by: caller,
            idempotencyKey: request.header('Idempotency-Key'),
          }),
        ({ ok, resource, path }) => ({
          ok,
          resource: resource ? `${resource.kind}/${resource.name}` : null,
          path: path ?? null,
        }),
      ),
    );
  });

  router.get('/v1/fabrics/:fabric', async (request, response) => {
    const { record } = await access.fabric(request);
    const [fabric] = await presenter.present([record]);
    response.json(fabric);
  });

  router.post('/v1/fabrics/:fabric/test', async (request, response) => {
    const { record } = await access.fabric(request, cnocFabricSyncPermission);
    response.json(
      await live.test(record.definition, requestAbort(request, response)),
    );
  });

  const pass = (kind: 'sync' | 'check') =>
    async function answerAfterPass(request: Request, response: Response) {
      const { record } = await access.fabric(request, cnocFabricSyncPermission);
      const { name } = record.definition;
      await audited(
        auditor,
        { eventId: `fabric-${kind}`, request, meta: { fabric: name } },
        () => reconciler.ask(name, kind, requestAbort(request, response)),
      );
      response.json(await present(name));
    };
  router.post('/v1/fabrics/:fabric/sync', pass('sync'));
  router.post('/v1/fabrics/:fabric/check', pass('check'));

  router.post('/v1/fabrics/:fabric/validate', async (request, response) => {
    await access.fabric(request);
    const { yaml, file = 'input.yaml' } = request.body;
    const { objects, diagnostics } = readYaml(yaml, { file });
    response.json({
      resources: objects.map(({ object, ...source }) => ({
        kind: object.kind,
        name: object.metadata.name,
        ...source,
      })),
      diagnostics: [...diagnostics, ...validateFabric(objects)],
    });
  });
}

/** What an audit may know of a fabric. */
function factsOf(definition: FabricDefinition) {
  const { name, repository, path, cluster, namespace, owner } = definition;
  return {
    fabric: name,
    repository,
    path,
    cluster,
    namespace,
    owner: owner ?? null,
    environment: definition.environment ?? null,
    scope: definition.scope ? JSON.stringify(definition.scope) : null,
  };
}
