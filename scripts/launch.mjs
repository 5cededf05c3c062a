#!/usr/bin/env node
// The one entry behind `npm start`, `npm test` and the other commands. It needs git, npm and any Node from 20 on, and
// nothing that is installed: Node built-ins only, here and in launcher/.
import { install } from './launcher/install.mjs';
import { Problem } from './launcher/Problem.mjs';
import { withToolchain } from './launcher/toolchain.mjs';

const commands = {
  start: () => import('./launcher/start.mjs'),
  test: () => import('./launcher/test.mjs'),
  e2e: () => import('./launcher/e2e.mjs'),
  bench: () => import('./launcher/bench.mjs'),
  lab: () => import('./launcher/lab.mjs'),
  reset: () => import('./launcher/reset.mjs'),
  // Any command under the project's toolchain: `node scripts/launch.mjs run yarn tsc`.
  run: () => import('./launcher/run.mjs'),
};

async function main([name, ...args]) {
  const load = Object.hasOwn(commands, name ?? '') && commands[name];
  if (!load) {
    throw new Problem(`Say what to do: ${Object.keys(commands).join(', ')}.`);
  }
  if (name !== 'reset') {
    const relaunched = await withToolchain([name, ...args]);
    if (relaunched !== undefined) return relaunched;
    await install();
  }
  const { main: command } = await load();
  return command(args);
}

main(process.argv.slice(2)).then(
  // Exits by hand: what a library hooks on the end of the process must not change the code that checks rely on.
  code => process.exit(code ?? 0),
  error => {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exit(1);
  },
);
