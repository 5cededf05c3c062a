import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  engine,
  expect,
  expectAccessible,
  expectFitsPhoneInTheDark,
  test,
} from './portal';

test.describe.configure({ mode: 'serial' });

const git = promisify(execFile);

/** Clones with stock git, as anybody would. */
async function clone<T>(url: string, look: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-clone-'));
  try {
    await git('git', ['clone', '--quiet', url, folder]);
    return await look(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Source = { file: string; yaml: string };

test('an edit in the form becomes a commit that changes one line', async ({
  portal,
}) => {
  const { repository } = await engine<{ repository: { url: string } }>(
    portal,
    'fabrics/lab-mesh',
  );
  const source = await engine<Source>(
    portal,
    'fabrics/lab-mesh/resources/Switch/leaf-02/source',
  );
  const before = await clone(repository.url, folder =>
    readFile(path.join(folder, source.file), 'utf8'),
  );

  await portal.goto('/cnoc/fabrics/lab-mesh/Switch/leaf-02');
  await portal.getByRole('button', { name: 'Edit' }).click();
  const text = portal.getByRole('textbox', { name: /^YAML of Switch/ });
  await expect(text).toBeVisible();
  await expectAccessible(portal);
  await portal
    .getByRole('textbox', { name: 'description', exact: true })
    .first()
    .fill('rack 12');
  await expect(text).toContainText('rack 12');
  await portal.getByRole('button', { name: 'Save and review' }).click();

  await expect(portal.getByText('1 file changed').first()).toBeVisible();
  await expect(
    portal.getByRole('list', { name: 'What a deployment would do' }),
  ).toContainText('leaf-02');
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'Commit 1 file to main' }).click();
  await expect(portal.getByText('1 file written to main')).toBeVisible();
  await expectAccessible(portal);

  const after = await clone(repository.url, folder =>
    readFile(path.join(folder, source.file), 'utf8'),
  );
  const lines = (whole: string) => whole.split('\n');
  expect(lines(after).filter(line => !lines(before).includes(line))).toEqual([
    expect.stringContaining('rack 12'),
  ]);

  await portal.goto('/cnoc/fabrics/lab-mesh/git');
  await expect(portal.getByText('Change Switch leaf-02').first()).toBeVisible();
  await expect(portal.getByText('No drafts')).toBeVisible();
  await expectAccessible(portal);
});

test('a draft that breaks a rule is kept from git, with its line', async ({
  portal,
}) => {
  await portal.goto('/cnoc/fabrics/lab-clos/edit/VPC/web');
  const vlan = portal
    .getByRole('textbox', { name: 'vlan', exact: true })
    .first();
  await vlan.fill('99999');
  await expect(portal.getByRole('list', { name: 'Diagnostics' })).toContainText(
    'vlan',
  );
  await portal.getByRole('button', { name: 'Save and review' }).click();
  await expect(portal.getByText(/this cannot be committed/)).toBeVisible();
  await expect(portal.getByRole('button', { name: /^Commit/ })).toBeDisabled();
  await expectAccessible(portal);
  await portal.goto('/cnoc/fabrics/lab-clos/git');
  await portal
    .getByRole('button', { name: 'Discard the draft of VPC web' })
    .click();
  await expect(portal.getByText('No drafts')).toBeVisible();
});

test('files of YAML get a verdict each and become drafts', async ({
  portal,
}) => {
  const server = (name: string) =>
    `apiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  name: ${name}\nspec:\n  description: from a file\n`;
  await portal.goto('/cnoc/fabrics/lab-clos/import?from=upload');
  await portal.locator('input[type=file]').setInputFiles({
    name: 'servers.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(
      [server('server-91'), server('server-92'), 'kind: Nonsense\n'].join(
        '---\n',
      ),
    ),
  });
  await expect(portal.getByText(/2 new in git/)).toBeVisible();
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(portal.getByText('2 files added').first()).toBeVisible();
  await portal.goto('/cnoc/fabrics/lab-clos/git');
  await portal.getByRole('button', { name: 'Discard all' }).click();
  await portal.getByRole('button', { name: 'Discard 2 drafts' }).click();
  await expect(portal.getByText('No drafts')).toBeVisible();
});

test('a credential and a repository are stored, tested and forgotten', async ({
  portal,
}) => {
  const secret = 'canary-4f2a9c1d7be0-Xy7pQ2';
  const { repository } = await engine<{ repository: { url: string } }>(
    portal,
    'fabrics/lab-clos',
  );
  await portal.goto('/cnoc/credentials');
  await portal.getByRole('button', { name: 'New credential' }).click();
  let dialog = portal.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('ci-token');
  await dialog.locator('input[type=password]').fill(secret);
  await expectAccessible(portal);
  await dialog.getByRole('button', { name: 'Store credential' }).click();
  await expect(portal.getByRole('row', { name: /ci-token/ })).toContainText(
    'Strong',
  );
  await expectAccessible(portal);
  const stored = await engine<object>(portal, 'credentials');
  expect(JSON.stringify(stored)).not.toContain(secret);
  expect(await portal.content()).not.toContain(secret);

  await portal.goto('/cnoc/repositories');
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'New repository' }).click();
  dialog = portal.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Address/ }).fill(repository.url);
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('mirror');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('The remote answers')).toBeVisible();
  await expectAccessible(portal);
  await dialog.getByRole('button', { name: 'Add repository' }).click();
  await expect(portal).toHaveURL(/\/repositories\/mirror$/);
  await portal.getByRole('button', { name: 'Test connection' }).click();
  await expect(portal.getByRole('list', { name: 'Checks' })).toContainText(
    /sign in/i,
  );
  await expectAccessible(portal);

  await portal.getByRole('button', { name: 'Delete' }).click();
  await portal
    .getByRole('dialog')
    .getByRole('button', { name: /delete|forget/i })
    .click();
  await expect(portal).toHaveURL(/\/repositories$/);
  await expect(portal.getByRole('link', { name: 'lab' }).first()).toBeVisible();
  await expect(portal.getByRole('link', { name: 'mirror' })).toBeHidden();
});

test('the pages around git fit a phone and work in the dark', async ({
  portal,
}) => {
  await expectFitsPhoneInTheDark(portal, [
    '/cnoc/repositories',
    '/cnoc/repositories/lab',
    '/cnoc/credentials',
    '/cnoc/fabrics/lab-clos/git',
    '/cnoc/fabrics/lab-clos/edit/VPC/web',
    '/cnoc/fabrics/lab-clos/changes',
    '/cnoc/fabrics/lab-clos/import',
  ]);
});
