import { readYaml } from '@cnoc/hedgehog';
import { accessRights } from './accessRights';
import { roleYaml } from './roleYaml';

interface Rule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

/** What a role grants, one right a line. */
function grantsOf(rules: Rule[], namespaced: boolean): string[] {
  return rules.flatMap(({ apiGroups, resources, resourceNames, verbs }) =>
    apiGroups.flatMap(group =>
      resources.flatMap(resource =>
        verbs.map(
          verb =>
            `${verb} ${resource}.${group}/${
              resourceNames?.join() ?? '*'
            } ${namespaced}`,
        ),
      ),
    ),
  );
}

describe('roleYaml', () => {
  const { objects, diagnostics } = readYaml(roleYaml('fab'), {
    file: 'r.yaml',
  });
  const find = (kind: string) =>
    objects.find(({ object }) => object.kind === kind)!.object as never as {
      metadata: { name: string; namespace?: string };
      rules: Rule[];
      roleRef: object;
      subjects: object[];
    };

  it('grants exactly what the connection test asks for', () => {
    const granted = [
      ...grantsOf(find('Role').rules, true),
      ...grantsOf(find('ClusterRole').rules, false),
    ];
    const asked = accessRights.map(
      ({ verb, resource, group, name, namespaced }) =>
        `${verb} ${resource}.${group}/${name ?? '*'} ${namespaced}`,
    );
    expect(granted.sort()).toEqual(asked.sort());
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is of few rules, without wildcards, and reads only of agents', () => {
    const { rules } = find('Role');
    expect(rules).toHaveLength(4);
    expect(JSON.stringify(rules)).not.toContain('*');
    const agents = rules.find(({ resources }) => resources.includes('agents'));
    expect(agents?.verbs).toEqual(['get', 'list', 'watch']);
  });

  it('binds the account in the namespace, and in the cluster only to look', () => {
    expect(diagnostics).toEqual([]);
    expect(objects.map(({ object }) => object.kind)).toEqual([
      'ServiceAccount',
      'Role',
      'RoleBinding',
      'ClusterRole',
      'ClusterRoleBinding',
    ]);
    expect(find('RoleBinding')).toMatchObject({
      metadata: { name: 'cnoc', namespace: 'fab' },
      roleRef: { kind: 'Role', name: 'cnoc' },
      subjects: [{ kind: 'ServiceAccount', name: 'cnoc', namespace: 'fab' }],
    });
    expect(find('ClusterRole').rules.flatMap(({ verbs }) => verbs)).toEqual([
      'get',
      'get',
    ]);
  });
});
