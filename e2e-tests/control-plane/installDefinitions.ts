import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ApiCaller } from '@cnoc/lab/src/testing';
import { untilServed } from './untilServed';

interface Definition {
  metadata: { name: string };
  spec: { group: string; names: { plural: string }; versions: [Version] };
}

interface Version {
  name: string;
}

const PATH = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/**
 * Creates or updates the CRDs of a folder, and resolves with their names when all of them are served. Throws with the
 * server's words when it refuses one.
 */
export async function installDefinitions(
  api: ApiCaller,
  folder: string,
): Promise<string[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml'));
  const definitions: Definition[] = [];
  for (const file of files.sort()) {
    const definition = parse(
      await readFile(join(folder, file), 'utf8'),
    ) as Definition;
    const { code, body } = await api.apply(
      `${PATH}/${definition.metadata.name}`,
      { ...definition },
      'control-plane',
      '&force=true',
    );
    if (code !== 200 && code !== 201) {
      throw new Error(`${file}: ${code} ${String(body.message)}`);
    }
    definitions.push(definition);
  }
  await Promise.all(
    definitions.map(({ spec: { group, versions, names } }) =>
      untilServed(api, `/apis/${group}/${versions[0].name}/${names.plural}`),
    ),
  );
  return definitions.map(({ metadata }) => metadata.name);
}
