import type { Missing } from '../assessment'
import type { Outcome } from './criterion'
import type { Rubric } from './schema'
import { type Demand, type Outcomes, type Slot, slotBound } from './tiers'
import { fixFor } from './words'

/**
 * What stands between the model and the next tier, then the tiers after it. Within a tier what is certain comes before
 * what was merely not found; otherwise the rubric's own order holds.
 */
export function missingFor(
  rubric: Rubric,
  demands: readonly Demand[],
  low: number,
  outcomes: Outcomes,
): Missing[] {
  const listed = new Set<string>()
  const missing: Missing[] = []
  const list = (criteria: readonly string[]) => {
    const short = criteria
      .map((id) => outcomes.get(id))
      .filter((outcome): outcome is Outcome => outcome !== undefined && outcome.bound.low < 1)
      .filter((outcome) => !listed.has(outcome.criterion.id))
    for (const outcome of [...short.filter(isCertain), ...short.filter((item) => !isCertain(item))]) {
      if (listed.has(outcome.criterion.id)) continue
      listed.add(outcome.criterion.id)
      missing.push(...gapsOf(outcome))
    }
  }
  for (const demand of demands.slice(low + 1)) {
    list([
      ...demand.slots
        .filter((slot) => slotBound(slot, outcomes).low < 1 && !isCarried(slot, outcomes))
        .map((slot) => slot.criterion),
      ...demand.conditions.flatMap((tier) => tier.atLeast?.of ?? []),
    ])
  }
  list(rubric.score?.of ?? [])
  return missing
}

/** A released substitute that only lacks a known licence already stands there: nothing has to be made in its place. */
function isCarried(slot: Slot, outcomes: Outcomes): boolean {
  const substitute = slot.substitute && outcomes.get(slot.substitute.criterion)
  return (
    substitute?.applies === true &&
    substitute.bound.high === 1 &&
    substitute.primary.parts.some((part) => part.finding.status === 'present')
  )
}

const isCertain = (outcome: Outcome): boolean => outcome.bound.high < 1

/** One gap per component that is short; where any of several would do, the first of them stands for all. */
function gapsOf(outcome: Outcome): Missing[] {
  const { criterion, primary } = outcome
  const short = primary.parts.filter((part) => part.gap !== null)
  const named = primary.of === 'all' ? short : short.slice(0, 1)
  return named.flatMap((part) =>
    part.gap === null
      ? []
      : [
          {
            criterion: criterion.id,
            component: part.component,
            why: part.gap,
            fix: fixFor(part, criterion.fix),
          },
        ],
  )
}

/** Criteria that anything is decided by: a tier, the score or the headline. */
export function usedCriteria(rubric: Rubric, demands: readonly Demand[]): Set<string> {
  const used = new Set<string>(rubric.score?.of ?? [])
  for (const { slots, conditions } of demands) {
    for (const slot of slots) {
      used.add(slot.criterion)
      if (slot.substitute) used.add(slot.substitute.criterion)
    }
    for (const tier of conditions) for (const id of tier.atLeast?.of ?? []) used.add(id)
  }
  for (const step of rubric.headline) for (const id of step.requires ?? []) used.add(id)
  return used
}
