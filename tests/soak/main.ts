import { parseArgs } from 'node:util'
import { startHub } from '../../scripts/lib/offline/server'
import { launch } from '../e2e/chromium/launch'
import { type Held, ROUND, soak, strangers } from './soak'

/**
 * `npm run soak`: prints what is held after garbage collection, every fifty navigations. Exit status 1 where the page's
 * heap grew by more than five per cent since the first fifty, or the worker's in the second half (what it keeps of models is bounded,
 * and fills with the first hundred or so), or nodes, listeners or observers did not return.
 */

const { values } = parseArgs({ options: { navigations: { type: 'string', default: '300' } } })
const navigations = Number(values.navigations)
if (!Number.isInteger(navigations) || navigations < 100) {
  console.error('--navigations takes a number of at least 100')
  process.exit(2)
}

const row = (held: Held): string =>
  [
    held.navigations,
    (held.pageHeap / 1024).toFixed(0),
    held.nodes,
    held.listeners,
    held.observers,
    (held.workerHeap / 1024).toFixed(0),
  ]
    .map((cell) => String(cell).padStart(11))
    .join('')

const hub = await startHub({ models: strangers(120) })
const { context, close } = await launch(hub)
try {
  const tab = context.pages()[0] ?? (await context.newPage())
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker')
  console.log(
    ['navigations', ' page kB', 'nodes', 'listeners', 'observers', 'worker kB']
      .map((cell) => cell.padStart(11))
      .join(''),
  )
  const readings = await soak(context, tab, {
    navigations: Math.ceil(navigations / ROUND) * ROUND,
    every: 50,
    seen: (held) => console.log(row(held)),
  })
  const [first, half, last] = [readings[0], readings[Math.floor((readings.length - 1) / 2)], readings.at(-1)]
  if (!first || !half || !last) throw new Error('nothing was measured')
  const percent = (from: number, to: number) => (to / from - 1) * 100
  const page50 = percent(first.pageHeap, last.pageHeap)
  const worker50 = percent(first.workerHeap, last.workerHeap)
  const workerHalf = percent(half.workerHeap, last.workerHeap)
  console.log(
    `growth since the first fifty: page ${page50.toFixed(1)} %, worker ${worker50.toFixed(1)} %; worker in the second half ${workerHalf.toFixed(1)} %`,
  )
  const returned = (['nodes', 'listeners', 'observers'] as const).every((key) => last[key] <= first[key])
  process.exitCode = returned && page50 < 5 && workerHalf < 5 ? 0 : 1
} finally {
  await close()
  await hub.close()
}
