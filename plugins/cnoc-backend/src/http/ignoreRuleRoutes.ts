import {
  cnocFabricTriagePermission,
  type IgnoreRule,
  type IgnoreRuleInput,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { audited } from './audited';
import type { RouteOptions } from './RouteOptions';

export function ignoreRuleRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, ignoreRules, reconciler } = options;

  router.get('/v1/fabrics/:fabric/ignore-rules', async (request, response) => {
    const { record } = await access.fabric(request);
    response.json({ items: await ignoreRules.list(record.definition.name) });
  });

  router.post('/v1/fabrics/:fabric/ignore-rules', async (request, response) => {
    const { record, caller } = await access.fabric(
      request,
      cnocFabricTriagePermission,
    );
    const { name } = record.definition;
    const input: IgnoreRuleInput = request.body;
    const rule = await audited(
      auditor,
      {
        eventId: 'ignore-rule-create',
        request,
        severityLevel: 'high',
        meta: { fabric: name, ...factsOf(input) },
      },
      () =>
        ignoreRules.create(name, input, {
          createdBy: caller,
          idempotencyKey: request.header('Idempotency-Key'),
        }),
      ({ id }) => ({ rule: id }),
    );
    await reconciler.request(name, 'check');
    response.status(201).json(rule);
  });

  router.delete(
    '/v1/fabrics/:fabric/ignore-rules/:rule',
    async (request, response) => {
      const { record, caller } = await access.fabric(
        request,
        cnocFabricTriagePermission,
      );
      const { name } = record.definition;
      const { rule } = request.params;
      await audited(
        auditor,
        {
          eventId: 'ignore-rule-delete',
          request,
          severityLevel: 'high',
          meta: { fabric: name, rule },
        },
        () => ignoreRules.remove(name, rule, caller),
        factsOf,
      );
      await reconciler.request(name, 'check');
      response.status(204).end();
    },
  );
}

/** What an audit may know of a rule. */
function factsOf(rule: IgnoreRule | IgnoreRuleInput) {
  const { path, kind, name, manager, reason, until } = rule;
  return {
    path,
    kind: kind ?? null,
    name: name ?? null,
    manager: manager ?? null,
    reason,
    until: until ?? null,
  };
}
