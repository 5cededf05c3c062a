import { ConfigReader } from '@backstage/config';
import { readFabricDefinitions } from './readFabricDefinitions';

const read = (fabrics: object[]) =>
  readFabricDefinitions(
    new ConfigReader({
      cnoc: {
        repositories: [{ name: 'lab', url: 'https://git.test/lab' }],
        clusters: [{ name: 'one', server: 'https://k.test', namespace: 'net' }],
        fabrics: fabrics as never,
      },
    }),
  );
const fabric = { name: 'a', repository: 'lab', cluster: 'one' };

describe('readFabricDefinitions', () => {
  it('fills in the namespace of the cluster and tidies the path', () => {
    expect(read([{ ...fabric, path: './fabrics//a/' }])).toEqual([
      expect.objectContaining({
        name: 'a',
        path: 'fabrics/a',
        namespace: 'net',
      }),
    ]);
  });

  it('takes a repository and a cluster that configuration lacks: somebody may register them', () => {
    const later = { ...fabric, repository: 'later', cluster: 'later' };
    expect(read([later])).toMatchObject([
      { repository: 'later', cluster: 'later', namespace: 'default' },
    ]);
  });

  it('reads the scope', () => {
    const scope = {
      orphans: 'listed',
      kinds: ['VPC'],
      labels: { 'fabric.test/of': 'a' },
    };
    expect(read([{ ...fabric, scope }])).toMatchObject([{ scope }]);
  });

  it('is empty without configuration', () => {
    expect(readFabricDefinitions(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ ...fabric, name: 'A_b' }, /cnoc.fabrics\[0\] \('A_b'\).*lower case/],
    [{ ...fabric, name: 'a'.repeat(64) }, /at most 63/],
    [{ ...fabric, namespace: 'Net_1' }, /namespace: 'Net_1'/],
    [{ ...fabric, owner: 'a:b:c' }, /owner: 'a:b:c'.*group:default/],
    [{ ...fabric, scope: { orphans: 'all' } }, /managed, listed, none/],
    [{ ...fabric, scope: { orphans: 'listed' } }, /at least one kind/],
    [{ ...fabric, scope: { kinds: ['VPC'] } }, /orphans: listed/],
    [
      { ...fabric, scope: { orphans: 'listed', kinds: ['Pod'] } },
      /no kind 'Pod'/,
    ],
    [{ ...fabric, scope: { labels: { 'a b': 'c' } } }, /no label/],
    [{ ...fabric, path: '../secrets' }, /without '\.\.'/],
  ])('refuses %j in words', (entry, message) => {
    expect(() => read([entry])).toThrow(message);
  });

  it('refuses a name that is used twice', () => {
    expect(() => read([fabric, fabric])).toThrow(/used twice/);
  });
});
