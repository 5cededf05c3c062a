import { Drift, DriftContext } from '../compare/Drift';
import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { keyOf } from '../references/ReferenceIndex';
import { isDecidedByModel } from './decidedRules';
import { FabricModel, modelOfRecords } from './FabricModel';
import { Neighbourhoods } from './Neighbourhoods';
import { Underlay } from './Underlay';
import { FabricRecord, FabricRecords, recordOf } from './FabricRecords';
import { Impact } from './Impact';
import { impactOfModels } from './impactOf';
import { judgeDrift } from './judgeDrift';
import { isSameRecord } from './isSameRecord';

export interface FabricContextInput {
  /** What git has. */
  desired: Iterable<KubernetesObject>;
  /** What the cluster has, of every kind, whether git manages it or not. */
  live: Iterable<KubernetesObject>;
  /** Kinds that git manages. Of others the cluster's objects stand for both sides. The kinds git has, unless given. */
  managedKinds?: ReadonlySet<string>;
  /** Kinds that could not be listed: they are taken to be as git says. */
  unknownKinds?: ReadonlySet<string>;
  /** `drift`: what the cluster lacks against git. `deploy`: what deploying git changes in the cluster. */
  direction?: 'drift' | 'deploy';
  /**
   * Most objects whose effect is worked out; those after are judged by the rules for fields. 256 unless given. One that
   * joins or splits the fabric counts as 16, as it can touch everything.
   */
  budget?: number;
}

interface Side {
  records: FabricRecords;
  neighbourhoods: Neighbourhoods;
}

const shownEffects = 5;
/** What working out an effect on the whole fabric costs, in effects on a neighbourhood. */
const wholeCost = 16;

/**
 * The whole fabric in git and in the cluster, to say what the drift of one object does. Reads nothing until the first
 * object that differs. Objects must not change while the context is in use. Without any switch or cabling on either side
 * it knows nothing, and drifts stay as they are.
 */
export class FabricContext implements DriftContext {
  readonly #input: FabricContextInput;
  #sides: { desired: Side; live: Side } | 'unusable' | undefined;
  #left: number;

  private constructor(input: FabricContextInput) {
    this.#input = input;
    this.#left = input.budget ?? 256;
  }

  static of(input: FabricContextInput): FabricContext {
    return new FabricContext(input);
  }

  refine(
    drift: Drift,
    desired: KubernetesObject | undefined,
    live: KubernetesObject | undefined,
  ): Drift {
    const object = desired ?? live;
    if (!object) return drift;
    const key = { kind: object.kind, name: object.metadata.name };
    const isDeploy = this.#input.direction === 'deploy';
    const wanted = desired && recordOf(desired);
    const found = live && recordOf(live);
    if (isSameRecord(wanted, found)) {
      const isGuessed =
        isDecidedByModel(drift.rule ?? '') ||
        drift.differences.some(one => isDecidedByModel(one.rule, one));
      if (!isGuessed) return drift;
      return this.#known() ? judgeDrift(drift, key, [], isDeploy) : drift;
    }
    const sides = this.#known();
    if (!sides || this.#left <= 0) return drift;
    this.#left -= 1;
    const { alone, together } = this.#impactsOf(sides, key, wanted, found);
    // Where several drifts only together do harm, none may be called harmless.
    if (!alone.some(hurtsServers) && hurtsServers(together)) return drift;
    return judgeDrift(drift, key, alone, isDeploy);
  }

  /**
   * The effect of one object's drift on an otherwise sound fabric, and on the fabric as it is: of two peerings that each
   * suffice and are both gone, only the second view shows the loss. `together` is what all drifts around the object do.
   */
  #impactsOf(
    { desired, live }: { desired: Side; live: Side },
    key: ObjectKey,
    wanted: FabricRecord | undefined,
    found: FabricRecord | undefined,
  ): { alone: Impact[]; together: Impact } {
    const versions = [wanted, found].flatMap(version => version ?? []);
    const [broken, mended] = [
      this.#step(desired, key, versions, found),
      this.#step(live, key, versions, wanted),
    ];
    const isDeploy = this.#input.direction === 'deploy';
    const steps = isDeploy
      ? [mended, [broken[1], broken[0]], [mended[0], broken[0]]]
      : [broken, [mended[1], mended[0]], [broken[0], mended[0]]];
    const [first, second, together] = steps.map(([before, after]) =>
      impactOfModels(before, after, [], shownEffects),
    );
    return { alone: [first, second], together };
  }

  /** Models around an object as it is on a side, and with it replaced. */
  #step(
    { records, neighbourhoods }: Side,
    key: ObjectKey,
    versions: readonly FabricRecord[],
    replacement: FabricRecord | undefined,
  ): [FabricModel, FabricModel] {
    const near = neighbourhoods.around(versions);
    const isLocal =
      !['Switch', 'Connection'].includes(key.kind) ||
      Underlay.of(near).hasIslandsOf(
        withRecord(near, key, replacement, Underlay.of),
      );
    if (!isLocal) this.#left -= wholeCost - 1;
    const part = isLocal ? near : records;
    return [
      modelOfRecords(part),
      withRecord(part, key, replacement, modelOfRecords),
    ];
  }

  #known(): { desired: Side; live: Side } | undefined {
    this.#sides ??= this.#read();
    return this.#sides === 'unusable' ? undefined : this.#sides;
  }

  #read(): { desired: Side; live: Side } | 'unusable' {
    const git = [...this.#input.desired];
    const cluster = [...this.#input.live];
    const managed =
      this.#input.managedKinds ?? new Set(git.map(({ kind }) => kind));
    const unknown = this.#input.unknownKinds ?? new Set();
    const cache = new Map<KubernetesObject, FabricRecord | undefined>();
    const read = (objects: KubernetesObject[]) =>
      FabricRecords.of(
        objects.map(object => {
          if (!cache.has(object)) cache.set(object, recordOf(object));
          return cache.get(object);
        }),
      );
    const desired = read([
      ...cluster.filter(({ kind }) => !managed.has(kind)),
      ...git.filter(({ kind }) => managed.has(kind)),
    ]);
    const live = read([
      ...cluster.filter(({ kind }) => !unknown.has(kind)),
      ...git.filter(({ kind }) => unknown.has(kind)),
    ]);
    const hasWiring = [desired, live].some(
      ({ byKind }) => byKind.Switch.size > 0 && byKind.Connection.size > 0,
    );
    if (!hasWiring) return 'unusable';
    const sideOf = (records: FabricRecords): Side => ({
      records,
      neighbourhoods: Neighbourhoods.of(records),
    });
    return { desired: sideOf(desired), live: sideOf(live) };
  }
}

function hurtsServers({ lost }: Impact): boolean {
  return lost.membership + lost.reach + lost.outside + lost.redundancy > 0;
}

/** What follows from records in which one object is another, or is not there. The records are as before afterwards. */
function withRecord<T>(
  records: FabricRecords,
  { kind, name }: ObjectKey,
  record: FabricRecord | undefined,
  look: (records: FabricRecords) => T,
): T {
  const map = (
    records.byKind as Record<string, Map<string, unknown> | undefined>
  )[kind];
  if (!map) throw new Error(`${keyOf({ kind, name })} has no records`);
  const before = map.get(name);
  if (record) map.set(name, record.value);
  else map.delete(name);
  const result = look(records);
  if (before === undefined) map.delete(name);
  else map.set(name, before);
  return result;
}
