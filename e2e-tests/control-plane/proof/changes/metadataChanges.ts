import { kinds } from '@cnoc/hedgehog';
import type { Change } from './Change';
import { rowsOf, type Row } from './rowsOf';
import { added, removed, set } from './to';

const names = kinds.map(({ kind }) => kind);
const some = names.filter((_, index) => index % 3 === 0);

const info: Row[] = [
  ...names.map(
    (kind): Row => [kind, 'a label', 'metadata.labels.edited', added('yes')],
  ),
  ...some.flatMap((kind): Row[] => [
    [kind, 'a label less', 'metadata.labels.site', removed],
    [kind, 'another label', 'metadata.labels.site', set('paris')],
    [kind, 'an annotation', 'metadata.annotations.edited', added('yes')],
  ]),
  ['VPC', 'another annotation', 'metadata.annotations.contact', set('nobody')],
];

const ofNobody: [part: string, key: string][] = [
  ['annotations', 'kubectl.kubernetes.io/last-applied-configuration'],
  ['annotations', 'argocd.argoproj.io/tracking-id'],
  ['labels', 'app.kubernetes.io/instance'],
  ['labels', 'fabric.githedgehog.com/edited'],
];

const tool: Row[] = ofNobody.flatMap(([part, key]) =>
  // The gateway's webhook writes other labels than the fabric's.
  some
    .filter(kind => !key.startsWith('fabric.') || !kind.startsWith('Gateway'))
    .map(
      (kind): Row => [kind, key, `metadata.${part}["${key}"]`, added('value')],
    ),
);

/** What somebody may change in labels and annotations of any kind. */
export const metadataChanges: readonly Change[] = [
  ...rowsOf(info, 'info'),
  ...rowsOf(tool, 'tool'),
];
