import { NotAllowedError } from '@backstage/errors';
import { ClusterError } from './ClusterError';

const tlsReasons: readonly [RegExp, string][] = [
  [/CERT_HAS_EXPIRED/, 'its certificate has expired'],
  [/ALTNAME/, 'its certificate is for another name'],
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED|CERT_SIGNATURE/,
    'its certificate is not signed by the configured authority (caData)',
  ],
];

const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no host of this name is known',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing listens at this address and port',
  EHOSTUNREACH: 'no way leads to the host',
  ENETUNREACH: 'no way leads to the host’s network',
  ECONNRESET: 'the connection was cut',
};

/** Whether the connection broke off, which says nothing about the server's health. */
export function isBrokenSocket(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string };
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(code ?? '');
}

/** What a request without an answer means; the original error may hold addresses and headers and is not kept. */
export function transportError(error: unknown): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  if (error instanceof NotAllowedError) {
    return new ClusterError('refused', error.message);
  }
  const { name = '', code = '' } = (error ?? {}) as {
    name?: string;
    code?: string;
  };
  if (/^(ERR_TLS|ERR_SSL|CERT|DEPTH|SELF|UNABLE_TO|EPROTO)/.test(code)) {
    const why = tlsReasons.find(([sign]) => sign.test(code))?.[1];
    return new ClusterError(
      'refused',
      `The cluster could not prove who it is: ${why ?? 'TLS failed'}.`,
    );
  }
  if (/TIMEOUT/.test(code) || name === 'TimeoutError') {
    return new ClusterError('timeout', 'The cluster was too slow to answer.');
  }
  if (/EXCEEDED|HPE_|INVALID|CONTENT_LENGTH/.test(code)) {
    return new ClusterError(
      'malformed',
      'The cluster sent an answer that cannot be read.',
    );
  }
  if (name === 'AbortError' || name === 'RequestAbortedError') {
    return new ClusterError('timeout', 'The request was cancelled.');
  }
  const why = unreachable[code];
  return new ClusterError(
    'unavailable',
    `The cluster cannot be reached${why ? `: ${why}` : ''}.`,
  );
}
