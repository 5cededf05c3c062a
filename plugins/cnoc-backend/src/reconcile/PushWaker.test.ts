import { mockServices } from '@backstage/backend-test-utils';
import { PushWaker } from './PushWaker';

const fabric = (name: string, repository: string) => ({
  name,
  repository,
  path: '',
  cluster: 'k',
  namespace: 'default',
});

describe('PushWaker', () => {
  const asked: string[] = [];
  let answer: (() => void) | undefined;
  let waker: PushWaker;

  beforeEach(() => {
    asked.length = 0;
    waker = PushWaker.create({
      registry: {
        known: () => [fabric('a', 'r'), fabric('b', 'r'), fabric('c', 'other')],
      },
      reconciler: {
        request: async (name, kind) => {
          asked.push(`${name} ${kind}`);
          await new Promise<void>(resolve => {
            answer = resolve;
          });
          return 'id';
        },
      },
      logger: mockServices.logger.mock(),
    });
  });

  const answerAll = async () => {
    let before: number;
    do {
      before = asked.length;
      answer?.();
      await new Promise(setImmediate);
    } while (asked.length !== before);
  };

  it('asks for the fabrics of the repository that was pushed to', async () => {
    waker.pushed('r');
    await answerAll();
    expect(asked).toEqual(['a sync', 'b sync']);
  });

  it('W6: makes of many pushes one request, and one more for those that came meanwhile', async () => {
    for (let count = 0; count < 1_000; count++) waker.pushed('r');
    expect(asked).toEqual(['a sync']);
    await answerAll();
    expect(asked).toEqual(['a sync', 'b sync', 'a sync', 'b sync']);
  });

  it('one repository does not wait for another', () => {
    waker.pushed('r');
    waker.pushed('other');
    expect(asked).toEqual(['a sync', 'c sync']);
  });

  it('stops', async () => {
    waker.pushed('r');
    waker.pushed('r');
    const stopped = waker.stop();
    await answerAll();
    await stopped;
    waker.pushed('other');
    expect(asked).toEqual(['a sync', 'b sync']);
  });
});
