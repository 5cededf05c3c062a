import { mkdir, readFile, rm } from 'node:fs/promises';
import { inRoot, inState } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { run } from './processes.mjs';

/** Unit and integration tests of all packages, on SQLite and on a real PostgreSQL. */
export async function main(args) {
  const report = inState('test-report.json');
  await mkdir(inState(), { recursive: true });
  await rm(report, { force: true });
  console.log('Starting a PostgreSQL for the tests …');
  const postgres = await startPostgres();
  let code;
  try {
    code = await run(
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        '--workerIdleMemoryLimit=1500M',
        // Speed is measured elsewhere; a busy machine is no failure.
        '--testTimeout=30000',
        '--json',
        `--outputFile=${report}`,
        ...args,
      ],
      {
        cwd: inRoot(),
        env: {
          ...process.env,
          CI: '1',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
        },
        // The report goes to the file; jest tells people on stderr.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  } finally {
    await postgres.stop();
  }
  const result = JSON.parse(await readFile(report, 'utf8').catch(() => 'null'));
  if (!result) return code || 1;
  tellSkipped(result);
  const broken = result.testResults.filter(
    suite => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  const failed = result.numFailedTests + broken;
  console.log(`${result.numPassedTests} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
}

/** A skipped check is never silent. */
function tellSkipped({ testResults }) {
  for (const suite of testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === 'pending') console.log(`skipped: ${test.fullName}`);
    }
  }
}
