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

  private constructor(options: FabricPresenterOptions) {
    this.#desired = options.desired;
    this.#states = options.states;
    this.#findings = options.findings;
    this.#deployments = options.deployments;
    this.#repositories = options.repositories;
  }

  static create(options: FabricPresenterOptions): FabricPresenter {
    return new FabricPresenter(options);
  }

  async present(records: FabricRecord[]): Promise<Fabric[]> {
    const names = records.map(record => record.definition.name);
    const [counts, findings, deployments, runs] = await Promise.all([
      this.#states.counts(names),
      this.#findings.counts(names),
      this.#deployments.latest(names),
      Promise.all(names.map(name => this.#desired.lastRun(name))),
    ]);
    const remotes = this.#repositories.definitions();
    return records.map((record, index) => {
      const { name, repository } = record.definition;
      return presentFabric({
        record,
        run: runs[index],
        counts: counts.get(name)!,
        findings: findings.get(name)!,
        repository: remotes.find(remote => remote.name === repository),
        lastDeployment: deployments.get(name),
      });
    });
  }
}

export interface FabricPresenterOptions {
  desired: DesiredService;
  states: ResourceStateStore;
  findings: FindingStore;
  deployments: DeploymentService;
  repositories: RepositoryService;
}
