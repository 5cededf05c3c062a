import { useCallback, useEffect, useRef, useState } from 'react';
import { statusOf } from '../errors/describeError';
import { randomText } from '../text/randomText';

/**
 * A write that a person starts: once at a time, with its failure kept for the page to show. The idempotency key stays the
 * same while nobody knows whether the server did it, and is a new one after a refusal.
 *
 * @internal
 */
export function useAction<A extends unknown[], T>(
  act: (idempotencyKey: string, ...args: A) => Promise<T>,
): {
  /** Undefined when it failed or is under way already */
  run: (...args: A) => Promise<T | undefined>;
  pending: boolean;
  error?: unknown;
  reset: () => void;
} {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const key = useRef<string>();
  const inFlight = useRef(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  const run = useCallback(async (...args: A): Promise<T | undefined> => {
    if (inFlight.current) return undefined;
    inFlight.current = true;
    key.current ??= randomText(22);
    setPending(true);
    setError(undefined);
    try {
      const result = await latest.current(key.current, ...args);
      key.current = undefined;
      return result;
    } catch (failure) {
      if (statusOf(failure) !== undefined) key.current = undefined;
      setError(failure);
      return undefined;
    } finally {
      inFlight.current = false;
      setPending(false);
    }
  }, []);
  const reset = useCallback(() => setError(undefined), []);
  return { run, pending, error, reset };
}
