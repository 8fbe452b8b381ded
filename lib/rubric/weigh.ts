import type { Facts } from '../assessment'
import { judgeCriterion, type Special } from './criterion'
import { type LookupLicense, licenseRules } from './license-rule'
import { chooseOptions } from './options'
import type { Rubric, RubricOptions } from './schema'
import { type Demand, demandBound, demandsOf, type Outcomes, scoreOf } from './tiers'

/** A rubric's verdict as numbers: all that a badge needs; `evaluate.ts` puts it into words. */
export interface Weighed {
  outcomes: Outcomes
  demands: readonly Demand[]
  score: ReturnType<typeof scoreOf>
  /** Index in the rubric's tiers of the best tier that is certain, and of the best that is not excluded. */
  low: number
  high: number
}

/** Weighs one page's facts by one rubric. Pure; the work is bounded by the rubric's schema. */
export function weigh(
  rubric: Rubric,
  facts: Facts,
  chosen: RubricOptions | undefined,
  lookup: LookupLicense,
  special?: Special,
): Weighed {
  const options = chooseOptions(rubric, chosen)
  const ruleFor = licenseRules(rubric, options, lookup, facts.license)
  const outcomes = new Map(
    rubric.criteria.map((criterion) => [
      criterion.id,
      judgeCriterion(criterion, facts.components, ruleFor, options, facts, special),
    ]),
  )
  const score = scoreOf(rubric, outcomes)
  const demands = demandsOf(rubric, options)
  const reached = demands.map((demand) => demandBound(demand, outcomes, score))
  const low = Math.max(
    0,
    reached.findLastIndex((bound) => bound.low === 1),
  )
  const high = Math.max(
    low,
    reached.findLastIndex((bound) => bound.high === 1),
  )
  return { outcomes, demands, score, low, high }
}
