import {
  cnocFabricTriagePermission,
  type FabricFindingQuery,
  type FindingPatch,
  type FindingQuery,
  type FindingsPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import type { FindingPosition } from '../drift/FindingStore';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { findingTotals, totalAges } from './findingTotals';
import { linkSources } from './linkSources';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

const POSITION = {
  rank: 'number',
  firstSeen: 'string',
  id: 'string',
} as const;

export function findingRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, fabrics, findings, triage, repositories } = options;
  const linked = linkSources(repositories);

  router.get('/v1/findings', async (request, response) => {
    const { limit, cursor, ...query } = pageQuery<FabricFindingQuery>(request);
    const { fabric, environment, owner, olderThan, ...filter } = query;
    const { status, severity, type, kind, text } = filter;
    const readable = await access.readable(request);
    // The caller belongs to it, too: another may read other fabrics
    const scope = [
      ['all-findings', readable, fabric, environment, owner, olderThan],
      [status, severity, type, kind, text],
    ];
    const after = decodeCursor<FindingPosition>(cursor, scope, POSITION);
    if (!readable.any) {
      response.json({ items: [], totalItems: 0 });
      return;
    }
    const choice = { criteria: readable.criteria, fabric, environment, owner };
    const page = await findings.pageOfAll(choice, {
      ...filter,
      until:
        olderThan === undefined
          ? undefined
          : new Date(Date.now() - olderThan * 1_000).toISOString(),
      after,
      limit: limit + 1,
    });
    const definitions = new Map(
      (await fabrics.definitions()).map(one => [one.name, one]),
    );
    response.json({
      items: page.items.slice(0, limit).map(item => {
        const definition = definitions.get(item.fabric);
        return definition ? linked(definition, item) : item;
      }),
      totalItems: page.total,
      nextCursor: encodeCursor(
        scope,
        page.items.length > limit ? page.positions[limit - 1] : undefined,
      ),
    });
  });

  router.get('/v1/findings/totals', async (request, response) => {
    const readable = await access.readable(request);
    const records = readable.any
      ? await fabrics.list({ criteria: readable.criteria })
      : [];
    const ages = totalAges(new Date());
    const tally = await findings.tally(
      records.map(({ definition }) => definition.name),
      ages.map(({ since }) => since),
    );
    response.json(findingTotals(records, tally));
  });

  router.get('/v1/fabrics/:fabric/findings', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    const { limit, cursor, status, severity, kind } =
      pageQuery<FindingQuery>(request);
    const scope = ['findings', name, status, severity, kind];
    const after = decodeCursor<FindingPosition>(cursor, scope, POSITION);
    const page = await findings.page(name, {
      status,
      severity,
      kind,
      after,
      limit: limit + 1,
    });
    response.json({
      items: page.items
        .slice(0, limit)
        .map(finding => linked(record.definition, finding)),
      totalItems: page.total,
      nextCursor: encodeCursor(
        scope,
        page.items.length > limit ? page.positions[limit - 1] : undefined,
      ),
    });
  });

  router.post(
    '/v1/fabrics/:fabric/findings/change',
    async (request, response) => {
      const { record, caller } = await access.fabric(
        request,
        cnocFabricTriagePermission,
      );
      const { name } = record.definition;
      const patch: FindingsPatch = request.body;
      const changed = await audited(
        auditor,
        {
          eventId: 'findings-change',
          request,
          severityLevel: patch.status === 'suppressed' ? 'high' : 'medium',
          meta: { fabric: name, ...factsOf(patch), findings: patch.ids.length },
        },
        () =>
          triage.changeMany(name, patch, {
            by: caller,
            idempotencyKey: request.header('Idempotency-Key'),
          }),
        count => ({ changed: count }),
      );
      response.json({ changed });
    },
  );

  router.get(
    '/v1/fabrics/:fabric/findings/:finding',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const { definition } = record;
      const finding = await triage.get(definition.name, request.params.finding);
      response.json(linked(definition, finding));
    },
  );

  router.patch(
    '/v1/fabrics/:fabric/findings/:finding',
    async (request, response) => {
      const { record, caller } = await access.fabric(
        request,
        cnocFabricTriagePermission,
      );
      const { definition } = record;
      const { finding } = request.params;
      const patch: FindingPatch = request.body;
      const changed = await audited(
        auditor,
        {
          eventId: 'finding-change',
          request,
          severityLevel: patch.status === 'suppressed' ? 'high' : 'medium',
          meta: { fabric: definition.name, finding, ...factsOf(patch) },
        },
        () =>
          triage.change(definition.name, finding, patch, {
            by: caller,
            ifMatch: request.header('If-Match'),
          }),
        ({ kind, name, rule, severity }) => ({ kind, name, rule, severity }),
      );
      response.json(linked(definition, changed));
    },
  );
}

/** What an audit may know of a decision. */
function factsOf({ status, reason, until }: FindingPatch) {
  return { status, reason: reason ?? null, until: until ?? null };
}
