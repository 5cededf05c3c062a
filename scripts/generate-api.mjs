// Writes what cnoc-common derives from its contract: TypeScript types, and the contract as a module (so that backend and
// browser need no YAML at run time). `--check` writes nothing and fails when the files are not what the contract says.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const schema = new URL('../plugins/cnoc-common/src/schema/', import.meta.url);
const contract = new URL('openapi.yaml', schema);
const note =
  '// Generated from openapi.yaml by `yarn generate`; edit that file.\n\n';

const files = {
  'generated/types.ts': note + astToString(await openapiTS(contract)),
  'generated/spec.ts': `${note}export const spec = ${JSON.stringify(
    parse(await readFile(contract, 'utf8')),
    null,
    2,
  )};\n`,
};

let stale = false;
await mkdir(new URL('generated/', schema), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, schema);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${fileURLToPath(file)} is not what openapi.yaml says.`);
    stale = true;
  }
}
if (stale) {
  console.error('Run `yarn generate` and commit the result.');
  process.exit(1);
}
