import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cnocFabricSyncPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { labClos, labMesh } from '../../__testUtils__/fabrics';
import { renderPage } from '../../__testUtils__/renderPage';

const noFindings = {
  listFindings: async () => ({ items: [], totalItems: 0 }),
};

describe('Fabric page', () => {
  it('heads with the four facts and the one next action', async () => {
    renderPage('/fabrics/lab-clos');
    expect(
      await screen.findByRole('link', { name: 'Review 5 changes' }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-clos/plan');
    for (const word of ['Connected', 'Synced', 'Drifted', 'Degraded']) {
      expect(screen.getAllByText(word).length).toBeGreaterThan(0);
    }
    for (const tab of [
      'Overview',
      'Resources',
      'Drift',
      'Deployments',
      'Activity',
    ]) {
      expect(screen.getByRole('link', { name: tab })).toBeInTheDocument();
    }
  });

  it('overview: findings with reasons, layers, switches in trouble first', async () => {
    renderPage('/fabrics/lab-clos');
    const findings = await screen.findByRole('list', {
      name: 'Findings that need you first',
    });
    expect(findings).toHaveTextContent(
      'The VLAN of subnet default changed: attached servers lose traffic',
    );
    const layers = screen.getByRole('list', {
      name: 'From git to the switches',
    });
    expect(layers).toHaveTextContent('47 resources6 differ');
    const switches = within(
      screen.getByRole('list', { name: 'Switches' }),
    ).getAllByRole('listitem');
    expect(switches[0]).toHaveTextContent('leaf-3');
    expect(switches[0]).toHaveTextContent('generation 17 of 18');
    expect(switches[1]).toHaveTextContent('leaf-1');
  });

  it('overview of a fabric in sync says that nothing needs you', async () => {
    renderPage('/fabrics/lab-mesh', { api: noFindings });
    expect(await screen.findByText('Nothing needs you')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /^Review/ })).toBeNull();
  });

  it('a cluster that does not answer: stale since, what git said, a test of the connection', async () => {
    renderPage('/fabrics/dc-west', { api: noFindings });
    expect(
      (await screen.findAllByText(/Stale since/))[0].parentElement,
    ).toHaveTextContent('the cluster does not answer');
    expect(screen.getByText('vpcs.yaml:31', { exact: false })).toBeVisible();
    for (const list of ['Switches', 'Resources by state']) {
      expect(screen.getByRole('list', { name: list })).toHaveAttribute(
        'data-stale',
      );
    }
    expect(await screen.findByText('No findings known')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Test the connection' }),
    );
    expect(await screen.findByText('The test failed')).toBeInTheDocument();
  });

  it('a fabric that one may not see says so, and offers nothing of it', async () => {
    renderPage('/fabrics/secret');
    expect(
      await screen.findByText('It does not exist, or you may not see it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Drift' })).toBeNull();
  });

  it('a failing section does not take the page with it', async () => {
    renderPage('/fabrics/lab-clos', {
      api: {
        listFindings: async () => {
          throw answered(500);
        },
      },
    });
    expect(
      await screen.findByText('The findings could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText('Switches by health')).toBeInTheDocument();
  });

  it('syncs and shows the result', async () => {
    let fabric = labClos;
    const syncFabric = jest.fn(async () => {
      fabric = { ...labMesh, name: 'lab-clos' };
      return fabric;
    });
    renderPage('/fabrics/lab-clos', {
      api: { ...noFindings, syncFabric, getFabric: async () => fabric },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Sync' }));
    expect(syncFabric).toHaveBeenCalledWith('lab-clos');
    expect(await screen.findByText('In sync')).toBeInTheDocument();
  });

  it('says which permission sync needs when it is denied', async () => {
    renderPage('/fabrics/denied', {
      api: { getFabric: async () => ({ ...labClos, name: 'denied' }) },
      denied: [cnocFabricSyncPermission.name],
    });
    expect(
      await screen.findByText(/Needs the permission cnoc\.fabric\.sync/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Sync' })).toBeDisabled();
  });

  it('resources: kinds with counts, rows by need, filters in the address', async () => {
    const listResources = jest.fn(async () => ({
      items: [],
      totalItems: 0,
      kinds: [{ kind: 'VPC', total: 3, differing: 3 }],
    }));
    renderPage('/fabrics/lab-clos/resources?state=drifted&text=vpc', {
      api: { listResources },
    });
    expect(
      await screen.findByText('No resource matches the filter'),
    ).toBeInTheDocument();
    expect(listResources).toHaveBeenCalledWith(
      'lab-clos',
      expect.objectContaining({ state: 'drifted', text: 'vpc', sort: 'need' }),
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'VPC: 3, 3 differ' }),
    );
    await waitFor(() =>
      expect(listResources).toHaveBeenLastCalledWith(
        'lab-clos',
        expect.objectContaining({ kind: 'VPC', state: 'drifted' }),
        expect.anything(),
      ),
    );
  });

  it('resources: pages by cursor, forth and back', async () => {
    const row = (name: string) => ({
      kind: 'VPC',
      name,
      state: 'synced' as const,
      findings: 0,
      facts: [],
      dependsOn: [],
    });
    renderPage('/fabrics/lab-clos/resources', {
      api: {
        listResources: async (_, query) => ({
          items: [row(query?.cursor ? 'vpc-on-page-2' : 'vpc-on-page-1')],
          totalItems: 51,
          nextCursor: query?.cursor ? undefined : 'page-2',
          kinds: [],
        }),
      },
    });
    await screen.findByText('vpc-on-page-1');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('vpc-on-page-2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('vpc-on-page-1')).toBeInTheDocument();
  });

  it('deployments: newest first, with their outcome', async () => {
    renderPage('/fabrics/lab-clos/deployments');
    const list = await screen.findByRole('list', { name: 'Deployments' });
    expect(list).toHaveTextContent('Succeeded');
    expect(list).toHaveTextContent('Partly applied');
    expect(list).toHaveTextContent('1 failed');
  });

  it('activity: one timeline of git, cluster, findings and deployments', async () => {
    renderPage('/fabrics/lab-clos/activity');
    expect(await screen.findByText('Commit read')).toBeInTheDocument();
    expect(screen.getByText('Cluster answers')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'vpc-1' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/VPC/vpc-1',
    );
  });

  it('an unknown tab is not a page', async () => {
    renderPage('/fabrics/lab-clos/nonsense');
    expect(
      await screen.findByText('There is no page at this address'),
    ).toBeInTheDocument();
  });
});
