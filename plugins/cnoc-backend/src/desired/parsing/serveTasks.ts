import { isMainThread, parentPort } from 'node:worker_threads';

/** The worker's side of a `WorkerPool`: does tasks one after the other. Does nothing on the main thread. */
export function serveTasks(work: (task: unknown) => unknown): void {
  if (isMainThread || !parentPort) return;
  const port = parentPort;
  port.on('message', (task: unknown) => {
    try {
      port.postMessage({ result: work(task) });
    } catch (error) {
      // The message may quote the file; only the name goes on.
      port.postMessage({
        error: error instanceof Error ? error.name : 'Error',
      });
    }
  });
  port.postMessage({ ready: true });
}
