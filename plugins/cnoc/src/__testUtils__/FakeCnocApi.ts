import { NotFoundError } from '@backstage/errors';
import type {
  CnocApi,
  DeploymentLogEvent,
} from '@cnoc/backstage-plugin-cnoc-common';
import { activity } from './activity';
import { answered } from './answered';
import { clusterApi } from './clusterApi';
import {
  labToken,
  oldPassword,
  rotationIdle,
  rotationRunning,
  westKey,
} from './credentials';
import {
  deploymentPartial,
  deploymentRunning,
  deploymentSucceeded,
} from './deployments';
import { labClos, labMesh, overview, staleFabric } from './fabrics';
import { findingApi } from './findingApi';
import { gitApi } from './git';
import { planPruned, planReady } from './plans';
import {
  failedTest,
  labRepository,
  passedTest,
  spareRepository,
  westRepository,
} from './repositories';
import { kinds, resources, vpcDetail } from './resources';

export { answered };

/** An engine with three fabrics, repositories and credentials; every method may be replaced. */
export function fakeCnocApi(overrides: Partial<CnocApi> = {}): CnocApi {
  const fabrics = [labClos, labMesh, staleFabric];
  const getFabric: CnocApi['getFabric'] = async name => {
    const fabric = fabrics.find(f => f.name === name);
    if (!fabric) throw answered(404, `No fabric '${name}'`);
    return fabric;
  };
  const repositories = [labRepository, spareRepository, westRepository];
  const getRepository = async (name: string) => {
    const repository = repositories.find(r => r.name === name);
    if (!repository) throw answered(404, `No repository '${name}'`);
    return repository;
  };
  const credentials = [labToken, oldPassword, westKey];
  const getCredential = async (name: string) => {
    const credential = credentials.find(c => c.name === name);
    if (!credential) throw answered(404, `No credential '${name}'`);
    return credential;
  };
  return {
    ...gitApi,
    ...clusterApi,
    ...findingApi,
    listKinds: async () => ({ items: [] }),
    getOverview: async () => overview,
    listRepositories: async () => ({ items: repositories }),
    getRepository,
    createRepository: async input => ({ ...labRepository, ...input }),
    updateRepository: getRepository,
    deleteRepository: async () => {},
    testRepository: async () => failedTest,
    testRepositoryInput: async () => passedTest,
    trustHostKey: getRepository,
    listCredentials: async () => ({ items: credentials }),
    getCredential,
    createCredential: async ({ name, type }) => ({ ...labToken, name, type }),
    updateCredential: getCredential,
    deleteCredential: async () => {},
    rotateCredential: getCredential,
    getKeyRotation: async () => rotationIdle,
    startKeyRotation: async () => rotationRunning,
    listFabrics: async () => ({ items: fabrics, totalItems: fabrics.length }),
    getFabric,
    syncFabric: getFabric,
    checkFabric: getFabric,
    testFabric: async () => ({
      ok: false,
      message: 'Connection refused',
      kinds: [],
      checks: [],
      rights: [],
      roleYaml: '',
    }),
    createFabric: async ({ name }) => ({ ...labClos, name }),
    updateFabric: name => getFabric(name),
    deleteFabric: async () => {},
    selfTestFabric: async () => ({ ok: true, message: 'Seen', steps: [] }),
    validateYaml: async () => ({ resources: [], diagnostics: [] }),
    listResources: async (_fabric, query = {}) => {
      const items = resources.filter(
        r =>
          (!query.kind || r.kind === query.kind) &&
          (!query.state || r.state === query.state) &&
          (!query.severity || r.severity === query.severity) &&
          (!query.text || r.name.includes(query.text)),
      );
      return { items, totalItems: items.length, kinds };
    },
    getResource: async (_fabric, kind, name) => {
      if (kind !== 'VPC' || name !== 'vpc-1') throw answered(404);
      return vpcDetail;
    },
    listActivity: async () => ({ items: activity }),
    listPlans: async () => ({ items: [] }),
    createPlan: async (_fabric, request) =>
      request.prune ? planPruned : planReady,
    getPlan: async (_fabric, id) => {
      const plan = [planReady, planPruned].find(p => p.id === id);
      if (!plan) throw answered(404);
      return plan;
    },
    listDeployments: async () => ({
      items: [deploymentSucceeded, deploymentPartial],
    }),
    createDeployment: async () => deploymentRunning,
    getDeployment: async (_fabric, id) => {
      const deployment = [
        deploymentRunning,
        deploymentSucceeded,
        deploymentPartial,
      ].find(d => d.id === id);
      if (!deployment) throw new NotFoundError(`No deployment ${id}`);
      return deployment;
    },
    async *streamDeploymentLog(): AsyncGenerator<DeploymentLogEvent> {
      // Nothing happens until a test says so.
    },
    ...overrides,
  };
}
