import { ClusterChanges, type ConnectionFacts } from './ClusterChanges';
import type { ClusterRegistration } from './ClusterStore';

const registration = (etag: string): ClusterRegistration => ({
  name: 'a',
  origin: 'api',
  server: new URL('https://k.example.com'),
  namespace: 'default',
  skipTLSVerify: false,
  lab: false,
  auth: { type: 'credential', credential: 'secret' },
  createdAt: '',
  updatedAt: '',
  etag,
});

const before: ConnectionFacts = {
  registrations: [registration('1')],
  identities: new Map([['a', { pinned: 'uid-1' }]]),
  credentials: new Map([['secret', 'x']]),
};

describe('ClusterChanges', () => {
  it.each<[string, Partial<ConnectionFacts>, string[]]>([
    ['nothing', {}, []],
    [
      'one that was registered',
      {
        registrations: [registration('1'), { ...registration('1'), name: 'b' }],
      },
      ['b'],
    ],
    ['one that was changed', { registrations: [registration('2')] }, ['a']],
    ['one that was forgotten', { registrations: [] }, ['a']],
    [
      'a credential that was rotated',
      { credentials: new Map([['secret', 'y']]) },
      ['a'],
    ],
    [
      'another cluster that was accepted',
      { identities: new Map([['a', { pinned: 'uid-2' }]]) },
      ['a'],
    ],
    [
      'not another cluster that only answered',
      { identities: new Map([['a', { pinned: 'uid-1', seen: 'uid-2' }]]) },
      [],
    ],
    [
      'not the first that answered behind a configured one',
      {
        identities: new Map([
          ['a', { pinned: 'uid-1' }],
          ['configured', { pinned: 'uid-3' }],
        ]),
      },
      [],
    ],
  ])('tells of %s', async (_name, after, told) => {
    let facts = before;
    const changes = ClusterChanges.create({
      read: async () => facts,
      onError: () => {},
    });
    const heard: string[] = [];
    changes.onChange(name => heard.push(name));
    await changes.look();
    expect(heard).toEqual([]);
    facts = { ...before, ...after };
    await changes.look();
    expect(heard).toEqual(told);
    await changes.look();
    expect(heard).toEqual(told);
    await changes.stop();
  });
});
