import type {
  Repository,
  RepositoryHealth,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from './describeStatus';

/** @internal */
export type DescribedHealth = { tone: Tone; word: string; detail?: string };

const reasons: Record<string, string> = {
  unauthorized: 'sign-in refused',
  forbidden: 'access refused',
  notFound: 'not found',
  branchMissing: 'no such branch',
  empty: 'no commit yet',
  tls: 'TLS refused',
  unreachable: 'no answer',
  timeout: 'no answer in time',
  hostKeyChanged: 'host key changed',
};

/**
 * Whether a git remote answers, as a word, with the reason in a few more.
 *
 * @internal
 */
export function describeHealth(health: RepositoryHealth): DescribedHealth {
  switch (health.state) {
    case 'reachable':
      return { tone: 'good', word: 'Reachable' };
    case 'unreachable':
      return {
        tone: 'bad',
        word: 'Not reachable',
        detail: health.reason && (reasons[health.reason] ?? health.reason),
      };
    default:
      return {
        tone: 'unknown',
        word: 'Unknown',
        detail: health.since ? undefined : 'not tried yet',
      };
  }
}

/**
 * Where the secret for a repository comes from, when not from a credential of this page.
 *
 * @internal
 */
export function describeAccess(repository: Repository): string {
  switch (repository.access) {
    case 'config':
      return 'in the configuration';
    case 'integration':
      return 'the portal’s integrations';
    default:
      return 'none';
  }
}

/**
 * How much a repository needs a person; larger = more.
 *
 * @internal
 */
export function repositoryNeed({ health, fabrics }: Repository): number {
  const states = { unreachable: 2_000, unknown: 1_000, reachable: 0 };
  return (
    states[health.state] +
    (health.reason === 'hostKeyChanged' ? 5_000 : 0) +
    Math.min(fabrics.length, 999)
  );
}

/** @internal */
export function compareRepositories(a: Repository, b: Repository): number {
  return repositoryNeed(b) - repositoryNeed(a) || a.name.localeCompare(b.name);
}
