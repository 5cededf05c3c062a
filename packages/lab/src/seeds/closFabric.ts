import { closHandEdits } from './clos/closHandEdits';
import {
  closFirstVpcs,
  closPendingChange,
  closSecondVpcs,
} from './clos/closVpcs';
import { closWiring } from './clos/closWiring';
import type { LabFabricSeed } from './LabFabricSeed';

const NETWORK = { name: 'network-team', email: 'network-team@lab.invalid' };
const PLATFORM = { name: 'platform-team', email: 'platform-team@lab.invalid' };
const HOUR_MS = 3_600_000;

/** A spine-leaf fabric that has drifted: one commit is not deployed, and people edited the cluster by hand. */
export function closFabric(now: Date = new Date()): LabFabricSeed {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const wiring = closWiring();
  return {
    name: 'lab-clos',
    title: 'Lab, spine-leaf',
    history: [
      {
        message: 'Wire the racks: two spines, five leaves, nine servers',
        author: NETWORK,
        at: ago(24 * 30),
        files: wiring,
      },
      {
        message: 'Add the web, app and db networks',
        author: PLATFORM,
        at: ago(24 * 21),
        files: closFirstVpcs(),
      },
      {
        message: 'Add storage, management and the internet uplink',
        author: NETWORK,
        at: ago(24 * 9),
        files: closSecondVpcs(),
      },
      {
        message:
          'Attach the backup server to storage\n\nBackups of the object storage go to server-08 from now on.',
        author: PLATFORM,
        at: ago(3),
        files: closPendingChange(wiring),
      },
    ],
    deployedCommit: 2,
    handEdits: closHandEdits(ago),
  };
}
