import { group, Infer, text } from '../../schema/Field';

export const serverSpec = group('A server that is cabled to the fabric.', {
  description: text('What the server is for.'),
  profile: text('Unused by Hedgehog.'),
});

export type ServerSpec = Infer<typeof serverSpec>;
