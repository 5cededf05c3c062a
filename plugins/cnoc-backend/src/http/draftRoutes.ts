import {
  cnocFabricCommitPermission,
  cnocFabricEditPermission,
  type CommitRequest,
  type DraftInput,
  type PreviewRequest,
  type ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Request, Router } from 'express';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import { presentDraft, presentDraftDetail } from './presentDraft';
import { presentPreview } from './presentPreview';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function draftRoutes(router: Router, options: RouteOptions): void {
  const { access, changes, commits, live, auditor } = options;

  router.get('/v1/fabrics/:fabric/drafts', async (request, response) => {
    const { record } = await access.fabric(request);
    const { definition } = record;
    const { limit, cursor } = pageQuery(request);
    const scope = ['drafts', definition.name];
    const after = decodeCursor<ResourceRef>(cursor, scope, {
      kind: 'string',
      name: 'string',
    });
    const all = await changes.list(definition, requestAbort(request, response));
    const found = all.filter(({ draft }) => !after || isAfter(draft, after));
    const items = found.slice(0, limit);
    const last = items.at(-1)?.draft;
    response.json({
      items: items.map(presentDraft),
      totalItems: all.length,
      nextCursor: encodeCursor(
        scope,
        found.length > limit && last
          ? { kind: last.kind, name: last.name }
          : undefined,
      ),
    });
  });

  router.delete('/v1/fabrics/:fabric/drafts', async (request, response) => {
    const { record } = await access.fabric(request, cnocFabricEditPermission);
    const { name } = record.definition;
    await audited(
      auditor,
      { eventId: 'drafts-discard', request, meta: { fabric: name } },
      () => changes.discard(name),
    );
    response.status(204).end();
  });

  router.post(
    '/v1/fabrics/:fabric/drafts/preview',
    async (request, response) => {
      const { record } = await access.fabric(request, cnocFabricEditPermission);
      const { definition, managedKinds } = record;
      const { resources }: PreviewRequest = request.body;
      const [evaluation, snapshot] = await Promise.all([
        changes.preview(definition, {
          resources,
          signal: requestAbort(request, response),
        }),
        live.snapshot(definition),
      ]);
      response.json(presentPreview(evaluation, { snapshot, managedKinds }));
    },
  );

  router.post(
    '/v1/fabrics/:fabric/drafts/commit',
    async (request, response) => {
      const { record, caller } = await access.fabric(
        request,
        cnocFabricCommitPermission,
      );
      const { definition } = record;
      const body: CommitRequest = request.body;
      const result = await audited(
        auditor,
        {
          eventId: 'drafts-commit',
          request,
          severityLevel: 'high',
          meta: {
            fabric: definition.name,
            repository: definition.repository,
            branch: body.branch ?? null,
            pullRequest: body.pullRequest !== undefined,
            ownToken: body.token !== undefined,
          },
        },
        // A client that goes away does not stop what is being written
        () =>
          commits.commit(definition, body, {
            actor: caller,
            idempotencyKey: request.header('Idempotency-Key'),
          }),
      );
      response.status(201).json(result);
    },
  );

  router.get(
    '/v1/fabrics/:fabric/drafts/:kind/:name',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const draft = await changes.get(
        record.definition,
        resourceOf(request),
        requestAbort(request, response),
      );
      response.json(presentDraftDetail(draft));
    },
  );

  router.put(
    '/v1/fabrics/:fabric/drafts/:kind/:name',
    async (request, response) => {
      const { record, caller } = await access.fabric(
        request,
        cnocFabricEditPermission,
      );
      const { definition } = record;
      const resource = resourceOf(request);
      const input: DraftInput = request.body;
      const draft = await audited(
        auditor,
        {
          eventId: 'draft-save',
          request,
          severityLevel: 'low',
          meta: {
            fabric: definition.name,
            ...resource,
            action: input.action,
          },
        },
        () =>
          changes.save(definition, resource, input, {
            ifMatch: request.header('If-Match'),
            actor: caller,
            signal: requestAbort(request, response),
          }),
      );
      response.json(presentDraftDetail(draft));
    },
  );

  router.delete(
    '/v1/fabrics/:fabric/drafts/:kind/:name',
    async (request, response) => {
      const { record } = await access.fabric(request, cnocFabricEditPermission);
      const { definition } = record;
      const resource = resourceOf(request);
      await audited(
        auditor,
        {
          eventId: 'draft-discard',
          request,
          severityLevel: 'low',
          meta: { fabric: definition.name, ...resource },
        },
        () => changes.remove(definition, resource, request.header('If-Match')),
      );
      response.status(204).end();
    },
  );
}

function resourceOf({ params }: Request): ResourceRef {
  return { kind: params.kind, name: params.name };
}

function isAfter(one: ResourceRef, position: ResourceRef): boolean {
  return one.kind === position.kind
    ? one.name > position.name
    : one.kind > position.kind;
}
