import type { LabFabricSeed } from './LabFabricSeed';
import {
  attachmentText,
  namespacesText,
  peeringText,
  vpcText,
} from './vpcText';
import {
  fabricConnectionText,
  serverConnectionText,
  serverText,
  switchText,
  yamlFile,
} from './wiringText';

const EDGE = { name: 'edge-team', email: 'edge-team@lab.invalid' };
const DAY_MS = 24 * 3_600_000;
const LEAVES = ['leaf-01', 'leaf-02', 'leaf-03'];

/** Three leaves without a spine, and all of it in sync. */
export function meshFabric(now: Date = new Date()): LabFabricSeed {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    name: 'lab-mesh',
    title: 'Lab, mesh',
    history: [
      {
        message: 'Wire the edge site',
        author: EDGE,
        at: ago(14),
        files: wiring(),
      },
      {
        message: 'Add the shop and camera networks',
        author: EDGE,
        at: ago(4),
        files: vpcs(),
      },
    ],
    handEdits: [],
  };
}

function wiring(): Record<string, string> {
  return {
    'wiring.yaml': yamlFile('Edge site: three leaves in a ring', [
      ...namespacesText(),
      ...LEAVES.map((name, index) =>
        switchText({
          name,
          role: 'server-leaf',
          profile: 'dell-s5248f-on',
          description: `Edge ${index + 1}`,
          index: index + 1,
          asn: 65101 + index,
          vtep: index,
        }),
      ),
      ...[
        [0, 1],
        [1, 2],
        [0, 2],
      ].map(([left, right], pair) =>
        fabricConnectionText('mesh', {
          left: LEAVES[left],
          leftPort: `E1/${49 + right}`,
          right: LEAVES[right],
          rightPort: `E1/${49 + left}`,
          pair,
        }),
      ),
    ]),
    'servers.yaml': yamlFile('Servers and their cables', [
      serverText('till-01', 'Shop tills', 'shop'),
      serverText('till-02', 'Shop tills, spare', 'shop'),
      serverText('video-01', 'Camera recorder', 'security'),
      serverConnectionText('bundled', [
        ['till-01/enp2s1', 'leaf-01/E1/1'],
        ['till-01/enp2s2', 'leaf-01/E1/2'],
      ]),
      serverConnectionText('unbundled', [['till-02/enp2s1', 'leaf-02/E1/1']]),
      serverConnectionText('unbundled', [['video-01/enp2s1', 'leaf-03/E1/1']]),
    ]),
  };
}

function vpcs(): Record<string, string> {
  return {
    'vpcs.yaml': yamlFile('Networks of the site', [
      vpcText('shop', [{ name: 'tills', net: 1, dhcp: [10, 99] }]),
      vpcText('camera', [{ name: 'default', net: 2 }]),
      attachmentText(
        'shop--till-01',
        'shop/tills',
        'till-01--bundled--leaf-01',
      ),
      attachmentText(
        'shop--till-02',
        'shop/tills',
        'till-02--unbundled--leaf-02',
      ),
      attachmentText(
        'camera--video-01',
        'camera/default',
        'video-01--unbundled--leaf-03',
      ),
      peeringText('shop', 'camera'),
    ]),
  };
}
