import type { Diagnostic, Drift } from '@cnoc/hedgehog';
import type { ChangedBy, Link } from '@cnoc/backstage-plugin-cnoc-common';
import type { SwitchHealth } from '../live';
import { agentFindings } from './agentFindings';
import { worstOf, type ResourceVerdict } from './compareFabric';
import type { FindingContent } from './FindingStore';
import { resourceKey } from './resourceKey';
import { severityRank } from './severityRank';

/** Most validation findings that one fabric keeps; the sync's own diagnostics tell of all. */
const MAX_VALIDATION = 500;

/** Everything that is wrong with a fabric now. */
export function findingsOf(input: {
  verdicts: readonly ResourceVerdict[];
  drifts: ReadonlyMap<string, Drift>;
  switches: readonly SwitchHealth[];
  /** For what a link that is down takes away; absent = not known */
  links?: readonly Link[];
  diagnostics: readonly Diagnostic[];
  /** Who holds a field of a resource in the cluster */
  changedBy: (
    resource: { kind: string; name: string },
    path: string,
  ) => ChangedBy | undefined;
}): FindingContent[] {
  return [
    ...input.verdicts.flatMap(verdict => {
      const drift = input.drifts.get(resourceKey(verdict));
      return drift ? [driftFinding(verdict, drift, input.changedBy)] : [];
    }),
    ...input.switches.flatMap(one => agentFindings(one, input.links)),
    ...input.diagnostics
      .filter(one => one.kind && one.name)
      .slice(0, MAX_VALIDATION)
      .map(validationFinding),
  ];
}

function driftFinding(
  verdict: ResourceVerdict,
  drift: Drift,
  changedByOf: (
    resource: { kind: string; name: string },
    path: string,
  ) => ChangedBy | undefined,
): FindingContent {
  const differences = drift.differences.map(difference => {
    const changedBy = changedByOf(verdict, difference.path);
    return { ...difference, ...(changedBy && { changedBy }) };
  });
  const worst = [...differences].sort(
    (a, b) => severityRank(a.severity) - severityRank(b.severity),
  );
  return {
    kind: verdict.kind,
    name: verdict.name,
    type: 'drift',
    state: verdict.state,
    rule:
      verdict.rule ?? drift.rule ?? worst[0]?.rule ?? `drift.${drift.state}`,
    severity: verdict.severity ?? worstOf(drift),
    reason:
      verdict.reason ??
      worst[0]?.reason ??
      `${verdict.kind} '${verdict.name}' is ${drift.state}`,
    file: verdict.file,
    line: verdict.line,
    commit: verdict.commit,
    changedBy: worst.find(one => one.changedBy)?.changedBy,
    differences,
  };
}

function validationFinding(diagnostic: Diagnostic): FindingContent {
  return {
    kind: diagnostic.kind!,
    name: diagnostic.name!,
    type: 'validation',
    rule: diagnostic.rule,
    severity: diagnostic.severity,
    reason: diagnostic.message,
    file: diagnostic.file,
    line: diagnostic.line,
    differences: diagnostic.path
      ? [
          {
            path: diagnostic.path,
            severity: diagnostic.severity,
            reason: diagnostic.message,
            rule: diagnostic.rule,
          },
        ]
      : [],
  };
}
