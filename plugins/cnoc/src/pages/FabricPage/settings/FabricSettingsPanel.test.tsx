import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { labClos } from '../../../__testUtils__/fabrics';
import { renderPage } from '../../../__testUtils__/renderPage';

const registered: Fabric = {
  ...labClos,
  origin: 'api',
  etag: 'f1',
  cluster: { ...labClos.cluster, lab: true },
  scope: { orphans: 'listed', kinds: ['VPC', 'External'] },
};
const api = { getFabric: async () => registered };

describe('Settings of a fabric', () => {
  it('says what it is', async () => {
    renderPage('/fabrics/lab-clos/settings', { api });
    expect(
      await screen.findByText('Objects of the kinds that are chosen here'),
    ).toBeInTheDocument();
    expect(screen.getByText('VPC and External')).toBeInTheDocument();
  });

  it('changes only what was changed, of what was read', async () => {
    const updateFabric = jest.fn(async () => registered);
    renderPage('/fabrics/lab-clos/settings', { api: { ...api, updateFabric } });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    const title = dialog.getByLabelText(/^Title/);
    await userEvent.clear(title);
    await userEvent.type(title, 'Lab');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(updateFabric).toHaveBeenCalledWith(
        'lab-clos',
        { title: 'Lab' },
        { ifMatch: 'f1' },
      ),
    );
  });

  it('is deleted after its name was typed, saying what is forgotten and what is not touched', async () => {
    const deleteFabric = jest.fn(async () => {});
    renderPage('/fabrics/lab-clos/settings', { api: { ...api, deleteFabric } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/Nothing in git or in the cluster is touched/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/^6 findings/)).toBeInTheDocument();
    const confirm = dialog.getByRole('button', { name: 'Delete lab-clos' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'lab-clos');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(deleteFabric).toHaveBeenCalledWith('lab-clos', { ifMatch: 'f1' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Fabrics' }),
    ).toBeInTheDocument();
  });

  it('one from the configuration says where to change it', async () => {
    renderPage('/fabrics/lab-clos/settings');
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Delete' }),
    ).toHaveAccessibleDescription(/under cnoc\.fabrics/);
  });
});

describe('Self-test', () => {
  it('stands only where the cluster is a lab', async () => {
    renderPage('/fabrics/lab-clos/settings');
    await screen.findByText('This fabric');
    expect(screen.queryByText('Self-test of drift')).toBeNull();
  });

  it('says what it will do, and shows the steps with their time', async () => {
    const selfTestFabric = jest.fn(async () => ({
      ok: true,
      message: 'Seen and gone',
      resource: { kind: 'VPC', name: 'vpc-1' },
      path: 'metadata.annotations',
      steps: [
        {
          step: 'see' as const,
          result: 'ok' as const,
          message: 'A finding',
          milliseconds: 42,
        },
      ],
    }));
    renderPage('/fabrics/lab-clos/settings', {
      api: { ...api, selfTestFabric },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run the self-test' }),
    );
    expect(selfTestFabric).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Change a field on lab-clos',
      }),
    );
    const steps = await screen.findByRole('list', {
      name: 'Steps of the self-test',
    });
    expect(steps).toHaveTextContent('See it as driftDoneA finding42 ms');
  });
});
