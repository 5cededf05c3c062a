import { spawn } from 'node:child_process';
import { GitFailure } from './GitFailure';

/** No configuration of the machine or the user reaches the lab's git, and nothing may ask questions. */
export function gitEnvironment(
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...more,
  };
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs git without a shell and returns what it printed. Throws GitFailure. */
export async function runGit(
  directory: string,
  args: readonly string[],
  input = '',
): Promise<string> {
  const child = spawn('git', args, {
    cwd: directory,
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT_BYTES) {
      child.kill();
    } else {
      output.push(chunk);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaints.length < 20) {
      complaints.push(chunk);
    }
  });
  child.stdin.on('error', () => {}); // git may end before it has read all; its exit code tells
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', () =>
      reject(new GitFailure('git could not be started: is it installed?')),
    );
    child.on('close', resolve);
  });
  if (code !== 0) {
    const said = Buffer.concat(complaints)
      .toString('utf8')
      .replaceAll(directory, '')
      .trim();
    throw new GitFailure(
      `git ${args[0]} failed: ${said || `exit code ${code}`}`,
    );
  }
  return Buffer.concat(output).toString('utf8');
}
