import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// The app as a consumer, which writes contracts/pacts/sandbank-web-*.json.
export default defineConfig({
  ...base,
  testDir: 'contract',
  timeout: 60_000,
  globalTimeout: 600_000, // no test can end a call of the native library
  expect: { timeout: 4000 },
  reporter: [['list'], ['./contract/reporter.ts']],
});
