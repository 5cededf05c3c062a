import { cnocFabricReadPermission } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricFacts } from './fabricResource';
import {
  cnocFabricConditions,
  cnocFabricRules,
  createCnocFabricConditionalDecision,
} from './fabricRules';

const fabric: FabricFacts = {
  name: 'lab-clos',
  owner: 'group:default/network',
  environment: 'lab',
};
const { isFabricOwner, hasName, inEnvironment } = cnocFabricRules;

describe('fabric rules', () => {
  it.each([
    ['an owner', isFabricOwner.apply(fabric, { claims: [fabric.owner!] })],
    ['a name', hasName.apply(fabric, { names: ['other', 'lab-clos'] })],
    ['an environment', inEnvironment.apply(fabric, { environments: ['lab'] })],
  ])('allows a fabric by %s', (_, allowed) => expect(allowed).toBe(true));

  it.each([
    ['another owner', isFabricOwner.apply(fabric, { claims: ['user:a/b'] })],
    ['no owner', isFabricOwner.apply({ name: 'x' }, { claims: [] })],
    ['another name', hasName.apply(fabric, { names: ['lab-mesh'] })],
    [
      'no environment',
      inEnvironment.apply({ name: 'x' }, { environments: [] }),
    ],
  ])('refuses a fabric for %s', (_, allowed) => expect(allowed).toBe(false));

  it('is the same as a filter', () => {
    expect(hasName.toQuery({ names: ['a'] })).toEqual({
      property: 'name',
      values: ['a'],
    });
  });

  it('makes a conditional decision for a policy', () => {
    expect(
      createCnocFabricConditionalDecision(
        cnocFabricReadPermission,
        cnocFabricConditions.hasName({ names: ['a'] }),
      ),
    ).toMatchObject({
      result: 'CONDITIONAL',
      pluginId: 'cnoc',
      resourceType: 'cnoc-fabric',
      conditions: { rule: 'HAS_NAME', params: { names: ['a'] } },
    });
  });
});
