import { existsSync } from 'node:fs';
import { kinds, validateObject } from '@cnoc/hedgehog';
import { ControlPlane } from '../ControlPlane';
import { currentCrds } from '../crdFolders';
import { installDefinitions } from '../installDefinitions';
import { crdSchemas, type CrdSchema } from './CrdSchema';
import { generateCorpus } from './generateCorpus';
import { isSchemaRule } from './isSchemaRule';
import { mutations } from './mutations';
import { serverVerdict } from './serverVerdict';

jest.setTimeout(120_000);

const COUNT = 500;
const suite = existsSync(currentCrds) ? describe : describe.skip;

suite('the corpus of objects (needs the shared data)', () => {
  const schemas = existsSync(currentCrds) ? crdSchemas(currentCrds) : new Map();
  const corpus = () => generateCorpus({ count: COUNT, seed: 42, schemas });
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start();
    await installDefinitions(plane.caller(), currentCrds);
  });
  afterAll(() => plane?.stop());

  it('is the same for the same seed, and has every kind in every way', () => {
    expect(corpus()).toEqual(corpus());
    const titles = corpus().map(({ title }) => title.split(' ').slice(1));
    expect(new Set(titles.map(([kind]) => kind))).toEqual(
      new Set(kinds.map(({ kind }) => kind)),
    );
    expect(new Set(titles.map(([, ...way]) => way.join(' ')))).toEqual(
      new Set(['valid', ...Object.keys(mutations)].map(way => `(${way})`)),
    );
  });

  it('C2: is judged by CNOC as the API server judges it', async () => {
    const api = plane.caller();
    const disagreements: string[] = [];
    const counts = { accepted: 0, refused: 0 };
    for (const { title, object } of corpus()) {
      const server = await serverVerdict(api, object);
      const found = validateObject(object).filter(diagnostic =>
        isSchemaRule(object, diagnostic, schemas.get(object.kind) as CrdSchema),
      );
      counts[server.accepts ? 'accepted' : 'refused'] += 1;
      if (server.accepts !== (found.length === 0)) {
        const own = found.map(
          ({ rule, path, message }) => `${rule} ${path}: ${message}`,
        );
        disagreements.push(
          `${title}\n  server: ${server.why}\n  CNOC: ${
            own.join('; ') || 'accepts'
          }`,
        );
      }
    }
    process.stderr.write(
      `C2: ${
        COUNT - disagreements.length
      } of ${COUNT} objects judged as by the API server (${
        counts.accepted
      } accepted, ${counts.refused} refused)\n`,
    );
    expect(disagreements).toEqual([]);
  });
});
