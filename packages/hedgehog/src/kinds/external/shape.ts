import { group, Infer, list, text } from '../../schema/Field';

export const externalSpec = group(
  'A network outside the fabric.',
  {
    ipv4Namespace: text('IPv4 namespace of the VPCs that may peer with it.', {
      form: 'name',
    }),
    inboundCommunity: text(
      'Only routes with this BGP community are taken in.',
      { form: 'community' },
    ),
    outboundCommunity: text('BGP community put on routes sent out.', {
      form: 'community',
    }),
    static: group('For externals without BGP.', {
      prefixes: list(
        'Networks reachable through it.',
        text('One network.', { form: 'prefix' }),
        { required: true, min: 1 },
      ),
    }),
  },
  { required: true },
);

export type ExternalSpec = Infer<typeof externalSpec>;
