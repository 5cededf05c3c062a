import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  RepositoryDetail,
  RepositoryPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';
import {
  labRepository,
  spareRepository,
  westRepository,
} from '../../__testUtils__/repositories';

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('Repository page', () => {
  it('shows what it is, whether it answers, and the newest commit', async () => {
    renderPage('/repositories/lab');
    expect(
      await screen.findByRole('heading', { name: 'lab' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /network\/fabrics\.git/ }),
    ).toHaveAttribute('href', 'https://git.example.com/network/fabrics');
    expect(screen.getByText('Move vpc-2 to VLAN 1012')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'lab-token' })).toHaveAttribute(
      'href',
      '/cnoc/credentials?credential=lab-token',
    );
  });

  it('draws the health over time and says the same in words', async () => {
    renderPage('/repositories/lab');
    const strip = await screen.findByRole('img', {
      name: /answered [\d.]+ % of the last .*; 1 outage, the longest 45 min/,
    });
    expect(strip.querySelectorAll('[data-state="unreachable"]')).toHaveLength(
      1,
    );
    const list = screen.getByRole('list', { name: 'How the health changed' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(
      within(list).getByText(/did not answer within 30 seconds/),
    ).toBeInTheDocument();
  });

  it('lists the fabrics that are read from it, with how reading went', async () => {
    renderPage('/repositories/lab');
    const list = await screen.findByRole('list', { name: 'Fabrics' });
    expect(
      within(list).getByRole('link', { name: 'lab-mesh' }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-mesh');
    expect(await within(list).findAllByText('Synced')).toHaveLength(2);
  });

  it('gives the whole webhook address to copy, and how to enter it at this host', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderPage('/repositories/lab');
    const address = /^https?:\/\/.+\/api\/cnoc\/v1\/webhooks\/lab$/;
    expect(await screen.findByText(address)).toBeInTheDocument();
    expect(screen.getByText(/On Gitea: Settings/)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Copy the webhook address' }),
    );
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(address));
    expect(
      await screen.findByText('Copied', { selector: 'span' }),
    ).toBeInTheDocument();
  });

  it('tests the connection step by step, and asks for the newest health', async () => {
    const getRepository = jest.fn(async () => labRepository);
    renderPage('/repositories/lab', { api: { getRepository } });
    await press('Test connection');
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(
      within(checks)
        .getAllByRole('listitem')
        .map(item => item.dataset.result),
    ).toEqual(['ok', 'ok', 'failed', 'skipped']);
    expect(
      within(checks).getByText('It may have expired: rotate the credential'),
    ).toBeInTheDocument();
    await waitFor(() => expect(getRepository).toHaveBeenCalledTimes(2));
  });

  it('G16: shows both host keys and trusts the new one only after a confirmation', async () => {
    const trusted: string[] = [];
    let repository: RepositoryDetail = westRepository;
    renderPage('/repositories/west', {
      api: {
        getRepository: async () => repository,
        trustHostKey: async (_, fingerprint) => {
          trusted.push(fingerprint);
          repository = { ...westRepository, hostKey: { fingerprint } };
          return repository;
        },
      },
    });
    expect(
      await screen.findByText('The host shows another key than before'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('SHA256:trustedtrustedtrustedtrusted'),
    ).toBeInTheDocument();
    await press('Trust the new key');
    expect(trusted).toEqual([]);
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText('SHA256:offeredofferedofferedoffered'),
    ).toBeInTheDocument();
    expect(within(dialog).getByText(/dc-west should be/)).toBeInTheDocument();
    await press('I compared it: trust the new key');
    await waitFor(() =>
      expect(trusted).toEqual(['SHA256:offeredofferedofferedoffered']),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('The host shows another key than before'),
      ).toBeNull(),
    );
  });

  it('refuses to delete while fabrics use it, and names them', async () => {
    const deleteRepository = jest.fn();
    renderPage('/repositories/lab', { api: { deleteRepository } });
    await press('Delete');
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['lab-clos', 'lab-mesh']);
    const button = within(dialog).getByRole('button', { name: 'Delete lab' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('2 fabrics use it.');
    expect(deleteRepository).not.toHaveBeenCalled();
  });

  it('deletes with the etag that was read, and goes to the list', async () => {
    const deleteRepository = jest.fn(async () => {});
    renderPage('/repositories/lab', {
      api: {
        getRepository: async () => ({ ...labRepository, fabrics: [] }),
        deleteRepository,
      },
    });
    await press('Delete');
    expect(
      await screen.findByText(/The repository on its host stays as it is/),
    ).toBeInTheDocument();
    await press('Delete lab');
    expect(
      await screen.findByRole('heading', { name: 'Repositories' }),
    ).toBeInTheDocument();
    expect(deleteRepository).toHaveBeenCalledWith('lab', { ifMatch: 'e1' });
  });

  it('says what the server names when a hidden fabric still uses it', async () => {
    renderPage('/repositories/lab', {
      api: {
        getRepository: async () => ({ ...labRepository, fabrics: [] }),
        deleteRepository: async () => {
          throw answered(409, '1 fabric that you may not see uses it');
        },
      },
    });
    await press('Delete');
    await press('Delete lab');
    expect(
      await screen.findByText('1 fabric that you may not see uses it'),
    ).toBeInTheDocument();
  });

  it('leaves one from configuration to the configuration', async () => {
    renderPage('/repositories/spare', {
      api: { getRepository: async () => spareRepository },
    });
    const button = await screen.findByRole('button', { name: 'Delete' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      /configuration: change it there/,
    );
    expect(screen.getByRole('button', { name: 'Edit' })).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Test connection' }),
    ).toBeEnabled();
  });

  it('edits: secrets are never filled in, only the change is sent, with the etag', async () => {
    const sent: [RepositoryPatch, string | undefined][] = [];
    renderPage('/repositories/lab', {
      api: {
        updateRepository: async (_, patch, options) => {
          sent.push([patch, options?.ifMatch]);
          return labRepository;
        },
      },
    });
    await press('Edit');
    const dialog = await screen.findByRole('dialog', { name: 'Edit lab' });
    const secret = within(dialog).getByLabelText(/^Webhook secret/, {
      selector: 'input',
    });
    expect(secret).toHaveValue('');
    expect(secret).toHaveAttribute('type', 'password');
    expect(secret).toHaveAttribute('autocomplete', 'off');
    expect(secret).toHaveAccessibleDescription('Stored; leave empty to keep.');
    const branch = within(dialog).getByRole('textbox', { name: /^Branch/ });
    await userEvent.clear(branch);
    await userEvent.type(branch, 'next');
    await press('Save');
    await waitFor(() => expect(sent).toEqual([[{ branch: 'next' }, 'e1']]));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('says that somebody else changed it meanwhile', async () => {
    renderPage('/repositories/lab', {
      api: {
        updateRepository: async () => {
          throw answered(412, 'stale');
        },
      },
    });
    await press('Edit');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Title/ }),
      '!',
    );
    await press('Save');
    expect(
      await screen.findByText(/Somebody else changed it/),
    ).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('says that it is not there', async () => {
    renderPage('/repositories/nowhere');
    expect(
      await screen.findByText('The repository nowhere could not be loaded'),
    ).toBeInTheDocument();
  });

  it('U5: offline keeps what is known, as stale', async () => {
    let fail = false;
    const { signals } = renderPage('/repositories/lab', {
      api: {
        getRepository: async () => {
          if (fail) throw new TypeError('Failed to fetch');
          return labRepository;
        },
      },
    });
    await screen.findByRole('heading', { name: 'lab' });
    fail = true;
    signals.changed('lab-clos');
    expect(await screen.findByText(/Stale since/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'lab' })).toBeInTheDocument();
  });
});
