import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SwitchAgents, type AgentTimes } from './agents/SwitchAgents';
import { LabGit } from './git/LabGit';
import { labControl } from './http/labControl';
import { LabServer } from './http/LabServer';
import { LabCluster } from './LabCluster';
import type { AdmissionMode } from './kubernetes/admission/HedgehogAdmission';
import { closFabric } from './seeds/closFabric';
import type { LabFabricSeed } from './seeds/LabFabricSeed';
import { meshFabric } from './seeds/meshFabric';
import { plantCluster } from './seeds/plantCluster';
import { plantRepository } from './seeds/plantRepository';
import { lockFolder } from './state/lockFolder';
import type { ClusterState } from './state/ClusterState';
import { StateFile } from './state/StateFile';

export interface LabOptions {
  /** Keep the state here, so that a restart goes on where the lab stopped; absent = a folder that stop() removes. */
  dataDir?: string;
  /** Default: both seeds. They are planted on the first start only. */
  fabrics?: LabFabricSeed[];
  /** 0 or absent = a free port. */
  port?: number;
  /** Times of the switch agents in milliseconds; false = no agents. */
  agents?: AgentTimes | false;
  logger?: (line: string) => void;
  now?: () => Date;
  /** Time between bookmarks of a watch; default 10,000. */
  bookmarkIntervalMs?: number;
  /** `defaults` = fill in as the webhooks do, but refuse nothing; default: full. */
  admission?: AdmissionMode;
  /** Watch events each cluster keeps; default 20,000. */
  maxHistory?: number;
}

type Stop = () => Promise<void> | void;

interface LabParts {
  url: string;
  clusters: ReadonlyMap<string, LabCluster>;
  git: LabGit;
  agents: ReadonlyMap<string, SwitchAgents>;
}

/** Hedgehog control clusters and a git server on one port of this machine. */
export class Lab {
  readonly url: string;
  readonly clusters: ReadonlyMap<string, LabCluster>;
  readonly git: LabGit;
  /** The switch agents by cluster; empty without agents. */
  readonly agents: ReadonlyMap<string, SwitchAgents>;
  readonly #stops: Stop[];

  private constructor(parts: LabParts, stops: Stop[]) {
    this.url = parts.url;
    this.clusters = parts.clusters;
    this.git = parts.git;
    this.agents = parts.agents;
    this.#stops = stops;
  }

  /** Throws an error with `code: 'EADDRINUSE'` when the port is taken, and when another lab uses the data folder. */
  static async start(options: LabOptions = {}): Promise<Lab> {
    const stops: Stop[] = [];
    try {
      return new Lab(await startParts(options, stops), stops);
    } catch (error) {
      await stopAll(stops);
      throw error;
    }
  }

  /** Ends every connection, saves, and removes what was temporary. */
  async stop(): Promise<void> {
    await stopAll(this.#stops);
  }
}

async function startParts(
  options: LabOptions,
  stops: Stop[],
): Promise<LabParts> {
  const dataDir =
    options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'cnoc-lab-')));
  stops.push(
    options.dataDir
      ? await lockFolder(dataDir)
      : () => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }),
  );
  const server = await LabServer.start(options.port ?? 0);
  stops.push(() => server.stop());

  const places: Place[] = [];
  for (const seed of options.fabrics ?? [closFabric(), meshFabric()]) {
    const file = path.join(dataDir, 'clusters', `${seed.name}.json`);
    places.push({ seed, file, state: await StateFile.read(file) });
  }
  const git = LabGit.create({ directory: path.join(dataDir, 'git') });
  git.serveAt(`${server.url}/git`);
  await plantRepository(
    git,
    places.filter(({ state }) => !state).map(({ seed }) => seed),
  );
  server.route('/git', (request, response, url) =>
    git.handle(request, response, url),
  );

  const clusters = new Map<string, LabCluster>();
  const agents = new Map<string, SwitchAgents>();
  for (const place of places) {
    const { name } = place.seed;
    const cluster = await startCluster(place, options, stops);
    clusters.set(name, cluster);
    if (options.agents !== false) {
      const played = SwitchAgents.start(cluster, options.agents, options.now);
      stops.push(() => played.stop());
      agents.set(name, played);
    }
    cluster.serveAt(`${server.url}/clusters/${name}`);
    server.route(`/clusters/${name}`, (request, response, url) =>
      cluster.handle(request, response, url),
    );
    const beginning = place.state ? 'goes on' : 'is new';
    options.logger?.(`lab: cluster ${name} ${beginning} at ${cluster.url}`);
  }
  // the first to go at the end: nothing may be written after the state was saved
  stops.push(() => server.stop());
  const parts = { url: server.url, clusters, git, agents };
  server.route('/lab', labControl(parts));
  return parts;
}

/** A fabric and where its cluster's state is kept. */
interface Place {
  seed: LabFabricSeed;
  file: string;
  state?: ClusterState;
}

/** A cluster as it was left, or a new one with the seed in it; saved from now on if there is a folder to keep it. */
async function startCluster(
  { seed, file, state }: Place,
  options: LabOptions,
  stops: Stop[],
): Promise<LabCluster> {
  const { now, admission, bookmarkIntervalMs, maxHistory, logger } = options;
  const cluster = LabCluster.create({
    name: seed.name,
    state,
    now,
    admission,
    bookmarkIntervalMs,
    maxHistory,
    logger,
  });
  if (!state) {
    plantCluster(cluster, seed);
  }
  if (options.dataDir) {
    const saved = new StateFile(file, () => cluster.state());
    await saved.flush();
    stops.push(() => saved.flush());
    stops.push(cluster.onChange(() => saved.touch()));
  }
  return cluster;
}

/** Ends everything, whatever fails on the way; then throws the first failure. */
async function stopAll(stops: Stop[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops.splice(0).reverse()) {
    try {
      await stop();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length) {
    throw failures[0];
  }
}
