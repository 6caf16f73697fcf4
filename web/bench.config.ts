import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// How long first views take. Nothing is asserted: the figures are printed.
export default defineConfig({ ...base, testDir: 'bench', testMatch: '**/*.bench.ts', workers: 1, reporter: [['line']] });
