import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** An auditor that remembers what it was told, as one would log it. */
export interface AuditRecorder extends AuditorService {
  events: {
    eventId: string;
    outcome: 'succeeded' | 'failed';
    severityLevel?: string;
    meta: JsonObject;
    error?: string;
  }[];
}

export function recordAudit(): AuditRecorder {
  const events: AuditRecorder['events'] = [];
  return {
    events,
    createEvent: async ({ eventId, meta, severityLevel }) => ({
      success: async more => {
        const all = { ...meta, ...more?.meta };
        events.push({
          eventId,
          outcome: 'succeeded',
          severityLevel,
          meta: all,
        });
      },
      fail: async ({ error, meta: more }) => {
        events.push({
          eventId,
          outcome: 'failed',
          severityLevel,
          meta: { ...meta, ...more },
          error: error.message,
        });
      },
    }),
  };
}
