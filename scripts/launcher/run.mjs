import { Problem } from './Problem.mjs';
import { run } from './processes.mjs';

export function main([command, ...args]) {
  if (!command) throw new Problem('Say which command to run.');
  return run(command, args);
}
