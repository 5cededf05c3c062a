import { existsSync } from 'node:fs';
import { apiContract, paths } from '@cnoc/lab/src/testing';
import { ControlPlane } from './ControlPlane';
import { currentCrds } from './crdFolders';
import { installDefinitions } from './installDefinitions';
import { untilServed } from './untilServed';

jest.setTimeout(120_000);

const suite = existsSync(currentCrds) ? describe : describe.skip;

suite('a real API server (needs the shared data)', () => {
  apiContract(
    async () => {
      const plane = await ControlPlane.start();
      await installDefinitions(plane.caller(), currentCrds);
      return {
        url: plane.url,
        token: plane.token,
        fetch: (...args) => plane.fetch(...args),
        compact: async () => {
          await plane.forgetHistory();
          await untilServed(plane.caller(), paths.servers);
        },
        stop: () => plane.stop(),
      };
    },
    { webhooks: false },
  );
});
