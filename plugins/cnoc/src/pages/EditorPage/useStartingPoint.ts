import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { statusOf } from '../../errors/describeError';
import { newDocument } from '../../model/newDocument';

/** @internal */
export type StartingPoint = {
  text: string;
  /** Where git has the resource, or the draft puts it */
  file?: string;
  /** The draft that exists */
  draft?: DraftDetail;
  /** The commit whose document this is */
  commit?: string;
  /** Git has it */
  inGit: boolean;
};

/**
 * What editing begins with: the draft, else git's document, else what the cluster has, else a bare new one. Loaded once:
 * what somebody types is never replaced by a refetch.
 *
 * @internal
 */
export function useStartingPoint(props: {
  fabric: string;
  kind: string;
  name?: string;
}): { start?: StartingPoint; error?: unknown; retry: () => void } {
  const { fabric, kind, name } = props;
  const api = useApi(cnocApiRef);
  const [start, setStart] = useState<StartingPoint>();
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const load = async (): Promise<StartingPoint> => {
      if (!name) return { text: newDocument(kind), inGit: false };
      const draft = await orAbsent(
        api.getDraft(fabric, kind, name, { signal }),
      );
      if (draft) {
        return {
          text: draft.yaml ?? draft.base?.yaml ?? newDocument(kind, name),
          file: draft.file,
          draft,
          inGit: draft.base !== undefined || draft.theirs !== undefined,
        };
      }
      const source = await orAbsent(
        api.getResourceSource(fabric, kind, name, { signal }),
      );
      if (source) {
        return {
          text: source.yaml,
          file: source.file,
          commit: source.commit,
          inGit: true,
        };
      }
      const resource = await api.getResource(fabric, kind, name, { signal });
      return {
        text: resource.live?.yaml ?? newDocument(kind, name),
        inGit: false,
      };
    };
    setError(undefined);
    load().then(
      loaded => {
        if (!signal.aborted) setStart(loaded);
      },
      failure => {
        if (!signal.aborted) setError(failure);
      },
    );
    return () => controller.abort();
  }, [api, fabric, kind, name, attempt]);

  const retry = useCallback(() => setAttempt(before => before + 1), []);
  return { start, error, retry };
}

async function orAbsent<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
