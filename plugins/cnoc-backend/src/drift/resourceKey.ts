/** Identity of a resource within a fabric, as a map key. */
export function resourceKey(resource: { kind: string; name: string }): string {
  return `${resource.kind}/${resource.name}`;
}
