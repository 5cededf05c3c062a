import type { JsonObject } from '../kubernetes/json';

const VPC = '/apis/vpc.githedgehog.com/v1beta1/namespaces/default';
const WIRING = '/apis/wiring.githedgehog.com/v1beta1/namespaces/default';

/** Collections the contract uses. */
export const paths = {
  servers: `${WIRING}/servers`,
  switches: `${WIRING}/switches`,
  vlannamespaces: `${WIRING}/vlannamespaces`,
  vpcs: `${VPC}/vpcs`,
  ipv4namespaces: `${VPC}/ipv4namespaces`,
};

export function server(
  name: string,
  description = 'a server',
  labels?: Record<string, string>,
): JsonObject & { metadata: JsonObject } {
  return {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'Server',
    metadata: { name, ...(labels ? { labels } : {}) },
    spec: { description },
  };
}

/** A VPC with its subnets as given. */
export function vpc(
  name: string,
  subnets: JsonObject,
): JsonObject & { metadata: JsonObject } {
  return {
    apiVersion: 'vpc.githedgehog.com/v1beta1',
    kind: 'VPC',
    metadata: { name },
    spec: { subnets },
  };
}

interface Meta {
  uid: string;
  resourceVersion: string;
  generation: number;
  labels?: Record<string, string>;
  managedFields: {
    manager: string;
    operation: string;
    subresource?: string;
    fieldsV1: JsonObject;
  }[];
  continue?: string;
}

export function metaOf(object: JsonObject): Meta {
  return object.metadata as unknown as Meta;
}

export function itemsOf(list: JsonObject): (JsonObject & {
  metadata: { name: string };
})[] {
  return list.items as ReturnType<typeof itemsOf>;
}

export function namesOf(list: JsonObject): string[] {
  return itemsOf(list).map(({ metadata }) => metadata.name);
}
