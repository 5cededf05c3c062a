import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Credential,
  CredentialInput,
  CredentialPatch,
  CredentialValue,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  labToken,
  oldPassword,
  rotationDone,
  rotationIdle,
  rotationRunning,
  westKey,
} from '../../__testUtils__/credentials';
import { westCluster } from '../../__testUtils__/clusters';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const secretField = (label: RegExp) =>
  screen.getByLabelText(label, { selector: 'input:not([type=radio])' });
const PRIVATE_KEY =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----';

describe('Credentials page', () => {
  it('shows totals, and the credentials that need a person first', async () => {
    renderPage('/credentials');
    const list = await screen.findByRole('list', { name: 'Credentials' });
    expect(
      within(list)
        .getAllByRole('link', { name: /^(lab-token|old-password|west-key)$/ })
        .map(link => link.textContent),
    ).toEqual(['west-key', 'old-password', 'lab-token']);
    expect(within(list).getByText('Expired')).toBeInTheDocument();
    expect(within(list).getByText('on 1 Nov 2026')).toBeInTheDocument();
    expect(within(list).getByText('Only 8 characters')).toBeInTheDocument();
    expect(within(list).getByText('Cannot be opened')).toBeInTheDocument();
    expect(
      screen.getByText('Weak', { selector: 'dt' }).parentElement,
    ).toHaveTextContent('1');
  });

  it('filters by words; / focuses the filter', async () => {
    renderPage('/credentials');
    await screen.findByRole('link', { name: 'lab-token' });
    await userEvent.keyboard('/west');
    expect(screen.getByText('1 of 3 credentials, by need')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'lab-token' })).toBeNull();
  });

  it('shows the shape of what comes, and what would be here', async () => {
    let answer: (page: { items: Credential[] }) => void = () => {};
    renderPage('/credentials', {
      api: {
        listCredentials: () =>
          new Promise(resolve => {
            answer = resolve;
          }),
      },
    });
    expect(
      screen.getByRole('status', { name: 'Loading credentials' }),
    ).toBeInTheDocument();
    answer({ items: [] });
    expect(await screen.findByText('No credentials yet')).toBeInTheDocument();
  });

  it('U5: 403 has its own words and shows nothing else', async () => {
    renderPage('/credentials', {
      api: {
        listCredentials: async () => {
          throw answered(403, 'Only the network team');
        },
      },
    });
    expect(
      await screen.findByText('Only the network team'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Encryption keys')).toBeNull();
  });

  it('opens one from its address, with its public key but no value', async () => {
    renderPage('/credentials?credential=west-key');
    const dialog = await screen.findByRole('dialog', { name: 'west-key' });
    expect(
      within(dialog).getByText('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 cnoc'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/Put the key back, or rotate/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('says that the one of the address is not there', async () => {
    renderPage('/credentials?credential=nobody');
    expect(
      await screen.findByText(/There is no credential nobody/),
    ).toBeInTheDocument();
  });
});

describe('A new credential', () => {
  async function open(sent: CredentialInput[]) {
    renderPage('/credentials', {
      api: {
        createCredential: async input => {
          sent.push(input);
          return labToken;
        },
      },
    });
    await press('New credential');
    return screen.findByRole('dialog');
  }

  it('is typed into password fields that browsers do not keep', async () => {
    const sent: CredentialInput[] = [];
    const dialog = await open(sent);
    const token = secretField(/^Token/);
    expect(token).toHaveAttribute('type', 'password');
    expect(token).toHaveAttribute('autocomplete', 'off');
    await userEvent.type(token, 't0ken');
    await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'lab');
    await press('Store credential');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sent).toEqual([{ name: 'lab', type: 'token', secret: 't0ken' }]);
  });

  it('does not take what was typed for one type along to another', async () => {
    const sent: CredentialInput[] = [];
    await open(sent);
    await userEvent.type(secretField(/^Token/), 't0ken');
    await userEvent.click(screen.getByRole('radio', { name: 'Password' }));
    expect(secretField(/^Password/)).toHaveValue('');
  });

  it('takes a private key from a file', async () => {
    const sent: CredentialInput[] = [];
    await open(sent);
    await userEvent.click(screen.getByRole('radio', { name: 'SSH key' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Name/ }),
      'west',
    );
    const file = new File([PRIVATE_KEY], 'id_ed25519');
    // This browser of tests has no reading of files.
    file.text = async () => PRIVATE_KEY;
    await userEvent.upload(screen.getByLabelText(/choose its file/), file);
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /^Private key/ })).toHaveValue(
        PRIVATE_KEY,
      ),
    );
    await press('Store credential');
    await waitFor(() =>
      expect(sent).toEqual([
        { name: 'west', type: 'ssh', privateKey: `${PRIVATE_KEY}\n` },
      ]),
    );
  });

  it('shows at the field what only the server can know', async () => {
    renderPage('/credentials', {
      api: {
        createCredential: async () => {
          throw answered(400, 'passphrase: it does not open the private key');
        },
      },
    });
    await press('New credential');
    await userEvent.click(
      await screen.findByRole('radio', { name: 'SSH key' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Name/ }),
      'west',
    );
    await userEvent.click(
      screen.getByRole('textbox', { name: /^Private key/ }),
    );
    await userEvent.paste(PRIVATE_KEY);
    await press('Store credential');
    await waitFor(() =>
      expect(secretField(/^Passphrase/)).toHaveAccessibleDescription(
        /It does not open the private key\./,
      ),
    );
  });

  it('says what to configure when there is no key to encrypt with', async () => {
    renderPage('/credentials', {
      api: {
        createCredential: async () => {
          throw Object.assign(new Error('503'), {
            statusCode: 503,
            cause: {
              name: 'ServiceUnavailableError',
              message: 'cnoc.encryption.keys has no key',
            },
          });
        },
      },
    });
    await press('New credential');
    await userEvent.type(secretField(/^Token/), 't0ken');
    await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'lab');
    await press('Store credential');
    expect(
      await screen.findByText('cnoc.encryption.keys has no key'),
    ).toBeInTheDocument();
  });

  it('shows what is wrong at the field and sends nothing', async () => {
    const sent: CredentialInput[] = [];
    await open(sent);
    await press('Store credential');
    expect(secretField(/^Token/)).toHaveAccessibleDescription(
      /Paste the token/,
    );
    expect(sent).toEqual([]);
  });
});

describe('An opened credential', () => {
  it('is rotated after the repositories that use it tried the new value', async () => {
    const sent: CredentialValue[] = [];
    renderPage('/credentials?credential=lab-token', {
      api: {
        rotateCredential: async (_, value) => {
          sent.push(value);
          return labToken;
        },
      },
    });
    await press('Rotate');
    const tried = await screen.findByRole('list', {
      name: 'Tried first',
    });
    expect(tried).toHaveTextContent('lab');
    expect(secretField(/^Token/)).toHaveValue('');
    await userEvent.type(secretField(/^Token/), 'n3w');
    await press('Try it, then replace');
    await waitFor(() => expect(sent).toEqual([{ secret: 'n3w' }]));
  });

  it('keeps the old value when a repository refuses the new one', async () => {
    renderPage('/credentials?credential=lab-token', {
      api: {
        rotateCredential: async () => {
          throw answered(409, 'lab refused the new value (401)');
        },
      },
    });
    await press('Rotate');
    await userEvent.type(secretField(/^Token/), 'n3w');
    await press('Try it, then replace');
    expect(
      await screen.findByText('The old value stays in use'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('lab refused the new value (401)'),
    ).toBeInTheDocument();
  });

  it('changes title and end with the etag that was read', async () => {
    const sent: [CredentialPatch, string | undefined][] = [];
    renderPage('/credentials?credential=lab-token', {
      api: {
        updateCredential: async (_, patch, options) => {
          sent.push([patch, options?.ifMatch]);
          return labToken;
        },
      },
    });
    await press('Edit');
    const ends = await screen.findByLabelText('Ends on');
    expect(ends).toHaveValue('2028-01-31');
    await userEvent.clear(ends);
    await press('Save');
    await waitFor(() => expect(sent).toEqual([[{ expiresAt: null }, 'c1']]));
  });

  it('is not deleted while repositories or clusters use it', async () => {
    renderPage('/credentials?credential=lab-token');
    await press('Delete');
    const button = await screen.findByRole('button', {
      name: 'Delete lab-token',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      '1 repository or cluster uses it.',
    );
    expect(
      within(screen.getByRole('dialog')).getByRole('link', { name: 'lab' }),
    ).toHaveAttribute('href', '/cnoc/repositories/lab');
  });

  it('leads to the cluster that uses it, where it is one', async () => {
    renderPage('/credentials?credential=west-key', {
      api: {
        listCredentials: async () => ({
          items: [{ ...westKey, type: 'token', usedBy: ['west', 'spare'] }],
        }),
        listClusters: async () => ({
          items: [{ ...westCluster, credential: 'west-key' }],
        }),
      },
    });
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() =>
      expect(dialog.getByRole('link', { name: 'west' })).toHaveAttribute(
        'href',
        '/cnoc/clusters/west',
      ),
    );
    expect(dialog.getByRole('link', { name: 'spare' })).toHaveAttribute(
      'href',
      '/cnoc/repositories/spare',
    );
  });

  it('is deleted when nothing uses it', async () => {
    const deleteCredential = jest.fn(async () => {});
    renderPage(`/credentials?credential=${oldPassword.name}`, {
      api: { deleteCredential },
    });
    await press('Delete');
    await press('Delete old-password');
    await waitFor(() =>
      expect(deleteCredential).toHaveBeenCalledWith('old-password', {
        ifMatch: 'c2',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('Encryption keys', () => {
  it('says how many values each key holds, and which may go', async () => {
    renderPage('/credentials', {
      api: { getKeyRotation: async () => rotationDone },
    });
    const table = await screen.findByRole('table');
    expect(
      within(table).getByRole('row', { name: /k2 2 values Newest/ }),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('row', { name: /k1 0 values .*may be removed/ }),
    ).toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Start re-encryption' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/by the newest key/);
  });

  it('S5: names the values that no key opens', async () => {
    renderPage('/credentials', {
      api: { getKeyRotation: async () => rotationDone },
    });
    expect(
      await screen.findByRole('list', { name: 'Unreadable values' }),
    ).toHaveTextContent('credentials/west-key/value');
  });

  it('starts re-encryption and shows how far it is', async () => {
    let rotation = rotationIdle;
    renderPage('/credentials', {
      api: {
        getKeyRotation: async () => rotation,
        startKeyRotation: async () => {
          rotation = rotationRunning;
          return rotation;
        },
      },
    });
    await press('Start re-encryption');
    const bar = await screen.findByRole('progressbar', {
      name: 'Progress of the re-encryption',
    });
    expect(bar).toHaveAttribute('max', '3');
    expect(bar).toHaveAttribute('value', '1');
    expect(screen.getByText(/1 of 3 values/)).toBeInTheDocument();
  });

  it('says what to configure when there is no key', async () => {
    renderPage('/credentials', {
      api: {
        getKeyRotation: async () => ({
          state: 'idle',
          total: 0,
          done: 0,
          failed: [],
          keys: [],
        }),
      },
    });
    expect(await screen.findByText(/No key is configured/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start re-encryption' }),
    ).toBeNull();
  });
});
