import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { leanRubrics } from './scripts/lib/lean-rubrics'

/**
 * Fuzzers, one after the other in one process of their own: what a case costs is told by the time that this process
 * worked. `npm run fuzz` sets how long and from which seed; a plain run takes a second each.
 */
export default defineConfig({
  plugins: [WxtVitest(), leanRubrics()],
  test: {
    setupFiles: ['tests/setup.ts', 'tests/fuzz/lib/setup.ts'],
    include: ['tests/fuzz/*.fuzz.{ts,tsx}'],
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    // The watchdog ends what hangs; a long run is no fault.
    testTimeout: 24 * 60 * 60 * 1_000,
  },
})
