import { flag, group, Infer, text } from '../../schema/Field';

export const vpcAttachmentSpec = group(
  'Puts a server connection into a VPC subnet.',
  {
    subnet: text('The subnet, as VPC/subnet.', {
      form: 'vpcSubnet',
      required: true,
    }),
    connection: text('The server connection.', {
      form: 'name',
      required: true,
    }),
    nativeVLAN: flag('Carry the subnet untagged.'),
  },
  { required: true },
);

export type VPCAttachmentSpec = Infer<typeof vpcAttachmentSpec>;
