import { useCallback, useEffect, useRef, useState } from 'react';
import { deniesReading } from '../errors/describeError';
import { RequestTimeoutError } from '../errors/RequestTimeoutError';
import { useFabricSignal } from './useFabricSignal';

const TIMEOUT_SECONDS = 30;
const POLL_MS = 30_000;

/** @internal */
export type ServerState<T> = {
  /** What the server last said; absent before the first answer and when reading is denied */
  data?: T;
  /** Why the newest request failed; `data`, when present too, is then older than it looks */
  error?: Error;
  /** No answer yet */
  loading: boolean;
  /** `data` belongs to the key before; only with `keepPrevious` */
  isPrevious: boolean;
  updatedAt?: Date;
  refresh: () => void;
};

type Held<T> = { key: string; data?: T; error?: Error; updatedAt?: Date };

/**
 * Server state of a page: loads, loads again when the engine signals a change of `fabric` (`'*'` = any) and every 30 s,
 * one request at a time. A background failure keeps the data and sets `error`, so that the page can say since when it is
 * stale; a 401, 403 or 404 drops the data.
 *
 * @internal
 */
export function useServerState<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  options: { fabric?: string; pollMs?: number; keepPrevious?: boolean } = {},
): ServerState<T> {
  const { fabric, pollMs = POLL_MS, keepPrevious = false } = options;
  const [held, setHeld] = useState<Held<T>>({ key });
  const latestLoad = useRef(load);
  const latestRun = useRef<() => void>(() => {});
  useEffect(() => {
    latestLoad.current = load;
  });

  useEffect(() => {
    let running: AbortController | undefined;
    let again = false;
    let disposed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const run = async (): Promise<void> => {
      if (running) {
        again = true;
        return;
      }
      clearTimeout(timer);
      const controller = new AbortController();
      running = controller;
      const timeout = setTimeout(
        () => controller.abort(new RequestTimeoutError(TIMEOUT_SECONDS)),
        TIMEOUT_SECONDS * 1000,
      );
      try {
        const data = await latestLoad.current(controller.signal);
        if (!disposed) setHeld({ key, data, updatedAt: new Date() });
      } catch (error) {
        if (!disposed) {
          setHeld(before => ({
            ...(before.key === key && !deniesReading(error) ? before : {}),
            key,
            error: error as Error,
          }));
        }
      } finally {
        clearTimeout(timeout);
        running = undefined;
      }
      if (disposed) return;
      if (again) {
        again = false;
        run();
      } else if (!document.hidden) {
        timer = setTimeout(run, pollMs);
      }
    };

    // A hidden tab asks for nothing; it catches up when it is looked at again.
    const onVisible = () => {
      if (!document.hidden) run();
    };
    document.addEventListener('visibilitychange', onVisible);
    latestRun.current = run;
    run();
    return () => {
      disposed = true;
      clearTimeout(timer);
      running?.abort();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key, pollMs]);

  const refresh = useCallback(() => latestRun.current(), []);
  useFabricSignal(fabric, refresh);

  const current = held.key === key;
  const visible = current || keepPrevious ? held : { key };
  return {
    data: visible.data,
    error: current ? held.error : undefined,
    updatedAt: visible.updatedAt,
    loading: current
      ? held.data === undefined && held.error === undefined
      : visible.data === undefined,
    isPrevious: !current && visible.data !== undefined,
    refresh,
  };
}
