import { KindValidationRule } from '../ValidationRule';
import { gatewayACLRules } from './aclRules';
import { exposeRules } from './exposeRules';
import { gatewayAddressRules } from './addressRules';

export const gatewayPeeringRules: readonly KindValidationRule[] = [
  ...exposeRules,
  ...gatewayAddressRules,
  ...gatewayACLRules,
];
