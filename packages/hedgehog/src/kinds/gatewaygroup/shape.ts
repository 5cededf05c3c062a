import { group, Infer } from '../../schema/Field';

export const gatewayGroupSpec = group('Has no settings; gateways name it.', {});

export type GatewayGroupSpec = Infer<typeof gatewayGroupSpec>;
