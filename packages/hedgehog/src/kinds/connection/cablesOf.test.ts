import { cablesOf } from './cablesOf';

const cables = (spec: object) => cablesOf({ spec: { ...spec } });

describe('cablesOf', () => {
  it('gives both ends of each link, with the address it has there', () => {
    expect(
      cables({
        fabric: {
          links: [
            {
              spine: { port: 'spine-01/E1/1', ip: '172.30.128.0/31' },
              leaf: { port: 'leaf-01/E1/49', ip: '172.30.128.1/31' },
            },
          ],
        },
      }),
    ).toEqual([
      {
        type: 'fabric',
        ends: [
          {
            device: 'spine-01',
            deviceKind: 'Switch',
            port: 'E1/1',
            ip: '172.30.128.0',
          },
          {
            device: 'leaf-01',
            deviceKind: 'Switch',
            port: 'E1/49',
            ip: '172.30.128.1',
          },
        ],
      },
    ]);
  });

  it('knows servers and gateways from the side they stand on', () => {
    const kinds = (spec: object) =>
      cables(spec).flatMap(({ ends }) =>
        ends.map(({ deviceKind }) => deviceKind),
      );
    expect(
      kinds({
        unbundled: {
          link: {
            server: { port: 'server-1/enp2s1' },
            switch: { port: 'leaf-01/E1/1' },
          },
        },
      }),
    ).toEqual(['Server', 'Switch']);
    expect(
      kinds({
        gateway: {
          links: [
            { gateway: { port: 'gw-1/enp2s1' }, switch: { port: 's/E1/1' } },
          ],
        },
      }),
    ).toEqual(['Gateway', 'Switch']);
  });

  it('an uplink has one end, and every list of links counts', () => {
    expect(
      cables({ external: { link: { switch: { port: 'leaf-05/E1/7' } } } }),
    ).toEqual([
      {
        type: 'external',
        ends: [{ device: 'leaf-05', deviceKind: 'Switch', port: 'E1/7' }],
      },
    ]);
    const pair = (port: string) => ({
      switch1: { port: `leaf-01/${port}` },
      switch2: { port: `leaf-02/${port}` },
    });
    expect(
      cables({
        mclagDomain: {
          peerLinks: [pair('E1/1')],
          sessionLinks: [pair('E1/2')],
        },
      }),
    ).toHaveLength(2);
  });

  it.each([
    {},
    { fabric: { links: 'none' } },
    { fabric: { links: [null, { spine: { port: 'no-device' }, leaf: 7 }] } },
  ])('nothing sound, nothing told: %j', spec => {
    expect(cables(spec)).toEqual([]);
  });
});
