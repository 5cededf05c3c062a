import { ClusterError } from './ClusterError';

/** Waits for work that is shared with others, and that one caller's abort must not end. @throws ClusterError when aborted */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return work;
  const cancelled = () =>
    new ClusterError('timeout', 'The request was cancelled.');
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(cancelled());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
