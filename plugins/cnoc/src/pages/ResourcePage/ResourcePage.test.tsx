import { screen, within } from '@testing-library/react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { vpcDetail } from '../../__testUtils__/resources';
import { renderPage } from '../../__testUtils__/renderPage';

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
    expect(
      within(screen.getByRole('list', { name: 'Differences' })).getAllByText(
        /as of/,
      ),
    ).toHaveLength(2);
  });

  it('a resource that only git has is not compared', async () => {
    renderPage('/fabrics/lab-clos/VPC/vpc-1', {
      api: withResource({
        ...vpcDetail,
        state: 'committed',
        live: undefined,
        differences: [],
        references: { incoming: [], outgoing: [] },
      }),
    });
    expect(await screen.findByText(/Only git has it/)).toBeInTheDocument();
    expect(screen.getByText('Does not have it')).toBeInTheDocument();
    expect(screen.getByText('Stands alone')).toBeInTheDocument();
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
