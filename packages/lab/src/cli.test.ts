import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { waitUntil } from './testing/waitUntil';

const LAUNCH = [
  '-r',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  path.join(__dirname, 'cli.ts'),
];

describe('the command line', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'lab-cli-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  const start = (env: Record<string, string>) => {
    const child = spawn(process.execPath, LAUNCH, {
      env: {
        PATH: process.env.PATH ?? '',
        CNOC_LAB_DATA: dataDir,
        CNOC_LAB_PORT: '0',
        ...env,
      },
    });
    const output = { text: '', ended: false, code: null as number | null };
    child.stdout.on('data', chunk => {
      output.text += chunk;
    });
    child.stderr.on('data', chunk => {
      output.text += chunk;
    });
    child.on('close', code => {
      output.ended = true;
      output.code = code;
    });
    return { child, output };
  };

  it('prints one line of JSON to a program, and ends with its stdin', async () => {
    const { child, output } = start({ CNOC_LAB_JSON: '1' });
    await waitUntil('it is ready', () => output.text.endsWith('\n'), 20_000);
    const line = JSON.parse(output.text);
    expect(line).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect((await fetch(`${line.url}/lab`)).status).toBe(200);
    child.stdin.end();
    await waitUntil('it ended', () => output.ended, 10_000);
    expect(output.code).toBe(0);
  }, 30_000);

  it('tells a person where everything is, takes a free port when its own is taken, and ends on SIGTERM', async () => {
    const other = createServer();
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const taken = (other.address() as AddressInfo).port;
    const { child, output } = start({ CNOC_LAB_PORT: String(taken) });
    await waitUntil('it is ready', () => /Ctrl-C/.test(output.text), 20_000);
    expect(output.text).toContain('cluster lab-clos: http://127.0.0.1:');
    expect(output.text).not.toContain(`127.0.0.1:${taken}`);
    const file = path.join(dataDir, 'lab-clos.kubeconfig');
    expect(output.text).toContain(`kubectl --kubeconfig ${file} get`);
    await expect(readFile(file, 'utf8')).resolves.toContain(
      '/clusters/lab-clos',
    );
    child.kill('SIGTERM');
    await waitUntil('it ended', () => output.ended, 10_000);
    expect(output.code).toBe(0);
    other.close();
  }, 30_000);

  it('says in one sentence what is wrong with its settings', async () => {
    const { output } = start({ CNOC_LAB_PORT: 'many' });
    await waitUntil('it ended', () => output.ended, 20_000);
    expect(output).toMatchObject({
      code: 1,
      text: 'CNOC_LAB_PORT must be a port number from 0 to 65535\n',
    });
  }, 30_000);
});
