import { byText } from '../model/json';
import { FabricView, tableOf } from './FabricView';
import { Subject } from './ValidationRule';

/**
 * For values that only one object of a kind may have: object → the one that has the same value and comes first by name.
 * By name, so that the answer does not depend on the order of files. `valueOf` may give several values, or none.
 */
export function firstOwners(
  kind: string,
  valuesOf: (subject: Subject, fabric: FabricView) => readonly string[],
): (fabric: FabricView) => (value: string, name: string) => string | undefined {
  const table = tableOf(fabric => {
    const first = new Map<string, string>();
    for (const subject of fabric.all(kind)) {
      for (const value of valuesOf(subject, fabric)) {
        const other = first.get(value);
        if (other === undefined || byText(subject.name, other) < 0)
          first.set(value, subject.name);
      }
    }
    return first;
  });
  return fabric => (value, name) => {
    const owner = table(fabric).get(value);
    return owner === name ? undefined : owner;
  };
}
