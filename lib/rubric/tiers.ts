import { type Bound, best, fully, MET, NOT_MET, weakest } from './bound'
import { type Outcome, UNDEFINED } from './criterion'
import { holds } from './options'
import type { Rubric, RubricOptions, Tier } from './schema'

/** A place to fill on the way to a tier. */
export interface Slot {
  criterion: string
  /** Another criterion that fills the place, and how it counts in the progress. */
  substitute: { criterion: string; counting: 'fills' | 'drops' } | null
}

/** Everything that a tier asks, lower tiers' demands included. */
export interface Demand {
  tier: Tier
  slots: Slot[]
  /** The tier itself and every tier that it takes over. */
  conditions: Tier[]
}

export type Outcomes = ReadonlyMap<string, Outcome>

export const boundFor = (outcomes: Outcomes, criterion: string): Bound =>
  outcomes.get(criterion)?.bound ?? UNDEFINED

/** What each tier asks, in the rubric's order (worst first). A circle of `accumulates` ends where it closes. */
export function demandsOf(rubric: Rubric, options: RubricOptions): Demand[] {
  const byId = new Map(rubric.tiers.map((tier) => [tier.id, tier]))
  return rubric.tiers.map((tier) => {
    const conditions: Tier[] = []
    for (let at: Tier | undefined = tier; at && !conditions.includes(at); ) {
      conditions.unshift(at)
      at = at.accumulates === undefined ? undefined : byId.get(at.accumulates)
    }
    const slots = new Map<string, Slot>()
    for (const condition of conditions) {
      for (const required of condition.requires) {
        if (typeof required === 'string') slots.set(required, { criterion: required, substitute: null })
        else {
          const { criterion, substitute, counting, when } = required
          slots.set(criterion, {
            criterion,
            substitute: holds(when, options) ? { criterion: substitute, counting } : null,
          })
        }
      }
    }
    return { tier, slots: [...slots.values()], conditions }
  })
}

/** Whether a place is filled: by its criterion, or by a substitute that applies. */
export function slotBound(slot: Slot, outcomes: Outcomes): Bound {
  const own = fully(boundFor(outcomes, slot.criterion))
  const substitute = slot.substitute && outcomes.get(slot.substitute.criterion)
  return substitute?.applies ? best([own, fully(substitute.bound)]) : own
}

/** Whether a tier is reached. */
export function demandBound(demand: Demand, outcomes: Outcomes, score: Bound | null): Bound {
  const bounds = demand.slots.map((slot) => slotBound(slot, outcomes))
  for (const { atLeast, minScore } of demand.conditions) {
    if (atLeast) {
      const met = atLeast.of.map((criterion) => fully(boundFor(outcomes, criterion)))
      bounds.push(atLeastBound(atLeast.count, met))
    }
    if (minScore !== undefined) {
      bounds.push(
        score ? { low: Number(score.low >= minScore), high: Number(score.high >= minScore) } : NOT_MET,
      )
    }
  }
  return bounds.length === 0 ? MET : weakest(bounds)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const atLeastBound = (count: number, met: readonly Bound[]): Bound => ({
  low: Number(sum(met.map((bound) => bound.low)) >= count),
  high: Number(sum(met.map((bound) => bound.high)) >= count),
})

/**
 * Percent per tier that has places to fill, from what is certain. A tier starts to count once all lower ones are
 * complete (Model Openness Tool, ModelEvaluator::getProgress: "if the lower class isn't met set progress to 0").
 */
export function gatedProgress(demands: readonly Demand[], outcomes: Outcomes): Record<string, number> {
  const progress: Record<string, number> = {}
  let open = true
  for (const { tier, slots } of demands) {
    if (slots.length === 0) continue
    const { filled, total } = countSlots(slots, outcomes)
    const percent = total === 0 ? 100 : (filled / total) * 100
    progress[tier.id] = open ? percent : 0
    open = open && filled === total
  }
  return progress
}

function countSlots(slots: readonly Slot[], outcomes: Outcomes): { filled: number; total: number } {
  let filled = 0
  let total = 0
  for (const slot of slots) {
    const outcome = outcomes.get(slot.criterion)
    if (outcome && !outcome.applies) continue
    const own = boundFor(outcomes, slot.criterion).low === 1
    const taken = own || slotBound(slot, outcomes).low === 1
    if (taken && !own && slot.substitute?.counting === 'drops') continue
    total += 1
    if (taken) filled += 1
  }
  return { filled, total }
}

/** Weighted mean over the criteria that apply; null when the rubric has no score or none applies. */
export const scoreOf = (rubric: Rubric, outcomes: Outcomes): Bound | null =>
  meanOf(rubric.score?.of ?? [], outcomes)

/** The same over any of a rubric's criteria. */
export function meanOf(criteria: readonly string[], outcomes: Outcomes): Bound | null {
  let [low, high, total] = [0, 0, 0]
  for (const id of new Set(criteria)) {
    const outcome = outcomes.get(id)
    if (!outcome?.applies) continue
    const weight = outcome.criterion.weight ?? 1
    low += weight * outcome.bound.low
    high += weight * outcome.bound.high
    total += weight
  }
  return total > 0 ? { low: low / total, high: high / total } : null
}
