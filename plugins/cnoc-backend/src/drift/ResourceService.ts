import { NotFoundError } from '@backstage/errors';
import type {
  Difference,
  Reference,
  ResourceDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { printYaml, referencesOf, type KubernetesObject } from '@cnoc/hedgehog';
import type { DesiredObject, DesiredService } from '../desired';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { LiveService, LiveSnapshot } from '../live';
import { changedByOf } from './changedByOf';
import { contextOf } from './contextOf';
import type { FindingStore } from './FindingStore';
import { resourceKey } from './resourceKey';
import type { ResourceStateStore } from './ResourceStateStore';
import { driftOf, worstOf } from './compareFabric';
import type { WritesOf } from './DeploymentWrite';
import { withDeployment } from './DeploymentWrite';
import type { HistoryStore } from './history/HistoryStore';
import { IgnoreRules } from './ignore/IgnoreRules';
import type { IgnoreRuleStore } from './ignore/IgnoreRuleStore';
import { layersOf } from './layersOf';
import { unknownOf } from './DriftService';

const MAX_REFERENCES = 500;

/** One resource in full: both sides, differences, references both ways. */
export class ResourceService {
  readonly #states: ResourceStateStore;
  readonly #findings: FindingStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #rules: IgnoreRuleStore;
  readonly #history: HistoryStore;
  readonly #writesOf: WritesOf;

  private constructor(options: ResourceServiceOptions) {
    this.#states = options.states;
    this.#findings = options.findings;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#rules = options.rules;
    this.#history = options.history;
    this.#writesOf = options.writesOf;
  }

  static create(options: ResourceServiceOptions): ResourceService {
    return new ResourceService(options);
  }

  /**
   * Compares the resource afresh, so that its differences are those of the two texts shown.
   *
   * @throws NotFoundError when neither git nor the cluster has it, or it is out of the fabric's scope
   */
  async describe(
    definition: FabricDefinition,
    kind: string,
    name: string,
  ): Promise<ResourceDetail> {
    const fabric = definition.name;
    const resource = { kind, name };
    const [
      row,
      run,
      inGit,
      desired,
      live,
      snapshot,
      openFindings,
      rules,
      ages,
      writes,
    ] = await Promise.all([
      this.#states.get(fabric, kind, name),
      this.#desired.lastRun(fabric),
      this.#desired.objects(fabric),
      this.#desired.get(fabric, kind, name),
      this.#live.get(definition, kind, name),
      this.#live.snapshot(definition),
      this.#findings.openOf(fabric, kind, name),
      this.#rules.current(fabric),
      this.#history.ages(fabric, resource),
      this.#writesOf(fabric, [resource]),
    ]);
    const subject = desired?.canonical ?? live?.canonical;
    if (!row || !subject) {
      throw new NotFoundError(`Fabric '${fabric}' has no ${kind} '${name}'`);
    }

    const unknown = unknownOf(snapshot);
    const isUnknown = unknown === 'all' || unknown.has(kind);
    const { drift, ignored = [] } =
      isUnknown && !(desired && live)
        ? { drift: undefined }
        : driftOf(desired, live, {
            context: contextOf({
              desired: inGit,
              live: snapshot.objects,
              unknown,
              managedKinds: new Set([...inGit.map(one => one.kind), kind]),
            }),
            ignore: IgnoreRules.of(rules.active),
          });
    // The row is as old as the last check; where both sides can be seen now, now counts
    const fresh: Partial<ResourceDetail> =
      drift && !isUnknown
        ? {
            state:
              drift.state === 'synced' && row.lag ? 'pending' : drift.state,
            severity:
              drift.state === 'synced'
                ? undefined
                : drift.severity ?? worstOf(drift),
            reason:
              drift.state === 'synced' ? undefined : drift.reason ?? row.reason,
          }
        : {};
    const changedBy = (path: string) => {
      const holder = changedByOf(this.#live, live, path);
      return holder && withDeployment(holder, writes);
    };
    const differences: Difference[] = (drift?.differences ?? []).map(one => {
      const by = changedBy(one.path);
      return { ...one, ...(by && { changedBy: by }) };
    });
    const { lagSince, ...known } = row;
    const state = fresh.state ?? row.state;

    return {
      ...known,
      ...fresh,
      // Of the state that the last check saw
      since: state === row.state ? row.since : undefined,
      apiVersion: subject.apiVersion,
      layers: layersOf({
        resource,
        desired,
        live,
        drift,
        isUnknown,
        run,
        ages,
        snapshot,
        isStale: unknown === 'all',
        lag: row.lag ? { since: lagSince } : undefined,
        stateSince: row.since,
        driftSince: openFindings.find(one => one.type === 'drift')?.firstSeen,
      }),
      ignored: ignored.length > 0 ? ignored : undefined,
      desired: desired && { yaml: printYaml(desired.canonical) },
      live: live && {
        yaml: printYaml(live.canonical),
        generation: live.generation,
        createdAt: live.createdAt,
        changedBy:
          differences.find(one => one.changedBy)?.changedBy ??
          changedBy('spec'),
      },
      staleSince: snapshot.connection.staleSince?.toISOString(),
      differences,
      references: await this.#references(fabric, subject, inGit, snapshot),
      openFindings,
    };
  }

  async #references(
    fabric: string,
    subject: KubernetesObject,
    desired: readonly DesiredObject[],
    snapshot: LiveSnapshot,
  ): Promise<{ outgoing: Reference[]; incoming: Reference[] }> {
    const target = resourceKey({
      kind: subject.kind,
      name: subject.metadata.name,
    });
    const inGit = new Set(desired.map(resourceKey));
    const inCluster = new Set(snapshot.objects.map(resourceKey));
    const everything = [
      ...desired,
      ...snapshot.objects.filter(object => !inGit.has(resourceKey(object))),
    ];
    const incoming = everything.flatMap(object =>
      referencesOf(object.canonical)
        .filter(reference => resourceKey(reference) === target)
        .map(({ path }) => ({ kind: object.kind, name: object.name, path })),
    );
    const outgoing = referencesOf(subject);
    const states = await this.#states.states(fabric, [
      ...outgoing.slice(0, MAX_REFERENCES),
      ...incoming.slice(0, MAX_REFERENCES),
    ]);
    const present = (one: {
      kind: string;
      name: string;
      path: string;
      external?: boolean;
    }): Reference => {
      const key = resourceKey(one);
      return {
        kind: one.kind,
        name: one.name,
        path: one.path,
        known: one.external === true || inGit.has(key) || inCluster.has(key),
        state: states.get(key),
      };
    };
    return {
      outgoing: outgoing.slice(0, MAX_REFERENCES).map(present),
      incoming: incoming.slice(0, MAX_REFERENCES).map(present),
    };
  }
}

export interface ResourceServiceOptions {
  states: ResourceStateStore;
  findings: FindingStore;
  desired: DesiredService;
  live: LiveService;
  rules: IgnoreRuleStore;
  history: HistoryStore;
  writesOf: WritesOf;
}
