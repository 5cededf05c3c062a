import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** What a browser may say in its console although nothing is wrong. */
const harmless = [
  // A page asks for something that is not there or may not be, and shows that.
  /the server responded with a status of 40[349]/,
];

/** A page of a signed-in guest; a test fails when its console held an error. */
export const test = base.extend<{ portal: Page }>({
  portal: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await expect(page.getByRole('heading', { name: 'Fabrics' })).toBeVisible();
    await use(page);
    expect(
      errors.filter(text => !harmless.some(pattern => pattern.test(text))),
      'errors in the console',
    ).toEqual([]);
  },
});

export { expect };

/** No serious violation of accessibility rules in what the page shows now, outside Backstage's own sidebar. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-testid="sidebar-root"]')
    .analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(
    serious.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 5).map(node => `${node.target} ${node.html}`),
    })),
    `accessibility of ${page.url()}`,
  ).toEqual([]);
}

/** Pages without a scroll bar at the bottom of a phone, and readable in the dark. */
export async function expectFitsPhoneInTheDark(page: Page, paths: string[]) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, `${path} is wider than a phone`).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
}

/** A tab in the header of a fabric or an entity; the sidebar has links of such names, too. */
export const tabOf = (page: Page, name: string) =>
  page
    .getByRole('link', { name, exact: true })
    .and(page.locator(':not([data-testid="sidebar-root"] *)'))
    .last();

/** What the engine's REST API answers to the guest. */
export async function engine<T>(page: Page, path: string): Promise<T> {
  const session = await page.request.get('/api/auth/guest/refresh');
  const { backstageIdentity } = await session.json();
  const response = await page.request.get(`/api/cnoc/v1/${path}`, {
    headers: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
  expect(response.ok(), `${path} answers ${response.status()}`).toBe(true);
  return response.json();
}

/** The control desk of the lab behind the portal: faults, and edits as somebody else. */
export async function labOf(page: Page) {
  const { items } = await engine<{ items: { repository: { url: string } }[] }>(
    page,
    'fabrics',
  );
  const { origin } = new URL(items[0].repository.url);
  const cluster = (name: string) => `${origin}/lab/clusters/${name}`;
  const post = async (address: string, data: Record<string, unknown>) => {
    const response = await page.request.post(address, { data });
    expect(response.ok(), await response.text()).toBe(true);
  };
  return {
    /** Root of a cluster's Kubernetes API */
    server: (name: string) => `${origin}/clusters/${name}`,
    edit: (name: string, data: Record<string, unknown>) =>
      post(`${cluster(name)}/edit`, data),
    fail: (name: string, data: Record<string, unknown>) =>
      post(`${cluster(name)}/faults`, data),
    /** What a switch's agent reports */
    report: (name: string, data: Record<string, unknown>) =>
      post(`${cluster(name)}/agents`, data),
    async mend(name: string) {
      await page.request.delete(`${cluster(name)}/faults`);
    },
  };
}
