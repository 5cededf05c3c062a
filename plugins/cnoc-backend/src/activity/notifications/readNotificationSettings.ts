import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { NoticeSeverity } from './Notice';

export interface NotificationSettings {
  enabled: boolean;
  minimum: NoticeSeverity;
}

/**
 * Reads `cnoc.notifications`.
 *
 * @throws InputError that says what to change
 */
export function readNotificationSettings(config: Config): NotificationSettings {
  const minimum =
    config.getOptionalString('cnoc.notifications.minimumSeverity') ?? 'warning';
  if (minimum !== 'critical' && minimum !== 'warning') {
    throw new InputError(
      `cnoc.notifications.minimumSeverity: '${minimum}' is not known; write critical or warning`,
    );
  }
  return {
    enabled: config.getOptionalBoolean('cnoc.notifications.enabled') ?? true,
    minimum,
  };
}
