import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Repository,
  RepositoryInput,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { failedTest, labRepository } from '../../__testUtils__/repositories';

const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('link', { name: /^(lab|spare|west)$/ })
    .map(link => link.textContent);

async function openForm() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'New repository' }),
  );
  return screen.findByRole('dialog');
}
const type = async (label: RegExp, text: string) => {
  const field = screen.getByLabelText(label, {
    selector: 'input:not([type=radio])',
  });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};

describe('Repositories page', () => {
  it('shows totals, and the remotes that need a person first', async () => {
    renderPage('/repositories');
    const list = await screen.findByRole('list', { name: 'Repositories' });
    expect(names(list)).toEqual(['west', 'spare', 'lab']);
    expect(within(list).getByText(/^host key changed/)).toBeInTheDocument();
    expect(within(list).getByText('not tried yet')).toBeInTheDocument();
    expect(
      screen.getByText('Not reachable', { selector: 'dt' }).parentElement,
    ).toHaveTextContent('11 fabric cannot read git');
  });

  it('leads to fabrics and credentials, and from one list to the next', async () => {
    renderPage('/repositories');
    const list = await screen.findByRole('list', { name: 'Repositories' });
    expect(
      within(list).getByRole('link', { name: 'lab-clos' }),
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-clos');
    expect(
      within(list).getByRole('link', { name: 'lab-token' }),
    ).toHaveAttribute('href', '/cnoc/credentials?credential=lab-token');
    expect(screen.getByRole('link', { name: 'Credentials' })).toHaveAttribute(
      'href',
      '/cnoc/credentials',
    );
  });

  it('filters by words and by health; / focuses the filter', async () => {
    renderPage('/repositories?health=reachable');
    const list = await screen.findByRole('list', { name: 'Repositories' });
    expect(names(list)).toEqual(['lab']);
    expect(
      screen.getByText('1 of 3 repositories, by need'),
    ).toBeInTheDocument();
    await userEvent.keyboard('/dc-west');
    expect(
      await screen.findByText('No repository matches the filter'),
    ).toBeInTheDocument();
  });

  it('takes no filter from the address that there is not', async () => {
    renderPage('/repositories?health=purple&sort=toString');
    const list = await screen.findByRole('list', { name: 'Repositories' });
    expect(names(list)).toHaveLength(3);
  });

  it('shows the shape of what comes while it loads', () => {
    renderPage('/repositories', {
      api: { listRepositories: () => new Promise(() => {}) },
    });
    expect(
      screen.getByRole('status', { name: 'Loading repositories' }),
    ).toBeInTheDocument();
  });

  it('says what would be here when there is none', async () => {
    renderPage('/repositories', {
      api: { listRepositories: async () => ({ items: [] }) },
    });
    expect(await screen.findByText('No repositories yet')).toBeInTheDocument();
  });

  it('U5: offline keeps what is known as stale, a 403 leaves nothing', async () => {
    let failure: Error | undefined;
    const { signals } = renderPage('/repositories', {
      api: {
        listRepositories: async () => {
          if (failure) throw failure;
          return { items: [labRepository] };
        },
      },
    });
    await screen.findByRole('link', { name: 'lab' });
    failure = new TypeError('Failed to fetch');
    signals.changed('lab-clos');
    expect(await screen.findByText(/Stale since/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'lab' })).toBeInTheDocument();
    failure = answered(403, 'Only the network team');
    signals.changed('lab-clos');
    expect(
      await screen.findByText('Only the network team'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'lab' })).toBeNull();
  });
});

describe('Form of a new repository', () => {
  it('registers what was typed, guesses name and host, and opens its page', async () => {
    const sent: RepositoryInput[] = [];
    const keys: (string | undefined)[] = [];
    renderPage('/repositories', {
      api: {
        createRepository: async (input, options): Promise<Repository> => {
          sent.push(input);
          keys.push(options?.idempotencyKey);
          return labRepository;
        },
      },
    });
    await openForm();
    await type(/^Address/, 'git@gitlab.com:network/lab.git');
    expect(screen.getByLabelText(/^Name/)).toHaveValue('lab');
    await userEvent.click(
      screen.getByRole('button', { name: 'Add repository' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'lab' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        name: 'lab',
        url: 'git@gitlab.com:network/lab.git',
        branch: 'main',
        provider: 'gitlab',
      },
    ]);
    expect(keys[0]).toMatch(/^[\w-]{22}$/);
  });

  it('shows what is wrong at the field and sends nothing', async () => {
    const createRepository = jest.fn();
    renderPage('/repositories', { api: { createRepository } });
    await openForm();
    await type(/^Address/, 'file:///srv/git');
    await userEvent.click(
      screen.getByRole('button', { name: 'Add repository' }),
    );
    expect(screen.getByLabelText(/^Address/)).toHaveAccessibleDescription(
      /not file/,
    );
    expect(createRepository).not.toHaveBeenCalled();
  });

  it('G4: points out a credential in the address', async () => {
    renderPage('/repositories');
    await openForm();
    await type(/^Address/, 'https://me:t0ken@git.example.com/lab.git');
    expect(
      screen.getByText('A credential stands in the address'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/kept and shown is https:\/\/git\.example\.com/),
    ).not.toHaveTextContent('t0ken');
  });

  it('G15: warns before the check of the certificate is left out', async () => {
    renderPage('/repositories');
    await openForm();
    await type(/^Address/, 'https://git.example.com/lab.git');
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Do not check/ }),
    );
    expect(screen.getByText(/can pose as this host/)).toBeInTheDocument();
  });

  it('tests before saving: steps with hints, and the problem at its field', async () => {
    const testRepositoryInput = jest.fn(async () => failedTest);
    const createRepository = jest.fn();
    renderPage('/repositories', {
      api: { testRepositoryInput, createRepository },
    });
    await openForm();
    await type(/^Address/, 'https://git.example.com/lab.git');
    await userEvent.click(
      screen.getByRole('button', { name: 'Test connection' }),
    );
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(
      within(checks).getByText('It may have expired: rotate the credential'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('The token is not accepted (401)')).toHaveLength(
      2,
    );
    expect(createRepository).not.toHaveBeenCalled();
    // What the remote said was said about this address.
    await type(/^Address/, 'https://git.example.com/other.git');
    expect(screen.queryByRole('list', { name: 'Checks' })).toBeNull();
  });

  it('stores a new credential on the way and chooses it', async () => {
    const sent: RepositoryInput[] = [];
    renderPage('/repositories', {
      api: {
        createRepository: async input => {
          sent.push(input);
          return labRepository;
        },
      },
    });
    await openForm();
    await type(/^Address/, 'https://git.example.com/lab.git');
    await userEvent.click(
      screen.getByRole('button', { name: 'New credential' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'New credential',
    });
    const into = within(dialog);
    await userEvent.click(into.getByLabelText(/^Name/));
    await userEvent.paste('fresh');
    await userEvent.click(
      into.getByLabelText(/^Token/, { selector: 'input[type=password]' }),
    );
    await userEvent.paste('t0ken');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Store credential' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    await userEvent.click(
      screen.getByRole('button', { name: 'Add repository' }),
    );
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].credential).toBe('fresh');
  });

  it('keeps the form and says why when the server refuses', async () => {
    const keys = new Set<string | undefined>();
    renderPage('/repositories', {
      api: {
        createRepository: async (_, options) => {
          keys.add(options?.idempotencyKey);
          throw answered(409, 'There is a repository lab already');
        },
      },
    });
    await openForm();
    await type(/^Address/, 'https://git.example.com/lab.git');
    const save = screen.getByRole('button', { name: 'Add repository' });
    await userEvent.click(save);
    expect(
      await screen.findByText('There is a repository lab already'),
    ).toBeInTheDocument();
    await userEvent.click(save);
    await waitFor(() => expect(keys.size).toBe(2));
  });
});
