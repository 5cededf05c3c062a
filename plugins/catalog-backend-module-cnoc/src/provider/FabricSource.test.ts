import { aResource } from '../testing/aResource';
import { aFabric } from '../testing/aFabric';
import { FakeEngine } from '../testing/FakeEngine';
import { FabricSource } from './FabricSource';

const { signal } = new AbortController();

describe('FabricSource', () => {
  it('reads all pages, each with a token', async () => {
    const engine = new FakeEngine();
    const names = ['Server/a', 'Server/b', 'Server/c', 'VPC/d', 'VPC/e'];
    engine.set(
      aFabric(),
      names.map(name => aResource(name)),
    );
    const list = jest.spyOn(engine, 'listResources');
    let asked = 0;
    const source = FabricSource.create({
      api: engine.api(),
      token: async () => `token-${(asked += 1)}`,
    });
    const resources = await source.resources('lab', signal);
    expect(resources.map(({ kind, name }) => `${kind}/${name}`)).toEqual(names);
    expect(list.mock.calls.map(call => call[1])).toEqual([
      { limit: 500, cursor: undefined },
      { limit: 500, cursor: '2' },
      { limit: 500, cursor: '4' },
    ]);
    expect(list.mock.calls.map(call => call[2]?.token)).toEqual([
      'token-1',
      'token-2',
      'token-3',
    ]);
  });

  it('fails when pages do not add up', async () => {
    const engine = new FakeEngine();
    engine.listResources = async () => ({
      items: [aResource('Server/a')],
      totalItems: 2,
      kinds: [],
    });
    const source = FabricSource.create({
      api: engine.api(),
      token: async () => 't',
    });
    await expect(source.resources('lab', signal)).rejects.toThrow(
      'The list of resources of fabric lab changed while it was read',
    );
  });

  it('fails when pages do not end', async () => {
    const engine = new FakeEngine();
    engine.listFabrics = async () => ({ items: [], nextCursor: 'same' });
    const source = FabricSource.create({
      api: engine.api(),
      token: async () => 't',
    });
    await expect(source.fabrics(signal)).rejects.toThrow(
      'did not end after 1000 pages',
    );
  });

  it('knows the kinds in lower case', async () => {
    const source = FabricSource.create({
      api: new FakeEngine().api(),
      token: async () => 't',
    });
    const words = await source.kindWords(signal);
    expect(words.has('vpcattachment')).toBe(true);
  });
});
