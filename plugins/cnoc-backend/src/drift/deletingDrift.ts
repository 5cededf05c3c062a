import { compareCanonical, type Drift } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { LiveObject } from '../live';
import type { contextOf } from './contextOf';

/** A resource that the cluster is about to lose, or loses as git wants. */
export const deletingRule = 'drift.deleting';

/**
 * What being deleted amounts to (C18): nothing that stands in git is in sync while the cluster removes it, however equal
 * the two still are. It is as grave as its absence will be.
 */
export function deletingDrift(
  inGit: DesiredObject | undefined,
  inCluster: LiveObject,
  context: ReturnType<typeof contextOf>,
): Drift {
  const { kind, name } = inCluster;
  const waits = `${kind} ${name} is being deleted in the cluster and waits for its finalizers`;
  if (!inGit) {
    return {
      state: 'orphaned',
      severity: 'info',
      reason: `${waits}; git does not have it any more.`,
      rule: deletingRule,
      differences: [],
    };
  }
  const { differences } = compareCanonical(
    inGit.canonical,
    inCluster.canonical,
  );
  const loss = compareCanonical(inGit.canonical, undefined, context);
  return {
    state: 'drifted',
    severity: loss.severity,
    reason: `${waits}, although git has it. Once it is gone: ${
      loss.reason ?? 'what it does is lost'
    }`,
    rule: deletingRule,
    differences,
  };
}
