import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import type { DeploymentService } from '../deployments/DeploymentService';
import type { DesiredService } from '../desired';
import type { FindingStore } from '../drift/FindingStore';
import type { ResourceStateStore } from '../drift/ResourceStateStore';
import type { FabricRecord } from '../fabrics/FabricStore';
import type { RepositoryService } from '../repositories';
import { presentFabric } from './presentFabric';

/** Gathers what the rooms know of fabrics into the contract's shape. */
export class FabricPresenter {
  readonly #desired: DesiredService;
  readonly #states: ResourceStateStore;
  readonly #findings: FindingStore;
  readonly #deployments: DeploymentService;
  readonly #repositories: RepositoryService;
  readonly #isLab: FabricPresenterOptions['isLab'];

  private constructor(options: FabricPresenterOptions) {
    this.#desired = options.desired;
    this.#states = options.states;
    this.#findings = options.findings;
    this.#deployments = options.deployments;
    this.#repositories = options.repositories;
    this.#isLab = options.isLab;
  }

  static create(options: FabricPresenterOptions): FabricPresenter {
    return new FabricPresenter(options);
  }

  async present(records: FabricRecord[]): Promise<Fabric[]> {
    const names = records.map(record => record.definition.name);
    const [counts, findings, driftSince, deployments, runs, labs] =
      await Promise.all([
        this.#states.counts(names),
        this.#findings.counts(names),
        this.#findings.driftSince(names),
        this.#deployments.latest(names),
        Promise.all(names.map(name => this.#desired.lastRun(name))),
        this.#labsOf(records),
      ]);
    const remotes = this.#repositories.definitions();
    return records.map((record, index) => {
      const { name, repository } = record.definition;
      return presentFabric({
        record,
        run: runs[index],
        counts: counts.get(name)!,
        findings: findings.get(name)!,
        driftSince: driftSince.get(name),
        lab: labs.has(record.definition.cluster),
        repository: remotes.find(remote => remote.name === repository),
        lastDeployment: deployments.get(name),
      });
    });
  }

  /** Those of the fabrics' clusters that are labs. */
  async #labsOf(records: FabricRecord[]): Promise<ReadonlySet<string>> {
    const labs = new Set<string>();
    for (const cluster of new Set(
      records.map(({ definition }) => definition.cluster),
    )) {
      if (await this.#isLab(cluster)) labs.add(cluster);
    }
    return labs;
  }
}

export interface FabricPresenterOptions {
  desired: DesiredService;
  states: ResourceStateStore;
  findings: FindingStore;
  deployments: DeploymentService;
  repositories: RepositoryService;
  /** Whether a cluster is a lab */
  isLab(cluster: string): Promise<boolean>;
}
