import { ChildProcess, spawn } from 'node:child_process';
import { GitError } from './GitError';
import { gitError, gitFailure } from './gitFailure';

export interface GitRun {
  binary: string;
  /** Only fixed words, object ids, checked names and the checked URL; secrets go by `env`. */
  args: readonly string[];
  env: Record<string, string>;
  input?: string | Uint8Array;
  timeoutMs: number;
  /** More output than this ends the run. */
  maxOutputBytes: number;
  /** Asked now and then while git runs; a returned error ends the run. */
  watch?: () => Promise<GitError | undefined>;
  /** Explains a run that failed; default by what git said. */
  explain?: (stderr: string, stdout: string) => GitError;
  signal?: AbortSignal;
}

const maxStderrBytes = 64 * 1024;
const watchEveryMs = 250;

/** git starts helpers of its own (git-remote-https), so the whole process group has to go. */
function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Runs git without a shell. @throws GitError for anything but exit code 0 */
export async function runGit(run: GitRun): Promise<Buffer> {
  if (run.signal?.aborted) {
    throw gitError('aborted');
  }
  const child = spawn(run.binary, run.args, {
    env: run.env,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  let outputBytes = 0;
  let errorBytes = 0;
  let ended: GitError | undefined;
  const end = (error: GitError) => {
    ended ??= error;
    killGroup(child);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length;
    if (outputBytes > run.maxOutputBytes) {
      end(
        new GitError(
          'tooLarge',
          'The repository holds more below this path than CNOC reads.',
        ),
      );
    } else {
      output.push(chunk);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (errorBytes < maxStderrBytes) {
      errorBytes += chunk.length;
      errors.push(chunk);
    }
  });
  // git may end before it has read all of its input; its exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.end(run.input ?? '');

  const onAbort = () => end(gitError('aborted'));
  run.signal?.addEventListener('abort', onAbort, { once: true });
  const deadline = setTimeout(() => end(gitError('timeout')), run.timeoutMs);
  let watching = false;
  const watcher =
    run.watch &&
    setInterval(async () => {
      if (watching) {
        return;
      }
      watching = true;
      try {
        const error = await run.watch!();
        if (error) {
          end(error);
        }
      } finally {
        watching = false;
      }
    }, watchEveryMs);
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once('error', () =>
        fail(
          new GitError(
            'failed',
            'git could not be started; install git on the machine that runs the backend.',
          ),
        ),
      );
      child.once('close', done);
    });
    if (ended) {
      throw ended;
    }
    if (code !== 0) {
      const said = Buffer.concat(errors).toString('utf8');
      throw run.explain
        ? run.explain(said, Buffer.concat(output).toString('utf8'))
        : gitFailure(said);
    }
    return Buffer.concat(output);
  } finally {
    clearTimeout(deadline);
    clearInterval(watcher);
    run.signal?.removeEventListener('abort', onAbort);
  }
}
