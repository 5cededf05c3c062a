import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { rightsMatrix } from './rightsMatrix';

const right = (
  resource: string,
  verb: string,
  allowed: boolean | null,
  needed: 'read' | 'deploy' = 'read',
): ConnectionTest['rights'][number] => ({
  group: 'vpc.githedgehog.com',
  resource,
  verb,
  needed,
  allowed,
});

describe('rightsMatrix', () => {
  it('has the verbs in the usual order, resources by name, and holes where CNOC asks for nothing', () => {
    const { verbs, rows } = rightsMatrix([
      right('vpcs', 'patch', true, 'deploy'),
      right('vpcs', 'get', true),
      right('externals', 'get', true),
    ]);
    expect(verbs).toEqual(['get', 'patch']);
    expect(rows.map(({ resource }) => resource)).toEqual([
      'externals.vpc.githedgehog.com',
      'vpcs.vpc.githedgehog.com',
    ]);
    expect(rows[0].cells[1]).toBeUndefined();
  });

  it('says what a denied right costs, and does not take an unknown one for denied', () => {
    const { losses } = rightsMatrix([
      right('vpcs', 'list', false),
      right('externals', 'list', false),
      right('vpcs', 'patch', false, 'deploy'),
      right('vpcs', 'watch', null),
    ]);
    expect(losses).toEqual([
      'Without list: vpcs and externals cannot be read, so that their state stays unknown.',
      'Without patch: vpcs cannot be deployed.',
      '1 right could not be asked for: nobody knows whether CNOC holds it.',
    ]);
  });

  it('says nothing where everything is held', () => {
    expect(rightsMatrix([right('vpcs', 'get', true)]).losses).toEqual([]);
  });
});
