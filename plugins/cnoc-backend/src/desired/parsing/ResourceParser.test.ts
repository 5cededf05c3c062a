import { testWorkerFile } from './__testUtils__/testWorker';
import { ResourceParser } from './ResourceParser';

jest.setTimeout(60_000);

const file = (path: string, text: string) => ({
  path,
  text: Buffer.from(text),
});

describe('ResourceParser', () => {
  let parser: ResourceParser;
  const create = (options: Parameters<typeof ResourceParser.create>[0]) => {
    parser = ResourceParser.create(options);
    return parser;
  };
  const told = async (files: ReturnType<typeof file>[]) =>
    (await parser.readFiles(files, 'default')).map(({ fatal, notes }) =>
      [...fatal, ...notes].map(({ rule, message }) => `${rule}: ${message}`),
    );

  afterEach(() => parser.close());

  it('reads resources, on another thread and from TypeScript sources', async () => {
    create({});
    const reading = await parser.readFile(
      {
        path: 'a.yaml',
        text: '# one\napiVersion: wiring.githedgehog.com/v1beta1\nkind: VLANNamespace\nmetadata: {name: x}\nspec: {ranges: [{from: 1000, to: 2999}]}\n',
      },
      'default',
    );
    expect(reading.objects).toMatchObject([
      { kind: 'VLANNamespace', name: 'x', file: 'a.yaml', line: 2 },
    ]);
    expect(reading.sources[0].object).toEqual(reading.objects[0].object);
  });

  it('cuts a document out of its file byte for byte', async () => {
    create({});
    const text = `# first\r\nkind: VPC\r\napiVersion: vpc.githedgehog.com/v1beta1\r\nmetadata: {name: a}\r\nspec: {}   # é\r\n---\nkind: VPC\napiVersion: vpc.githedgehog.com/v1beta1\nmetadata: {name: b}\n`;
    const one = await parser.document(file('a.yaml', text), 'VPC', 'a');
    expect(text.startsWith(one!)).toBe(true);
    expect(one).toMatch(/^# first\r\n[^]*# é\r\n$/);
    await expect(
      parser.document(file('a.yaml', text), 'VPC', 'c'),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['hang', 'desired.unreadable: It takes longer to read than a file may.'],
    [
      'exit',
      'desired.unreadable: It takes more memory to read than a file may.',
    ],
    [
      'hoard',
      'desired.unreadable: It takes more memory to read than a file may.',
    ],
    ['throw', 'desired.unreadable: It cannot be read.'],
  ])(
    'a file on which the worker does %s is reported, and the files beside it are read',
    async (order, message) => {
      create({ file: testWorkerFile, taskMs: 1_000, maxHeapMb: 48, size: 1 });
      await expect(
        told([file('a', ''), file('b', order), file('c', '')]),
      ).resolves.toEqual([['read: a'], [message], ['read: c']]);
    },
  );

  it('a worker that cannot start fails the task instead of being started for ever', async () => {
    create({ file: `${testWorkerFile}.missing.ts` });
    await expect(told([file('a', '')])).rejects.toMatchObject({
      name: 'WorkerError',
      reason: 'unavailable',
    });
  });

  it('what nobody waits for any more leaves the queue', async () => {
    create({ file: testWorkerFile, size: 1 });
    const abort = new AbortController();
    const reading = parser.readFiles([file('a', '')], 'x', abort.signal);
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect(told([file('b', '')])).resolves.toEqual([['read: b']]);
  });

  it('refuses what goes beyond the queue', async () => {
    create({ file: testWorkerFile, size: 1, maxQueue: 1 });
    const all = await Promise.allSettled([
      told([file('a', '')]),
      told([file('b', '')]),
    ]);
    expect(all).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { reason: 'busy' } },
    ]);
  });

  it('a worker sees no environment', async () => {
    create({ file: testWorkerFile });
    await expect(parser.document(file('a', ''), 'VPC', 'a')).resolves.toEqual({
      env: {},
    });
  });

  it('a closed parser reads nothing', async () => {
    create({ file: testWorkerFile });
    await parser.close();
    await expect(told([file('a', '')])).rejects.toMatchObject({
      reason: 'closed',
    });
  });
});
