import { mapOf } from '../../model/json';
import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import {
  fieldRules,
  whenDiffers,
  whenMissing,
  whenOrphaned,
} from '../severityRule';
import { linkEndsOf, typesOf } from './links';
import { connectionTypes } from './shape';

export const connectionSeverity: readonly KindRule[] = [
  whenMissing(
    'connection.missing',
    'critical',
    'A connection is not in the cluster: the devices on it are not connected.',
    ({ name, desired }) =>
      `Connection ${name} is not in the cluster: ${devicesIn(
        desired,
      )} are not connected by it.`,
  ),
  whenOrphaned(
    'connection.orphan',
    'warning',
    'A connection is in the cluster and not in git.',
    ({ name, live }) =>
      `Connection ${name} between ${devicesIn(
        live,
      )} is in the cluster and not in git.`,
  ),
  ...connectionTypes.map(type =>
    whenDiffers(
      `connection.type.${type}`,
      `spec.${type}`,
      'critical',
      `A connection is of type ${type} on one side only: it works in another way, and the type cannot be changed.`,
      ({ name, desiredObject, liveObject }) =>
        `Connection ${name} is of type ${typeIn(
          liveObject,
        )} in the cluster and ${typeIn(
          desiredObject,
        )} in git; the type of a connection cannot be changed, it has to be deleted and made anew.`,
      ({ desired, live }) => desired === undefined || live === undefined,
    ),
  ),
  ...fieldRules(
    'connection',
    'warning',
    'frames larger than the smaller one are dropped',
    {
      'mtu.unbundled': { path: 'spec.unbundled.mtu', label: 'The MTU' },
      'mtu.bundled': { path: 'spec.bundled.mtu', label: 'The MTU' },
      'mtu.eslag': { path: 'spec.eslag.mtu', label: 'The MTU' },
      'mtu.mclag': { path: 'spec.mclag.mtu', label: 'The MTU' },
    },
  ),
  ...fieldRules(
    'connection',
    'warning',
    'hosts may not boot over the port channel',
    {
      'fallback.bundled': {
        path: 'spec.bundled.fallback',
        label: 'LACP fallback',
      },
      'fallback.eslag': { path: 'spec.eslag.fallback', label: 'LACP fallback' },
      'fallback.mclag': { path: 'spec.mclag.fallback', label: 'LACP fallback' },
    },
  ),
  ...['fabric', 'mesh', 'gateway'].map(type =>
    whenDiffers(
      `connection.address.${type}`,
      `spec.${type}.links.*.*.ip`,
      'critical',
      'An address of a link differs: routing over the link fails.',
      context =>
        `The address of ${context.keys[1]} on link ${
          Number(context.keys[0]) + 1
        } of Connection ${context.name} is ${bothSides(
          context,
        )}: routing over the link fails.`,
    ),
  ),
  ...connectionTypes.map(type =>
    whenDiffers(
      `connection.cabling.${type}`,
      `spec.${type}.**`,
      'critical',
      'Cabling differs: a link is on another port than git says, or is missing.',
      context =>
        `Cabling of Connection ${context.name} is ${bothSides(
          context,
        )}: ${devicesIn(context.desiredObject)} may lose a link.`,
    ),
  ),
];

function devicesIn(object: unknown): string {
  const devices = new Set(
    linkEndsOf(mapOf(mapOf(object)?.spec) ?? {}).map(({ device }) => device),
  );
  return [...devices].join(' and ') || 'its devices';
}

function typeIn(object: unknown): string {
  return typesOf(mapOf(mapOf(object)?.spec) ?? {}).join(', ') || 'none';
}
