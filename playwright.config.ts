import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './electron/browser/find-chromium.ts';

const chromium = findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' });

export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: 'test-results/e2e',
  // Each spec starts a program of its own; two at a time is what a small machine bears.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  // A busy machine may take longer than the five seconds that are usual; a failure costs time only once.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: chromium === null ? {} : { executablePath: chromium.executable, args: [...chromium.sandboxArgs] },
  },
});
