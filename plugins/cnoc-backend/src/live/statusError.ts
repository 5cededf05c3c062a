import {
  ClusterError,
  ClusterErrorReason,
  FieldConflict,
} from './ClusterError';
import { safeMessage } from './safeMessage';

interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

interface Status {
  kind?: string;
  message?: string;
  reason?: string;
  code?: number;
  details?: { causes?: StatusCause[]; retryAfterSeconds?: number };
}

const maxRetryAfterMs = 60_000;

function statusOf(body: string): Status | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const status = parsed as Status | null;
    return typeof parsed === 'object' && status?.kind === 'Status'
      ? status
      : undefined;
  } catch {
    return undefined;
  }
}

/** Who holds which field, from the causes of a server-side apply conflict (K3). */
function conflictsOf(status: Status): FieldConflict[] | undefined {
  const conflicts = (status.details?.causes ?? [])
    .filter(cause => cause.reason === 'FieldManagerConflict')
    .map(cause => ({
      manager: safeMessage(
        /conflict with "([^"]*)"/.exec(cause.message ?? '')?.[1] ?? 'unknown',
      ),
      field: safeMessage(cause.field ?? '').replace(/^\./, ''),
    }));
  return conflicts.length > 0 ? conflicts : undefined;
}

function retryAfterOf(
  header: string | undefined,
  status: Status | undefined,
): number | undefined {
  const seconds = Number(header ?? status?.details?.retryAfterSeconds);
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1000, maxRetryAfterMs)
    : undefined;
}

/** A 500 that says why is permanent (a type error, an object too large) unless it names something that passes (K10). */
function passes(message: string): boolean {
  return /webhook|timed? ?out|deadline|leader|connection refused|try again|unavailable|etcdserver: (?!request is too large)/i.test(
    message,
  );
}

function reasonOf(
  code: number,
  status: Status | undefined,
): ClusterErrorReason {
  switch (code) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    case 410:
      return 'gone';
    case 429:
      return 'throttled';
    case 408:
    case 504:
      return 'timeout';
    case 500:
      return status && !passes(status.message ?? '')
        ? 'invalid'
        : 'unavailable';
    default:
      if (code >= 500) {
        return 'unavailable';
      }
      return code >= 300 && code < 400 ? 'refused' : 'invalid';
  }
}

const ownWords: Partial<Record<ClusterErrorReason, string>> = {
  unauthorized:
    'The cluster refused CNOC’s credentials; the token is wrong or has expired.',
  refused:
    'The cluster answered with a redirect, which is not followed; enter the final address.',
  unavailable: 'The cluster cannot serve requests now.',
  timeout: 'The cluster was too slow to answer.',
  throttled: 'The cluster asks to slow down.',
};

/**
 * What an answer outside 2xx means.
 *
 * @param body - shown only where it is a Kubernetes Status; a proxy's HTML never is (K11)
 */
export function statusError(
  code: number,
  body: string,
  retryAfter?: string,
): ClusterError {
  const status = statusOf(body);
  const reason = reasonOf(code, status);
  const said = status?.message && safeMessage(status.message);
  const fallback =
    ownWords[reason] ?? `The cluster answered with status ${code}.`;
  // Of these the server's text adds nothing that a reader could act on, or must not be trusted.
  const ours = reason === 'unauthorized' || reason === 'refused';
  return new ClusterError(reason, (!ours && said) || fallback, {
    conflicts:
      status && reason === 'conflict' ? conflictsOf(status) : undefined,
    retryAfterMs: retryAfterOf(retryAfter, status),
  });
}
