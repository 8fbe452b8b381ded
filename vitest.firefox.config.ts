import { defineConfig } from 'vitest/config'

/** Real Firefox with the built extension; one browser for all tests, they run one after the other. */
export default defineConfig({
  test: {
    include: ['tests/e2e/firefox/**/*.test.ts'],
    testTimeout: 40_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
})
