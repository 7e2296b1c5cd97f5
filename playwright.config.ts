import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One application at a time: two Chromium of a slow machine would only wait for each other.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A second try keeps a busy machine from deciding; what needed it is named at the end, to be looked into.
  retries: 1,
  forbidOnly: true,
})
