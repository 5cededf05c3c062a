import { spawn } from 'node:child_process';
import { Problem } from './Problem.mjs';
import { root } from './paths.mjs';

/** Runs a command to its end with our own terminal; resolves to its exit code. Signals reach it through the terminal. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      // npm and yarn are scripts on Windows, which only a shell starts.
      shell: process.platform === 'win32',
      ...options,
    });
    const forward = signal => child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGINT', noop);
    child.once('error', error =>
      reject(
        error.code === 'ENOENT'
          ? new Problem(`'${command}' is not installed or not on the PATH.`)
          : error,
      ),
    );
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', noop);
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}

/** Ctrl-C reaches the child from the terminal; we only wait for it to end. */
function noop() {}

/** Runs a command and resolves to its trimmed output, or undefined when it fails. */
export function outputOf(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    let text = '';
    child.stdout.on('data', chunk => {
      text += chunk;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', code => resolve(code === 0 ? text.trim() : undefined));
  });
}

/** Asks a child to end, and makes it end when it does not within `graceMs`. */
export async function stop(child, graceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}
