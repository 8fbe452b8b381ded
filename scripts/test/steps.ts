import { existsSync } from 'node:fs'
import type { BrowserName } from '../start/args'
import { chooseBrowser } from '../start/browsers'
import type { Outcome } from './outcome'
import { readPlaywright, readVitest } from './outcome'

export interface Step {
  name: string
  /** The program's file below node_modules, and its words. */
  program: string
  words: string[]
  env?: Record<string, string>
  /** Where the report is, and how it is counted; without one the exit status is the only test. */
  report?: { path: string; read(report: unknown): Outcome }
  /** A sentence why the step cannot run here, or null. */
  hindrance?(): string | null
  /** Skipped tests are failures here, unless their reason is one of these. */
  mustRun?: { exceptBecause: readonly string[] }
}

const WXT = 'wxt/bin/wxt.mjs'
const VITEST = 'vitest/vitest.mjs'
/** Saved pages of the real site are kept outside the repository. */
const REFERENCE = ['reference pages are not here']

function missing(name: BrowserName): string | null {
  const found = chooseBrowser({ platform: process.platform, env: process.env }, existsSync, name)
  return found || (name === 'chromium' && process.env.CHROMIUM_PATH)
    ? null
    : `${name[0]?.toUpperCase()}${name.slice(1)} is not installed (Debian and Ubuntu: apt-get install ${name === 'firefox' ? 'firefox-esr' : name}); its tests did not run.`
}

const vitest = (name: string, words: string[] = []): Pick<Step, 'program' | 'words' | 'report'> => {
  const path = `test-results/${name}.json`
  return {
    program: VITEST,
    words: ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
    report: { path, read: readVitest },
  }
}

export const STEPS: readonly Step[] = [
  { name: 'types', program: 'typescript/bin/tsc', words: ['--noEmit'] },
  { name: 'lint', program: '@biomejs/biome/bin/biome', words: ['check', '.'] },
  { name: 'unit, DOM, walls, data', ...vitest('unit') },
  {
    // Eighteen targets, thirty seconds in all, from the same seed every time; `npm run fuzz` goes on from others.
    name: 'fuzz',
    ...vitest('fuzz', ['--config', 'vitest.fuzz.config.ts']),
    env: { FUZZ_SECONDS: '1.8', FUZZ_SEED: '1' },
  },
  { name: 'build for Chromium', program: WXT, words: ['build'] },
  { name: 'build for Firefox', program: WXT, words: ['build', '-b', 'firefox'] },
  { name: 'size', program: 'size-limit/bin.js', words: [] },
  {
    name: 'store rules',
    program: 'web-ext/bin/web-ext.js',
    words: ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
  },
  {
    name: 'end to end in Chromium',
    program: '@playwright/test/cli.js',
    words: ['test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/chromium.json' },
    report: { path: 'test-results/chromium.json', read: readPlaywright },
    hindrance: () => missing('chromium'),
    mustRun: { exceptBecause: REFERENCE },
  },
  {
    name: 'end to end in Firefox',
    ...vitest('firefox', ['--config', 'vitest.firefox.config.ts']),
    hindrance: () => missing('firefox'),
    mustRun: { exceptBecause: REFERENCE },
  },
]
