import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { cnocApiRef } from './api/cnocApiRef';
import { EntityFabricContent } from './entity/EntityFabricContent';
import { EntityResourceCard } from './entity/EntityResourceCard';
import plugin from './plugin';
import { rootRouteRef } from './routes';
import { fakeCnocApi } from './__testUtils__/FakeCnocApi';

const entityOf = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'lab-clos', annotations },
});
const fabric = entityOf({ 'cnoc.dev/fabric': 'lab-clos' });
const resource = entityOf({
  'cnoc.dev/fabric': 'lab-clos',
  'cnoc.dev/kind': 'VPC',
  'cnoc.dev/name': 'vpc-1',
});
const unrelated = entityOf({});

const filterOf = (id: string) =>
  id.startsWith('entity-content:')
    ? EntityContentBlueprint.dataRefs.filterFunction
    : EntityCardBlueprint.dataRefs.filterFunction;

function renderOn(entity: Entity, element: JSX.Element) {
  renderInTestApp(
    <TestApiProvider apis={[[cnocApiRef, fakeCnocApi()]]}>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/cnoc': rootRouteRef } },
  );
}

describe('the plugin', () => {
  it('serves its page at /cnoc', async () => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/cnoc'],
      apis: [[cnocApiRef, fakeCnocApi()]],
    });
    expect(
      await screen.findByRole('link', { name: 'lab-clos' }, { timeout: 5000 }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-clos');
  });

  it.each([
    ['entity-content:cnoc/fabric', [true, false, false]],
    ['entity-card:cnoc/resource', [false, true, false]],
  ] as const)('%s shows on the right entities', (id, expected) => {
    const extension = createExtensionTester(plugin.getExtension(id));
    const matches = extension.get(filterOf(id));
    expect([fabric, resource, unrelated].map(e => matches?.(e))).toEqual(
      expected,
    );
  });

  it('the tab of a fabric shows its overview in small and leads to the pages', async () => {
    renderOn(fabric, <EntityFabricContent />);
    expect(
      await screen.findByRole('link', { name: 'Open in CNOC' }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-clos');
    expect(screen.getByText('Drifted')).toBeInTheDocument();
  });

  it('the card of a resource shows its state and findings', async () => {
    renderOn(resource, <EntityResourceCard />);
    expect(
      await screen.findByText(/attached servers lose traffic/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open in CNOC' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/VPC/vpc-1',
    );
  });
});
