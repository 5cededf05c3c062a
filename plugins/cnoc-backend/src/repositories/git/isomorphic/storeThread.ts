import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { diskError } from '../diskError';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import { ObjectStore } from './ObjectStore';
import type {
  StoreAnswer,
  StoreCall,
  StoreCalls,
  StoreRequest,
} from './storeCalls';

/** This module's file, as the thread has to load it. */
export const storeThreadFile = __filename;

/** What a thread is told to be. */
export const storeThreadRole = 'cnoc-object-store';

const maxStores = 50;
const stores = new Map<string, ObjectStore>();

function storeAt(gitdir: string, fresh: boolean): ObjectStore {
  let store = fresh ? undefined : stores.get(gitdir);
  if (!store) {
    if (stores.size >= maxStores) {
      stores.clear();
    }
    store = ObjectStore.create(gitdir);
    stores.set(gitdir, store);
  }
  return store;
}

const calls: {
  [C in StoreCall]: (
    store: ObjectStore,
    args: StoreCalls[C]['takes'],
  ) => Promise<StoreCalls[C]['gives']>;
} = {
  commits: store => store.commits(),
  has: (store, { sha }) => store.has(sha),
  take: (store, { packFile, sha, limits }) => store.take(packFile, sha, limits),
  list: (store, { sha, path, maxListingBytes }) =>
    store.list(sha, path, maxListingBytes),
  blobs: (store, { oids, maxReadBytes }) => store.blobs(oids, maxReadBytes),
  commit: (store, { sha }) => store.raw('commit', sha),
  build: (store, { change }) => store.build(change),
  descends: (store, { packFile, sha, old, limits }) =>
    store.descends(packFile, sha, old, limits),
};

async function answer(request: StoreRequest): Promise<StoreAnswer> {
  const { id, call, gitdir, args } = request;
  try {
    // Another process may have changed the folder since; a fetch begins with this call.
    const store = storeAt(gitdir, call === 'commits');
    const value = await (
      calls[call] as (store: ObjectStore, args: unknown) => Promise<unknown>
    )(store, args);
    return { id, value };
  } catch (thrown) {
    const error = diskError(thrown);
    const known =
      error instanceof GitError ||
      (error instanceof Error && error.name === 'InputError')
        ? error
        : // What isomorphic-git stumbles over is in the cache, which is made anew.
          gitError('cache');
    return {
      id,
      error: {
        name: known.name,
        message: known.message,
        ...(known instanceof GitError && { reason: known.reason }),
      },
    };
  }
}

/** Answers one request after another. */
function serve(port: MessagePort): void {
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (request: StoreRequest) => {
    last = last.then(async () => port.postMessage(await answer(request)));
  });
}

// This module is also imported for its file's name; only the thread that was started for it serves.
if (parentPort && workerData?.role === storeThreadRole) {
  serve(parentPort);
}
