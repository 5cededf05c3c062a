import { labClos } from '../__testUtils__/fabrics';
import {
  checkFabricDraft,
  fabricDraftOf,
  fabricInputOf,
  fabricPatchOf,
  type FabricDraft,
} from './fabricDraft';

const draft = (change: Partial<FabricDraft> = {}): FabricDraft => ({
  ...fabricDraftOf(),
  name: 'east',
  repository: 'lab',
  cluster: 'lab-clos',
  ...change,
});

describe('fabricDraft', () => {
  it('sends nothing that was left empty, and no scope that is the usual one', () => {
    expect(fabricInputOf(draft())).toEqual({
      name: 'east',
      repository: 'lab',
      cluster: 'lab-clos',
    });
  });

  it('sends the scope with what belongs to its policy', () => {
    const scope = (change: Partial<FabricDraft>) =>
      fabricInputOf(draft({ kinds: ['VPC'], labels: 'a=b\n', ...change }))
        .scope;
    expect(scope({ orphans: 'listed' })).toEqual({
      orphans: 'listed',
      kinds: ['VPC'],
      labels: { a: 'b' },
    });
    expect(scope({ orphans: 'managed' })).toEqual({
      orphans: 'managed',
      labels: { a: 'b' },
    });
    expect(scope({ orphans: 'none' })).toEqual({ orphans: 'none' });
  });

  it.each<[string, Partial<FabricDraft>, keyof FabricDraft]>([
    ['a name with dots', { name: 'a.b' }, 'name'],
    ['no repository', { repository: '' }, 'repository'],
    ['no cluster', { cluster: '' }, 'cluster'],
    ['a way out of the repository', { path: 'a/../../b' }, 'path'],
    ['an owner that is none', { owner: 'group:' }, 'owner'],
    ['listed without a kind', { orphans: 'listed' }, 'kinds'],
    ['a label without a value', { labels: 'team' }, 'labels'],
  ])('%s is a problem of that field', (_, change, field) => {
    expect(Object.keys(checkFabricDraft(draft(change)))).toEqual([field]);
  });

  it('an untouched form changes nothing', () => {
    expect(fabricPatchOf(fabricDraftOf(labClos), labClos)).toBeUndefined();
  });

  it('sends only what differs', () => {
    expect(
      fabricPatchOf(
        { ...fabricDraftOf(labClos), environment: '', orphans: 'none' },
        labClos,
      ),
    ).toEqual({ environment: '', scope: { orphans: 'none' } });
  });
});
