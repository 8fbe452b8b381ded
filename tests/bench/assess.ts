import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { assess } from '../../lib/assess'
import { parseSnapshot, type Snapshot } from '../../lib/snapshot/schema'
import { allRubrics } from '../../rubrics'
import { typicalSnapshot } from './typical'

/** How long an assessment takes, and whether that grows in step with the input. Reports only. */

const WARM_UP = 20
const ROUNDS = 50
const rubrics = allRubrics()

/** Median of many rounds, in milliseconds. */
function medianMs(snapshot: Snapshot, rounds = ROUNDS): number {
  for (let round = 0; round < WARM_UP; round += 1) assess(snapshot, rubrics)
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now()
      assess(snapshot, rubrics)
      return performance.now() - started
    }),
  )
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

export function benchAssess(): void {
  console.log(
    `typical page: ${ms(medianMs(typicalSnapshot(1)))} (median of ${ROUNDS}, ${rubrics.length} rubrics)`,
  )

  const cards = resolve(import.meta.dirname, '../../../shared/corpus/cards')
  if (existsSync(cards)) {
    const times = readdirSync(cards)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const snapshot = parseSnapshot(JSON.parse(readFileSync(resolve(cards, name), 'utf8')))
        return { name, time: medianMs(snapshot, 15) }
      })
      .sort((a, b) => b.time - a.time)
    console.log(`${times.length} real cards: median ${ms(median(times.map(({ time }) => time)))}`)
    for (const { name, time } of times.slice(0, 3)) console.log(`  slowest: ${name} ${ms(time)}`)
  } else console.log('real cards: skipped, ../shared/corpus/cards is not here')

  console.log('growth with the size of the input (2.00 for 2x is linear):')
  let base = 0
  for (const factor of [1, 2, 4, 8]) {
    const time = medianMs(typicalSnapshot(4 * factor), 25)
    if (factor === 1) base = time
    console.log(`  ${factor}x: ${ms(time)}, ratio ${(time / base).toFixed(2)}`)
  }
}
