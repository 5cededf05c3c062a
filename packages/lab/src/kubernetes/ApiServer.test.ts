import { apiContract } from '../testing/apiContract';
import { startEmptyLab } from '../testing/emptyLab';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

apiContract(
  async () => {
    const { lab, cluster } = await startEmptyLab();
    return {
      url: cluster.url,
      token: cluster.token,
      compact: () => cluster.compact(),
      stop: () => lab.stop(),
    };
  },
  { webhooks: true },
);
