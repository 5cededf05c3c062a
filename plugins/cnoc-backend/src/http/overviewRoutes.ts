import type { Overview } from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import type { RouteOptions } from './RouteOptions';

export function overviewRoutes(router: Router, options: RouteOptions): void {
  const { access, fabrics, presenter, deployments } = options;

  router.get('/v1/overview', async (request, response) => {
    const readable = await access.readable(request);
    const records = readable.any
      ? await fabrics.list({ criteria: readable.criteria })
      : [];
    const items = await presenter.present(records);
    const having = (state: string) =>
      items.filter(fabric => fabric.status.drift.state === state).length;
    const open = (severity: 'critical' | 'warning' | 'info') =>
      items.reduce(
        (sum, fabric) => sum + fabric.status.drift.findings[severity],
        0,
      );
    const overview: Overview = {
      fabrics: {
        total: items.length,
        inSync: having('inSync'),
        drifted: having('drifted'),
        unknown: having('unknown'),
      },
      findings: {
        critical: open('critical'),
        warning: open('warning'),
        info: open('info'),
      },
      failingSyncs: items.filter(
        fabric => fabric.status.sync.state === 'failed',
      ).length,
      disconnected: items.filter(
        fabric => fabric.status.connection.state === 'disconnected',
      ).length,
      deploymentsRunning: await deployments.countUnfinished(
        items.map(fabric => fabric.name),
      ),
    };
    response.json(overview);
  });
}
