import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './Problem.mjs';
import { encryptionKey } from './encryptionKey.mjs';
import { inRoot, inState, root, state } from './paths.mjs';
import { stop } from './processes.mjs';

const require = createRequire(inRoot('package.json'));

/**
 * The lab and the backend as child processes that end with this one. Their output goes to files under `.cnoc/logs`.
 */
export class Portal {
  #children = [];
  #failed;
  #stopping = false;

  /** Rejects when one of the processes ends by itself. */
  failed = new Promise((_, reject) => {
    this.#failed = reject;
  });

  static async start({ port, labPort = '', env = {} }) {
    const portal = new Portal();
    portal.failed.catch(() => {});
    try {
      await mkdir(inState('logs'), { recursive: true });
      await mkdir(inState('database'), { recursive: true });
      portal.labUrl = await portal.#startLab(labPort);
      await portal.#startBackend(port, env);
      return portal;
    } catch (error) {
      await portal.stop();
      throw error;
    }
  }

  async stop() {
    this.#stopping = true;
    // The backend first: it would only log that its lab went away.
    for (const child of this.#children.reverse()) await stop(child);
    this.#children = [];
  }

  async #startLab(labPort) {
    const child = this.#spawn('lab', 'packages/lab/src/cli.ts', {
      CNOC_LAB_DATA: inState('lab'),
      CNOC_LAB_JSON: '1',
      ...(labPort ? { CNOC_LAB_PORT: String(labPort) } : {}),
    });
    const ready = new Promise(resolve => {
      let text = '';
      child.stdout.on('data', chunk => {
        text = (text + chunk).slice(-10_000);
        const line = /^\{"ready":true.*\}$/m.exec(text);
        if (line) resolve(JSON.parse(line[0]).url);
      });
    });
    return this.#within(ready, 60_000, 'lab');
  }

  async #startBackend(port, env) {
    this.#spawn('backend', 'packages/backend/src/index.ts', {
      CNOC_PORT: String(port),
      CNOC_STATE: state,
      CNOC_LAB_URL: this.labUrl,
      CNOC_ENCRYPTION_KEY: await encryptionKey(),
      NODE_ENV: 'development',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
      ...env,
    });
    const url = `http://localhost:${port}/.backstage/health/v1/readiness`;
    const ready = (async () => {
      for (;;) {
        const response = await fetch(url).catch(() => undefined);
        if (response?.ok) return;
        await sleep(200);
      }
    })();
    await this.#within(ready, 120_000, 'backend');
  }

  #spawn(name, entry, env) {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const child = spawn(
      process.execPath,
      [
        '--no-node-snapshot',
        '--require',
        inRoot('scripts/launcher/exitWithParent.cjs'),
        '--require',
        transform,
        inRoot(entry),
      ],
      {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      },
    );
    const log = createWriteStream(inState('logs', `${name}.log`));
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('exit', async () => {
      if (this.#stopping) return;
      this.#failed(
        new Problem(
          `The ${name} ended by itself. Its last lines:\n${await lastLines(
            name,
          )}\nThe whole log is .cnoc/logs/${name}.log.`,
        ),
      );
    });
    this.#children.push(child);
    return child;
  }

  #within(ready, milliseconds, name) {
    const abort = new AbortController();
    const late = sleep(milliseconds, undefined, { signal: abort.signal }).then(
      async () => {
        throw new Problem(
          `The ${name} is not ready after ${
            milliseconds / 1000
          } s. Its last lines:\n${await lastLines(name)}`,
        );
      },
    );
    late.catch(() => {});
    return Promise.race([ready, this.failed, late]).finally(() =>
      abort.abort(),
    );
  }
}

async function lastLines(name) {
  const text = await readFile(inState('logs', `${name}.log`), 'utf8');
  return text.trimEnd().split('\n').slice(-15).join('\n');
}
