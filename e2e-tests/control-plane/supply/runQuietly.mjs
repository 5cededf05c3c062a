import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Problem } from './launcher.mjs';

/** Long builds give way to everything else on the machine. */
const NICE = 15;
const KEPT_LINES = 15;

/** Somebody told us to end; no other way is tried then. */
export class Interrupted extends Error {}

/**
 * Runs a command at low priority; each line it prints goes to `onLine`. Throws a Problem with its last lines when it
 * fails, and Interrupted when we are told to end.
 */
export async function runQuietly(command, args, options, onLine = () => {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let isInterrupted = false;
  const end = () => {
    isInterrupted = true;
    child.kill('SIGTERM');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach(signal => process.on(signal, end));
  const last = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      last.push(line);
      if (last.length > KEPT_LINES) last.shift();
      onLine(line);
    });
  }
  try {
    await new Promise((resolve, reject) => {
      child.once('spawn', () => lower(child.pid));
      child.once('error', error =>
        reject(new Problem(`${command} could not be started (${error.code}).`)),
      );
      child.once('close', (code, signal) => {
        if (isInterrupted) reject(new Interrupted());
        else if (code === 0) resolve();
        else {
          reject(
            new Problem(
              `${path.basename(command)} ${args[0]} failed (${
                code ?? signal
              }). Its last lines:\n${last.join('\n')}`,
            ),
          );
        }
      });
    });
  } finally {
    signals.forEach(signal => process.off(signal, end));
  }
}

function lower(pid) {
  try {
    setPriority(pid, NICE);
  } catch {
    // Some machines do not let us; the build is then merely less polite.
  }
}
