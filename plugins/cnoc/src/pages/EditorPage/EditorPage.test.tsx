import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cnocFabricEditPermission,
  type CnocApi,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { vpcDraft, vpcText } from '../../__testUtils__/git';
import { renderPage } from '../../__testUtils__/renderPage';

const saving = () =>
  jest.fn<ReturnType<CnocApi['saveDraft']>, Parameters<CnocApi['saveDraft']>>(
    async (_fabric, _kind, _name, draft) => ({
      ...vpcDraft,
      yaml: draft.yaml,
    }),
  );

describe('Editor page', () => {
  it('begins with git’s document, comments and all', async () => {
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1');
    await userEvent.click(await screen.findByRole('radio', { name: 'YAML' }));
    const text = await screen.findByRole('textbox', {
      name: 'YAML of VPC vpc-1',
    });
    expect(text).toHaveTextContent('# agreed with facilities');
    expect(screen.getByText('As git has it.')).toBeVisible();
  });

  it('a change in the form changes that line of the text and no other', async () => {
    const saveDraft = saving();
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1', { api: { saveDraft } });
    const vlan = await screen.findByRole('textbox', { name: /^vlan\b/ });
    fireEvent.change(vlan, { target: { value: '1005' } });
    expect(await screen.findByText('Not saved yet.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(saveDraft).toHaveBeenCalled());
    const [fabric, kind, name, draft, options] = saveDraft.mock.calls[0];
    expect([fabric, kind, name]).toEqual(['lab-clos', 'VPC', 'vpc-1']);
    expect(draft).toEqual({
      action: 'write',
      yaml: vpcText.replace('1001', '1005'),
      file: undefined,
      base: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
    });
    expect(options).toEqual({ ifMatch: undefined });
    expect(await screen.findByText('Saved as a draft: ready.')).toBeVisible();
  });

  it('says what is wrong at the field and leads to its line', async () => {
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1');
    const vlan = await screen.findByRole('textbox', { name: /^vlan\b/ });
    fireEvent.change(vlan, { target: { value: '9999' } });
    const list = await screen.findByRole('list', { name: 'Diagnostics' });
    expect(list).toHaveTextContent('spec.subnets.default.vlan');
    expect(
      within(list).getAllByRole('button', { name: 'line 11' })[0],
    ).toBeVisible();
    expect(
      screen.getByText(/would keep it from being committed/),
    ).toBeVisible();
  });

  it('a draft is continued, with its etag', async () => {
    const saveDraft = saving();
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1', {
      api: { getDraft: async () => vpcDraft, saveDraft },
    });
    const vlan = await screen.findByRole('textbox', { name: /^vlan\b/ });
    expect(vlan).toHaveValue('1005');
    fireEvent.change(vlan, { target: { value: '1006' } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save draft' }),
    );
    await waitFor(() => expect(saveDraft).toHaveBeenCalled());
    expect(saveDraft.mock.calls[0][4]).toEqual({ ifMatch: '7' });
  });

  it('H17: a draft that somebody else saved meanwhile is not overwritten', async () => {
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1', {
      api: {
        saveDraft: async () => {
          throw answered(412, 'Somebody saved this draft since you read it');
        },
      },
    });
    const vlan = await screen.findByRole('textbox', { name: /^vlan\b/ });
    fireEvent.change(vlan, { target: { value: '1006' } });
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Somebody else changed it');
    expect(alert).toHaveTextContent('Your text is still here.');
    expect(vlan).toHaveValue('1006');
  });

  it('shows how git changed since the draft began', async () => {
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-1', {
      api: {
        getDraft: async () => ({
          ...vpcDraft,
          state: 'conflict',
          theirs: { yaml: vpcText.replace('10.0.1.1', '10.0.1.254') },
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Begin again from git’s text',
      }),
    );
    expect(await screen.findByRole('textbox', { name: /^vlan\b/ })).toHaveValue(
      '1001',
    );
  });

  it('a new resource needs a kind, then a name', async () => {
    renderPage('/fabrics/lab-clos/edit');
    await userEvent.click(await screen.findByRole('link', { name: 'VPC' }));
    expect(
      await screen.findByText('Give the resource a name in the text first.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save draft' })).toBeDisabled();
  });

  it('who may not edit is told why', async () => {
    renderPage('/fabrics/dc-west/edit/VPC/vpc-1', {
      denied: [cnocFabricEditPermission.name],
    });
    expect(
      await screen.findByText('You may not edit this fabric'),
    ).toBeVisible();
  });

  it('a resource that nobody has is an error that says so', async () => {
    renderPage('/fabrics/lab-clos/edit/VPC/vpc-9', {
      api: {
        getResourceSource: async () => {
          throw answered(404);
        },
      },
    });
    expect(
      await screen.findByText('VPC vpc-9 could not be loaded'),
    ).toBeVisible();
  });
});
