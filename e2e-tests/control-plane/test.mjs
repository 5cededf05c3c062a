#!/usr/bin/env node
// The tests against a real etcd and kube-apiserver: supplies both, runs the tests, and says how many passed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodeOf } from './supply/exitCodeOf.mjs';
import { Problem, run } from './supply/launcher.mjs';
import { supplyAssets } from './supply/supplyAssets.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

async function main(args) {
  const assets = await assetsOrReason();
  if (!assets) return 0;
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-control-plane-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await run(
      'yarn',
      [
        'backstage-cli',
        'package',
        'test',
        '--config',
        path.join(here, 'jest.config.js'),
        // Each file has an API server of its own.
        '--maxWorkers=1',
        '--verbose',
        '--json',
        `--outputFile=${report}`,
        ...args,
      ],
      {
        cwd: path.join(here, '..'),
        env: { ...process.env, CI: '1', KUBEBUILDER_ASSETS: assets },
        // The report goes to the file; jest tells people on stderr.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const text = await readFile(report, 'utf8').catch(() => undefined);
    if (!text) return code || 1;
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + broken;
    console.log(`${numPassedTests} passed, ${failed} failed`);
    return failed > 0 ? 1 : code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A machine where they cannot be had may still run everything else; that these tests did not run is said aloud. */
async function assetsOrReason() {
  try {
    return await supplyAssets();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.log(`SKIPPED, because ${error.message}`);
    console.log('0 passed, 0 failed');
    return undefined;
  }
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.exitCode = exitCodeOf(error);
  },
);
