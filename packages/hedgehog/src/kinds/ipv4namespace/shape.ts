import { group, Infer, set, text } from '../../schema/Field';

export const ipv4NamespaceSpec = group(
  'Address space that VPC subnets are taken from.',
  {
    subnets: set(
      'Its networks; they must not overlap.',
      text('One network.', { form: 'prefix' }),
      { required: true, min: 1, max: 10 },
    ),
  },
  { required: true },
);

export type IPv4NamespaceSpec = Infer<typeof ipv4NamespaceSpec>;
