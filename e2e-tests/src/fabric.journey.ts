import type { Page } from '@playwright/test';
import {
  engine,
  expect,
  expectAccessible,
  expectFitsPhoneInTheDark,
  labOf,
  tabOf,
  test,
} from './portal';

test.describe.configure({ mode: 'serial' });

/** The row or card of a fabric on the first page. */
const rowOf = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(name) });

test('a guest sees which fabric needs them', async ({ portal }) => {
  await expect(rowOf(portal, 'lab-clos')).toContainText('Drifted');
  await expect(rowOf(portal, 'lab-clos')).toContainText(/\d critical/);
  await expect(rowOf(portal, 'lab-mesh')).toContainText('In sync');
  await expectAccessible(portal);
});

test('a finding shows field by field what differs and who changed it', async ({
  portal,
}) => {
  await portal.getByRole('link', { name: 'lab-clos' }).first().click();
  await expect(portal.getByText('What needs you first')).toBeVisible();
  await expectAccessible(portal);

  await tabOf(portal, 'Drift').click();
  for (const severity of ['critical', 'warning', 'info']) {
    await expect(
      portal.getByRole('region', { name: `${severity} findings` }),
    ).toBeVisible();
  }
  await expectAccessible(portal);

  await portal.getByRole('link', { name: 'db', exact: true }).first().click();
  const differences = portal.getByRole('list', { name: 'Differences' });
  await expect(differences).toContainText('spec.subnets.default.vlan');
  await expect(differences).toContainText('1003');
  await expect(differences).toContainText('1103');
  await expect(differences).toContainText('kubectl-edit');
  await expect(
    portal.getByRole('region', { name: 'YAML' }).locator('.cm-mergeView'),
  ).toBeVisible();
  await expectAccessible(portal);
});

test('a hand edit shows without a reload', async ({ portal }) => {
  const lab = await labOf(portal);
  const describe = (description: string) =>
    lab.edit('lab-mesh', {
      kind: 'Switch',
      name: 'leaf-01',
      manager: 'kubectl-edit',
      patch: { spec: { description } },
    });
  const { items } = await engine<{ items: { facts: object[] }[] }>(
    portal,
    'fabrics/lab-mesh/resources?kind=Switch',
  );
  expect(items.length).toBeGreaterThan(0);
  await expect(rowOf(portal, 'lab-mesh')).toContainText('In sync');
  await describe('changed by hand');
  await expect(rowOf(portal, 'lab-mesh')).toContainText('Drifted');
  await portal.goto('/cnoc/fabrics/lab-mesh/Switch/leaf-01');
  await expect(portal.getByText('spec.description').first()).toBeVisible();
});

test('a fabric whose cluster is down says since when, and the other is untouched', async ({
  portal,
}) => {
  const lab = await labOf(portal);
  await lab.fail('lab-mesh', { verb: '*', status: 503 });
  await lab.fail('lab-mesh', { verb: 'watch', cutWatchAfterEvents: 0 });
  try {
    await portal.goto('/cnoc/fabrics/lab-mesh');
    await expect(portal.getByText(/stale since/i).first()).toBeVisible({
      timeout: 90_000,
    });
    await expectAccessible(portal);
    await tabOf(portal, 'Resources').click();
    await expect(
      portal.getByRole('row', { name: /leaf-01/ }).first(),
    ).toBeVisible();
    await portal.goto('/cnoc');
    await expect(rowOf(portal, 'lab-clos')).toContainText('Connected');
  } finally {
    await lab.mend('lab-mesh');
  }
  await expect(rowOf(portal, 'lab-mesh')).toContainText('Connected', {
    timeout: 90_000,
  });
});

test('a deployment makes the fabric synced, step by step', async ({
  portal,
}) => {
  await portal.goto('/cnoc/fabrics/lab-clos');
  await portal.getByRole('link', { name: /^Review \d+ changes$/ }).click();
  await expect(
    portal.getByText(/blockers?: this plan cannot be applied/),
  ).toBeVisible();
  await expectAccessible(portal);

  await portal.getByText(/^Take over \d+ fields? held by/).click();
  await expect(portal.getByText(/this plan cannot be applied/)).toBeHidden();
  await portal.getByText(/^Also delete 1 resource that is not in git/).click();
  const apply = portal.getByRole('button', {
    name: /^Apply .*1 delete to lab-clos$/,
  });
  await expect(apply).toBeEnabled();
  await expectAccessible(portal);
  await apply.click();

  const dialog = portal.getByRole('dialog');
  await expect(dialog).toContainText('test-01');
  await expectAccessible(portal);
  await dialog.getByRole('textbox').fill('lab-clos');
  await dialog.getByRole('button', { name: /^Apply/ }).click();

  await expect(portal).toHaveURL(/\/deployments\//);
  await expect(portal.getByText('Succeeded').first()).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(portal);

  await portal.goto('/cnoc/fabrics/lab-clos');
  await expect(portal.getByText('In sync').first()).toBeVisible();
  const { status } = await engine<{
    status: { drift: { state: string; findings: { critical: number } } };
  }>(portal, 'fabrics/lab-clos');
  expect(status.drift.state).toBe('inSync');
  expect(status.drift.findings.critical).toBe(0);

  await tabOf(portal, 'Activity').click();
  await expect(portal.getByText(/deploy/i).first()).toBeVisible();
  await expectAccessible(portal);
});

test('the catalog leads from a server to the owner of its fabric', async ({
  portal,
}) => {
  const found = portal
    .getByRole('link', { name: 'server-07', exact: true })
    .first();
  // The search index is filled on a schedule, and a page of results does not
  // ask again by itself.
  await expect(async () => {
    await portal.goto('/search?query=server-07');
    await expect(found).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
  await found.click();
  await expect(portal).toHaveURL(/\/catalog\/default\/resource\//);
  await portal
    .getByRole('link', { name: /lab-clos|Lab spine-leaf/ })
    .first()
    .click();
  await expect(portal).toHaveURL(/\/catalog\/default\/system\/lab-clos/);
  await tabOf(portal, 'CNOC').click();
  await expect(portal.getByText('In sync').first()).toBeVisible();
  await portal
    .getByRole('link', { name: /network/i })
    .first()
    .click();
  await expect(portal).toHaveURL(/\/catalog\/default\/group\/network/);
});

test('every page fits a phone and works in the dark', async ({ portal }) => {
  await expectFitsPhoneInTheDark(portal, [
    '/cnoc',
    '/cnoc/drift',
    '/cnoc/clusters',
    '/cnoc/clusters/lab-clos',
    '/cnoc/new-fabric',
    '/cnoc/fabrics/lab-clos',
    '/cnoc/fabrics/lab-clos/resources',
    '/cnoc/fabrics/lab-clos/drift',
    '/cnoc/fabrics/lab-clos/switches',
    '/cnoc/fabrics/lab-clos/deployments',
    '/cnoc/fabrics/lab-clos/activity',
    '/cnoc/fabrics/lab-clos/settings',
    '/cnoc/fabrics/lab-clos/VPC/db',
    '/cnoc/fabrics/lab-clos/Switch/leaf-01',
  ]);
});
