import { defineConfig } from '@playwright/test'

/** Real Chromium with the built extension; one at a time, because every test has a browser of its own. */
export default defineConfig({
  testDir: 'tests/e2e/chromium',
  outputDir: 'test-results/chromium',
  workers: 1,
  timeout: 30_000,
  // Once more where a busy machine was in the way; a test that passes only then is named in the summary.
  retries: 1,
  reporter: [['list']],
  use: { actionTimeout: 8_000 },
})
