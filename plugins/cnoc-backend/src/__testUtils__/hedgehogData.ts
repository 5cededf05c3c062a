import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Folder with published Hedgehog samples, kept outside the repository. */
const folder =
  process.env.CNOC_HEDGEHOG_DATA ??
  resolve(__dirname, '../../../../..', 'shared/hedgehog');

/** YAML files below a folder of the samples, by path; undefined when the samples are not at hand. */
export function hedgehogSamples(path: string): Map<string, string> | undefined {
  const root = join(folder, 'samples', path);
  if (!existsSync(root)) return undefined;
  const files = new Map<string, string>();
  const walk = (directory: string) => {
    for (const name of readdirSync(directory).sort()) {
      const file = join(directory, name);
      if (statSync(file).isDirectory()) walk(file);
      else if (/\.ya?ml$/.test(name)) {
        files.set(relative(root, file), readFileSync(file, 'utf8'));
      }
    }
  };
  walk(root);
  return files;
}
