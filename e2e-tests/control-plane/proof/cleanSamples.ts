import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kindOf, readYaml, type KubernetesObject } from '@cnoc/hedgehog';
import { currentCrds } from '../crdFolders';

const folder = resolve(currentCrds, '..', '..', 'samples');
const index = join(folder, 'INDEX.tsv');

export const hasSamples = existsSync(index);

/** Each upstream sample that is marked clean, with its objects of CNOC's kinds. */
export function cleanSamples(): {
  file: string;
  /** Of its own: samples use the same names. */
  namespace: string;
  objects: KubernetesObject[];
  /** Kinds that CNOC does not compare. */
  others: string[];
}[] {
  return readFileSync(index, 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'))
    .filter(([, , status]) => status === 'clean')
    .map(([file], place) => {
      const namespace = `sample-${place}`;
      const read = readYaml(readFileSync(join(folder, file), 'utf8'), {
        file,
      }).objects.map(({ object }) => object);
      return {
        file,
        namespace,
        objects: read
          .filter(object => kindOf(object))
          .map(object => ({
            ...object,
            metadata: { ...object.metadata, namespace },
          })),
        others: read.filter(object => !kindOf(object)).map(({ kind }) => kind),
      };
    });
}
