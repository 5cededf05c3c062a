import { listOf, mapOf } from '../../model/json';
import { isUnset, itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { exposesOf, externalPrefix } from './exposes';
import { isPortRange } from './portRange';

const peering = 'GatewayPeering vpc-2--ext-1 spec.peering';
const inside = `${peering}.vpc-2.expose[0]`;
const outside = `${peering}["ext.ext-1"].expose[0]`;
const ways = ['masquerade', 'static', 'portForward'];

const waysOf = (expose: { nat?: unknown }) => {
  const nat = mapOf(expose.nat) ?? {};
  return ways.filter(way => mapOf(nat[way]));
};

export const exposeRules: readonly KindValidationRule[] = [
  {
    id: 'gatewayPeering.expose',
    severity: 'critical',
    sentence:
      'What a side shows is either everything else (default: true, alone) or a list of networks.',
    check({ spec }, say) {
      for (const { expose, path } of exposesOf(spec)) {
        const { ips, as, nat } = expose;
        const rest =
          listOf(ips).length > 0 || listOf(as).length > 0 || mapOf(nat);
        if (expose.default === true && rest)
          say(
            path,
            'The entry shows everything else (default), and networks as well.',
            'Write two entries.',
          );
        else if (expose.default !== true && listOf(ips).length === 0)
          say(
            path,
            'The entry shows no network.',
            'Add ips, or default: true.',
          );
      }
    },
    accepts: { [outside]: { ips: [{ cidr: '100.64.0.0/24' }] } },
    refuses: { [outside]: {} },
  },
  {
    id: 'gatewayPeering.network',
    severity: 'critical',
    sentence:
      'A network is given as one of cidr, not and vpcSubnet; an external has no vpcSubnet.',
    check({ spec }, say) {
      for (const { side, expose, path } of exposesOf(spec)) {
        for (const list of ['ips', 'as']) {
          for (const [index, entry] of itemsOf(expose[list])) {
            const given = ['cidr', 'not', 'vpcSubnet'].filter(
              key => !isUnset(entry[key]),
            );
            const place = [...path, list, index];
            if (given.length !== 1)
              say(
                place,
                given.length === 0
                  ? 'The entry names no network.'
                  : `The entry has ${given.join(' and ')}.`,
                'Give exactly one of cidr, not and vpcSubnet.',
              );
            else if (
              given[0] === 'vpcSubnet' &&
              side.startsWith(externalPrefix)
            )
              say(place, 'An external has no VPC subnets.', 'Use cidr.');
          }
        }
      }
    },
    accepts: { [`${inside}.ips`]: [{ vpcSubnet: 'default' }] },
    refuses: {
      [`${inside}.ips`]: [{ vpcSubnet: 'default', cidr: '10.0.2.0/24' }],
    },
  },
  {
    id: 'gatewayPeering.nat',
    severity: 'critical',
    sentence:
      'Addresses are translated (as) in exactly one way (nat), and neither comes without the other.',
    check({ spec }, say) {
      for (const { expose, path } of exposesOf(spec)) {
        const set = waysOf(expose);
        const hasAs = listOf(expose.as).length > 0;
        if (set.length > 1)
          say(
            [...path, 'nat'],
            `There are ${set.length} ways of NAT: ${set.join(', ')}.`,
          );
        else if (hasAs && set.length === 0)
          say(
            [...path, 'as'],
            'Other addresses are shown (as), but no way of NAT is set.',
            `Set nat to one of ${ways.join(', ')}.`,
          );
        else if (!hasAs && set.length === 1)
          say(
            [...path, 'nat'],
            `NAT is set to ${set[0]}, but no addresses are given to show (as).`,
            'Set as.',
          );
      }
    },
    accepts: {
      [`${inside}.nat`]: {
        portForward: { ports: [{ port: '80', as: '8080' }] },
      },
    },
    refuses: { [`${inside}.nat`]: undefined },
  },
  {
    id: 'gatewayPeering.stateful',
    severity: 'critical',
    sentence:
      'Only one side translates with state (masquerade, portForward), and the other then not statically.',
    check({ spec }, say) {
      const stateful = new Map<string, (string | number)[]>();
      const fixed = new Map<string, (string | number)[]>();
      for (const { side, expose, path } of exposesOf(spec)) {
        for (const way of waysOf(expose))
          (way === 'static' ? fixed : stateful).set(side, [...path, 'nat']);
      }
      const sides = [...stateful.keys()];
      if (sides.length > 1)
        say(
          stateful.get(sides[1]) ?? [],
          `Both sides translate with state: ${sides.join(' and ')}.`,
          'Let one side show its addresses as they are.',
        );
      for (const [side, path] of fixed) {
        if (sides.some(other => other !== side))
          say(
            path,
            `${side} translates statically, while the other side translates with state.`,
          );
      }
    },
    accepts: {},
    refuses: {
      [outside]: {
        ips: [{ cidr: '100.64.0.0/24' }],
        as: [{ cidr: '192.0.2.64/26' }],
        nat: { masquerade: {} },
      },
    },
  },
  {
    id: 'gatewayPeering.ports',
    severity: 'critical',
    sentence: 'Forwarded ports are ports (1 to 65535) or ranges of ports.',
    check({ spec }, say) {
      for (const { expose, path } of exposesOf(spec)) {
        const forward = mapOf(mapOf(expose.nat)?.portForward);
        for (const [index, entry] of itemsOf(forward?.ports)) {
          for (const field of ['port', 'as']) {
            if (!isUnset(entry[field]) && !isPortRange(entry[field]))
              say(
                [...path, 'nat', 'portForward', 'ports', index, field],
                `${String(
                  entry[field],
                )} is neither a port nor a range of ports.`,
                'Write a number from 1 to 65535, or two with a dash between.',
              );
          }
        }
      }
    },
    accepts: {
      [`${inside}.nat`]: {
        portForward: { ports: [{ port: '80-90', as: '8080-8090' }] },
      },
    },
    refuses: {
      [`${inside}.nat`]: {
        portForward: { ports: [{ port: '80', as: '70000' }] },
      },
    },
  },
];
