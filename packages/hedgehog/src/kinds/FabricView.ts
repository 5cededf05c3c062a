import type { KubernetesObject } from '../model/KubernetesObject';
import type { FabricSettings } from '../validate/FabricSettings';
import type { SwitchProfile } from './switch/SwitchProfile';
import type { Subject } from './ValidationRule';

/** All objects of a fabric, as rules that look beyond one object see them. */
export interface FabricView {
  readonly settings: FabricSettings;
  /** The release whose rules hold; the latest unless told. */
  readonly release: string;
  get(kind: string, name: unknown): Subject | undefined;
  all(kind: string): readonly Subject[];
  /** The object before the change that is checked, when that is known. */
  before(kind: string, name: string): KubernetesObject | undefined;
  /** The profile of a switch, when it is at hand. */
  profileOf(switchName: string): SwitchProfile | undefined;
}

/** A derived table of a fabric: built when a rule first asks for it, and once. */
export function tableOf<T>(
  build: (fabric: FabricView) => T,
): (fabric: FabricView) => T {
  const built = new WeakMap<FabricView, T>();
  return fabric => {
    let table = built.get(fabric);
    if (table === undefined) {
      table = build(fabric);
      built.set(fabric, table);
    }
    return table;
  };
}
