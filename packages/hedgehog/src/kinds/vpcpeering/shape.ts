import { group, Infer, list, map, text } from '../../schema/Field';

export const vpcPeeringSpec = group(
  'Lets two VPCs reach each other.',
  {
    permit: list(
      'What may reach what.',
      map(
        'One policy: the two VPCs by name.',
        group('One side.', {
          subnets: list(
            'Subnets of this side; all of them unless set.',
            text('Name of a subnet.'),
            { min: 1, max: 10 },
          ),
        }),
        { min: 2, max: 2 },
      ),
      { required: true, min: 1, max: 10 },
    ),
    remote: text('No longer supported by Hedgehog (removed in 26.03).'),
  },
  { required: true },
);

export type VPCPeeringSpec = Infer<typeof vpcPeeringSpec>;
