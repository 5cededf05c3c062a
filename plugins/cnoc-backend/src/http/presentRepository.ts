import type {
  Repository,
  RepositoryDetail,
  RepositoryHealth as HealthAnswer,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  fingerprintOf,
  webPage,
  type RepositoryHealth,
  type RepositoryService,
  type RepositoryStatus,
} from '../repositories';

/** @param fabrics - names of those that use it and that the caller may read */
export function presentRepository(
  status: RepositoryStatus,
  repositories: RepositoryService,
  fabrics: string[],
): Repository {
  const { definition, health, readAt, head, webhookAt } = status;
  const { name } = definition;
  return {
    name,
    title: definition.title,
    url: definition.url,
    webUrl: webPage(definition),
    branch: definition.branch,
    provider: definition.provider,
    origin: definition.origin,
    credential: definition.credential,
    access: repositories.auth.accessOf(definition),
    head: head && { ...head, message: head.message || undefined },
    readAt,
    health: presentHealth(health),
    skipTLSVerify: definition.skipTLSVerify,
    requireSignedCommits: definition.requireSignedCommits,
    webhook: {
      path: `/api/cnoc/v1/webhooks/${encodeURIComponent(name)}`,
      secret: repositories.registry.withWebhookSecret().has(name),
      receivedAt: webhookAt,
    },
    fabrics,
    updatedAt: definition.updatedAt,
    etag: definition.etag,
  };
}

export async function presentRepositoryDetail(
  status: RepositoryStatus,
  repositories: RepositoryService,
  fabrics: string[],
): Promise<RepositoryDetail> {
  const { definition, hostKey, offeredKey } = status;
  const history = await repositories.history(definition.name);
  return {
    ...presentRepository(status, repositories, fabrics),
    history: history.map((health, index) => ({
      ...presentHealth(health),
      // The one after it began when this one ended
      until: history[index - 1]?.since?.toISOString(),
    })),
    allowedSigners: definition.allowedSigners ?? '',
    ...(hostKey && {
      hostKey: {
        fingerprint: fingerprintOf(hostKey.key),
        since: hostKey.since,
        ...(offeredKey && { offered: offeredKey }),
      },
    }),
  };
}

function presentHealth(health: RepositoryHealth): HealthAnswer {
  return { ...health, since: health.since?.toISOString() };
}
