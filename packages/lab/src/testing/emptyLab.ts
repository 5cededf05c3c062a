import { Lab, type LabOptions } from '../Lab';
import type { LabCluster } from '../LabCluster';
import { fabricSeed } from './seedsOf';

/** A lab with one cluster `test` that holds no objects of its own, and no agents. */
export async function startEmptyLab(
  options: LabOptions = {},
): Promise<{ lab: Lab; cluster: LabCluster }> {
  const lab = await Lab.start({
    fabrics: [fabricSeed('test', { 'README.md': 'nothing yet\n' })],
    agents: false,
    ...options,
  });
  const cluster = lab.clusters.get('test');
  if (!cluster) {
    throw new Error('The lab has no cluster test');
  }
  return { lab, cluster };
}
