import '../../../__testUtils__/wideScreen';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../../__testUtils__/answered';
import { longHistory, vpcHistory } from '../../../__testUtils__/history';
import { renderPage } from '../../../__testUtils__/renderPage';

// The editors need a layout that jsdom does not have; createYamlMergeView has a test of its own.
jest.mock('../../../components/YamlDiff/YamlMergeView', () => ({
  YamlMergeView: (props: { desired: string; live: string }) => (
    <pre>{`${props.desired}|${props.live}`}</pre>
  ),
}));

const withHistory = (items: ResourceMoment[]) => ({
  api: { getResourceHistory: async () => ({ items }) },
});
const panel = () => screen.findByRole('region', { name: 'History' });
const address = '/fabrics/lab-clos/VPC/vpc-1';

describe('History of a resource', () => {
  it('begins with the newest moment: both sides as they were, and who caused it', async () => {
    renderPage(address, withHistory(vpcHistory));
    const history = within(await panel());
    const slider = await history.findByRole('slider', { name: 'Moment' });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(
        /^4 of 4: .*, git: removed, commit 9be61cb by Network automation$/,
      ),
    );
    expect(history.getByRole('status')).toHaveTextContent(
      'Removed from git, commit 9be61cb by Network automation: Remove vpc-1',
    );
    expect(await history.findByText(/vlan: 1099/)).toHaveTextContent(/^\|kind/);
    expect(history.getByText('– not there')).toBeInTheDocument();
  });

  it('moves through the moments, to a deployment and its person', async () => {
    renderPage(address, withHistory(vpcHistory));
    const history = within(await panel());
    const slider = await history.findByRole('slider', { name: 'Moment' });
    fireEvent.change(slider, { target: { value: '1' } });
    const words = history.getByRole('status');
    expect(words).toHaveTextContent('The cluster changed, by');
    expect(
      within(words).getByRole('link', { name: 'a deployment' }),
    ).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/deployments/00000000-0000-4000-8000-0000000000d1',
    );
    await userEvent.click(
      history.getByRole('button', { name: 'The moment after' }),
    );
    expect(words).toHaveTextContent('The cluster changed, by kubectl-edit');
    await userEvent.click(
      history.getByRole('button', { name: 'The moment before' }),
    );
    await userEvent.click(
      history.getByRole('button', { name: 'The moment before' }),
    );
    expect(words).toHaveTextContent('Git changed, commit 4f2a9c1');
    // What the cluster was then is not known, which is not the same as absent.
    expect(history.getByText('– not recorded yet')).toBeInTheDocument();
  });

  it('compares a moment with now', async () => {
    renderPage(
      `${address}?moment=cluster@2026-11-20T21:10:00.000Z&compare=now`,
      withHistory(vpcHistory),
    );
    const history = within(await panel());
    expect(await history.findByText('Cluster now')).toBeInTheDocument();
    expect(history.getByText(/^Cluster at /)).toBeInTheDocument();
    expect(await history.findByText(/vlan: 1001/)).toHaveTextContent(
      /vlan: 1001 \|apiVersion.*vlan: 1099/,
    );
  });

  it('lists fifty moments in words, each to be chosen', async () => {
    renderPage(address, withHistory(longHistory));
    const history = within(await panel());
    await userEvent.click(
      await history.findByRole('button', { name: 'Show all moments' }),
    );
    const list = history.getByRole('list', { name: 'Moments, newest first' });
    const moments = within(list).getAllByRole('listitem');
    expect(moments).toHaveLength(50);
    await userEvent.click(within(moments[49]).getByRole('button'));
    expect(history.getByRole('slider')).toHaveValue('0');
  });

  it('one moment needs no slider', async () => {
    renderPage(address, withHistory([vpcHistory[3]]));
    const history = within(await panel());
    expect(await history.findByText(/Git changed/)).toBeVisible();
    expect(history.queryByRole('slider')).toBeNull();
  });

  it('without moments says what will stand here', async () => {
    renderPage(address, withHistory([]));
    expect(await screen.findByText('No history yet')).toBeVisible();
  });

  it('when it cannot be loaded the rest of the page stays', async () => {
    renderPage(address, {
      api: {
        getResourceHistory: async () => {
          throw answered(503, 'The database does not answer');
        },
      },
    });
    const history = within(await panel());
    expect(await history.findByRole('alert')).toHaveTextContent(
      'The history could not be loaded',
    );
    expect(screen.getByRole('list', { name: 'Differences' })).toBeVisible();
  });

  it('U1: markup in authors, messages and managers stays text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    renderPage(
      address,
      withHistory([
        {
          ...vpcHistory[3],
          commit: {
            sha: 'abcdef0',
            author: markup,
            message: markup,
            // eslint-disable-next-line no-script-url -- the attack that the test is about
            url: 'javascript:alert(1)',
          },
        },
      ]),
    );
    const history = within(await panel());
    expect(await history.findByText(/Git changed/)).toHaveTextContent(
      `by ${markup}: ${markup}`,
    );
    expect(document.querySelector('img')).toBeNull();
    expect(within(history.getByRole('status')).queryByRole('link')).toBeNull();
  });
});
