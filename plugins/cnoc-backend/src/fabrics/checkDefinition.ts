import { InputError } from '@backstage/errors';
import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';
import { kinds } from '@cnoc/hedgehog';
import type { FabricDefinition } from './FabricDefinition';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
// Of Kubernetes: an optional prefix that is a DNS name, and a name
const LABEL_KEY =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

// [kind:][namespace/]name; the catalog's own parser takes almost everything for a name
const ENTITY_REF =
  /^([A-Za-z][A-Za-z0-9]{0,62}:)?([-A-Za-z0-9]{1,63}\/)?[A-Za-z0-9][-\w.]{0,62}$/;

/** @throws InputError that names the field and says what it must be */
export function checkDefinition(definition: FabricDefinition): void {
  const { name, namespace, owner, scope } = definition;
  if (!DNS_LABEL.test(name)) {
    throw new InputError(
      `a fabric's name is lower case letters, digits and dashes, at most 63; rename it`,
    );
  }
  if (!DNS_LABEL.test(namespace)) {
    throw new InputError(
      `namespace: '${namespace}' is no name of a Kubernetes namespace (lower case letters, digits and dashes, at most 63)`,
    );
  }
  if (owner !== undefined) checkOwner(owner);
  if (scope) checkScope(scope);
}

function checkOwner(owner: string): void {
  if (!ENTITY_REF.test(owner)) {
    throw new InputError(
      `owner: '${owner}' is no entity reference; write it as group:default/network`,
    );
  }
}

function checkScope(scope: FabricScope): void {
  const known = kinds.map(({ kind }) => kind);
  const unknown = scope.kinds?.find(kind => !known.includes(kind as never));
  if (unknown !== undefined) {
    throw new InputError(
      `scope.kinds: there is no kind '${unknown}' (one of ${known.join(', ')})`,
    );
  }
  if (scope.orphans === 'listed' && !scope.kinds?.length) {
    throw new InputError(
      'scope.kinds: list at least one kind, or set scope.orphans to managed or none',
    );
  }
  if (scope.kinds?.length && scope.orphans !== 'listed') {
    throw new InputError(
      'scope.kinds: counts only with scope.orphans: listed; set that or leave the kinds out',
    );
  }
  for (const [key, value] of Object.entries(scope.labels ?? {})) {
    if (!LABEL_KEY.test(key) || !LABEL_VALUE.test(value)) {
      throw new InputError(
        `scope.labels: '${key}' with '${value}' is no label of Kubernetes`,
      );
    }
  }
}
