import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { engine, expect, expectAccessible, labOf, tabOf, test } from './portal';

test.describe.configure({ mode: 'serial' });

const DRIFT = '/cnoc/fabrics/lab-clos/drift';
const SETTINGS = '/cnoc/fabrics/lab-clos/settings';

/** Edits behind git's back: one that cuts servers off, two that only read differently. */
const byHand = [
  ['VPC', 'storage', { subnets: { default: { vlan: 1104 } } }],
  ['Server', 'server-05', { description: 'moved to rack 7' }],
  ['Server', 'server-06', { description: 'moved to rack 8' }],
] as const;
/** What git says in those fields. */
const asInGit = [
  ['VPC', 'storage', { subnets: { default: { vlan: 1004 } } }],
  ['Server', 'server-05', { description: 'Database 1' }],
  ['Server', 'server-06', { description: 'Database 2' }],
] as const;

async function editByHand(
  page: Page,
  edits: readonly (typeof byHand | typeof asInGit)[number][],
) {
  const lab = await labOf(page);
  for (const [kind, name, spec] of edits) {
    await lab.edit('lab-clos', {
      kind,
      name,
      manager: 'kubectl-edit',
      patch: { spec },
    });
  }
}

const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });
const select = (page: Page, name: string) =>
  // The box itself is hidden under its drawing.
  page.getByRole('checkbox', { name: `Select ${name}` });
const bar = (page: Page) =>
  page.getByRole('group', { name: 'Actions for the selected findings' });

test('the dashboard says over all fabrics what differs, filters it and exports it', async ({
  portal,
}) => {
  await editByHand(portal, byHand);
  await portal
    .getByRole('link', { name: 'Drift', exact: true })
    .first()
    .click();
  await expect(portal).toHaveURL(/\/cnoc\/drift$/);
  const rowOf = (name: string) =>
    findings(portal).getByRole('row', { name: new RegExp(`${name}\\b`) });
  await expect(rowOf('VPC storage')).toContainText('kubectl-edit');
  await expect(rowOf('Server server-05')).toBeVisible();
  await expect(
    portal
      .getByRole('table', { name: 'Open findings by fabric and severity' })
      .getByRole('row', { name: /lab-clos/ }),
  ).toBeVisible();
  await expect(
    portal.getByRole('table', { name: 'Open findings by age and severity' }),
  ).toBeVisible();
  await expectAccessible(portal);

  await portal.getByRole('button', { name: /Any severity/ }).click();
  await portal.getByRole('option', { name: 'Critical' }).click();
  await expect(portal).toHaveURL(/severity=critical/);
  await expect(rowOf('Server server-05')).toBeHidden();
  await portal.reload();
  await expect(rowOf('VPC storage')).toBeVisible();
  await expect(rowOf('Server server-05')).toBeHidden();
  await portal.getByRole('button', { name: 'Clear filters' }).click();

  await portal.keyboard.press('/');
  await portal.keyboard.type('server-0');
  await expect(portal).toHaveURL(/text=server-0/);
  await expect(rowOf('VPC storage')).toBeHidden();
  await expect(rowOf('Server server-05')).toBeVisible();

  const download = portal.waitForEvent('download');
  await portal.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^findings-.*\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  for (const name of ['server-05', 'server-06']) {
    expect(text).toMatch(new RegExp(`^info,lab-clos,.*,${name},drift,`, 'm'));
  }
  expect(text).not.toContain(',storage,');
  await expect(portal.getByText(/^\d+ findings exported\.$/)).toBeVisible();

  await rowOf('Server server-05')
    .getByRole('link', { name: 'lab-clos' })
    .click();
  await expect(portal).toHaveURL(new RegExp(`${DRIFT}$`));
});

test('findings are acknowledged, suppressed with a reason and an end, and opened again', async ({
  portal,
}) => {
  await portal.goto(DRIFT);
  for (const name of ['Server server-05', 'Server server-06']) {
    await select(portal, name).press('Space');
  }
  await expect(bar(portal)).toContainText('2 findings selected');
  await bar(portal).getByRole('button', { name: 'Acknowledge' }).press('Enter');
  await expect(select(portal, 'Server server-05')).toBeHidden();
  await expect(select(portal, 'Server server-06')).toBeHidden();

  await portal.getByRole('button', { name: 'Actions for VPC storage' }).click();
  await portal.getByRole('menuitem', { name: 'Suppress…' }).click();
  const dialog = portal.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Suppress' }).click();
  await expect(dialog.getByText(/Say why/)).toBeVisible();
  await dialog
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Moved on purpose this week');
  await dialog.getByRole('radio', { name: 'A day' }).check({ force: true });
  await expectAccessible(portal);
  await dialog.getByRole('button', { name: 'Suppress' }).click();
  await expect(select(portal, 'VPC storage')).toBeHidden();

  for (const status of ['acknowledged', 'suppressed']) {
    await portal
      .getByRole('checkbox', { name: `Show ${status}` })
      .check({ force: true });
  }
  await expect(portal).toHaveURL(/show=/);
  await expect(portal.getByText(/^Acknowledged by/).first()).toBeVisible();
  await expect(
    portal.getByText(/Suppressed by .*until .*Moved on purpose this week/),
  ).toBeVisible();
  await expectAccessible(portal);

  for (const name of ['Server server-05', 'Server server-06', 'VPC storage']) {
    await select(portal, name).check({ force: true });
  }
  await bar(portal).getByRole('button', { name: 'Open again' }).click();
  await expect(portal.getByText(/^(Acknowledged|Suppressed) by/)).toHaveCount(
    0,
  );
  await expect(select(portal, 'VPC storage')).toBeVisible();
});

test('an ignored field is left out and counted, until the rule is deleted', async ({
  portal,
}) => {
  await portal.goto(DRIFT);
  await portal
    .getByRole('button', { name: 'Differences of Server server-06' })
    .click();
  await portal
    .getByRole('button', { name: 'Ignore this field: spec.description' })
    .click();
  const dialog = portal.getByRole('dialog');
  await expect(
    dialog.getByRole('textbox', { name: /^Field/ }).first(),
  ).toHaveValue('spec.description');
  await dialog
    .getByRole('textbox', { name: /^Reason/ })
    .fill('The inventory writes it');
  await expectAccessible(portal);
  await dialog.getByRole('button', { name: 'Ignore it' }).click();
  await expect(select(portal, 'Server server-06')).toBeHidden();
  await expect(select(portal, 'Server server-05')).toBeVisible();

  await portal.goto('/cnoc/fabrics/lab-clos/Server/server-06');
  await expect(portal.getByText(/^1 field ignored by a rule/)).toBeVisible();

  await portal.goto(SETTINGS);
  const rules = portal.getByRole('region', { name: 'Ignore rules' });
  await expect(rules).toContainText('The inventory writes it');
  await expect(rules).toContainText('hides 1 difference');
  await expectAccessible(portal);
  await rules
    .getByRole('button', { name: 'Delete the rule for spec.description' })
    .click();
  await portal
    .getByRole('dialog')
    .getByRole('button', { name: 'Delete the rule' })
    .click();
  await expect(rules).toContainText('Nothing is ignored');
  await portal.goto(DRIFT);
  await expect(select(portal, 'Server server-06')).toBeVisible();
});

test('a resource shows three layers, both texts, and its history with who changed it', async ({
  portal,
}) => {
  await portal.goto('/cnoc/fabrics/lab-clos/VPC/storage');
  for (const layer of ['Git', 'Cluster', 'Switches']) {
    await expect(
      portal.getByRole('term').filter({ hasText: layer }).first(),
    ).toBeVisible();
  }
  await expect(portal.getByText('In git').first()).toBeVisible();
  await expect(
    portal.getByText(/changed by .*kubectl-edit/).first(),
  ).toBeVisible();

  const yaml = portal.getByRole('region', { name: 'YAML' });
  await expect(yaml.locator('.cm-mergeView')).toBeVisible();
  const far = yaml.getByText('ipv4Namespace').first();
  await expect(far).toBeHidden();
  await yaml.getByRole('radio', { name: 'Whole' }).click();
  await expect(far).toBeVisible();
  await yaml.getByRole('radio', { name: 'Unified' }).click();
  await expect(yaml.locator('.cm-mergeView')).toBeHidden();
  await expectAccessible(portal);

  const history = portal.getByRole('region', { name: 'History' });
  const slider = history.getByRole('slider', { name: 'Moment' });
  await expect(slider).toHaveAttribute('aria-valuetext', /by kubectl-edit$/);
  const moments = Number(await slider.getAttribute('max')) + 1;
  expect(moments).toBeGreaterThan(1);
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^1 of .* git: /);
  await slider.press('End');
  await history.getByRole('button', { name: 'Show all moments' }).click();
  await expect(
    history.getByRole('list', { name: /^Moments/ }).getByRole('listitem'),
  ).toHaveCount(moments);
  await expectAccessible(portal);

  // Put back by hand: the page says so by itself, and remembers both.
  await editByHand(portal, asInGit);
  await expect(
    portal.getByText('Git and cluster agree in every field'),
  ).toBeVisible();
  await expect(slider).toHaveAttribute('max', String(moments));
});

test('the self-test proves on the lab that a change is seen and gone again', async ({
  portal,
}) => {
  await portal.goto(SETTINGS);
  await portal.getByRole('button', { name: 'Run the self-test' }).click();
  await portal
    .getByRole('dialog')
    .getByRole('button', { name: 'Change a field on lab-clos' })
    .click();
  await expect(portal.getByText('The self-test passed')).toBeVisible({
    timeout: 30_000,
  });
  const steps = portal.getByRole('list', { name: 'Steps of the self-test' });
  await expect(steps.getByText('Done')).toHaveCount(5);
  await expectAccessible(portal);
});

test('a link that goes down shows among the switches and as a finding, and goes away', async ({
  portal,
}) => {
  const lab = await labOf(portal);
  const wire = (up: boolean) =>
    lab.report('lab-clos', { switch: 'leaf-01', port: 'E1/49', up });
  const found = portal
    .getByRole('listitem')
    .filter({ has: select(portal, 'Switch leaf-01') })
    .filter({ hasText: 'interface' });
  await portal.goto('/cnoc/fabrics/lab-clos');
  await tabOf(portal, 'Switches').click();
  const links = portal.getByRole('region', { name: 'Links' });
  const link = links
    .getByRole('listitem')
    .filter({ hasText: 'spine-01--fabric--leaf-01' });
  await expect(link).toContainText('Up');
  await expectAccessible(portal);
  await wire(false);
  try {
    await expect(link).toContainText('Down');
    await expect(portal.getByText(/\d links? (is|are) down/)).toBeVisible();
    await expect(
      portal.getByRole('list', { name: 'What is wrong with leaf-01' }),
    ).toContainText('E1/49');
    await portal
      .getByRole('button', { name: 'Ports and neighbours of leaf-01' })
      .click();
    await expectAccessible(portal);
    await tabOf(portal, 'Drift').click();
    await expect(found).toContainText(/'leaf-01': 1 interface .* is down/);
    await expectAccessible(portal);
  } finally {
    await wire(true);
  }
  await expect(found).toBeHidden();
  const { items } = await engine<{ items: { name: string }[] }>(
    portal,
    'fabrics/lab-clos/findings?status=open',
  );
  expect(items.map(({ name }) => name)).not.toContain('leaf-01');
});
