import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts, Finding, Relation } from '../../../lib/assessment'
import { COMPONENT_IDS, type ComponentId } from '../../../lib/components'
import { judge } from '../../../lib/rubric/judge'
import type { Rubric } from '../../../lib/rubric/schema'
import { allRubrics } from '../../../rubrics'
import { absent, factsWith, finding, notFound, present, smallRubric } from './build'

type Named = Partial<Record<ComponentId, Finding>>

/** What a component can turn out to be, once it is known. */
const COMPLETIONS: readonly Finding[] = [
  present('MIT'),
  present('CC-BY-NC-4.0'),
  present('none'),
  finding('present_restricted', 'MIT'),
  finding('partial', 'MIT'),
  absent(),
  finding('n_a'),
]
const FINDINGS: readonly Finding[] = [...COMPLETIONS, present(null), finding('mentioned'), notFound()]

const RUBRICS = allRubrics()
const FEATURES = smallRubric(
  [
    { id: 'a', label: 'A', components: ['weights_final', 'adapter_weights'], of: 'first', license: 'open' },
    { id: 'b', label: 'B', components: ['training_code', 'inference_code'], license: 'open', weight: 2 },
    { id: 'c', label: 'C', components: ['data_card'], alternatives: [{ components: ['model_card'] }] },
  ],
  {
    tiers: [
      { id: 'none', label: 'None' },
      { id: 'low', label: 'Low', requires: [{ criterion: 'a', substitute: 'c' }] },
      { id: 'mid', label: 'Mid', accumulates: 'low', atLeast: { count: 2, of: ['a', 'b', 'c'] } },
      { id: 'top', label: 'Top', minScore: 0.9 },
    ],
    score: { of: ['a', 'b', 'c'] },
    headline: [
      { id: 'high', label: 'High', meter: 4, tier: 'top' },
      { id: 'some', label: 'Some', meter: 1, requires: ['a'] },
      { id: 'left', label: 'Left', meter: 0 },
    ],
  },
)
const ALL: readonly Rubric[] = [...RUBRICS, FEATURES]

/** Places in a rubric's orders: tiers worst first, headline best first (turned round here), and the score. */
function places(rubric: Rubric, facts: Facts) {
  const { headline, rubrics } = judge(facts, [rubric])
  const result = rubrics[rubric.id]
  const tier = (id: string | undefined) => rubric.tiers.findIndex((candidate) => candidate.id === id)
  const step = (id: string) => -rubric.headline.findIndex((candidate) => candidate.id === id)
  return {
    tier: [tier(result?.verdict.low), tier(result?.verdict.high)],
    step: [step(headline.id), step(headline.high.id)],
    score: [result?.score?.low ?? 0, result?.score?.high ?? 1],
  }
}

type Places = ReturnType<typeof places>

function expectWithin(inner: Places, outer: Places, what: string) {
  for (const key of ['tier', 'step', 'score'] as const) {
    const [low = 0, high = 0] = inner[key]
    const [least = 0, most = 0] = outer[key]
    expect(low, `${what}: ${key} low`).toBeGreaterThanOrEqual(least - 1e-9)
    expect(high, `${what}: ${key} high`).toBeLessThanOrEqual(most + 1e-9)
  }
}

const anyFindings = fc
  .array(fc.constantFrom(...FINDINGS), { minLength: COMPONENT_IDS.length, maxLength: COMPONENT_IDS.length })
  .map((list) => {
    const named: Partial<Record<ComponentId, Finding>> = {}
    for (const [index, id] of COMPONENT_IDS.entries()) named[id] = list[index] ?? notFound()
    return named
  })
const anyComponent = fc.constantFrom(...COMPONENT_IDS)
const anyRubric = fc.constantFrom(...ALL)

/** Rubrics that leave something to a person's judgement even where everything was found. */
const leavesOpen = (rubric: Rubric): boolean =>
  rubric.criteria.some(({ computeAtMost, computeAbove }) => computeAtMost ?? computeAbove) ||
  rubric.criteria.some(({ status, alternatives }) =>
    [status, ...(alternatives ?? []).map((way) => way.status)].some((map) =>
      ['present', 'present_restricted'].some(
        (found) =>
          map && Object.entries(map).some(([key, result]) => key === found && result === 'cannot_tell'),
      ),
    ),
  )
const orderedRubric = fc.constantFrom(...ALL.filter(({ ordered }) => ordered))
const decided = fc.constantFrom(...ALL.filter((rubric) => !leavesOpen(rubric)))

describe('a range', () => {
  it('never narrows when something becomes unknown', () => {
    fc.assert(
      fc.property(anyRubric, anyFindings, anyComponent, (rubric, named, component) => {
        const known = places(rubric, factsWith(named))
        const less = places(rubric, factsWith({ ...named, [component]: notFound() }))
        expectWithin(known, less, `${rubric.id}, ${component}`)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('never falls when a component becomes openly released', () => {
    fc.assert(
      fc.property(orderedRubric, anyFindings, anyComponent, (rubric, named, component) => {
        // What does not apply asks nothing; releasing it is another model, not a better one.
        fc.pre(named[component]?.status !== 'n_a')
        const before = places(rubric, factsWith(named))
        const after = places(rubric, factsWith({ ...named, [component]: present('MIT') }))
        for (const key of ['tier', 'step', 'score'] as const) {
          for (const end of [0, 1]) {
            expect(after[key][end] ?? 0, `${rubric.id}: ${key} ${end}`).toBeGreaterThanOrEqual(
              (before[key][end] ?? 0) - 1e-9,
            )
          }
        }
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('holds the verdict of every way in which the unknowns can turn out', () => {
    const unknowns: readonly ComponentId[] = ['weights_final', 'training_code', 'data_card']
    const rest: Partial<Record<ComponentId, Finding>> = {
      adapter_weights: present('MIT'),
      inference_code: present('MIT'),
      model_card: absent(),
    }
    const open = places(FEATURES, factsWith(rest))
    for (const weights of COMPLETIONS) {
      for (const code of COMPLETIONS) {
        for (const card of COMPLETIONS) {
          const [first = 'api', second = 'api', third = 'api'] = unknowns
          const known = factsWith({ ...rest, [first]: weights, [second]: code, [third]: card })
          expectWithin(
            places(FEATURES, known),
            open,
            [weights, code, card].map((item) => item.status).join(', '),
          )
        }
      }
    }
  })

  it.each(ALL.map((rubric) => [rubric.id, rubric] as const))(
    '%s: holds every way in which up to ten unknown components can turn out, open or absent',
    (_, rubric) => {
      const ways = rubric.criteria.flatMap(({ components, alternatives }) => [
        ...components,
        ...(alternatives ?? []).flatMap((way) => way.components),
      ])
      const asked = [...new Set(ways)].slice(0, 10)
      const open = places(rubric, factsWith({}))
      for (let way = 0; way < 2 ** asked.length; way += 1) {
        const known = Object.fromEntries(
          asked.map((component, place) => [component, (way >> place) & 1 ? present('MIT') : absent()]),
        )
        expectWithin(places(rubric, factsWith(known)), open, `${rubric.id} ${way}`)
      }
    },
    60_000,
  )

  it('of a derived model never narrows when something of a base, or the base itself, becomes unknown', () => {
    const derived = (own: Named, bases: readonly Named[], relation: Relation, unseen: number | null) => {
      const facts = factsWith(own)
      facts.lineage = {
        ...facts.lineage,
        relation,
        bases: bases.map((_, index) => ({ id: `acme/b${index}`, license: null, resolved: true })),
        ancestors: bases.map((components, index) => ({
          id: `acme/b${index}`,
          depth: 1,
          state: index === unseen ? 'denied' : 'seen',
          gated: false,
          license: { id: null, expression: null, label: null, class: 'unknown' },
          relation: null,
          bases: [],
          components: index === unseen ? {} : components,
        })),
      }
      return facts
    }
    const relations = fc.constantFrom<Relation[]>('finetune', 'merge', 'quantized', 'adapter')
    const bases = fc.array(anyFindings, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        anyRubric,
        anyFindings,
        bases,
        relations,
        anyComponent,
        (rubric, own, several, relation, component) => {
          // Whether a base was tuned at all is not asked while nothing says so.
          fc.pre(component !== 'training_data_tuned')
          // A conversion has one parent.
          const parents = relation === 'quantized' ? several.slice(0, 1) : several
          // What a page says of its base's own parts, it says for want of the base's word.
          const self = { ...own, weights_base: notFound(), training_data_base: notFound() }
          const known = places(rubric, derived(self, parents, relation, null))
          const less = parents.map((base, index) =>
            index === 0 ? { ...base, [component]: notFound() } : base,
          )
          expectWithin(
            known,
            places(rubric, derived(self, less, relation, null)),
            `${rubric.id}, ${component}`,
          )
          expectWithin(known, places(rubric, derived(self, parents, relation, 0)), `${rubric.id}, unseen`)
        },
      ),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('is a point when everything is known', () => {
    const certain = COMPLETIONS.filter((item) => item.status !== 'partial')
    fc.assert(
      fc.property(
        decided,
        fc.array(fc.constantFrom(...certain), {
          minLength: COMPONENT_IDS.length,
          maxLength: COMPONENT_IDS.length,
        }),
        (rubric, list) => {
          const named: Partial<Record<ComponentId, Finding>> = {}
          for (const [index, id] of COMPONENT_IDS.entries()) named[id] = list[index] ?? absent()
          const { tier, step } = places(rubric, factsWith(named))
          expect(tier[0]).toBe(tier[1])
          expect(step[0]).toBe(step[1])
        },
      ),
      { numRuns: 500 },
    )
  }, 60_000)
})
