import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { Agent, request } from 'undici';
import { AddressPolicy } from './AddressPolicy';
import { policyConnector } from './policyConnector';

const noLookup = async () => {
  throw new Error('no look-up expected');
};

describe('AddressPolicy', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.10', 'loopback'],
    ['2130706433', 'loopback'],
    ['0x7f.1', 'loopback'],
    ['017700000001', 'loopback'],
    ['[::1]', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['[::ffff:7f00:1]', 'loopback'],
    ['::127.0.0.1', 'loopback'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['2002:7f00:1::', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['169.254.169.254', 'metadata'],
    ['::ffff:169.254.169.254', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1', 'link-local'],
    ['224.0.0.1', 'multicast'],
    ['localhost', 'inside'],
    ['LOCALHOST.', 'inside'],
    ['kubernetes.default.svc', 'inside'],
    ['metadata.google.internal', 'inside'],
  ])('K22: %s is refused as %s', async (host, reason) => {
    const policy = AddressPolicy.create([], { lookup: noLookup });
    await expect(policy.check(host)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(reason),
    });
  });

  it.each(['10.0.0.1', '192.168.1.5', '203.0.113.9', '2001:db8::1'])(
    'an ordinary address passes: %s',
    async host => {
      const policy = AddressPolicy.create([], { lookup: noLookup });
      await expect(policy.check(host)).resolves.toEqual({ address: host });
    },
  );

  it('K22: a name with one refused address among good ones is refused', async () => {
    const policy = AddressPolicy.create([], {
      lookup: async () => [{ address: '203.0.113.9' }, { address: '::1' }],
    });
    await expect(policy.check('fabric.example')).rejects.toThrow(/loopback/);
  });

  it('allows what cnoc.network.allow lists, by host, address and range', async () => {
    const policy = AddressPolicy.fromConfig(
      new ConfigReader({
        cnoc: {
          network: { allow: ['127.0.0.1', 'localhost', '169.254.0.0/16'] },
        },
      }),
      { lookup: async () => [{ address: '127.0.0.1' }] },
    );
    await expect(policy.check('127.0.0.1')).resolves.toBeDefined();
    await expect(policy.check('localhost')).resolves.toEqual({
      address: '127.0.0.1',
    });
    await expect(policy.check('169.254.7.7')).resolves.toBeDefined();
    await expect(policy.check('127.0.0.2')).rejects.toThrow(/loopback/);
  });

  it('refuses a broken entry of cnoc.network.allow', () => {
    expect(() => AddressPolicy.create(['10.0.0.0/99'])).toThrow(
      /10\.0\.0\.0\/99/,
    );
  });

  it('takes plain http only for listed hosts', () => {
    const policy = AddressPolicy.create(['127.0.0.1', '10.1.0.0/16']);
    expect(() =>
      policy.checkUrl(new URL('http://127.0.0.1:8080')),
    ).not.toThrow();
    expect(() => policy.checkUrl(new URL('http://10.1.2.3'))).not.toThrow();
    expect(() => policy.checkUrl(new URL('https://git.example'))).not.toThrow();
    expect(() => policy.checkUrl(new URL('http://git.example'))).toThrow(
      /https/,
    );
    expect(() => policy.checkUrl(new URL('file:///etc/passwd'))).toThrow(
      /scheme/,
    );
  });
});

describe('policyConnector', () => {
  it('K22: DNS rebinding: the address that was checked is the one dialled', async () => {
    const server = createServer((_req, res) => res.end('reached'));
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    let asked = 0;
    const rebinding = (allow: string[]) =>
      AddressPolicy.create(allow, {
        lookup: async () => {
          asked += 1;
          return [{ address: '127.0.0.1' }];
        },
      });
    const call = async (policy: AddressPolicy) => {
      const dispatcher = new Agent({ connect: policyConnector(policy, {}) });
      try {
        const answer = await request(`http://fabric.example:${port}/`, {
          dispatcher,
        });
        return await answer.body.text();
      } finally {
        await dispatcher.destroy();
      }
    };
    await expect(call(rebinding([]))).rejects.toThrow(/loopback/);
    await expect(call(rebinding(['fabric.example']))).resolves.toBe('reached');
    expect(asked).toBe(2);
    await new Promise(done => server.close(done));
  });
});
