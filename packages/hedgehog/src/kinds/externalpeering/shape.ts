import { group, Infer, set, text } from '../../schema/Field';

export const externalPeeringSpec = group(
  'Lets a VPC reach an external.',
  {
    permit: group(
      'The two sides.',
      {
        vpc: group(
          'The inner side.',
          {
            name: text('The VPC.', { form: 'name', required: true }),
            subnets: set(
              'Subnets announced to the external.',
              text('Name of a subnet.'),
            ),
          },
          { required: true },
        ),
        external: group(
          'The outer side.',
          {
            name: text('The external.', { form: 'name', required: true }),
            prefixes: set(
              'Networks taken from the external.',
              group('One network.', {
                prefix: text('The network.', {
                  form: 'prefix',
                  required: true,
                }),
              }),
            ),
          },
          { required: true },
        ),
      },
      { required: true },
    ),
  },
  { required: true },
);

export type ExternalPeeringSpec = Infer<typeof externalPeeringSpec>;
