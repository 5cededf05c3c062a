import { NotFoundError } from '@backstage/errors';
import { cnocFabricSyncPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { readYaml, validateFabric } from '@cnoc/hedgehog';
import type { Request, Response, Router } from 'express';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function fabricRoutes(router: Router, options: RouteOptions): void {
  const { access, fabrics, presenter, live, reconciler, auditor } = options;

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
      const after = await fabrics.get(name);
      if (!after) throw new NotFoundError(`No fabric '${name}'`);
      const [fabric] = await presenter.present([after]);
      response.json(fabric);
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
