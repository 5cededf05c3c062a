import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FabricInput } from '@cnoc/backstage-plugin-cnoc-common';
import { labClos } from '../../__testUtils__/fabrics';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';

const type = async (label: RegExp, text: string) => {
  await userEvent.click(screen.getByLabelText(label, { selector: 'input' }));
  await userEvent.paste(text);
};
const choose = async (label: RegExp, option: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const add = () =>
  userEvent.click(screen.getByRole('button', { name: 'Add fabric' }));

describe('Form of a new fabric', () => {
  it('is reached from the list of fabrics', async () => {
    renderPage('/');
    await userEvent.click(
      await screen.findByRole('button', { name: 'New fabric' }),
    );
    expect(
      await screen.findByRole('form', { name: 'New fabric' }),
    ).toBeInTheDocument();
  });

  it('registers what was chosen and typed, and opens its page', async () => {
    const sent: FabricInput[] = [];
    const keys: (string | undefined)[] = [];
    renderPage('/new-fabric', {
      api: {
        createFabric: async (input, options) => {
          sent.push(input);
          keys.push(options?.idempotencyKey);
          return labClos;
        },
      },
    });
    await screen.findByRole('form', { name: 'New fabric' });
    await type(/^Name(?!s)/, 'lab-clos');
    await type(/^Owner/, 'group:default/network');
    await type(/^Directory/, 'fabrics/lab-clos');
    await choose(/Repository$/, /^lab/);
    await choose(/Cluster$/, /^lab-clos/);
    await userEvent.click(
      screen.getByRole('radio', { name: /^Nothing: what git/ }),
    );
    await add();
    expect(
      await screen.findByRole('heading', { name: 'lab-clos' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        name: 'lab-clos',
        owner: 'group:default/network',
        repository: 'lab',
        path: 'fabrics/lab-clos',
        cluster: 'lab-clos',
        scope: { orphans: 'none' },
      },
    ]);
    expect(keys[0]).toMatch(/^[\w-]{22}$/);
  });

  it('shows what is wrong at the field and sends nothing', async () => {
    const createFabric = jest.fn();
    renderPage('/new-fabric', { api: { createFabric } });
    await screen.findByRole('form', { name: 'New fabric' });
    await type(/^Name(?!s)/, 'Lab Clos');
    await add();
    expect(
      screen.getByLabelText(/^Name(?!s)/, { selector: 'input' }),
    ).toHaveAccessibleDescription(/Lower-case letters/);
    expect(screen.getAllByText('Choose one.')).toHaveLength(2);
    expect(createFabric).not.toHaveBeenCalled();
  });

  it('registers a cluster on the way and chooses it', async () => {
    renderPage('/new-fabric');
    await screen.findByRole('form', { name: 'New fabric' });
    await userEvent.click(screen.getByRole('button', { name: 'New cluster' }));
    expect(
      await screen.findByRole('dialog', { name: 'New cluster' }),
    ).toBeInTheDocument();
  });

  it('keeps the form and says why when the server refuses', async () => {
    renderPage('/new-fabric', {
      api: {
        createFabric: async () => {
          throw answered(409, 'There is a fabric lab-clos already');
        },
      },
    });
    await screen.findByRole('form', { name: 'New fabric' });
    await type(/^Name(?!s)/, 'lab-clos');
    await choose(/Repository$/, /^lab/);
    await choose(/Cluster$/, /^lab-clos/);
    await add();
    expect(
      await screen.findByText('There is a fabric lab-clos already'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByLabelText(/^Name(?!s)/, { selector: 'input' }),
      ).toHaveValue('lab-clos'),
    );
  });
});
