import { Lab } from '@cnoc/lab';
import { mockServices } from '@backstage/backend-test-utils';
import { AddressPolicy } from '../fabrics/network';
import { ClusterError } from './ClusterError';
import { HttpClusterClient } from './HttpClusterClient';
import { SchemaSource, ServedSchemas } from './ServedSchemas';

jest.setTimeout(60_000);

const vlanSchema = (spec: object) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties: spec } },
});

describe('ServedSchemas', () => {
  let time = 0;
  let asked: string[] = [];
  const schemas = (schema: SchemaSource['schema']) =>
    ServedSchemas.create({
      source: () => ({
        schema: async (kind, signal) => {
          asked.push(kind);
          return schema(kind, signal);
        },
      }),
      now: () => new Date(time),
    });
  const settled = async (served: ServedSchemas) => {
    served.of('one');
    await served.idle();
    return served.of('one');
  };

  beforeEach(() => {
    time = 1_000_000;
    asked = [];
  });

  it('names the differences, and gives shapes of those kinds only', async () => {
    const served = await settled(
      schemas(async kind =>
        kind === 'VLANNamespace'
          ? vlanSchema({ colour: { type: 'string' } })
          : undefined,
      ),
    );
    expect(Object.keys(served!.shapes)).toEqual(['VLANNamespace']);
    expect(served!.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/VLANNamespace has the field spec.colour, which/),
      expect.stringMatching(/VLANNamespace has no field spec.ranges/),
    ]);
  });

  it('a limit counts only where the cluster is the stricter one', async () => {
    const vpcs = (from: number, to: number) =>
      schemas(async kind =>
        kind === 'VLANNamespace'
          ? vlanSchema({
              ranges: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    from: { type: 'integer', minimum: from, maximum: to },
                    to: { type: 'integer' },
                  },
                },
              },
            })
          : undefined,
      );
    await expect(settled(vpcs(-5, 9999))).resolves.toBeUndefined();
    expect((await settled(vpcs(0, 100)))?.notes[0].message).toMatch(
      /other limits at spec.ranges/,
    );
  });

  it('asks each cluster once, and again when time has passed', async () => {
    const served = schemas(async () => undefined);
    await settled(served);
    const once = asked.length;
    await settled(served);
    expect(asked).toHaveLength(once);
    time += 2 * 60 * 60_000;
    await settled(served);
    expect(asked).toHaveLength(2 * once);
  });

  it('gives the same object for the same answer', async () => {
    const served = schemas(async kind =>
      kind === 'VLANNamespace' ? vlanSchema({}) : undefined,
    );
    const first = await settled(served);
    time += 2 * 60 * 60_000;
    await expect(settled(served)).resolves.toBe(first);
  });

  it('K: a cluster that does not let it be read leaves the built-in ones, and that is said', async () => {
    const served = await settled(
      schemas(async () => {
        throw new ClusterError('forbidden', 'no');
      }),
    );
    expect(served).toMatchObject({
      shapes: {},
      notes: [{ rule: 'schema.unread', severity: 'info' }],
    });
    expect(asked).toHaveLength(1);
  });

  it('says nothing of a cluster that does not answer', async () => {
    await expect(
      settled(
        schemas(async () => {
          throw new ClusterError('timeout', 'no');
        }),
      ),
    ).resolves.toBeUndefined();
  });

  it('finds no difference in the lab, which serves what CNOC knows', async () => {
    const lab = await Lab.start({ agents: false });
    const [cluster] = lab.clusters.values();
    const client = HttpClusterClient.create({
      definition: {
        name: 'lab',
        server: new URL(cluster.url),
        token: cluster.token,
        namespace: 'default',
        skipTLSVerify: false,
      },
      policy: AddressPolicy.fromConfig(
        mockServices.rootConfig({
          data: { cnoc: { network: { allow: ['127.0.0.1'] } } },
        }),
      ),
    });
    try {
      const served = ServedSchemas.create({
        source: () => client,
        now: () => new Date(time),
      });
      await expect(
        client.schema('VPC').then(schema => schema?.type),
      ).resolves.toBe('object');
      expect((await settled(served))?.notes ?? []).toEqual([]);
    } finally {
      await client.close();
      await lab.stop();
    }
  });
});
