import { afterEach, describe, expect, it, vi } from 'vitest'
import { factsOf } from '../../../lib/assess'
import type { AncestorState, Status } from '../../../lib/assessment'
import { propagate } from '../../../lib/lineage/propagate'
import { parseSnapshot, type Snapshot } from '../../../lib/snapshot/schema'
import { lookOneStepFurther } from '../../../lib/sources/further'

/**
 * A made-up world of 2,000 models whose descent is known: chains, diamonds, circles, merges, renamed, private and gone
 * pages. Following it through the client must give what enumerating every line of descent gives, with the same bounds.
 */

vi.mock('../../../lib/platform/cache', () => ({
  readCache: async () => undefined,
  writeCache: async () => {},
}))

const SIZE = 2_000
const MAX_ANCESTORS = 12
const MAX_DEPTH = 6

interface Model {
  id: string
  relation: 'finetune' | 'merge' | 'quantized' | null
  bases: string[]
  weights: 'here' | 'gated' | 'none'
  /** Names a data set. */
  data: boolean
  page: 'there' | 'gone' | 'private'
  /** Its id before it was renamed; some still name it so. */
  former: string | null
}

/** Mulberry32: small, seeded, the same everywhere. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function makeWorld(seed: number): Model[] {
  const next = random(seed)
  const among = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  const models: Model[] = []
  for (let index = 0; index < SIZE; index += 1) {
    // Mostly younger from older; one in a hundred names any model, so that circles and self-references arise.
    const pick = (): Model | undefined =>
      next() < 0.5 ? models[models.length - 1 - Math.floor(next() * 8)] : among(models)
    const count = next() < 0.15 ? 0 : next() < 0.7 ? 1 : 2 + Math.floor(next() * 5)
    const named = Array.from({ length: count }, pick).filter((model) => model !== undefined)
    const bases = named.map((model) => (model.former !== null && next() < 0.5 ? model.former : model.id))
    if (next() < 0.01) bases.push(`world/m${Math.floor(next() * SIZE)}`)
    const chance = next()
    models.push({
      id: `world/m${index}`,
      relation:
        bases.length === 0 ? null : bases.length > 1 ? 'merge' : next() < 0.25 ? 'quantized' : 'finetune',
      bases: [...new Set(bases)],
      weights: next() < 0.75 ? 'here' : next() < 0.5 ? 'gated' : 'none',
      data: next() < 0.4,
      page: chance < 0.92 ? 'there' : chance < 0.96 ? 'gone' : 'private',
      former: next() < 0.1 ? `old/m${index}` : null,
    })
  }
  return models
}

const WORLD = makeWorld(20_261_121)
const byName = new Map(
  WORLD.flatMap((model) => [model.id, model.former ?? model.id].map((id) => [id, model])),
)
const find = (id: string): Model => {
  const model = byName.get(id)
  if (!model) throw new Error(id)
  return model
}

const api = ({ id, relation, bases, weights, data }: Model) => ({
  id,
  sha: 'a'.repeat(40),
  gated: weights === 'gated' ? 'manual' : false,
  cardData: {
    base_model: bases,
    base_model_relation: relation ?? undefined,
    datasets: data ? [`data/${id.slice(6)}`] : [],
  },
  tags: [],
  siblings: [
    { rfilename: 'config.json' },
    ...(weights === 'none' ? [] : [{ rfilename: 'model.safetensors' }]),
  ],
})

const pageOf = (model: Model): Snapshot =>
  parseSnapshot({ site: 'huggingface', id: model.id, api: api(model), card: '' })

/** The Hub of that world: a renamed model answers under its new name. Answers what was asked. */
function hub(): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    const id = url.pathname.slice('/api/models/'.length)
    asked.push(id)
    const model = byName.get(id)
    if (!model || model.page === 'gone') return new Response('{}', { status: 404 })
    if (model.page === 'private') return new Response('{}', { status: 401 })
    return new Response(JSON.stringify(api(model)))
  })
  return asked
}

interface Expected {
  id: string
  state: AncestorState
  depth: number
}

/** Every line of descent written out, step by step; whatever comes up first counts, within the bounds. */
function ancestorsByHand(model: Model): Expected[] {
  const found: Expected[] = []
  const seen = new Set([model.id])
  const open = new Set([model.id])
  let lines: Model[][] = [[model]]
  for (let depth = 1; lines.length > 0; depth += 1) {
    const longer: Model[][] = []
    for (const line of lines) {
      const last = line[line.length - 1] as Model
      for (const name of last.bases) {
        if (name === last.id) continue
        const base = find(name)
        const shown = base.page === 'there' ? base.id : name
        const within =
          depth <= MAX_DEPTH && found.filter(({ state }) => state !== 'beyond').length < MAX_ANCESTORS
        if (!seen.has(within ? shown : name) && !seen.has(name)) {
          seen.add(name)
          const state = base.page === 'there' ? 'seen' : base.page === 'gone' ? 'missing' : 'denied'
          if (within) {
            seen.add(shown)
            found.push({ id: shown, depth, state })
            if (state === 'seen') open.add(base.id)
          } else found.push({ id: name, depth, state: 'beyond' })
        }
        if (open.has(base.id) && !line.includes(base)) longer.push([...line, base])
      }
    }
    // Lines that meet in one model go on as one: the first.
    const ends = new Set<Model>()
    lines = longer.filter((line) => {
      const end = line[line.length - 1] as Model
      if (ends.has(end)) return false
      ends.add(end)
      return true
    })
    if (depth > MAX_DEPTH) break
  }
  return found
}

/** Weakest first, as the specification has it: absence, not knowing, then ever more that is there. */
const WEAKEST: readonly Status[] = [
  'absent_inspected',
  'unknown',
  'mentioned',
  'partial',
  'present_restricted',
  'present',
]
const weakest = (statuses: readonly Status[]): Status | null =>
  WEAKEST.find((status) => statuses.includes(status)) ?? null

function weightsOf({ id, state }: Expected): Status {
  if (state !== 'seen') return 'unknown'
  const { weights } = find(id)
  if (weights === 'none') return 'absent_inspected'
  if (weights === 'gated') return 'present_restricted'
  // A conversion's own files are there; what it was converted from is an ancestor of its own.
  return 'present'
}

/** What an ancestor was itself trained on; a merge and a conversion are trained on nothing. */
function dataOf({ id, state }: Expected): Status[] {
  if (state !== 'seen') return ['unknown']
  const { relation, data, bases } = find(id)
  const descends = bases.some((name) => name !== id)
  if (descends && relation !== 'finetune') return []
  return [data ? 'mentioned' : 'unknown']
}

describe('a world of 2,000 models', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('has chains, diamonds, circles, merges, and pages that moved, went or are closed', () => {
    const reaches = (from: Model, to: Model, seen = new Set<Model>()): boolean =>
      from.bases.map(find).some((base) => {
        if (base === to) return true
        if (seen.has(base)) return false
        seen.add(base)
        return reaches(base, to, seen)
      })
    expect(WORLD.filter((model) => reaches(model, model)).length).toBeGreaterThan(5)
    expect(WORLD.filter(({ bases }) => bases.length > 3).length).toBeGreaterThan(50)
    expect(
      WORLD.filter((model) => ancestorsByHand(model).some(({ depth }) => depth > 4)).length,
    ).toBeGreaterThan(100)
    expect(
      WORLD.filter((model) => ancestorsByHand(model).some(({ state }) => state === 'beyond')).length,
    ).toBeGreaterThan(100)
    for (const page of ['gone', 'private'])
      expect(WORLD.filter((model) => model.page === page).length).toBeGreaterThan(30)
    expect(WORLD.filter(({ bases }) => bases.some((id) => id.startsWith('old/'))).length).toBeGreaterThan(30)
  })

  it('hands down what writing out every line of descent hands down, each base asked for once', async () => {
    const asked = hub()
    let most = 0
    for (const model of WORLD) {
      asked.length = 0
      let snapshot = pageOf(model)
      for (let steps = 0; ; steps += 1) {
        expect(steps, model.id).toBeLessThanOrEqual(MAX_ANCESTORS)
        const step = await lookOneStepFurther(snapshot)
        if (!step.answered) break
        snapshot = step.snapshot
      }
      const facts = factsOf(snapshot)
      const expected = ancestorsByHand(model)
      const shown = expected.filter(({ state }) => state !== 'beyond')
      const found = (facts.lineage.ancestors ?? []).map(({ id, depth, state }) => ({ id, depth, state }))
      expect(
        found.filter(({ state }) => state !== 'beyond'),
        model.id,
      ).toEqual(shown)
      expect(new Set(asked).size, model.id).toBe(asked.length)
      most = Math.max(most, asked.length)

      const all = expected.slice(0, found.length)
      const handed = propagate(facts, 'strict')
      // Where no base can be reached, the page's own word stands: it names them.
      const reached = all.some(({ state }) => state === 'seen')
      const weights = reached || all.length === 0 ? weakest(all.map(weightsOf)) : 'mentioned'
      if (weights !== null) expect([model.id, handed.weights_base.status]).toEqual([model.id, weights])
      const data = weakest(all.flatMap(dataOf))
      // Where the bases leave it open, the model's own word on them stands: here it has none.
      if (data !== null) expect([model.id, handed.training_data_base.status]).toEqual([model.id, data])
    }
    // Names of renamed bases may turn out to be known already; beyond that, one request per ancestor.
    expect(most).toBeLessThanOrEqual(MAX_ANCESTORS + 4)
  }, 120_000)
})
