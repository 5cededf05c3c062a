/** @internal */
export type ErrorKind =
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'rejected'
  | 'throttled'
  | 'server'
  | 'timeout'
  | 'offline';

/** @internal */
export type DescribedError = {
  kind: ErrorKind;
  /** What happened, as a sentence */
  reason: string;
  /** What the reader can do */
  tryThis: string;
};

/** Longest text of a server that is shown. */
const MAX_MESSAGE_LENGTH = 500;

/**
 * The status code of an answer, or undefined when there was no answer at all.
 *
 * @internal
 */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/**
 * True when the answer says that this person may not see the thing (any longer), so that nothing of it may stay on screen.
 *
 * @internal
 */
export function deniesReading(error: unknown): boolean {
  return [401, 403, 404].includes(statusOf(error) ?? 0);
}

function messageOf(error: unknown): string | undefined {
  const { cause } = error as { cause?: { message?: unknown } };
  const message = cause?.message;
  return typeof message === 'string' && message !== ''
    ? message.slice(0, MAX_MESSAGE_LENGTH)
    : undefined;
}

function nameOf(error: unknown): unknown {
  return (error as { cause?: { name?: unknown } }).cause?.name;
}

/**
 * Puts a failed request in words. The text of a 5xx answer is left out, because it was written for operators and not for
 * readers, except where the engine itself says what is not ready and what to configure.
 *
 * @internal
 */
export function describeError(error: unknown): DescribedError {
  const status = statusOf(error);
  const message = messageOf(error);
  if (status === undefined) return describeNoAnswer(error);
  if (status === 401) {
    return {
      kind: 'signedOut',
      reason: 'Your session has ended.',
      tryThis: 'Sign in again, then retry.',
    };
  }
  if (status === 403) {
    return {
      kind: 'forbidden',
      reason: message ?? 'You are not allowed to do this.',
      tryThis: 'Ask its owner or an administrator of the portal for access.',
    };
  }
  if (status === 404) {
    return {
      kind: 'notFound',
      reason: 'It does not exist, or you may not see it.',
      tryThis:
        'Check the address, or ask its owner or an administrator of the portal for access.',
    };
  }
  if (status === 409) {
    return {
      kind: 'conflict',
      reason: message ?? 'Something else changed at the same time.',
      tryThis: 'Look at what changed, then try again.',
    };
  }
  if (status === 412) {
    return {
      kind: 'conflict',
      reason: 'Somebody else changed it since you opened it.',
      tryThis: 'Close this, look at the newest, and make your change again.',
    };
  }
  if (status === 429) {
    return {
      kind: 'throttled',
      reason: 'The server asks for fewer requests at the moment.',
      tryThis: 'Wait a minute, then retry.',
    };
  }
  if (status >= 500) {
    if (message && nameOf(error) === 'ServiceUnavailableError') {
      return { kind: 'server', reason: message, tryThis: 'Retry then.' };
    }
    return {
      kind: 'server',
      reason: `The server failed to answer (${status}).`,
      tryThis: "Retry. If it stays, the portal's log has the cause.",
    };
  }
  return {
    kind: 'rejected',
    reason: message ?? `The server rejected the request (${status}).`,
    tryThis: 'Correct the request, then retry.',
  };
}

function describeNoAnswer(error: unknown): DescribedError {
  const name = (error as { name?: unknown } | undefined)?.name;
  if (
    name === 'RequestTimeoutError' ||
    name === 'TimeoutError' ||
    name === 'AbortError'
  ) {
    return {
      kind: 'timeout',
      reason: 'The server did not answer in time.',
      tryThis: 'Retry.',
    };
  }
  return {
    kind: 'offline',
    reason: 'The portal cannot be reached from this browser.',
    tryThis: 'Check your network, then retry.',
  };
}
