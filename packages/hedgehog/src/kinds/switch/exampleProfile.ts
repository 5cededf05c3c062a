import { JsonMap } from '../../model/json';

/** Spec of a made-up SwitchProfile for examples: 24 ports of 25G, one group of them, and 8 that can be broken out. */
export function exampleProfile(
  features: Record<string, boolean> = {},
  rest: JsonMap = {},
): JsonMap {
  const numbers = Array.from({ length: 32 }, (_, index) => index + 1);
  return {
    features: {
      eslag: true,
      l2vni: true,
      l3vni: true,
      roce: true,
      ecmpRoCEQPN: true,
      ...features,
    },
    ports: Object.fromEntries(
      numbers.map(number => [
        `E1/${number}`,
        {
          pipeline: number > 24 ? '2' : '1',
          ...(number <= 4 ? { group: '1' } : {}),
          ...(number > 4 && number <= 24 ? { profile: 'SFP28-25G' } : {}),
          ...(number > 24 ? { profile: 'QSFP28-100G' } : {}),
        },
      ]),
    ),
    portGroups: { '1': { profile: 'SFP28-25G' } },
    portProfiles: {
      'SFP28-25G': {
        speed: { default: '25G', supported: ['10G', '25G'] },
        autoNegAllowed: true,
      },
      'QSFP28-100G': {
        breakout: {
          default: '1x100G',
          supported: {
            '1x100G': { offsets: ['0'] },
            '4x25G': { offsets: ['0', '1', '2', '3'] },
          },
        },
      },
    },
    ...rest,
  };
}
