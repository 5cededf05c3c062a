import {
  labCluster,
  spareCluster,
  westCluster,
} from '../__testUtils__/clusters';
import {
  checkClusterDraft,
  clusterDraftOf,
  clusterInputOf,
  clusterPatchOf,
  type ClusterDraft,
} from './clusterDraft';

const draft = (change: Partial<ClusterDraft> = {}): ClusterDraft => ({
  ...clusterDraftOf(),
  name: 'lab',
  server: 'https://control-1.example.com:6443',
  token: 'abc',
  ...change,
});

describe('clusterDraft', () => {
  it('sends nothing that was left empty', () => {
    expect(clusterInputOf(draft())).toEqual({
      name: 'lab',
      server: 'https://control-1.example.com:6443',
      auth: { type: 'token', token: 'abc' },
    });
  });

  it.each<[string, Partial<ClusterDraft>, object]>([
    [
      'credential',
      { way: 'credential', credential: 'west-sa' },
      { type: 'credential', credential: 'west-sa' },
    ],
    [
      'kubeconfig',
      { way: 'kubeconfig', kubeconfig: 'a: b', context: 'lab' },
      { type: 'kubeconfig', kubeconfig: 'a: b', context: 'lab' },
    ],
    ['inCluster', { way: 'inCluster' }, { type: 'inCluster' }],
    [
      'kubernetes',
      { way: 'kubernetes', kubernetesCluster: 'dev' },
      { type: 'kubernetes', cluster: 'dev' },
    ],
    ['none', { way: 'none' }, { type: 'none' }],
  ])('%s sends what belongs to it', (_, change, auth) => {
    expect(clusterInputOf(draft(change))?.auth).toEqual(auth);
  });

  it('sends no address with a way that knows it', () => {
    const input = clusterInputOf(draft({ way: 'inCluster' }));
    expect(input).not.toHaveProperty('server');
  });

  it.each<[string, Partial<ClusterDraft>, keyof ClusterDraft]>([
    ['a name with capitals', { name: 'Lab' }, 'name'],
    ['no address', { server: '' }, 'server'],
    ['an address of a file', { server: 'file:///etc/x' }, 'server'],
    ['a password in the address', { server: 'https://a:b@c.com' }, 'server'],
    ['no token', { token: ' ' }, 'token'],
    ['no credential', { way: 'credential' }, 'credential'],
    ['no kubeconfig', { way: 'kubeconfig' }, 'kubeconfig'],
    [
      'no context',
      { way: 'kubeconfig', kubeconfig: 'apiVersion: v1' },
      'context',
    ],
    ['no cluster of the portal', { way: 'kubernetes' }, 'kubernetesCluster'],
    ['a namespace with dots', { namespace: 'a.b' }, 'namespace'],
  ])('%s is a problem of that field', (_, change, field) => {
    expect(Object.keys(checkClusterDraft(draft(change)))).toEqual([field]);
  });

  it('S7: an untouched form changes nothing, and no stored secret is sent back', () => {
    for (const cluster of [labCluster, westCluster, spareCluster]) {
      expect(clusterPatchOf(clusterDraftOf(cluster), cluster)).toBeUndefined();
    }
  });

  it('sends only what differs; null takes the authority away', () => {
    const edited = {
      ...clusterDraftOf(labCluster),
      title: 'Lab',
      forgetAuthority: true,
      lab: false,
    };
    expect(clusterPatchOf(edited, labCluster)).toEqual({
      title: 'Lab',
      certificateAuthority: null,
      lab: false,
    });
  });

  it('a token that was stored with the cluster cannot be tried from here', () => {
    const edited = { ...clusterDraftOf(labCluster), title: 'Lab' };
    expect(clusterInputOf(edited, labCluster)).toBeUndefined();
  });
});
