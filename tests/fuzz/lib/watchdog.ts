import { Worker } from 'node:worker_threads'
import { command } from './settings'

/**
 * Ends the process where one case never ends: code that loops cannot be interrupted from within. It names the case first.
 */

/** Seconds of wall clock for one case; far beyond what a case may work (`fuzz.ts`). */
const WALL = 90

const clock = new Int32Array(new SharedArrayBuffer(8))

const SOURCE = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const { clock, wall, message } = workerData
setInterval(() => {
  const started = Atomics.load(clock, 1)
  if (started === 0 || Date.now() / 1000 - started < wall) return
  writeSync(2, '\\n' + message.replace('<case>', String(Atomics.load(clock, 0))) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 1000)
`

/** Watches the cases of one target until it is told to stop. */
export function watch(target: string) {
  const message = `${target} hangs for more than ${WALL} seconds. Once more: ${command(target, '<case>')}`
  const worker = new Worker(SOURCE, { eval: true, workerData: { clock, wall: WALL, message } })
  worker.unref()
  return {
    begin(index: number): void {
      Atomics.store(clock, 0, index)
      Atomics.store(clock, 1, Math.floor(Date.now() / 1_000))
    },
    async stop(): Promise<void> {
      Atomics.store(clock, 1, 0)
      await worker.terminate()
    },
  }
}
