import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Deployment,
  DeploymentStep,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../api/cnocApiRef';
import { isEnded, mergeSteps } from '../model/mergeSteps';
import { useServerState, type ServerState } from './useServerState';

const POLL_RUNNING_MS = 3_000;
const POLL_ENDED_MS = 30_000;
/** Rest between two attempts to follow the log, in milliseconds. */
const RESUME_MS = 2_000;

/**
 * A deployment that is followed while it runs: by its event stream, resumed after the last event when it breaks, and by
 * polling beside it, so that a silent stream costs seconds and not the truth.
 *
 * @internal
 */
export function useDeployment(
  fabric: string,
  id: string,
): ServerState<Deployment> {
  const api = useApi(cnocApiRef);
  const key = `${fabric} ${id}`;
  const [running, setRunning] = useState(false);
  const state = useServerState(
    key,
    signal => api.getDeployment(fabric, id, { signal }),
    { fabric, pollMs: running ? POLL_RUNNING_MS : POLL_ENDED_MS },
  );
  const [streamed, setStreamed] = useState<{
    key: string;
    steps: ReadonlyMap<number, DeploymentStep>;
  }>({ key, steps: new Map() });
  const { data, refresh } = state;
  const isRunning = data !== undefined && !isEnded(data.status);
  useEffect(() => setRunning(isRunning), [isRunning]);

  const latestRefresh = useRef(refresh);
  useEffect(() => {
    latestRefresh.current = refresh;
  });

  useEffect(() => {
    if (!isRunning) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastEventId: string | undefined;
    const follow = async () => {
      try {
        for await (const event of api.streamDeploymentLog(fabric, id, {
          signal,
          lastEventId,
        })) {
          if (signal.aborted) return;
          if (event.type === 'end') {
            latestRefresh.current();
            return;
          }
          lastEventId = event.id || lastEventId;
          setStreamed(before => ({
            key,
            steps: new Map(before.key === key ? before.steps : []).set(
              event.step.seq,
              event.step,
            ),
          }));
        }
      } catch {
        // The poll tells whether the deployment can still be read; the stream only makes it faster.
      }
      if (!signal.aborted) timer = setTimeout(follow, RESUME_MS);
    };
    follow();
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, fabric, id, key, isRunning]);

  if (!data || streamed.key !== key) return state;
  const steps = mergeSteps(data.steps, streamed.steps);
  const count = (status: DeploymentStep['status']) =>
    steps.filter(step => step.status === status).length;
  return {
    ...state,
    data: {
      ...data,
      steps,
      done: Math.max(data.done, count('succeeded')),
      failed: Math.max(data.failed, count('failed')),
    },
  };
}
