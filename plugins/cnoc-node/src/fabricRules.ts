import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { cnocFabricResourceRef } from './fabricResource';

const isFabricOwner = createPermissionRule({
  name: 'IS_FABRIC_OWNER',
  description: 'Allow fabrics that one of the given entities owns',
  resourceRef: cnocFabricResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of the user and their groups'),
  }),
  apply: (fabric, { claims }) =>
    fabric.owner !== undefined && claims.includes(fabric.owner),
  toQuery: ({ claims }) => ({ property: 'owner', values: claims }),
});

const hasName = createPermissionRule({
  name: 'HAS_NAME',
  description: 'Allow fabrics with one of the given names',
  resourceRef: cnocFabricResourceRef,
  paramsSchema: z.object({
    names: z.array(z.string()).describe('Names of fabrics'),
  }),
  apply: (fabric, { names }) => names.includes(fabric.name),
  toQuery: ({ names }) => ({ property: 'name', values: names }),
});

const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow fabrics of one of the given environments',
  resourceRef: cnocFabricResourceRef,
  paramsSchema: z.object({
    environments: z.array(z.string()).describe('For example lab, production'),
  }),
  apply: (fabric, { environments }) =>
    fabric.environment !== undefined &&
    environments.includes(fabric.environment),
  toQuery: ({ environments }) => ({
    property: 'environment',
    values: environments,
  }),
});

/**
 * The rules that a policy may use on fabrics.
 *
 * @public
 */
export const cnocFabricRules = { isFabricOwner, hasName, inEnvironment };

const exports = createConditionExports({
  resourceRef: cnocFabricResourceRef,
  rules: cnocFabricRules,
});

/**
 * {@link cnocFabricRules} as conditions, for authors of policies.
 *
 * @public
 */
export const cnocFabricConditions = exports.conditions;

/**
 * Makes a conditional decision on a `cnoc-fabric` permission.
 *
 * @public
 */
export const createCnocFabricConditionalDecision =
  exports.createConditionalDecision;
