import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

const require = createRequire(inRoot('package.json'));

/** Benchmarks: `npm run bench`, or one of them: `npm run bench B1`. They tell; they never fail. */
export function main(args) {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const entry = inRoot('plugins/cnoc-backend/bench/index.ts');
  return run(process.execPath, ['--require', transform, entry, ...args]);
}
