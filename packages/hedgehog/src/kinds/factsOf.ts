import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { kindOf } from '.';
import { Fact } from './Kind';

/** What matters about an object in a list. Facts without a value are left out. */
export function factsOf(object: KubernetesObject): Fact[] {
  const kind = kindOf(object);
  const facts = kind && isMap(object.spec) ? kind.facts(object.spec) : [];
  return facts.filter(fact => fact.value !== '');
}
