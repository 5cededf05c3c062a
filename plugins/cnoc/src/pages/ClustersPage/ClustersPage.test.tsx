import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClusterInput } from '@cnoc/backstage-plugin-cnoc-common';
import { failedClusterTest, labCluster } from '../../__testUtils__/clusters';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';

const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('link', { name: /^(lab-clos|spare|west)$/ })
    .filter(link => link.getAttribute('href')?.includes('/clusters/'))
    .map(link => link.textContent);

async function openForm() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'New cluster' }),
  );
  return screen.findByRole('dialog');
}
const type = async (label: RegExp, text: string) => {
  const field = screen.getByLabelText(label, {
    selector: 'input:not([type=radio]), textarea',
  });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};

describe('Clusters page', () => {
  it('shows totals, and the clusters that need a person first', async () => {
    renderPage('/clusters');
    const list = await screen.findByRole('list', { name: 'Clusters' });
    expect(names(list)).toEqual(['west', 'spare', 'lab-clos']);
    expect(within(list).getByText('Another cluster')).toBeInTheDocument();
    expect(within(list).getByText('not watched yet')).toBeInTheDocument();
    expect(
      screen.getByText('Changed identity', { selector: 'dt' }).parentElement,
    ).toHaveTextContent('11 fabric standing still');
  });

  it('filters by words and by health; / focuses the filter', async () => {
    renderPage('/clusters?health=changed');
    const list = await screen.findByRole('list', { name: 'Clusters' });
    expect(names(list)).toEqual(['west']);
    await userEvent.keyboard('/spare');
    expect(
      await screen.findByText('No cluster matches the filter'),
    ).toBeInTheDocument();
  });

  it('says what would be here when there is none', async () => {
    renderPage('/clusters', {
      api: { listClusters: async () => ({ items: [] }) },
    });
    expect(await screen.findByText('No clusters yet')).toBeInTheDocument();
  });

  it('U5: offline keeps what is known as stale, a 403 leaves nothing', async () => {
    let failure: Error | undefined;
    const { signals } = renderPage('/clusters', {
      api: {
        listClusters: async () => {
          if (failure) throw failure;
          return { items: [{ ...labCluster, fabrics: [] }] };
        },
      },
    });
    await screen.findByRole('link', { name: 'lab-clos' });
    failure = new TypeError('Failed to fetch');
    signals.changed('lab-clos');
    expect(await screen.findByText(/Stale since/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'lab-clos' })).toBeInTheDocument();
    failure = answered(403, 'Only the network team');
    signals.changed('lab-clos');
    expect(
      await screen.findByText('Only the network team'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'lab-clos' })).toBeNull();
  });
});

describe('Form of a new cluster', () => {
  it('registers address and token, once a press, and opens its page', async () => {
    const sent: ClusterInput[] = [];
    const keys: (string | undefined)[] = [];
    renderPage('/clusters', {
      api: {
        createCluster: async (input, options) => {
          sent.push(input);
          keys.push(options?.idempotencyKey);
          return labCluster;
        },
      },
    });
    await openForm();
    await type(/^Name(?!s)/, 'lab-clos');
    await type(/^Token/, 't0ken');
    await type(/^Server/, 'https://control-1.example.com:6443');
    await userEvent.click(screen.getByRole('button', { name: 'Add cluster' }));
    expect(
      await screen.findByRole('heading', { name: 'lab-clos' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        name: 'lab-clos',
        server: 'https://control-1.example.com:6443',
        auth: { type: 'token', token: 't0ken' },
      },
    ]);
    expect(keys[0]).toMatch(/^[\w-]{22}$/);
  });

  it('shows what is wrong at the field and sends nothing', async () => {
    const createCluster = jest.fn();
    renderPage('/clusters', { api: { createCluster } });
    await openForm();
    await type(/^Server/, 'control-1:6443');
    await userEvent.click(screen.getByRole('button', { name: 'Add cluster' }));
    expect(screen.getByLabelText(/^Server/)).toHaveAccessibleDescription(
      /begins with https/,
    );
    expect(createCluster).not.toHaveBeenCalled();
  });

  it('tests before saving: steps with hints, the problem at its field, and saving works all the same', async () => {
    const createCluster = jest.fn(async () => labCluster);
    renderPage('/clusters', {
      api: { testClusterInput: async () => failedClusterTest, createCluster },
    });
    await openForm();
    await type(/^Name(?!s)/, 'lab-clos');
    await type(/^Token/, 't0ken');
    await type(/^Server/, 'https://control-1.example.com:6443');
    await userEvent.click(
      screen.getByRole('button', { name: 'Test connection' }),
    );
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(
      within(checks).getByText('It may have expired: make a new one'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('The token is not accepted (401)')).toHaveLength(
      2,
    );
    expect(createCluster).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Add cluster' }));
    await waitFor(() => expect(createCluster).toHaveBeenCalled());
  });

  it('kubeconfig: the contexts of the pasted text, refused ones cannot be chosen and say why', async () => {
    const sent: ClusterInput[] = [];
    renderPage('/clusters', {
      api: {
        readKubeconfig: async () => ({
          current: 'cloud',
          contexts: [
            {
              name: 'cloud',
              auth: 'refused',
              refused: 'It runs a program to get a token',
            },
            {
              name: 'lab',
              auth: 'token',
              server: 'https://control-1.example.com:6443',
            },
          ],
        }),
        createCluster: async input => {
          sent.push(input);
          return labCluster;
        },
      },
    });
    await openForm();
    await type(/^Name(?!s)/, 'lab-clos');
    await userEvent.click(screen.getByRole('radio', { name: 'A kubeconfig' }));
    await type(/^Kubeconfig/, 'apiVersion: v1');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show its contexts' }),
    );
    expect(
      await screen.findByRole('radio', { name: /^cloud.*runs a program/ }),
    ).toBeDisabled();
    expect(screen.getByRole('radio', { name: /^lab/ })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Add cluster' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      name: 'lab-clos',
      auth: {
        type: 'kubeconfig',
        kubeconfig: 'apiVersion: v1',
        context: 'lab',
      },
    });
  });

  it('what was typed for one way does not go out with another', async () => {
    renderPage('/clusters');
    await openForm();
    await type(/^Token/, 't0ken');
    await userEvent.click(
      screen.getByRole('radio', { name: /portal runs in/ }),
    );
    expect(screen.queryByLabelText(/^Server/)).toBeNull();
    await userEvent.click(
      screen.getByRole('radio', { name: 'Address and a token' }),
    );
    expect(
      screen.getByLabelText(/^Token/, { selector: 'input[type=password]' }),
    ).toHaveValue('');
  });
});
