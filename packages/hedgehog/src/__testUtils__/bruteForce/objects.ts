import { KubernetesObject } from '../../model/KubernetesObject';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- walks plain objects on purpose, without the types of the model under test
export type Loose = any;
export type Objects = readonly KubernetesObject[];

export function all(objects: Objects, kind: string): Loose[] {
  return objects.filter(object => object.kind === kind);
}

export function one(objects: Objects, kind: string, name: string): Loose {
  return objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
}

export const deviceOf = (end: Loose): string => end.port.split('/')[0];

export function linksOf(connection: Loose): Loose[] {
  const body: Loose = Object.values(connection.spec)[0];
  return body.links ?? [body.link];
}

export function typeOf(connection: Loose): string {
  return Object.keys(connection.spec)[0];
}
