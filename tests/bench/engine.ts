import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assess } from '../../lib/assess'
import { LIMITS, parseSnapshot, type Snapshot } from '../../lib/snapshot/schema'
import { allRubrics } from '../../rubrics'
import { type Figure, type Section, section } from './report'
import { cpuMs, leastCpu, median, quantile, slope, steepest } from './stats'
import { cardOf, listingOf, typicalSnapshot } from './typical'

/** The engine: snapshots per second over real models, and whether its work grows in step with the input. */

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')
const ROUNDS = 7
const rubrics = allRubrics()

function realSnapshots(): Snapshot[] {
  return ['cards', 'github'].flatMap((folder) => {
    const path = join(CORPUS, folder)
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .map((name) => parseSnapshot(JSON.parse(readFileSync(join(path, name), 'utf8'))))
  })
}

export function benchEngine(): Section {
  const real = realSnapshots()
  const snapshots = real.length > 0 ? real : [1, 2, 3, 5, 8].map(typicalSnapshot)
  for (const snapshot of snapshots) assess(snapshot, rubrics)
  const times: number[] = []
  const perRound: number[] = []
  const perBusySecond: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [began, busy] = [performance.now(), cpuMs()]
    for (const snapshot of snapshots) {
      const started = cpuMs()
      assess(snapshot, rubrics)
      times.push(cpuMs() - started)
    }
    perRound.push((1_000 * snapshots.length) / (performance.now() - began))
    perBusySecond.push((1_000 * snapshots.length) / (cpuMs() - busy))
  }
  return section(
    'engine',
    'Engine: from a snapshot to the verdicts of all rubrics',
    [
      real.length > 0
        ? `${real.length} real models and repositories, ${rubrics.length} rubrics each, ${ROUNDS} rounds.`
        : `The real models are not here (../shared/corpus): ${snapshots.length} made-up ones, ${rubrics.length} rubrics each, ${ROUNDS} rounds.`,
    ],
    [
      {
        what: 'snapshots',
        value: median(perRound),
        unit: 'per s',
        note: 'by the clock; median of the rounds',
      },
      { what: 'snapshots', value: median(perBusySecond), unit: 'per s', note: 'of processor time' },
      { what: 'one snapshot, p50', value: quantile(times, 0.5), unit: 'ms', note: 'processor time' },
      { what: 'one snapshot, p99', value: quantile(times, 0.99), unit: 'ms', note: 'processor time' },
    ],
  )
}

const KB = 1_000
const CARD_SIZES = [1, 10, 100, 500, 1_000, 10_000].map((size) => size * KB)
const LIST_SIZES = [10, 100, 1_000, 10_000, 100_000]

export function benchGrowth(): Section {
  const cost = (input: object) => leastCpu(() => assess(parseSnapshot(input), rubrics))
  const base = { site: 'huggingface', id: 'example/typical-7b', revision: '0'.repeat(40) }
  const cards = CARD_SIZES.map((size) => ({ size, cost: cost({ ...base, card: cardOf(size) }) }))
  const lists = LIST_SIZES.map((size) => ({ size, cost: cost({ ...base, files: listingOf(size) }) }))
  const within = cards.filter(({ size }) => size <= LIMITS.card)
  const beyond = cards.filter(({ size }) => size > LIMITS.card)
  const [last] = within.slice(-1)
  const figures: Figure[] = [
    ...cards.map(({ size, cost: value }) => ({
      what: `card of ${size / KB} kB`,
      value,
      unit: 'ms' as const,
      ...(size > LIMITS.card ? { note: 'read up to the bound' } : {}),
    })),
    { what: 'growth up to the bound', value: slope(within), unit: '', note: 'slope on logarithmic scales' },
    { what: 'steepest step up to the bound', value: steepest(within), unit: '' },
    { what: 'growth from 1 kB to 10 MB', value: slope(cards), unit: '' },
    { what: 'growth beyond the bound', value: last ? steepest([last, ...beyond]) : 0, unit: '' },
    ...lists.map(({ size, cost: value }) => ({ what: `list of ${size} files`, value, unit: 'ms' as const })),
    { what: 'growth with the list', value: slope(lists), unit: '', note: 'slope on logarithmic scales' },
    { what: 'steepest step of the list', value: steepest(lists), unit: '' },
  ]
  return section(
    'growth',
    'Growth with the size of the input',
    [
      'Parsed and assessed, least processor time of five runs: other programs lengthen the clock’s.',
      `Bounds: a card is read up to ${LIMITS.card / 1_024} KiB and then counts as cut, a list up to ${LIMITS.files} files.`,
    ],
    figures,
  )
}
