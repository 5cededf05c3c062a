/*
 * Keeps the servers of one control plane: they end, and their folder goes, when the process that asked for them ends,
 * however it ends. Speaks over the channel of `fork`:
 *   in  { start: name, command, args, log } · { stop: name }
 *   out { started: name } · { stopped: name } · { ended: name, code } for an end that nobody asked for
 * argv: the folder to remove.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const GRACE_MS = 5_000;
const [folder] = process.argv.slice(2);
/** @type {Map<string, import('node:child_process').ChildProcess>} in the order of their start */
const servers = new Map();

function start({ start: name, command, args, log }) {
  const output = openSync(log, 'a');
  const child = spawn(command, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  servers.set(name, child);
  child.once('spawn', () => say({ started: name, pid: child.pid }));
  child.once('error', error => say({ ended: name, code: error.code }));
  child.once('exit', (code, signal) => {
    if (servers.get(name) !== child) return;
    servers.delete(name);
    say({ ended: name, code: code ?? signal });
  });
}

async function stop(name) {
  const child = servers.get(name);
  servers.delete(name);
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(timer);
  }
  say({ stopped: name });
}

let ending;
function end() {
  ending ??= (async () => {
    for (const name of [...servers.keys()].reverse()) await stop(name);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  })();
}

function say(message) {
  if (process.connected) process.send(message, () => {});
}

process.on('message', message => {
  if (ending) return;
  if (message.start) start(message);
  else stop(message.stop);
});
process.on('disconnect', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
