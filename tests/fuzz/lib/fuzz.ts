import { appendFileSync, writeSync } from 'node:fs'
import fc from 'fast-check'
import { it } from 'vitest'
import { checkPrototypes } from './pollution'
import { command, SETTINGS } from './settings'
import { watch } from './watchdog'

/** One target: cases drawn from a seed until the time is up; a failure is made small, and says how to see it again. */

/** Seconds that one case may work. Inputs are bounded, so this is what "does not hang" means. */
const MAX_WORK = 5
const SHRINKING = 30_000
const MAX_SHOWN = 4_000

/** Seconds that this process has worked. */
export function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

type Property<Case> = (input: Case) => void | Promise<void>

/** `name` is also what `--only` takes: the file's name before `.fuzz.ts`. */
export function fuzz<Case>(name: string, cases: fc.Arbitrary<Case>, property: Property<Case>): void {
  it(name, async () => {
    const watchdog = watch(name)
    let count = 0
    const started = Date.now()
    const run = async (input: Case) => {
      watchdog.begin(count)
      // One that hangs is never reported.
      if (SETTINGS.path !== null) writeSync(2, `${written(input).slice(0, MAX_SHOWN)}\n`)
      count += 1
      // What a weak reference was asked for lives until the turn ends, and cases alone never end one.
      if (count % 32 === 0) await new Promise((resolve) => setImmediate(resolve))
      const before = worked()
      await property(input)
      checkPrototypes()
      const spent = worked() - before
      if (spent > MAX_WORK) throw new Error(`It worked for ${spent.toFixed(1)} seconds.`)
    }
    const checked = fc.asyncProperty(cases, run)
    const { seed, path } = SETTINGS
    const found = await fc.check(checked, {
      seed,
      endOnFailure: true,
      ...(path === null
        ? {
            numRuns: 2 ** 31,
            interruptAfterTimeLimit: SETTINGS.seconds * 1_000,
            markInterruptAsFailure: false,
          }
        : { path, numRuns: 1 }),
    })
    const total = count
    const smallest =
      found.failed && path === null && found.counterexamplePath !== null
        ? await fc.check(checked, {
            seed,
            path: found.counterexamplePath,
            numRuns: 1,
            interruptAfterTimeLimit: SHRINKING,
            markInterruptAsFailure: false,
          })
        : found
    await watchdog.stop()
    if (SETTINGS.log !== null) {
      const line = { name, cases: total, seconds: (Date.now() - started) / 1_000, failed: found.failed }
      appendFileSync(SETTINGS.log, `${JSON.stringify(line)}\n`)
    }
    if (found.failed) throw new Error(report(name, smallest.failed ? smallest : found))
  })
}

type Failure = Pick<
  fc.RunDetails<unknown>,
  'seed' | 'counterexample' | 'counterexamplePath' | 'errorInstance'
>

function report(name: string, { seed, counterexample, counterexamplePath, errorInstance }: Failure): string {
  const shown = written(counterexample)
  const reason =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : `${errorInstance}`
  return [
    `${name} failed.`,
    `Seed: ${seed}`,
    `Input: ${shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}… (${shown.length} characters)` : shown}`,
    `Once more: ${command(name, counterexamplePath ?? '0')}`,
    reason,
  ].join('\n')
}

function written(input: unknown): string {
  try {
    return fc.stringify(input)
  } catch {
    return '(too deep to be written down)'
  }
}
