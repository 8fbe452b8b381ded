import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVitest } from '../../../scripts/test/outcome'
import { runStep } from '../../../scripts/test/run'

let root: string

/** A program that writes `report` and ends with `code`. */
function program(name: string, report: unknown, code: number): string {
  const text = report === undefined ? '' : JSON.stringify(JSON.stringify(report))
  const write = text && `require('node:fs').writeFileSync('report.json', ${text});`
  writeFileSync(join(root, 'node_modules', name), `${write} console.log('said'); process.exit(${code})`)
  return name
}
const report = { path: 'report.json', read: readVitest }
const results = (...statuses: string[]) => ({
  testResults: [
    {
      name: 'x',
      status: 'passed',
      assertionResults: statuses.map((status) => ({ fullName: status, status })),
    },
  ],
})

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'openmark-run-'))
  mkdirSync(join(root, 'node_modules'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a step of npm test', () => {
  test('without a report is one test, passed or failed by its exit status', async () => {
    const step = { name: 'x', words: [] }
    expect((await runStep({ ...step, program: program('ok.cjs', undefined, 0) }, root)).outcome.passed).toBe(
      1,
    )
    const bad = await runStep({ ...step, program: program('bad.cjs', undefined, 3) }, root)
    expect(bad).toMatchObject({ outcome: { passed: 0, failed: 1 }, output: 'said\n' })
  })

  test('with a failing exit status is a failure even where its report names none', async () => {
    const step = { name: 'x', program: program('odd.cjs', results('passed'), 1), words: [], report }
    expect((await runStep(step, root)).outcome).toMatchObject({ passed: 1, failed: 1 })
  })

  test('that left no report is a failure', async () => {
    rmSync(join(root, 'report.json'), { force: true })
    const step = { name: 'x', program: program('mute.cjs', undefined, 0), words: [], report }
    expect((await runStep(step, root)).outcome).toMatchObject({ passed: 0, failed: 1 })
  })

  test('whose tests must run fails when one was skipped, or when none ran', async () => {
    const step = { name: 'x', words: [], report, mustRun: { exceptBecause: ['allowed'] } }
    const skipping = { ...step, program: program('skip.cjs', results('passed', 'pending'), 0) }
    expect((await runStep(skipping, root)).outcome).toMatchObject({ passed: 1, failed: 1 })
    const idle = { ...step, program: program('idle.cjs', results(), 0) }
    expect((await runStep(idle, root)).outcome).toMatchObject({ failed: 1, reasons: ['No test ran.'] })
  })

  test('that is hindered is a failure with the reason, and is not run', async () => {
    const step = { name: 'x', program: 'absent.cjs', words: [], hindrance: () => 'No browser.' }
    expect(await runStep(step, root)).toMatchObject({
      outcome: { failed: 1, reasons: ['No browser.'] },
      output: '',
    })
  })
})
