import { Problem } from './Problem.mjs';
import { buildApp } from './buildApp.mjs';
import { Portal } from './portal.mjs';
import { isFree } from './ports.mjs';

const port = Number(process.env.CNOC_PORT ?? 3000);

export async function main() {
  if (!(await isFree(port))) {
    throw new Problem(
      `Port ${port} is taken. Stop the program that listens there, or choose another port: CNOC_PORT=3100 npm start`,
    );
  }
  await buildApp();
  console.log('Starting the lab and the portal …');
  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => resolve());
    }
  });
  const portal = await Promise.race([
    Portal.start({ port }),
    stopped.then(() => undefined),
  ]);
  if (!portal) return 130;
  console.log(`CNOC is ready at http://localhost:${port}`);
  try {
    await Promise.race([stopped, portal.failed]);
  } finally {
    await portal.stop();
  }
  return 0;
}
