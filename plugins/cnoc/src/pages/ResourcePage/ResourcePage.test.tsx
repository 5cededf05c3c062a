import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { ignoreRules, suppressedFinding } from '../../__testUtils__/findings';
import { vpcDetail } from '../../__testUtils__/resources';
import { renderPage } from '../../__testUtils__/renderPage';
import { labLinks } from '../../__testUtils__/switches';

// The editors need a layout that jsdom does not have; createYamlMergeView has a test of its own.
jest.mock('../../components/YamlDiff/YamlMergeView', () => ({
  YamlMergeView: (props: { desired: string; live: string }) => (
    <pre>{`${props.desired}|${props.live}`}</pre>
  ),
}));

const withResource = (resource: ResourceDetail) => ({
  getResource: async () => resource,
});

describe('Resource page', () => {
  it('shows state, reason, both sides, differences and references both ways', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1');
    expect(await screen.findByText('Drifted')).toBeVisible();
    const fields = screen.getByRole('list', { name: 'Differences' });
    expect(fields).toHaveTextContent('spec.subnets.default.vlan');
    expect(fields).toHaveTextContent('rule vpc.subnet.vlan');
    expect(await screen.findByText(/vlan: 1001/)).toHaveTextContent(
      'vlan: 1099',
    );
    const incoming = screen.getByRole('list', { name: 'Needed by' });
    expect(
      within(incoming).getByRole('link', { name: 'vpc-1--server-1' }),
    ).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/VPCAttachment/vpc-1--server-1',
    );
    expect(within(incoming).getByText('Missing')).toBeVisible();
    expect(screen.getByRole('list', { name: 'Needs' })).toHaveTextContent(
      'spec.ipv4Namespace',
    );
    expect(
      screen.getByRole('img', {
        name: '3 resources refer to VPC vpc-1, which refers to 2',
      }),
    ).toBeInTheDocument();
  });

  it('marks everything live as of the time when the cluster was last seen', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        staleSince: '2026-11-21T02:04:00.000Z',
      }),
    });
    expect(await screen.findByText(/Stale since/)).toBeVisible();
    expect(screen.getByText('Differs when last seen')).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Differences' })).getAllByText(
        /as of/,
      ),
    ).toHaveLength(2);
  });

  it('says of each layer what it has, since when, and who is in the way', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1');
    const layer = async (title: string) =>
      (await screen.findByText(title, { selector: 'dt' })).nextElementSibling;
    expect(await layer('Git')).toHaveTextContent(
      /In gitsince commit 4f2a9c1 by Network automation, /,
    );
    expect(screen.getByRole('link', { name: /4f2a9c1/ })).toHaveAttribute(
      'href',
      'https://git.example.com/network/fabrics/commit/4f2a9c1',
    );
    expect(await layer('Cluster')).toHaveTextContent(
      /Differssince .*changed by kubectl-edit.*generation 4/,
    );
    expect(await layer('Switches')).toHaveTextContent(
      /2 of 3 switches applied it; leaf-3 silent since \d/,
    );
    expect(screen.getByRole('link', { name: 'leaf-3' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/switches?switch=leaf-3',
    );
  });

  it('names a few of many silent switches, and how many more', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        layers: {
          ...vpcDetail.layers,
          agents: {
            state: 'broken',
            switches: Array.from({ length: 40 }, (_, n) => ({
              name: `leaf-${n}`,
              state: 'silent' as const,
            })),
          },
        },
      }),
    });
    expect(await screen.findByText(/and 36 more/)).toHaveTextContent(
      '0 of 40 switches applied it',
    );
  });

  it('shows what was decided about its findings, and leads to all of them', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        openFindings: [...vpcDetail.openFindings, suppressedFinding],
      }),
    });
    const list = await screen.findByRole('list', { name: 'Findings' });
    expect(list).toHaveTextContent('Suppressed');
    expect(list).toHaveTextContent('Waits for the new hall');
    expect(
      screen.getByText('1 open, 1 acknowledged or suppressed'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All of its findings' }),
    ).toHaveAttribute(
      'href',
      '/cnoc/drift?fabric=lab-clos&kind=VPC&text=vpc-1&status=any',
    );
  });

  it('folds what ignore rules leave out, and never calls such sides equal in every field', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        differences: [],
        ignored: [
          { path: 'spec.subnets.default.vlan', rule: ignoreRules[1].id },
        ],
      }),
    });
    expect(
      await screen.findByText(
        'Git and cluster agree in every field that is compared',
      ),
    ).toBeVisible();
    expect(screen.getByText(/1 field ignored by a rule/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'see the rules' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/settings',
    );
    expect(screen.queryByText('spec.subnets.default.vlan')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the ignored fields' }),
    );
    const fields = screen.getByRole('list', { name: 'Ignored fields' });
    expect(fields).toHaveTextContent('spec.subnets.default.vlan');
    await waitFor(() =>
      expect(fields).toHaveTextContent('The address plan is being moved'),
    );
  });

  it('remembers how the comparison is shown', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1?lines=whole');
    const lines = await screen.findByRole('radiogroup', {
      name: 'Lines of Git and Cluster',
    });
    expect(within(lines).getByRole('radio', { name: 'Whole' })).toBeChecked();
    await userEvent.click(
      within(lines).getByRole('radio', { name: 'Differences' }),
    );
    expect(
      within(lines).getByRole('radio', { name: 'Differences' }),
    ).toBeChecked();
  });

  it('a switch: what is wrong on top, ports and neighbours folded', async () => {
    renderPage('/fabrics/lab-clos/Switch/leaf-3', {
      api: withResource({
        ...vpcDetail,
        kind: 'Switch',
        name: 'leaf-3',
        references: { incoming: [], outgoing: [] },
      }),
    });
    expect(
      await screen.findByRole('list', { name: 'What is wrong with leaf-3' }),
    ).toHaveTextContent('E1/3 of spine-1--leaf-3 is down');
    expect(screen.queryByRole('list', { name: 'Ports of leaf-3' })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Ports and neighbours of leaf-3' }),
    );
    expect(
      await screen.findByRole('list', { name: 'BGP neighbours of leaf-3' }),
    ).toHaveTextContent('idle');
  });

  it('a switch that the cluster does not know has no health, which is no failure', async () => {
    renderPage('/fabrics/lab-clos/Switch/leaf-9', {
      api: withResource({ ...vpcDetail, kind: 'Switch', name: 'leaf-9' }),
    });
    expect(
      await screen.findByText('Nothing is known of its health'),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a connection: its own links and no others', async () => {
    renderPage('/fabrics/lab-clos/Connection/spine-1--leaf-3', {
      api: {
        ...withResource({
          ...vpcDetail,
          kind: 'Connection',
          name: 'spine-1--leaf-3',
        }),
        listLinks: async () => ({
          items: [
            ...labLinks,
            { ...labLinks[1], connection: 'spine-1--leaf-30' },
          ],
        }),
      },
    });
    const links = await screen.findByRole('list', { name: 'Links' });
    expect(within(links).getAllByRole('listitem')).toHaveLength(1);
    expect(links).toHaveTextContent('leaf-3 has one path less to the spines');
  });

  it('a resource that only git has is not compared', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        state: 'committed',
        live: undefined,
        layers: {
          git: { state: 'present' },
          cluster: { state: 'missing' },
          agents: { state: 'none', switches: [] },
        },
        differences: [],
        references: { incoming: [], outgoing: [] },
      }),
    });
    expect(await screen.findByText(/Only git has it/)).toBeInTheDocument();
    expect(screen.getByText('Not in the cluster')).toBeInTheDocument();
    expect(screen.getByText('No switch needs it')).toBeInTheDocument();
    expect(screen.getByText('Stands alone')).toBeInTheDocument();
  });

  it('what the cluster has of it is not known: nothing is claimed to be missing', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        state: 'unknown',
        live: undefined,
        layers: {
          ...vpcDetail.layers,
          cluster: { state: 'unknown' },
          agents: { state: 'unknown', switches: [] },
        },
        differences: [],
      }),
    });
    expect(
      await screen.findByText(/Whether the cluster has it is not known/),
    ).toBeVisible();
    expect(screen.queryByText(/Only git has it/)).toBeNull();
    expect(screen.queryByText('Not in the cluster')).toBeNull();
  });

  it('a resource that nobody knows is not found', async () => {
    renderPage('/fabrics/lab-clos/VPC/nobody');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'VPC nobody could not be loaded',
    );
  });

  it('U1: markup and script addresses in names, messages and links stay text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    // eslint-disable-next-line no-script-url -- the attack that the test is about
    const script = 'javascript:alert(1)';
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        reason: markup,
        facts: [{ label: 'Note', value: markup }],
        source: { file: markup, line: 1, url: script },
        differences: [
          {
            path: `metadata.annotations["${markup}"]`,
            desired: script,
            live: markup,
            severity: 'info',
            reason: markup,
            rule: 'any.annotations',
            changedBy: { manager: markup },
          },
        ],
        openFindings: [],
      }),
    });
    await screen.findByRole('list', { name: 'Differences' });
    expect(document.querySelector('img')).toBeNull();
    expect(
      screen.getAllByText(markup, { exact: false }).length,
    ).toBeGreaterThan(4);
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('href')).not.toMatch(/^\s*javascript:/i);
    }
    expect(screen.getByText(`${markup}:1`).closest('a')).toBeNull();
  });
});
