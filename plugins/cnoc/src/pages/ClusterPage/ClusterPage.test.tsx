import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  labCluster,
  spareCluster,
  westCluster,
} from '../../__testUtils__/clusters';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';

describe('Cluster page', () => {
  it('shows what is known: health, identity, version, access, fabrics, other schemas', async () => {
    renderPage('/clusters/lab-clos');
    expect(
      await screen.findByRole('heading', { name: 'lab-clos' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Connected')).toBeInTheDocument();
    expect(screen.getByText('As registered')).toBeInTheDocument();
    expect(screen.getByText('v1.34.1')).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Fabrics' })).getByRole('link', {
        name: 'lab-mesh',
      }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-mesh');
    expect(
      screen.getByRole('list', { name: 'Other schemas' }),
    ).toHaveTextContent('VPCspec.subnets.*.mtu');
    expect(screen.queryByText('Another cluster answers')).toBeNull();
  });

  it('a test says step by step what works, which kinds are served and which rights are held', async () => {
    renderPage('/clusters/lab-clos');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Test connection' }),
    );
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(
      within(checks).getByText('Apply the role below'),
    ).toBeInTheDocument();

    const rights = within(screen.getByRole('group', { name: 'Rights' }));
    const vpcs = rights.getByRole('row', { name: /^vpcs/ });
    expect(
      within(vpcs)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['Yes', 'No']);
    expect(
      rights.getByRole('row', { name: /^externals.*Unknown/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'What does not work' }),
    ).toHaveTextContent('Without patch: vpcs cannot be deployed.');

    const kinds = within(screen.getByRole('group', { name: 'Kinds' }));
    expect(
      kinds.getByRole('row', { name: /^VPC Served Yes Differs in 1 field/ }),
    ).toBeInTheDocument();
    expect(
      kinds.getByRole('row', { name: /^GatewayPeering Not served/ }),
    ).toBeInTheDocument();
  });

  it('copies the role', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderPage('/clusters/lab-clos');
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy the YAML of the rights',
      }),
    );
    expect(write).toHaveBeenCalledWith(labCluster.roleYaml);
  });

  it('K: another cluster behind the address: both ids, what stands still, and accepting it by typing', async () => {
    const trusted: unknown[] = [];
    renderPage('/clusters/west', {
      api: {
        trustClusterIdentity: async (name, identity, options) => {
          trusted.push([name, identity, options?.ifMatch]);
          return labCluster;
        },
      },
    });
    expect(
      await screen.findByText(/Everything stands still for dc-west/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(westCluster.identity.pinned as string),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Accept the new cluster' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(westCluster.identity.seen as string),
    ).toBeInTheDocument();
    const accept = dialog.getByRole('button', {
      name: 'Accept the new cluster',
    });
    expect(accept).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'west');
    await userEvent.click(accept);
    await waitFor(() =>
      expect(trusted).toEqual([['west', westCluster.identity.seen, 'k2']]),
    );
  });

  it('S7: editing shows no secret, and a field that was left empty keeps what is stored', async () => {
    const updateCluster = jest.fn(async () => labCluster);
    renderPage('/clusters/lab-clos', { api: { updateCluster } });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByRole('radio', { name: /^As it is stored/ }),
    ).toBeChecked();
    expect(dialog.getByLabelText(/^Certificate authority/)).toHaveValue('');
    const title = dialog.getByLabelText(/^Title/);
    await userEvent.clear(title);
    await userEvent.type(title, 'Lab');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(updateCluster).toHaveBeenCalledWith(
        'lab-clos',
        { title: 'Lab' },
        { ifMatch: 'k1' },
      ),
    );
  });

  it('somebody else was faster: the form stays and says so', async () => {
    renderPage('/clusters/lab-clos', {
      api: {
        updateCluster: async () => {
          throw answered(412);
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Title/), ' 2');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(
      await dialog.findByText(/Somebody else changed it/),
    ).toBeInTheDocument();
  });

  it('is not deleted while fabrics use it, and says which', async () => {
    renderPage('/clusters/lab-clos');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByRole('button', { name: 'Delete lab-clos' }),
    ).toBeDisabled();
    expect(
      dialog.getByRole('list', { name: 'Fabrics that use it' }),
    ).toHaveTextContent('lab-closlab-mesh');
  });

  it('one from the configuration says where to change it', async () => {
    renderPage(`/clusters/${spareCluster.name}`);
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Delete' }),
    ).toHaveAccessibleDescription(/portal’s configuration/);
  });

  it('U5: one that may not be seen is not there', async () => {
    renderPage('/clusters/nonsense');
    expect(
      await screen.findByText('It does not exist, or you may not see it.'),
    ).toBeInTheDocument();
  });
});
