import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

describe('the package in a browser', () => {
  it('bundles without anything of Node, in less than 150 kB gzipped', () => {
    // As a process of its own: esbuild does not run inside the test environment's realm.
    const bundle = execFileSync(
      require.resolve('esbuild/bin/esbuild'),
      [
        join(__dirname, 'index.ts'),
        '--bundle',
        '--minify',
        '--platform=browser',
        '--format=esm',
        '--target=es2022',
        '--log-level=error',
      ],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    expect(bundle.length).toBeGreaterThan(50_000);
    expect(gzipSync(bundle).length).toBeLessThan(150_000);
  });
});
