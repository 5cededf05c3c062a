import { ClusterError } from '../ClusterError';
import { IdentityKeeper } from './IdentityKeeper';
import type { ClusterIdentity, IdentityStore } from './IdentityStore';

/** Remembers as the table does. */
function memoryStore(): IdentityStore {
  const rows = new Map<string, ClusterIdentity>();
  return {
    list: async () => rows,
    get: async cluster => rows.get(cluster),
    answered: async (cluster, { uid }) => {
      const row = rows.get(cluster) ?? { pinned: uid };
      const seen = row.pinned === uid ? undefined : uid;
      rows.set(cluster, { ...row, seen });
      return rows.get(cluster)!;
    },
    pin: async (cluster, uid) => {
      rows.set(cluster, { pinned: uid });
    },
  };
}

describe('K25: IdentityKeeper', () => {
  let keeper: IdentityKeeper;
  let answer: string | ClusterError;
  let asked: number;
  const ask = async () => {
    asked += 1;
    if (answer instanceof ClusterError) throw answer;
    return answer;
  };

  beforeEach(() => {
    keeper = IdentityKeeper.create({
      store: memoryStore(),
      now: () => new Date(0),
    });
    answer = 'one';
    asked = 0;
  });

  it('asks once for many requests over the same sockets', async () => {
    await Promise.all([1, 2, 3].map(() => keeper.guard('c', 'read', ask)));
    await keeper.guard('c', 'write', ask);
    expect(asked).toBe(1);
    await keeper.guard('other', 'read', ask);
    expect(asked).toBe(2);
  });

  it('asks again after a socket opened or closed', async () => {
    await keeper.guard('c', 'read', ask);
    keeper.doubt('c');
    answer = 'two';
    await expect(keeper.guard('c', 'read', ask)).rejects.toMatchObject({
      reason: 'replaced',
      retryable: false,
    });
    await expect(keeper.guard('c', 'write', ask)).rejects.toMatchObject({
      reason: 'replaced',
    });
  });

  it('a look that began before the last socket opened is no proof', async () => {
    let open = (_uid: string) => {};
    const slow = new Promise<string>(resolve => {
      open = resolve;
    });
    const first = keeper.guard('c', 'read', () => slow);
    keeper.doubt('c');
    const second = keeper.guard('c', 'read', ask);
    open('one');
    await Promise.all([first, second]);
    expect(asked).toBe(1);
  });

  it('without the right to look nothing can be compared, and all goes on', async () => {
    answer = new ClusterError('forbidden', 'no');
    await keeper.guard('c', 'write', ask);
    answer = new ClusterError('unavailable', 'away');
    keeper.doubt('c');
    await expect(keeper.guard('c', 'read', ask)).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });

  it('accepts only the one that answers', async () => {
    await keeper.guard('c', 'read', ask);
    answer = 'two';
    await expect(keeper.accept('c', 'three', ask)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(keeper.accept('c', 'two', ask)).resolves.toEqual({
      before: 'one',
      after: 'two',
    });
    await keeper.guard('c', 'write', ask);
  });
});
