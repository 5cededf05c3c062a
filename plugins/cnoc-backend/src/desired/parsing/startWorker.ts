import { Worker, WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread on a file of this package, whether it is built JavaScript or, while developing and in tests, TypeScript.
 * The thread gets no environment and no preloaded modules: what it reads may be hostile.
 */
export function startWorker(file: string, options: WorkerOptions): Worker {
  const bare: WorkerOptions = { ...options, env: {}, execArgv: [] };
  if (!file.endsWith('.ts')) {
    return new Worker(file, bare);
  }
  // A dependency of development only, as are TypeScript sources
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const load = [transform, file].map(path => JSON.stringify(path));
  return new Worker(load.map(path => `require(${path});`).join('\n'), {
    ...bare,
    eval: true,
  });
}
