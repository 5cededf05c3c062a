import { build, smallFabric } from '../../__testUtils__/build';
import { JsonMap } from '../../model/json';
import { modelOf } from '../FabricModel';
import { openIn } from '../ways';

const own = { ips: [{ cidr: '10.0.1.0/24' }] };
const far = { ips: [{ cidr: '10.0.2.0/24' }] };
const as = [{ cidr: '192.0.2.1/32' }];

/** Who may open connections between vpc-1 and vpc-2 through the gateway. */
function opened(left: JsonMap, right: JsonMap, acl?: JsonMap): string {
  const { relations } = modelOf([
    ...smallFabric().filter(({ kind }) => kind !== 'GatewayPeering'),
    build('GatewayPeering', 'peering', {
      gatewayGroup: 'gw-group',
      peering: { 'vpc-1': { expose: [left] }, 'vpc-2': { expose: [right] } },
      ...(acl ? { acl } : {}),
    }),
  ]);
  const { forth, back } = openIn(
    relations.inside.get('vpc-1/default vpc-2/default gatewayPeering'),
  );
  if (forth && back) return 'both';
  if (forth) return 'vpc-1';
  return back ? 'vpc-2' : 'nobody';
}

describe('who may open connections through a gateway', () => {
  it.each<[string, JsonMap, JsonMap, JsonMap | undefined, string]>([
    ['as they are: both', own, far, undefined, 'both'],
    [
      'static: both',
      { ...own, as, nat: { static: {} } },
      far,
      undefined,
      'both',
    ],
    [
      'masquerade: only who is behind it',
      { ...own, as, nat: { masquerade: {} } },
      far,
      undefined,
      'vpc-1',
    ],
    [
      'forwarded ports: only who is not behind them',
      { ...own, as, nat: { portForward: { ports: [{ port: '22' }] } } },
      far,
      undefined,
      'vpc-2',
    ],
    [
      'no port is forwarded: nobody',
      { ...own, as, nat: { portForward: { ports: [] } } },
      far,
      undefined,
      'nobody',
    ],
    [
      'everything but the subnet is shown: nobody',
      { ips: [{ cidr: '10.0.0.0/16' }, { not: '10.0.1.0/24' }] },
      far,
      undefined,
      'nobody',
    ],
    ['a filter without rules: both', own, far, {}, 'both'],
    ['closed unless allowed: nobody', own, far, { default: 'deny' }, 'nobody'],
    [
      'one direction is allowed, with its replies',
      own,
      far,
      { default: 'deny', rules: [{ from: 'vpc-2', action: 'allow' }] },
      'vpc-2',
    ],
    [
      'packets are allowed, their replies are not: nobody',
      own,
      far,
      {
        default: 'deny',
        rules: [{ from: 'vpc-2', action: 'allow', scope: 'packet' }],
      },
      'nobody',
    ],
    [
      'packets are allowed both ways: both',
      own,
      far,
      {
        default: 'deny',
        rules: [
          { from: 'vpc-2', action: 'allow', scope: 'packet' },
          { to: 'vpc-2', action: 'allow', scope: 'packet' },
        ],
      },
      'both',
    ],
    [
      'replies are denied by a rule of their own: nobody',
      own,
      far,
      { rules: [{ from: 'vpc-2', action: 'deny' }] },
      'nobody',
    ],
    [
      'one protocol is denied: both, by all others',
      own,
      far,
      { rules: [{ from: 'vpc-2', action: 'deny', match: { proto: 'tcp' } }] },
      'both',
    ],
    [
      'the halves of a network are denied one by one: nobody',
      own,
      far,
      {
        rules: ['10.0.1.0/25', '10.0.1.128/25'].map(cidr => ({
          from: 'vpc-1',
          action: 'deny',
          match: { src: [{ cidr }] },
        })),
      },
      'nobody',
    ],
    [
      'the first rule that matches decides',
      own,
      far,
      {
        rules: [
          { from: 'vpc-1', action: 'allow' },
          { from: 'vpc-1', action: 'deny' },
          { from: 'vpc-2', action: 'allow' },
        ],
      },
      'both',
    ],
    [
      'a subnet is matched by name; what does not exist matches nothing',
      own,
      far,
      {
        rules: [
          {
            from: 'vpc-1',
            action: 'deny',
            match: { src: [{ vpcSubnet: 'default' }, { vpcSubnet: 'none' }] },
          },
          { from: 'vpc-1', to: 'vpc-1', action: 'allow' },
          { from: 'vpc-9', action: 'allow' },
          { action: 'allow' },
          { from: 'vpc-1', action: 'allow', match: { proto: 'nonsense' } },
        ],
      },
      'nobody',
    ],
    [
      'ports that are none match nothing',
      own,
      far,
      {
        default: 'deny',
        rules: [
          {
            from: 'vpc-1',
            action: 'allow',
            match: { dst: [{ ports: ['x'] }] },
          },
        ],
      },
      'nobody',
    ],
  ])('%s', (_, left, right, acl, expected) => {
    expect(opened(left, right, acl)).toBe(expected);
  });

  it('a filter that cuts too fine is not followed to its end: what is left counts as open', () => {
    const rules = Array.from({ length: 3000 }, (_, index) => ({
      from: 'vpc-1',
      action: 'deny',
      match: {
        src: [
          { cidr: `10.0.1.${index % 250}/32`, ports: [`${10 + 3 * index}`] },
        ],
        dst: [
          { cidr: `10.0.2.${(index * 7) % 250}/32`, ports: [`${9 + index}`] },
        ],
      },
    }));
    const acl = { default: 'deny', rules };
    expect(opened(own, far, acl)).toBe('vpc-1');
  });
});
