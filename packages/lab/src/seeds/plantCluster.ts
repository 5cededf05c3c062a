import { applyOrder, readYaml, type KubernetesObject } from '@cnoc/hedgehog';
import type { LabCluster } from '../LabCluster';
import type { HandEdit, LabFabricSeed } from './LabFabricSeed';

const DEPLOYER = 'cnoc';

/** Fills a new cluster with what the seed's deployed commit holds, then does the hand edits. Throws on a bad seed. */
export function plantCluster(cluster: LabCluster, seed: LabFabricSeed): void {
  cluster.create(
    {
      apiVersion: 'gateway.githedgehog.com/v1alpha1',
      kind: 'GatewayGroup',
      metadata: { name: 'default' },
      spec: {},
    },
    { manager: 'fabric' },
  );
  const deployed = seed.deployedCommit ?? seed.history.length - 1;
  const at = seed.history[deployed]?.at;
  const items = objectsAt(seed, deployed).map(object => ({
    kind: object.kind,
    name: object.metadata.name,
    object,
  }));
  for (const wave of applyOrder(items, item => item.object)) {
    for (const { object } of wave) {
      cluster.apply(object, { manager: DEPLOYER, ...(at ? { at } : {}) });
    }
  }
  seed.handEdits.forEach(edit => doByHand(cluster, edit));
}

/** The objects of a fabric's directory after a commit of its history. Throws when a document is broken. */
export function objectsAt(
  seed: LabFabricSeed,
  commit: number,
): KubernetesObject[] {
  const files = new Map<string, string | null>();
  for (const { files: changed } of seed.history.slice(0, commit + 1)) {
    for (const [file, text] of Object.entries(changed)) {
      files.set(file, text);
    }
  }
  return [...files].flatMap(([file, text]) => {
    if (text === null || !/\.ya?ml$/.test(file)) {
      return [];
    }
    const { objects, diagnostics } = readYaml(text, { file });
    const [fault] = diagnostics;
    if (fault) {
      throw new Error(
        `Seed ${seed.name}, ${file}:${fault.line ?? 1}: ${fault.message}`,
      );
    }
    return objects.map(({ object }) => object);
  });
}

function doByHand(cluster: LabCluster, edit: HandEdit): void {
  const { manager, at } = edit;
  const actor = { manager, ...(at ? { at } : {}) };
  if ('create' in edit) {
    cluster.create(edit.create, actor);
  } else if ('remove' in edit) {
    cluster.remove(edit.kind, edit.name);
  } else {
    cluster.patch(edit.kind, edit.name, edit.mergePatch, actor);
  }
}
