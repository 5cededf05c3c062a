import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './Problem.mjs';
import { inRoot, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { run, stop } from './processes.mjs';

/** The browser journey against the very `npm start` that people run, with a state folder and ports of its own. */
export async function main(args) {
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-e2e-'));
  const report = path.join(folder, 'report.json');
  const port = await freePort();
  const product = spawn(
    process.execPath,
    [inRoot('scripts/launch.mjs'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        CNOC_PORT: String(port),
        CNOC_LAB_PORT: '0',
        CNOC_STATE: path.join(folder, 'state'),
      },
    },
  );
  let code;
  try {
    const url = await ready(product);
    code = await run(
      'yarn',
      ['workspace', '@cnoc/e2e-tests', 'playwright', 'test', ...args],
      {
        env: {
          ...process.env,
          CNOC_URL: url,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    );
  } finally {
    await stop(product, 30_000);
  }
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text)
    throw new Problem('Playwright did not run; the lines above say why.');
  const { stats } = JSON.parse(text);
  await rm(folder, { recursive: true, force: true });
  const leftOver = !(await isSilent(port));
  if (leftOver) console.log('npm start left a process behind.');
  const failed = stats.unexpected + (leftOver ? 1 : 0);
  console.log(`${stats.expected + stats.flaky} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
}

function ready(product) {
  return new Promise((resolve, reject) => {
    let text = '';
    product.stdout.on('data', chunk => {
      process.stdout.write(chunk);
      text = (text + chunk).slice(-10_000);
      const line = /CNOC is ready at (\S+)/.exec(text);
      if (line) resolve(line[1]);
    });
    product.once('exit', () =>
      reject(new Problem('npm start ended before it was ready.')),
    );
  });
}

async function isSilent(port) {
  for (let attempt = 0; attempt < 25; attempt++) {
    const answers = await fetch(`http://localhost:${port}/`).then(
      () => true,
      () => false,
    );
    if (!answers) return true;
    await sleep(200);
  }
  return false;
}
