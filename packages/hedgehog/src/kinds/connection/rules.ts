import { KindValidationRule } from '../ValidationRule';
import { connectionChangeRules } from './changeRules';
import { connectionDeviceRules } from './deviceRules';
import { connectionLinkRules } from './linkRules';
import { connectionPortRules } from './portRules';
import { staticExternalRules } from './staticExternalRules';
import { typesOf } from './links';
import { connectionTypes } from './shape';

const typeRules: readonly KindValidationRule[] = [
  {
    id: 'connection.type',
    severity: 'critical',
    sentence: 'A connection has exactly one type.',
    check({ spec }, say) {
      const types = typesOf(spec);
      if (types.length === 1) return;
      say(
        ['spec'],
        types.length === 0
          ? 'The connection has no type.'
          : `The connection has ${types.length} types: ${types.join(', ')}.`,
        `Set exactly one of ${connectionTypes
          .filter(type => !type.startsWith('mclag'))
          .join(', ')}.`,
      );
    },
    accepts: {
      'Connection loop': {
        vpcLoopback: {
          links: [
            {
              switch1: { port: 'leaf-01/E1/30' },
              switch2: { port: 'leaf-01/E1/31' },
            },
          ],
        },
      },
    },
    refuses: {
      'Connection loop': {
        vpcLoopback: {
          links: [
            {
              switch1: { port: 'leaf-01/E1/30' },
              switch2: { port: 'leaf-01/E1/31' },
            },
          ],
        },
        external: { link: { switch: { port: 'leaf-01/E1/32' } } },
      },
    },
  },
  {
    id: 'connection.mclag',
    severity: 'warning',
    since: '26.03',
    sentence:
      'MCLAG was removed from Hedgehog in 26.03: such connections are accepted and ignored.',
    check({ spec }, say) {
      for (const type of typesOf(spec)) {
        if (type.startsWith('mclag'))
          say(
            ['spec', type],
            'MCLAG was removed from Hedgehog in 26.03: the connection is accepted and ignored.',
            'Use eslag.',
          );
      }
    },
    accepts: {},
    refuses: {
      'Connection old': {
        mclag: {
          links: [
            {
              server: { port: 'server-01/enp9s1' },
              switch: { port: 'leaf-01/E1/30' },
            },
            {
              server: { port: 'server-01/enp9s2' },
              switch: { port: 'leaf-02/E1/30' },
            },
          ],
        },
      },
    },
  },
];

export const connectionRules: readonly KindValidationRule[] = [
  ...typeRules,
  ...connectionPortRules,
  ...connectionDeviceRules,
  ...connectionLinkRules,
  ...staticExternalRules,
  ...connectionChangeRules,
];
