import { ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EngineTask {
  engine: 'system' | 'isomorphic';
  directory: string;
  url: string;
  sha: string;
}

export interface EngineProcess {
  child: ChildProcess;
  /** What it prints last, when it ends. */
  outcome: Promise<string>;
}

/**
 * Fetches in a process of its own, for what only processes can show: kill -9, two replicas, a limit on files.
 *
 * @param limit - most blocks of 512 bytes that a file may have, for it and the processes it starts
 */
export function startEngineProcess(
  task: EngineTask,
  limit?: number,
): EngineProcess {
  const command = [
    process.execPath,
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    join(__dirname, 'engineProcess.ts'),
    JSON.stringify(task),
  ];
  // A write beyond the limit then fails as on a full disk, instead of ending the process.
  const limited = `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`;
  const [file, ...args] = limit
    ? ['sh', '-c', limited, 'sh', ...command]
    : command;
  const folder = mkdtempSync(join(tmpdir(), 'cnoc-process-'));
  // Node lets its children have the signal again, so git is taught the same.
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\ntrap '' XFSZ\nPATH="\${PATH#*:}"\nexec git "$@"\n`,
    { mode: 0o755 },
  );
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  });
  let printed = '';
  child.stdout!.on('data', chunk => {
    printed += chunk;
  });
  const outcome = new Promise<string>(done => {
    child.once('close', () => {
      rmSync(folder, { recursive: true, force: true });
      done(printed.trim().split('\n').pop() ?? '');
    });
  });
  return { child, outcome };
}
