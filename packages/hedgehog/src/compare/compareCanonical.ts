import { kindOf, kinds } from '../kinds';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath, PathSegments } from '../model/path';
import { bySeverity } from '../model/Severity';
import { group, map, text } from '../schema/Field';
import { Difference, Drift, DriftContext } from './Drift';
import { Change, findChanges } from './findChanges';
import { isEqual } from './isEqual';
import { PathPattern } from './PathPattern';
import { judge } from './severityRules';

const shapes = new Map(
  kinds.map(kind => [
    kind.kind,
    group('', {
      spec: kind.spec,
      metadata: group('', {
        labels: map('', text('')),
        annotations: map('', text('')),
      }),
    }),
  ]),
);
const hydrated = new Map(
  kinds.map(kind => [
    kind.kind,
    kind.hydrated.map(path => PathPattern.of(path)),
  ]),
);

/**
 * Compares two canonical objects (see `canonicalize`) of the same kind and name. Either may be absent: in git only is
 * `committed`, in the cluster only is `orphaned`. Fields that the installer hydrates and git leaves out are no difference;
 * a note says so.
 *
 * @param context the fabric around the object (see `FabricContext`); without it, rules for single fields judge
 */
export function compareCanonical(
  desired: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
  context?: DriftContext,
): Drift {
  const drift = compareAlone(desired, live);
  return context && drift.state !== 'synced'
    ? context.refine(drift, desired, live)
    : drift;
}

function compareAlone(
  desired: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
): Drift {
  if (!desired || !live) return compareWithNothing(desired, live);
  if (isEqual(desired, live)) return { state: 'synced', differences: [] };
  const { kind } = desired;
  const { name } = desired.metadata;
  const changes = findChanges(
    comparable(desired),
    comparable(live),
    shapes.get(kind),
  );
  const drifted: Change[] = [];
  const left: Change[] = [];
  for (const change of changes)
    (isHydration(kind, change) ? left : drifted).push(change);
  const differences = drifted
    .map(({ path, desired: wanted, live: found }): Difference => {
      const verdict = judge('field', path, {
        kind,
        name,
        desired: wanted,
        live: found,
        desiredObject: desired,
        liveObject: live,
      });
      return {
        path: formatPath(path),
        ...(wanted === undefined ? {} : { desired: wanted }),
        ...(found === undefined ? {} : { live: found }),
        ...verdict,
      };
    })
    .sort((a, b) => bySeverity(a.severity, b.severity));
  return {
    ...(differences.length === 0 ? { state: 'synced' } : worst(differences)),
    differences,
    ...(left.length === 0
      ? {}
      : {
          notes: [
            hydrationNote(
              kind,
              name,
              left.map(({ path }) => path),
            ),
          ],
        }),
  };
}

/** Settings, labels and annotations are told one by one, also when one side has none at all. */
function comparable(object: KubernetesObject): KubernetesObject {
  const { labels = {}, annotations = {} } = object.metadata;
  return {
    ...object,
    spec: object.spec ?? {},
    metadata: { ...object.metadata, labels, annotations },
  };
}

function worst([gravest]: Difference[]): Pick<
  Drift,
  'state' | 'severity' | 'reason' | 'rule'
> {
  const { severity, reason, rule } = gravest;
  return { state: 'drifted', severity, reason, rule };
}

function compareWithNothing(
  desired: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
): Drift {
  const object = desired ?? live;
  if (!object) return { state: 'synced', differences: [] };
  const verdict = judge(desired ? 'missing' : 'orphan', [], {
    kind: object.kind,
    name: object.metadata.name,
    desired,
    live,
    desiredObject: desired,
    liveObject: live,
  });
  return {
    state: desired ? 'committed' : 'orphaned',
    ...verdict,
    differences: [],
  };
}

/** Only what git leaves out: a hydrated field that git does set is compared like any other. */
function isHydration(kind: string, { path, desired }: Change): boolean {
  if (desired !== undefined) return false;
  return (hydrated.get(kind) ?? []).some(pattern => pattern.match(path));
}

function hydrationNote(
  kind: string,
  name: string,
  paths: PathSegments[],
): string {
  const names = paths.map(formatPath);
  const more = names.length > 4 ? ` and ${names.length - 4} more` : '';
  return `Git leaves out what the installer fills in for ${kind} ${name}, so it was not compared: ${names
    .slice(0, 4)
    .join(', ')}${more}.`;
}

/** True for an object whose addresses and AS numbers are still to be filled in by the installer; it cannot be applied. */
export function isUnhydrated(object: KubernetesObject): boolean {
  return kindOf(object)?.isUnhydrated?.(object.spec ?? {}) ?? false;
}
