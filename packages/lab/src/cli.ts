import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Lab, type LabOptions } from './Lab';

const DEFAULT_PORT = 7443;

/* eslint-disable no-console -- this is the command line program; the console is its page */

/** Takes the wanted port, or a free one when somebody else has it. */
async function startLab(options: LabOptions): Promise<Lab> {
  try {
    return await Lab.start(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
      throw error;
    }
    return Lab.start({ ...options, port: 0 });
  }
}

async function main(): Promise<void> {
  const forProgram = process.env.CNOC_LAB_JSON === '1';
  const dataDir = path.resolve(
    process.env.CNOC_LAB_DATA ?? path.join('.cnoc', 'lab'),
  );
  const port = Number(process.env.CNOC_LAB_PORT ?? DEFAULT_PORT);
  const ended = new Promise<void>(resolve => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    if (forProgram) {
      process.stdin.once('close', resolve).once('end', resolve).resume();
    }
  });
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error('CNOC_LAB_PORT must be a port number from 0 to 65535');
  }
  await mkdir(dataDir, { recursive: true });
  const lab = await startLab({ dataDir, port });
  const kubeconfigs: string[] = [];
  for (const cluster of lab.clusters.values()) {
    const file = path.join(dataDir, `${cluster.name}.kubeconfig`);
    await writeFile(file, cluster.kubeconfig(), { mode: 0o600 });
    kubeconfigs.push(file);
  }
  console.log(
    forProgram
      ? JSON.stringify({ ready: true, url: lab.url })
      : welcome(lab, kubeconfigs, dataDir),
  );
  await ended;
  await lab.stop();
}

function welcome(
  lab: Lab,
  kubeconfigs: readonly string[],
  dataDir: string,
): string {
  const [first] = kubeconfigs;
  return [
    `The lab is ready at ${lab.url}`,
    '',
    ...[...lab.clusters.values()].map(
      ({ name, url }) => `  cluster ${name}: ${url}`,
    ),
    `  git repository: ${lab.git.repositoryUrl('fabrics')}`,
    '',
    'Try it:',
    `  kubectl --kubeconfig ${first} get vpcs,vpcattachments`,
    `  kubectl --kubeconfig ${first} edit vpc web`,
    `  git clone ${lab.git.repositoryUrl('fabrics')}`,
    '',
    `Its state is kept in ${dataDir}; delete that folder to begin anew. Ctrl-C ends the lab.`,
  ].join('\n');
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
