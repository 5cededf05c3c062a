import { serveTasks } from '../serveTasks';
import type { ParseTask } from '../tasks';

/** A worker that fails as its files tell it to. */
export const testWorkerFile = __filename;

const hoard: string[] = [];

function obey(order: string): void {
  switch (order) {
    case 'hang':
      for (;;) hoard.length = 0;
    case 'exit':
      process.exit(1);
      break;
    case 'throw':
      throw new TypeError('secret');
    case 'hoard':
      for (;;) hoard.push(JSON.stringify(new Array(10_000).fill(hoard.length)));
    default:
  }
}

serveTasks(input => {
  const task = input as ParseTask;
  if (task.type !== 'read') return { env: process.env };
  return task.files.map(({ path, text }) => {
    obey(Buffer.from(text).toString());
    return {
      fatal: [],
      notes: [{ rule: 'read', severity: 'info', message: path }],
      resources: [],
    };
  });
});
