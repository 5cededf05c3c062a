import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { LabCluster } from '../LabCluster';
import { waitUntil } from '../testing/waitUntil';
import { StateFile } from './StateFile';

describe('the saved state of a cluster', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lab-state-'));
    file = path.join(folder, 'clusters', 'test.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const clusterWith = async (description: string) => {
    const cluster = LabCluster.create({
      name: 'test',
      state: await StateFile.read(file),
    });
    cluster.apply(
      {
        apiVersion: 'wiring.githedgehog.com/v1beta1',
        kind: 'Server',
        metadata: { name: 's-1' },
        spec: { description },
      },
      { manager: 'test' },
    );
    return cluster;
  };

  it('is absent at first', async () => {
    await expect(StateFile.read(file)).resolves.toBeUndefined();
  });

  it('is written soon after a change, whole or not at all', async () => {
    const cluster = await clusterWith('one');
    const saved = new StateFile(file, () => cluster.state());
    saved.touch();
    saved.touch();
    await waitUntil('it is saved', async () =>
      (await readdir(folder)).includes('clusters'),
    );
    await saved.flush();
    expect(await readdir(path.dirname(file))).toEqual(['test.json']);
    expect(await readFile(file, 'utf8')).toContain('"description":"one"');
  });

  it('never gives a revision twice, although the last writes before a crash were not saved', async () => {
    const first = await clusterWith('one');
    await new StateFile(file, () => first.state()).flush();
    const lost = first.patch(
      'Server',
      's-1',
      { spec: { description: 'not saved' } },
      { manager: 'test' },
    );
    const second = await clusterWith('two');
    expect(
      Number(second.get('Server', 's-1')?.metadata.resourceVersion),
    ).toBeGreaterThan(Number(lost.metadata.resourceVersion));
    expect(second.uid).toBe(first.uid);
  });

  it('that is broken is said so, without its place on the machine', async () => {
    await writeFile(path.join(folder, 'broken.json'), '{"uid":');
    const reading = StateFile.read(path.join(folder, 'broken.json'));
    await expect(reading).rejects.toThrow(
      /^The lab's saved state broken\.json cannot be read: delete the lab's data folder to begin anew$/,
    );
  });
});
