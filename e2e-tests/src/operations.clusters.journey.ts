import type { Page } from '@playwright/test';
import { engine, expect, expectAccessible, labOf, tabOf, test } from './portal';

test.describe.configure({ mode: 'serial' });

/** A second connection to the cluster of lab-mesh, and a second fabric on it. */
const CLUSTER = 'second-way';
const FABRIC = 'second-look';

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

test('a cluster is tested step by step, and says which rights CNOC needs', async ({
  portal,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await portal.getByRole('link', { name: 'Clusters' }).first().click();
  for (const name of ['lab-clos', 'lab-mesh']) {
    await expect(
      portal.getByRole('row', { name: new RegExp(name) }),
    ).toContainText('Connected');
  }
  await expectAccessible(portal);

  await portal.getByRole('link', { name: 'lab-clos' }).first().click();
  await portal.getByRole('button', { name: 'Test connection' }).click();
  await expect(portal.getByText('The cluster answers').first()).toBeVisible();
  const checks = portal.getByRole('list', { name: 'Checks' });
  await expect(checks.getByText('Done')).toHaveCount(6);
  await expect(region(portal, 'Kinds')).toContainText('VPCAttachment');
  await expect(region(portal, 'Rights')).toContainText(/\d+ of \d+ held/);
  await expectAccessible(portal);

  await portal
    .getByRole('button', { name: 'Copy the YAML of the rights' })
    .click();
  await expect(portal.getByText('Copied').first()).toBeVisible();
  const copied = await portal.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('kind: Role\n');
  expect(copied).toContain('vpcattachments');
  expect(copied).not.toContain("'*'");
});

test('K1, H21: a wrong token and a kubeconfig that runs a program are refused with why; a plain one connects', async ({
  portal,
}) => {
  const server = (await labOf(portal)).server('lab-mesh');
  const secret = 'canary-91c2b7e4d0aa-Qw3rTy';
  await portal.goto('/cnoc/clusters');
  await portal.getByRole('button', { name: 'New cluster' }).click();
  const dialog = portal.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name(?!s)/ }).fill(CLUSTER);
  await dialog.locator('input[type=password]').fill(secret);
  await dialog.getByRole('textbox', { name: /^Server/ }).fill(server);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  const checks = dialog.getByRole('list', { name: 'Checks' });
  await expect(
    checks.getByRole('listitem').filter({ hasText: 'Sign in' }),
  ).toContainText('Failed');
  await expectAccessible(portal);

  await dialog
    .getByRole('radio', { name: 'A kubeconfig' })
    .check({ force: true });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'config',
    mimeType: 'application/yaml',
    buffer: Buffer.from(`apiVersion: v1
kind: Config
clusters:
  - { name: lab, cluster: { server: '${server}' } }
users:
  - { name: plain, user: {} }
  - name: program
    user:
      exec: { apiVersion: client.authentication.k8s.io/v1, command: get-token }
contexts:
  - { name: cloud, context: { cluster: lab, user: program } }
  - { name: lab, context: { cluster: lab, user: plain, namespace: default } }
current-context: cloud
`),
  });
  await expect(dialog.getByRole('radio', { name: /^cloud/ })).toBeDisabled();
  await expect(dialog.getByText(/runs a program/)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /^lab/ })).toBeChecked();
  await dialog.getByRole('checkbox', { name: /^It is a lab/ }).check({
    force: true,
  });
  await expectAccessible(portal);
  await dialog.getByRole('button', { name: 'Add cluster' }).click();
  await expect(portal).toHaveURL(new RegExp(`/clusters/${CLUSTER}$`));
  await portal.getByRole('button', { name: 'Test connection' }).click();
  await expect(portal.getByText('The cluster answers').first()).toBeVisible();
  expect(JSON.stringify(await engine(portal, 'clusters'))).not.toContain(
    secret,
  );
});

test('a fabric that is registered on it is read, compared and forgotten again', async ({
  portal,
}) => {
  await portal.goto('/cnoc');
  await portal
    .getByRole('link', { name: 'New fabric' })
    .or(portal.getByRole('button', { name: 'New fabric' }))
    .first()
    .click();
  const form = portal.getByRole('form', { name: 'New fabric' });
  await form.getByRole('textbox', { name: /^Name(?!s)/ }).fill(FABRIC);
  await form.getByRole('textbox', { name: /^Environment/ }).fill('lab');
  await form
    .getByRole('textbox', { name: /^Directory/ })
    .fill('fabrics/lab-mesh');
  for (const [field, option] of [
    [/Repository/, /^lab\b/],
    [/Cluster/, new RegExp(`^${CLUSTER}`)],
  ] as const) {
    await form
      .getByRole('button', { name: field })
      .and(form.locator('[aria-haspopup=listbox]'))
      .click();
    await portal.getByRole('option', { name: option }).click();
  }
  await form.getByRole('radio', { name: /^Nothing/ }).check({ force: true });
  await expectAccessible(portal);
  await form.getByRole('button', { name: 'Add fabric' }).click();
  // Another connection leads there, but it is the cluster of lab-mesh
  await expect(portal.getByRole('alert')).toContainText(
    'would call objects of the other orphaned',
  );
  await form.getByRole('textbox', { name: /^Namespace/ }).fill('spare');
  await form.getByRole('button', { name: 'Add fabric' }).click();
  await expect(portal).toHaveURL(new RegExp(`/fabrics/${FABRIC}$`));
  await expect(portal.getByText('Connected').first()).toBeVisible();
  await tabOf(portal, 'Resources').click();
  await expect(
    portal.getByRole('row', { name: /leaf-01/ }).first(),
  ).toBeVisible();
  await expect(async () => {
    const { status } = await engine<{
      status: { sync: { state: string }; drift: { state: string } };
    }>(portal, `fabrics/${FABRIC}`);
    expect(status.sync.state).toBe('synced');
    expect(status.drift.state).not.toBe('unknown');
  }).toPass({ timeout: 20_000 });

  await portal.goto(`/cnoc/clusters/${CLUSTER}`);
  await portal.getByRole('button', { name: 'Delete' }).click();
  const dialog = portal.getByRole('dialog');
  await expect(
    dialog.getByRole('list', { name: 'Fabrics that use it' }),
  ).toContainText(FABRIC);
  await expect(
    dialog.getByRole('button', { name: `Delete ${CLUSTER}` }),
  ).toBeDisabled();
  await dialog.getByRole('link', { name: FABRIC }).click();

  await tabOf(portal, 'Settings').click();
  await region(portal, 'This fabric')
    .getByRole('button', { name: 'Delete' })
    .click();
  const forget = dialog.getByRole('button', { name: `Delete ${FABRIC}` });
  await expect(forget).toBeDisabled();
  await dialog.getByRole('textbox').fill(FABRIC);
  await expectAccessible(portal);
  await forget.click();
  await expect(portal).toHaveURL(/\/cnoc\/?$/);
  await expect(
    portal.getByRole('link', { name: 'lab-mesh' }).first(),
  ).toBeVisible();
  await expect(portal.getByRole('link', { name: FABRIC })).toBeHidden();

  await portal.goto(`/cnoc/clusters/${CLUSTER}`);
  await portal.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: `Delete ${CLUSTER}` }).click();
  await expect(portal).toHaveURL(/\/clusters$/);
  await expect(
    portal.getByRole('link', { name: 'lab-mesh' }).first(),
  ).toBeVisible();
  await expect(portal.getByRole('link', { name: CLUSTER })).toBeHidden();
});
