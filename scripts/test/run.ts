import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, one } from './outcome'
import type { Step } from './steps'

/** Runs a step to its end. `output` is everything it printed, for when it failed. Never rejects. */
export async function runStep(step: Step, root: string): Promise<{ outcome: Outcome; output: string }> {
  const hindrance = step.hindrance?.() ?? null
  if (hindrance !== null) return { outcome: { ...one(false), reasons: [hindrance] }, output: '' }
  const { code, output } = await run(step, root)
  return { outcome: strict(step, count(step, code, root)), output }
}

function count({ report }: Step, code: number, root: string): Outcome {
  if (!report) return one(code === 0)
  try {
    const outcome = report.read(JSON.parse(readFileSync(join(root, report.path), 'utf8')))
    if (code === 0 || outcome.failed > 0) return outcome
    return { ...outcome, failed: 1, reasons: [`It ended with status ${code} though no test failed.`] }
  } catch {
    return { ...one(false), reasons: ['It left no report that can be read.'] }
  }
}

/** Where tests must run, one that was skipped or a run without any is a failure. */
function strict({ mustRun }: Step, outcome: Outcome): Outcome {
  if (!mustRun) return outcome
  const idle = outcome.skipped.filter(({ reason }) => !mustRun.exceptBecause.includes(reason))
  const none = outcome.passed + outcome.failed === 0
  if (idle.length === 0 && !none) return outcome
  return {
    ...outcome,
    failed: outcome.failed + idle.length + (none && idle.length === 0 ? 1 : 0),
    reasons: [...outcome.reasons, none ? 'No test ran.' : `${idle.length} tests that must run were skipped.`],
  }
}

/** Reports are read by people in logs, too: no colours. */
const plain = ({ FORCE_COLOR: _colour, ...env }: NodeJS.ProcessEnv) => ({ ...env, NO_COLOR: '1' })

function run(step: Step, root: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', step.program), ...step.words], {
      cwd: root,
      env: { ...plain(process.env), ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
