import type { ChangedBy } from '@cnoc/backstage-plugin-cnoc-common';
import {
  cnocManager,
  withDeployment,
  type DeploymentWrite,
  type WritesOf,
} from './DeploymentWrite';
import type { FindingContent } from './FindingStore';
import { byResource } from './history/HistoryKeeper';
import { resourceKey } from './resourceKey';

/** Joins what CNOC itself changed with the deployments that did. */
export async function attribute(
  fabric: string,
  contents: readonly FindingContent[],
  writesOf: WritesOf,
): Promise<FindingContent[]> {
  const ours = contents.filter(
    one =>
      isOurs(one.changedBy) || one.differences.some(d => isOurs(d.changedBy)),
  );
  if (ours.length === 0) return [...contents];
  const writes = byResource(await writesOf(fabric, ours));
  return contents.map(one => {
    const own = writes.get(resourceKey(one));
    return own ? joined(one, own) : one;
  });
}

function isOurs(changedBy: ChangedBy | undefined): boolean {
  return changedBy?.manager === cnocManager;
}

function joined(
  content: FindingContent,
  writes: readonly DeploymentWrite[],
): FindingContent {
  return {
    ...content,
    ...(content.changedBy && {
      changedBy: withDeployment(content.changedBy, writes),
    }),
    differences: content.differences.map(one =>
      one.changedBy
        ? { ...one, changedBy: withDeployment(one.changedBy, writes) }
        : one,
    ),
  };
}
