import { defineConfig } from '@playwright/test';

/** Run by `yarn e2e`, which starts the product and sets CNOC_URL. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.journey.ts',
  outputDir: './results',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // The steps of the journey are one story on one portal.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.CNOC_URL,
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
