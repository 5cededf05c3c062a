import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';

/** A synced resource from `Kind/name`, with the given differences. */
export function aResource(
  ref: string,
  overrides: Partial<Resource> = {},
): Resource {
  const [kind, name] = ref.split('/');
  return {
    kind,
    name,
    state: 'synced',
    findings: 0,
    facts: [],
    dependsOn: [],
    ...overrides,
  };
}
