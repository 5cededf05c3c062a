import { group, Infer, integer, set } from '../../schema/Field';

const vlan = { min: 1, max: 4094 };

export const vlanNamespaceSpec = group(
  'VLANs that VPC subnets are taken from.',
  {
    ranges: set(
      'Its ranges; they must not overlap.',
      group('One range.', {
        from: integer('First VLAN.', { ...vlan, required: true }),
        to: integer('Last VLAN; the first one unless set.', vlan),
      }),
      { required: true, min: 1, max: 20 },
    ),
  },
  { required: true },
);

export type VLANNamespaceSpec = Infer<typeof vlanNamespaceSpec>;
