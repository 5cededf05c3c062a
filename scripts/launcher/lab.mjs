import { createRequire } from 'node:module';
import { inRoot, inState } from './paths.mjs';
import { run } from './processes.mjs';

const require = createRequire(inRoot('package.json'));

/** The lab alone, in the foreground. */
export function main() {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  return run(
    process.execPath,
    ['--require', transform, inRoot('packages/lab/src/cli.ts')],
    { env: { CNOC_LAB_DATA: inState('lab'), ...process.env } },
  );
}
