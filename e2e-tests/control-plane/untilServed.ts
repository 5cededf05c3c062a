import { type ApiCaller, waitUntil } from '@cnoc/lab/src/testing';

const SERVED_MS = 30_000;

/** Resolves when a collection can be watched: a new or restarted server answers 429 until its cache of it is filled. */
export async function untilServed(
  api: ApiCaller,
  collection: string,
): Promise<void> {
  await waitUntil(
    `${collection} is served`,
    async () => {
      const { code } = await api.get(
        `${collection}?watch=true&timeoutSeconds=1`,
      );
      return code === 200;
    },
    SERVED_MS,
  );
}
