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

  it('takes a repository that configuration lacks: somebody may register it', () => {
    expect(read([{ ...fabric, repository: 'later' }])).toMatchObject([
      { repository: 'later' },
    ]);
  });

  it('is empty without configuration', () => {
    expect(readFabricDefinitions(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ ...fabric, name: 'A_b' }, /cnoc.fabrics\[0\] \('A_b'\).*lower case/],
    [{ ...fabric, name: 'a'.repeat(64) }, /at most 63/],
    [{ ...fabric, cluster: 'two' }, /no cluster 'two'.*one of one/],
    [{ ...fabric, path: '../secrets' }, /without '\.\.'/],
  ])('refuses %j in words', (entry, message) => {
    expect(() => read([entry])).toThrow(message);
  });

  it('refuses a name that is used twice', () => {
    expect(() => read([fabric, fabric])).toThrow(/used twice/);
  });
});
