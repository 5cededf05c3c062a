import { KindValidationRule } from '../ValidationRule';
import { gatewayACLRules } from './aclRules';
import { exposeRules } from './exposeRules';
import { gatewayAddressRules } from './addressRules';
import { natRules } from './natRules';

export const gatewayPeeringRules: readonly KindValidationRule[] = [
  ...exposeRules,
  ...natRules,
  ...gatewayAddressRules,
  ...gatewayACLRules,
];
