import { group, Infer } from '../../schema/Field';

export const switchGroupSpec = group('Has no settings; switches name it.', {});

export type SwitchGroupSpec = Infer<typeof switchGroupSpec>;
