import { kindOf } from '../kinds';
import { FabricView } from '../kinds/FabricView';
import { Kind } from '../kinds/Kind';
import { SwitchProfile } from '../kinds/switch/SwitchProfile';
import { Subject } from '../kinds/ValidationRule';
import { copyJson, isMap, JsonMap, textOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { latestRelease } from '../releases/releases';
import { defaultFabricSettings, FabricSettings } from './FabricSettings';

/** An object as rules see it: only its spec is defaulted and copied, which is all that rules ask of defaulting. */
export function subjectOf(
  object: KubernetesObject,
  kind: Kind | undefined = kindOf(object),
): Subject {
  const spec = specOf(object, kind);
  return { kind: object.kind, name: object.metadata.name, object, spec };
}

function specOf(object: KubernetesObject, kind: Kind | undefined): JsonMap {
  if (!isMap(object.spec)) return {};
  // The map itself is always a new one: rules keep what they found out about a spec beside it.
  if (!kind?.normalize) return { ...object.spec };
  const spec = copyJson(object.spec);
  kind.normalize(spec, object);
  return spec;
}

/** All objects of a fabric by kind and name. Of two objects with one name the first counts. */
export class FabricIndex implements FabricView {
  readonly settings: FabricSettings;
  readonly release: string;
  readonly #byKind = new Map<string, Map<unknown, Subject>>();
  readonly #lists = new Map<string, Subject[]>();
  readonly #before = new Map<string, KubernetesObject>();
  readonly #profiles = new Map<string, SwitchProfile>();

  constructor(options: {
    settings?: Partial<FabricSettings>;
    release?: string;
    before?: Iterable<KubernetesObject>;
    profiles?: Iterable<KubernetesObject>;
  }) {
    this.settings = { ...defaultFabricSettings, ...options.settings };
    this.release = options.release ?? latestRelease;
    for (const object of options.before ?? [])
      this.#before.set(`${object.kind}/${object.metadata.name}`, object);
    for (const profile of options.profiles ?? []) this.addProfile(profile);
  }

  /** Takes an object in. False when there is one of its kind and name already. */
  add(subject: Subject): boolean {
    const { kind, name } = subject;
    let names = this.#byKind.get(kind);
    if (!names) {
      names = new Map();
      this.#byKind.set(kind, names);
      this.#lists.set(kind, []);
    }
    if (names.has(name)) return false;
    names.set(name, subject);
    this.#lists.get(kind)?.push(subject);
    return true;
  }

  addProfile({ metadata, spec }: KubernetesObject) {
    if (isMap(spec)) this.#profiles.set(metadata.name, SwitchProfile.of(spec));
  }

  get(kind: string, name: unknown): Subject | undefined {
    return this.#byKind.get(kind)?.get(name);
  }

  all(kind: string): readonly Subject[] {
    return this.#lists.get(kind) ?? [];
  }

  before(kind: string, name: string): KubernetesObject | undefined {
    return this.#before.size === 0
      ? undefined
      : this.#before.get(`${kind}/${name}`);
  }

  profileOf(switchName: string): SwitchProfile | undefined {
    const profile = textOf(this.get('Switch', switchName)?.spec.profile);
    return profile ? this.#profiles.get(profile) : undefined;
  }
}
