import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { runStep } from './test/run'
import { STEPS } from './test/steps'

/** `npm test`: every check there is, one after the other. The last line is `N passed, N failed`. */

const root = resolve(import.meta.dirname, '..')
const results = resolve(root, 'test-results')

async function main(): Promise<number> {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  let [passed, failed] = [0, 0]
  for (const step of STEPS) {
    const started = Date.now()
    const { outcome, output } = await runStep(step, root)
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    passed += outcome.passed
    failed += outcome.failed
    const verdict = outcome.failed > 0 ? 'FAILED' : 'ok'
    console.log(
      `${verdict.padEnd(7)}${step.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`,
    )
    for (const reason of outcome.reasons) console.log(`       ${reason}`)
    for (const { title, reason } of outcome.skipped) console.log(`       skipped: ${title} (${reason})`)
    if (outcome.failed > 0) console.log(`${output.trimEnd()}\n`)
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

process.exitCode = await main()
