import {
  attachmentText,
  externalPeeringText,
  peeringText,
  vpcText,
} from '../vpcText';
import { yamlFile } from '../wiringText';

const WEB = vpcText('web', [{ name: 'default', net: 1, dhcp: [10, 99] }]);
const APP = vpcText('app', [
  { name: 'default', net: 2, dhcp: [10, 199] },
  { name: 'batch', net: 12, isolated: true },
]);
const DB = vpcText('db', [{ name: 'default', net: 3, dhcp: [10, 49] }]);

/** The three VPCs the fabric began with. */
export function closFirstVpcs(): Record<string, string> {
  return {
    'vpcs/web.yaml': yamlFile('Public web tier', [
      WEB,
      attachmentText(
        'web--server-01',
        'web/default',
        'server-01--eslag--leaf-01--leaf-02',
      ),
      attachmentText(
        'web--server-02',
        'web/default',
        'server-02--eslag--leaf-01--leaf-02',
      ),
    ]),
    'vpcs/app.yaml': yamlFile('Applications, and the batch workers apart', [
      APP,
      attachmentText(
        'app--server-03',
        'app/default',
        'server-03--bundled--leaf-01',
      ),
      attachmentText(
        'app--server-04',
        'app/batch',
        'server-04--unbundled--leaf-02',
      ),
    ]),
    'vpcs/db.yaml': yamlFile('Databases', [
      DB,
      attachmentText(
        'db--server-05',
        'db/default',
        'server-05--eslag--leaf-03--leaf-04',
      ),
      attachmentText(
        'db--server-06',
        'db/default',
        'server-06--eslag--leaf-03--leaf-04',
      ),
    ]),
    'peerings.yaml': yamlFile('Who may talk to whom', [
      peeringText('web', 'app'),
      peeringText('app', 'db'),
    ]),
  };
}

const STORAGE = [
  vpcText('storage', [{ name: 'default', net: 4, dhcp: [10, 199] }]),
  attachmentText(
    'storage--server-07',
    'storage/default',
    'server-07--bundled--leaf-03',
  ),
];

/** Storage, management and the way out. */
export function closSecondVpcs(): Record<string, string> {
  return {
    'vpcs/storage.yaml': yamlFile('Object storage and backups', STORAGE),
    'vpcs/mgmt.yaml': yamlFile('Management network, jump host only', [
      vpcText('mgmt', [{ name: 'default', net: 5 }]),
      attachmentText(
        'mgmt--server-09',
        'mgmt/default',
        'server-09--unbundled--leaf-05',
      ),
    ]),
    'peerings.yaml': yamlFile('Who may talk to whom', [
      peeringText('web', 'app'),
      peeringText('app', 'db'),
      peeringText('app', 'storage'),
    ]),
    'external.yaml': yamlFile('The way out: border leaf to the provider', [
      `apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: leaf-05--external--internet
spec:
  external:
    link:
      switch: { port: leaf-05/E1/48 }`,
      `apiVersion: vpc.githedgehog.com/v1beta1
kind: External
metadata:
  name: internet
spec:
  ipv4Namespace: default
  inboundCommunity: 65102:5000
  outboundCommunity: 5000:65102`,
      `apiVersion: vpc.githedgehog.com/v1beta1
kind: ExternalAttachment
metadata:
  name: leaf-05--internet
spec:
  external: internet
  connection: leaf-05--external--internet
  switch:
    vlan: 100
    ip: 100.1.10.1/24
  neighbor:
    asn: 65102
    ip: 100.1.10.2`,
      externalPeeringText('web', ['default'], 'internet'),
      externalPeeringText('mgmt', ['default'], 'internet'),
    ]),
  };
}

/** In git, not deployed yet: backups reach the storage network, and a server says what it is now. */
export function closPendingChange(
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    'vpcs/storage.yaml': yamlFile('Object storage and backups', [
      ...STORAGE,
      attachmentText(
        'storage--server-08',
        'storage/default',
        'server-08--unbundled--leaf-04',
      ),
    ]),
    'wiring/servers.yaml': files['wiring/servers.yaml'].replace(
      'description: Backup',
      'description: Backup target for object storage',
    ),
  };
}
