import { ClusterError, type ClusterErrorReason } from '../ClusterError';
import { transportError } from '../transportError';
import { CheckFailure, type Check } from './ConnectionRun';

const hints: Partial<Record<ClusterErrorReason, [Check | undefined, string?]>> =
  {
    unauthorized: [
      'sign-in',
      'The token or certificate is wrong, has expired, or is of another cluster; enter a new one.',
    ],
    forbidden: [undefined, 'Apply the role below.'],
    timeout: [
      undefined,
      'The host is slow, or a firewall swallows the connection; try again later.',
    ],
    throttled: [undefined, 'Wait a while; the cluster is busy.'],
    malformed: [undefined, 'Is there a Kubernetes API behind the address?'],
  };

const tlsHint =
  'Enter the certificate authority that signed the cluster’s certificate (certificate-authority-data of its kubeconfig), and the name that the certificate is for.';

/** Which check an error fails, in words for people; what is not foreseen is no answer of a cluster and is thrown on. */
export function failureOf(error: unknown, current: Check): CheckFailure {
  if (error instanceof CheckFailure) return error;
  const {
    name = '',
    message = '',
    code,
  } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
  };
  if (name === 'NotAllowedError' || name === 'InputError') {
    return new CheckFailure('address', { message });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new CheckFailure('reach', {
      message: transportError(error).message,
      hint: 'Look for a slip in the address; the name must be known where the backend runs, too.',
    });
  }
  if (!(error instanceof ClusterError)) throw error;
  if (error.reason === 'refused' && /prove who it is/.test(message)) {
    return new CheckFailure('reach', { message, hint: tlsHint });
  }
  if (error.reason === 'unavailable') {
    return new CheckFailure(current, {
      message,
      hint: 'Check the address and the port, and that this machine’s network leads there.',
    });
  }
  const [check = current, hint] = hints[error.reason] ?? [];
  return new CheckFailure(check, { message, hint });
}
