import { defineConfig } from '@playwright/test';
import { chromium } from './test/chromium';

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  fullyParallel: false, // the tests of a file share a server of their own
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 300_000, // a test looks at many pages, three times each
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 60_000,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--headless',
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
