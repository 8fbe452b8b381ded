import * as z from 'zod/mini'
import { assess, factsOf } from '../../../lib/assess'
import type { Assessment, Facts } from '../../../lib/assessment'
import { factsSchema } from '../../../lib/assessment-schema'
import { toJson } from '../../../lib/export/json'
import { toMarkdown } from '../../../lib/export/markdown'
import type { Rubric } from '../../../lib/rubric/schema'
import { parseSnapshot } from '../../../lib/snapshot/schema'

/** What every answer must be, whatever was put in (../shared/spec/snapshot.md, "Output"; `lib/assessment.ts`). */

const part = z.number().check(z.minimum(0), z.maximum(1))
const range = z.object({ low: part, high: part })
const rubricResult = z.object({
  verdict: z.object({ low: z.string(), high: z.string(), label: z.string() }),
  score: z.nullable(range),
  progress: z.nullable(z.record(z.string(), z.number().check(z.minimum(0), z.maximum(100)))),
  criteria: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      result: z.enum(['met', 'partly', 'not_met', 'cannot_tell']),
      components: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  missing: z.array(
    z.object({
      criterion: z.string(),
      component: z.string(),
      why: z.enum(['absent', 'not_found', 'licence', 'restricted', 'partial']),
      fix: z.string(),
    }),
  ),
  unknown: z.array(z.string()),
})
const step = z.object({
  id: z.string(),
  label: z.string(),
  meter: z.number().check(z.minimum(0), z.maximum(4)),
})
const judged = z.object({
  headline: z.extend(step, { high: step }),
  rubrics: z.record(z.string(), rubricResult),
})

const MAX_QUOTE = 200

/** @throws where facts do not have the shape in which they cross borders, or carry an address that is no https one. */
export function checkFacts(facts: Facts): void {
  // As a message carries them.
  const carried: unknown = JSON.parse(JSON.stringify(facts))
  z.parse(factsSchema, carried)
  walk(carried, (key, value) => {
    // A file that was not read yet has no address.
    if (key === 'url' && value !== null && value !== '' && !`${value}`.startsWith('https://'))
      throw new Error(`An address is ${JSON.stringify(value)}.`)
    if (key === 'quote' && typeof value === 'string' && value.length > MAX_QUOTE)
      throw new Error(`A quote has ${value.length} characters.`)
  })
}

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    visit(key, inner)
    walk(inner, visit)
  }
}

/** @throws where an assessment is not what the contract says. */
export function checkAssessment(assessment: Assessment, rubrics: readonly Rubric[]): void {
  const { rubrics: results } = z.parse(judged, JSON.parse(toJson(assessment)))
  for (const { id, tiers } of rubrics) {
    const result = results[id]
    if (!result) throw new Error(`No result by ${id}.`)
    const at = (tier: string) => tiers.findIndex((known) => known.id === tier)
    const { low, high } = result.verdict
    if (at(low) === -1 || at(high) === -1) throw new Error(`${id} has no such tier: ${low}, ${high}.`)
    if (at(low) > at(high)) throw new Error(`${id}: at least ${low}, at most ${high}.`)
    if (result.score && result.score.low > result.score.high + 1e-9)
      throw new Error(`${id}: a score upside down.`)
  }
  toMarkdown(assessment)
}

/** The whole way from a snapshot to what is shown. */
export function checkWay(input: unknown, rubrics: readonly Rubric[]): void {
  const snapshot = parseSnapshot(input)
  checkFacts(factsOf(snapshot))
  if (rubrics.length > 0) checkAssessment(assess(snapshot, rubrics), rubrics)
}
