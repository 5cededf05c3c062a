import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';

/**
 * Does something under an audit event that tells how it ended.
 *
 * @param tell - facts of the outcome that belong into the event; no secret
 */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    request?: Request;
    meta: AuditorServiceCreateEventOptions['meta'];
    severityLevel?: AuditorServiceCreateEventOptions['severityLevel'];
  },
  work: () => Promise<T>,
  tell?: (result: T) => AuditorServiceCreateEventOptions['meta'],
): Promise<T> {
  const entry = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  try {
    const result = await work();
    const meta = tell?.(result);
    await (meta ? entry.success({ meta }) : entry.success());
    return result;
  } catch (error) {
    await entry.fail({
      error: error instanceof Error ? error : new Error('unknown error'),
    });
    throw error;
  }
}
