import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cnocFabricTriagePermission } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../../__testUtils__/FakeCnocApi';
import { labClos } from '../../../__testUtils__/fabrics';
import { ignoreRules } from '../../../__testUtils__/findings';
import { renderPage } from '../../../__testUtils__/renderPage';

describe('Ignore rules', () => {
  it('stand in the settings with what each hides, why, by whom and until when', async () => {
    renderPage('/fabrics/lab-clos/settings');
    const list = await screen.findByRole('list', { name: 'Ignore rules' });
    const [annotations, vlan] = within(list).getAllByRole('listitem');
    expect(annotations).toHaveTextContent(
      /metadata\.annotations\.\* of every kind.*by ada.*hides 12 differences/,
    );
    expect(vlan).toHaveTextContent(
      /of VPC vpc-1, held by address-plan.*until.*hides 1 difference/,
    );
    expect(screen.getByText('13 differences left out')).toBeInTheDocument();
  });

  it('are written from scratch, and listed at once', async () => {
    let rules = ignoreRules.slice(0, 1);
    const createIgnoreRule = jest.fn(async () => {
      rules = ignoreRules;
      return ignoreRules[1];
    });
    renderPage('/fabrics/lab-clos/settings', {
      api: {
        createIgnoreRule,
        listIgnoreRules: async () => ({ items: rules }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'New rule' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'New ignore rule' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Ignore it' }));
    expect(
      await dialog.findByText('Name the field, for example spec.asn.'),
    ).toBeInTheDocument();
    const field = dialog.getByLabelText(/Field\b.*Required/);
    await userEvent.type(field, '**');
    expect(dialog.getByText(/This would hide everything/)).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, 'spec.subnets.*.vlan');
    await userEvent.type(
      dialog.getByLabelText(/Field manager/),
      'address-plan',
    );
    await userEvent.type(dialog.getByLabelText(/Reason/), 'Moving');
    await userEvent.click(dialog.getByRole('button', { name: 'Ignore it' }));
    expect(
      await screen.findByText('The address plan is being moved'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(createIgnoreRule).toHaveBeenCalledWith(
      'lab-clos',
      {
        path: 'spec.subnets.*.vlan',
        manager: 'address-plan',
        reason: 'Moving',
      },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('are deleted after being told what shows again', async () => {
    let rules = ignoreRules;
    const deleteIgnoreRule = jest.fn(async () => {
      rules = ignoreRules.slice(1);
    });
    renderPage('/fabrics/lab-clos/settings', {
      api: {
        deleteIgnoreRule,
        listIgnoreRules: async () => ({ items: rules }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Delete the rule for metadata.annotations.*',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/12 differences that it hides show again/),
    ).toBeInTheDocument();
    expect(deleteIgnoreRule).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Delete the rule' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Other tools leave notes there')).toBeNull(),
    );
    expect(deleteIgnoreRule).toHaveBeenCalledWith(
      'lab-clos',
      ignoreRules[0].id,
    );
  });

  it('that cannot be deleted stay, with the cause', async () => {
    renderPage('/fabrics/lab-clos/settings', {
      api: {
        deleteIgnoreRule: async () => {
          throw answered(503);
        },
      },
    });
    const [first] = await screen.findAllByRole('button', {
      name: /^Delete the rule/,
    });
    await userEvent.click(first);
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Delete the rule' }),
    );
    expect(await dialog.findByText('It was not deleted')).toBeInTheDocument();
  });

  it('say what would be here when there are none', async () => {
    renderPage('/fabrics/lab-clos/settings', {
      api: { listIgnoreRules: async () => ({ items: [] }) },
    });
    expect(await screen.findByText('Nothing is ignored')).toBeInTheDocument();
  });

  it('can be read, not written, without the permission', async () => {
    renderPage('/fabrics/read-only/settings', {
      api: { getFabric: async () => ({ ...labClos, name: 'read-only' }) },
      denied: [cnocFabricTriagePermission.name],
    });
    await screen.findByRole('list', { name: 'Ignore rules' });
    expect(screen.getByRole('button', { name: 'New rule' })).toBeDisabled();
    expect(
      await screen.findByText(/Needs the permission cnoc\.fabric\.triage/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Delete the rule/ }),
    ).toBeNull();
  });

  it('U5: a failure to load says so', async () => {
    renderPage('/fabrics/lab-clos/settings', {
      api: {
        listIgnoreRules: async () => {
          throw answered(500);
        },
      },
    });
    expect(
      await screen.findByText('The ignore rules could not be loaded'),
    ).toBeInTheDocument();
  });
});
