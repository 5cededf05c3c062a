import { namespacesText } from '../vpcText';
import {
  fabricConnectionText,
  serverConnectionText,
  serverText,
  switchGroupText,
  switchText,
  yamlFile,
} from '../wiringText';

const LEAF = 'dell-s5248f-on';
const SPINE = 'dell-s5232f-on';
const SPINES = ['spine-01', 'spine-02'];
/** The last leaf has no partner: it leads out. */
const BORDER = 4;
const GROUPS = ['eslag-1', 'eslag-1', 'eslag-2', 'eslag-2'];
const LEAVES = ['leaf-01', 'leaf-02', 'leaf-03', 'leaf-04', 'leaf-05'];

/** Two spines, two ESLAG pairs of leaves, one border leaf, nine servers: the files under `wiring/`. */
export function closWiring(): Record<string, string> {
  return {
    'namespaces.yaml': yamlFile(
      'Address and VLAN space of the fabric. Ask network-team before you widen it.',
      namespacesText(),
    ),
    'wiring/switches.yaml': yamlFile(
      'Switches and their redundancy groups',
      switches(),
    ),
    'wiring/fabric-links.yaml': yamlFile(
      'Spine to leaf links, one /31 each',
      fabricLinks(),
    ),
    'wiring/servers.yaml': yamlFile('Servers of both racks', servers()),
    'wiring/server-links.yaml': yamlFile(
      'How the servers are cabled: eslag to a pair, bundled or unbundled to one leaf',
      serverLinks(),
    ),
    'README.md':
      '# lab-clos\n\nTwo spines, four server leaves, one border leaf. Changes come through this directory.\n',
  };
}

function switches(): string[] {
  const spines = SPINES.map((name, index) =>
    switchText({
      name,
      role: 'spine',
      profile: SPINE,
      description: `Spine ${index + 1}`,
      index: index + 1,
      asn: 65100,
    }),
  );
  const leaves = LEAVES.map((name, index) =>
    switchText({
      name,
      role: index === BORDER ? 'border-leaf' : 'server-leaf',
      profile: LEAF,
      description:
        index === BORDER
          ? 'Border, rack 3'
          : `Rack ${index < 2 ? 1 : 2}, ${index % 2 ? 'right' : 'left'}`,
      index: index + 3,
      asn: 65101 + index,
      vtep: index,
      group: GROUPS[index],
    }),
  );
  return [
    switchGroupText('eslag-1'),
    switchGroupText('eslag-2'),
    ...spines,
    ...leaves,
  ];
}

function fabricLinks(): string[] {
  return SPINES.flatMap((spine, spineIndex) =>
    LEAVES.map((leaf, leafIndex) =>
      fabricConnectionText('fabric', {
        left: spine,
        leftPort: `E1/${leafIndex + 1}`,
        right: leaf,
        rightPort: `E1/${49 + spineIndex}`,
        pair: spineIndex * LEAVES.length + leafIndex,
      }),
    ),
  );
}

function servers(): string[] {
  return [
    serverText('server-01', 'Web frontend 1', 'web'),
    serverText('server-02', 'Web frontend 2', 'web'),
    serverText('server-03', 'Application 1', 'app'),
    serverText('server-04', 'Batch worker', 'app'),
    serverText('server-05', 'Database 1', 'data'),
    serverText('server-06', 'Database 2', 'data'),
    serverText('server-07', 'Object storage', 'data'),
    serverText('server-08', 'Backup', 'data'),
    serverText('server-09', 'Jump host', 'network'),
  ];
}

function serverLinks(): string[] {
  return [
    serverConnectionText('eslag', [
      ['server-01/enp2s1', 'leaf-01/E1/1'],
      ['server-01/enp2s2', 'leaf-02/E1/1'],
    ]),
    serverConnectionText('eslag', [
      ['server-02/enp2s1', 'leaf-01/E1/2'],
      ['server-02/enp2s2', 'leaf-02/E1/2'],
    ]),
    serverConnectionText('bundled', [
      ['server-03/enp2s1', 'leaf-01/E1/3'],
      ['server-03/enp2s2', 'leaf-01/E1/4'],
    ]),
    serverConnectionText('unbundled', [['server-04/enp2s1', 'leaf-02/E1/3']]),
    serverConnectionText('eslag', [
      ['server-05/enp2s1', 'leaf-03/E1/1'],
      ['server-05/enp2s2', 'leaf-04/E1/1'],
    ]),
    serverConnectionText('eslag', [
      ['server-06/enp2s1', 'leaf-03/E1/2'],
      ['server-06/enp2s2', 'leaf-04/E1/2'],
    ]),
    serverConnectionText('bundled', [
      ['server-07/enp2s1', 'leaf-03/E1/3'],
      ['server-07/enp2s2', 'leaf-03/E1/4'],
    ]),
    serverConnectionText('unbundled', [['server-08/enp2s1', 'leaf-04/E1/3']]),
    serverConnectionText('unbundled', [['server-09/enp2s1', 'leaf-05/E1/1']]),
  ];
}
