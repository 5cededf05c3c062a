import { readYaml } from '@cnoc/hedgehog';
import { uploadBatches } from './uploadBatches';

const server = (n: number) =>
  `# rack ${n}\napiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  name: server-${n}\nspec: {}\n`;
const file = (count: number) =>
  Array.from({ length: count }, (_, n) => server(n)).join('---\n');

describe('uploadBatches', () => {
  it('cuts between documents and loses none', () => {
    const text = file(250);
    const batches = uploadBatches(text);
    expect(batches.map(({ documents }) => documents)).toEqual([100, 100, 50]);
    const names = batches.flatMap(({ yaml }) =>
      readYaml(yaml, { file: 'f' }).objects.map(o => o.object.metadata.name),
    );
    expect(names).toEqual(Array.from({ length: 250 }, (_, n) => `server-${n}`));
  });

  it('knows at which line of the file each part begins', () => {
    const text = file(250);
    const whole = readYaml(text, { file: 'f' }).objects.map(o => o.line);
    const parts = uploadBatches(text).flatMap(({ yaml, linesBefore }) =>
      readYaml(yaml, { file: 'f' }).objects.map(o => o.line + linesBefore),
    );
    expect(parts).toEqual(whole);
  });

  it('passes on a file without a document, for the engine to say so', () => {
    expect(uploadBatches('# nothing\n')).toEqual([
      { yaml: '# nothing\n', linesBefore: 0, documents: 0 },
    ]);
  });
});
