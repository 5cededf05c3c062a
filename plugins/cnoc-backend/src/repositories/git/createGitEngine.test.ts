import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { AddressPolicy } from '../../fabrics/network';
import { createGitEngine } from './createGitEngine';
import { IsomorphicGitEngine } from './isomorphic/IsomorphicGitEngine';
import { SystemGitEngine } from './SystemGitEngine';

describe('createGitEngine', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const create = (engine?: string, binary?: string) =>
    createGitEngine({
      config: new ConfigReader(engine ? { cnoc: { git: { engine } } } : {}),
      directory,
      policy: AddressPolicy.create([]),
      binary,
    });
  const ssh = { name: 'x', url: 'ssh://git@127.0.0.1/x.git' };

  it('takes the engine that is named', () => {
    expect(create('system')).toBeInstanceOf(SystemGitEngine);
    expect(create('isomorphic')).toBeInstanceOf(IsomorphicGitEngine);
    expect(() => create('libgit')).toThrow(/auto, system, isomorphic/);
  });

  it('auto takes git where it answers, and the other engine where not', async () => {
    // The machine's git would dial the address; the engine without git says at once that it cannot.
    await expect(create().head(ssh, 'main')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(
      create('auto', join(directory, 'none')).head(ssh, 'main'),
    ).rejects.toMatchObject({ reason: 'unsupported' });
  });
});
