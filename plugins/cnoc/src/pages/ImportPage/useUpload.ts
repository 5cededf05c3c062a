import { useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../api/cnocApiRef';
import { mergeVerdicts, type Verdict } from '../../model/mergeVerdicts';
import { uploadBatches, type UploadBatch } from '../../model/uploadBatches';

/** Largest upload, in characters. */
const MAX_CHARACTERS = 20_000_000;

/** @internal */
export type Upload = {
  name: string;
  /** Documents of the file */
  total: number;
  /** Documents that have a verdict, or were drafted */
  done: number;
  stage: 'checking' | 'checked' | 'drafting';
  items: readonly Verdict[];
};

/**
 * Sends files part by part: first for verdicts, then, when the person says so, to be drafted.
 *
 * @internal
 */
export function useUpload(fabric: string) {
  const api = useApi(cnocApiRef);
  const [upload, setUpload] = useState<Upload>();
  const [error, setError] = useState<unknown>();
  const parts = useRef<UploadBatch[]>([]);
  const run = useRef<AbortController>();

  const check = async (files: readonly File[]) => {
    run.current?.abort();
    const controller = new AbortController();
    run.current = controller;
    const { signal } = controller;
    setError(undefined);
    const name = files.map(file => file.name).join(', ');
    try {
      if (files.reduce((sum, file) => sum + file.size, 0) > MAX_CHARACTERS) {
        throw Object.assign(new Error('Too large'), {
          statusCode: 413,
          cause: {
            message: `The files hold more than ${
              MAX_CHARACTERS / 1_000_000
            } MB; upload them in parts.`,
          },
        });
      }
      const texts = await Promise.all(files.map(file => file.text()));
      const batches = uploadBatches(
        texts.map(text => text.replace(/^\uFEFF/, '')).join('\n---\n'),
      );
      parts.current = batches;
      const total = batches.reduce((sum, batch) => sum + batch.documents, 0);
      let items: readonly Verdict[] = [];
      setUpload({ name, total, done: 0, stage: 'checking', items });
      let done = 0;
      for (const batch of batches) {
        const result = await api.importResources(
          fabric,
          { source: 'upload', yaml: batch.yaml, fileName: name, dryRun: true },
          { signal },
        );
        items = mergeVerdicts(items, result.items, batch.linesBefore);
        done += batch.documents;
        if (signal.aborted) return;
        setUpload({ name, total, done, stage: 'checking', items });
      }
      setUpload({ name, total, done, stage: 'checked', items });
    } catch (failure) {
      if (signal.aborted) return;
      setUpload(undefined);
      setError(failure);
    }
  };

  const draft = async (file?: string): Promise<number> => {
    const { total } = upload!;
    let done = 0;
    let saved = 0;
    setUpload(before => before && { ...before, stage: 'drafting', done });
    try {
      for (const batch of parts.current) {
        const result = await api.importResources(fabric, {
          source: 'upload',
          yaml: batch.yaml,
          fileName: upload!.name,
          file,
        });
        saved += result.saved;
        done += batch.documents;
        const soFar = Math.min(done, total);
        setUpload(before => before && { ...before, done: soFar });
      }
      return saved;
    } catch (failure) {
      setUpload(before => before && { ...before, stage: 'checked' });
      throw failure;
    }
  };

  return { upload, error, check, draft };
}
