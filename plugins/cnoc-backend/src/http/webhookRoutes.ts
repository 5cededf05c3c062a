import type { Router } from 'express';
import { audited } from './audited';
import { RawBodyReader } from './RawBodyReader';
import type { RouteOptions } from './RouteOptions';

/**
 * Push events of the repositories' hosts. Outside of Backstage's own authentication, and before any parser: the body is
 * read raw and counted, and nothing of it is looked at until its sender has proven itself.
 */
export function webhookRoutes(router: Router, options: RouteOptions): void {
  const { auditor, webhooks } = options;
  const bodies = RawBodyReader.create();

  router.post('/v1/webhooks/:repository', async (request, response) => {
    const { repository } = request.params;
    const body = await bodies.read(request, response);
    const { queued, message } = await audited(
      auditor,
      {
        eventId: 'webhook-receive',
        severityLevel: 'low',
        // Not the request: whoever sent it is no principal of the portal
        meta: {
          repository: repository.slice(0, 63),
          ip: request.ip ?? 'unknown',
        },
      },
      () => webhooks.receive(repository, request.headers, body),
      result => ({ queued: result.queued }),
    );
    response.status(queued ? 202 : 200).json({ message });
  });
}
