import { describe, expect, test } from 'vitest'
import { readPlaywright, readVitest } from '../../../scripts/test/outcome'

/** Reports in the shape of vitest 4's and Playwright 1.65's json reporters, cut to what is counted. */

describe('the counts of npm test', () => {
  test('every test of a vitest report counts once, and a skipped one is named', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'holds', status: 'passed' },
            { fullName: 'breaks', status: 'failed' },
            { fullName: 'waits', status: 'skipped' },
            { fullName: 'pages (skipped where pages are not here) one', status: 'skipped' },
          ],
        },
      ],
    }
    expect(readVitest(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [
        { title: 'waits', reason: 'skipped' },
        { title: 'pages (skipped where pages are not here) one', reason: 'pages are not here' },
      ],
      reasons: [],
    })
  })

  test('a file that cannot be loaded is a failure, though it holds no failed test', () => {
    const report = { testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }] }
    expect(readVitest(report)).toMatchObject({
      passed: 0,
      failed: 1,
      reasons: ['b.test.ts could not be run.'],
    })
  })

  test('tests of nested suites count, and why one was skipped is told', () => {
    const test = (status: string, annotations: { type: string; description?: string }[] = []) => ({
      title: status,
      tests: [{ status, annotations }],
    })
    const report = {
      suites: [
        {
          title: 'outer',
          specs: [test('expected')],
          suites: [
            {
              title: 'inner',
              specs: [
                test('unexpected'),
                test('flaky'),
                test('skipped', [{ type: 'skip', description: 'why' }]),
              ],
            },
          ],
        },
      ],
      errors: [],
    }
    expect(readPlaywright(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: [{ title: 'inner › skipped', reason: 'why' }],
      reasons: ['passed only when it was run again: inner › flaky'],
    })
  })

  test('a run that broke off is a failure with its first line', () => {
    expect(readPlaywright({ suites: [], errors: [{ message: 'no browser\n at x' }] })).toMatchObject({
      failed: 1,
      reasons: ['no browser'],
    })
  })

  test('a report of another shape is not taken for an empty one', () => {
    expect(() => readVitest({})).toThrow()
    expect(() => readPlaywright({ suites: 'none' })).toThrow()
  })
})
