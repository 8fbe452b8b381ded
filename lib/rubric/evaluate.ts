import type { CriterionResult, Facts, RubricResult } from '../assessment'
import { resultOf } from './bound'
import { judgeCriterion, type Outcome } from './criterion'
import { type LookupLicense, licenseRules } from './license-rule'
import { missingFor, usedCriteria } from './missing'
import { chooseOptions } from './options'
import type { Rubric, RubricOptions } from './schema'
import { demandBound, demandsOf, gatedProgress, type Outcomes, scoreOf } from './tiers'
import { reasonFor } from './words'

/** A rubric's result with what it was made from. */
export interface Evaluation {
  result: RubricResult
  outcomes: Outcomes
  /** Index in the rubric's tiers of the best tier that is certain, and of the best that is not excluded. */
  low: number
  high: number
}

/** Judges one page's facts by one rubric. Pure; the work is bounded by the rubric's schema. */
export function evaluateRubric(
  rubric: Rubric,
  facts: Facts,
  chosen: RubricOptions | undefined,
  lookup: LookupLicense,
): Evaluation {
  const options = chooseOptions(rubric, chosen)
  const ruleFor = licenseRules(rubric, options, lookup, facts.license)
  const outcomes = new Map(
    rubric.criteria.map((criterion) => [
      criterion.id,
      judgeCriterion(criterion, facts.components, ruleFor, options),
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
  const used = usedCriteria(rubric, demands)
  const listed = [...outcomes.values()].filter((outcome) => !outcome.criterion.aside)
  return {
    result: {
      verdict: verdictOf(rubric, low, high),
      score: score && { low: score.low, high: score.high },
      progress: rubric.progress === 'gated' ? gatedProgress(demands, outcomes) : null,
      criteria: listed.map(describe),
      missing: missingFor(rubric, demands, low, outcomes),
      unknown: listed
        .filter((outcome) => used.has(outcome.criterion.id) && outcome.bound.low !== outcome.bound.high)
        .map((outcome) => outcome.criterion.id),
    },
    outcomes,
    low,
    high,
  }
}

function verdictOf(rubric: Rubric, low: number, high: number): RubricResult['verdict'] {
  const least = rubric.tiers[low]
  const most = rubric.tiers[high]
  const label = least?.id === most?.id ? least?.label : `${least?.label} – ${most?.label}`
  return { low: least?.id ?? '', high: most?.id ?? '', label: label ?? '' }
}

const describe = (outcome: Outcome): CriterionResult => ({
  id: outcome.criterion.id,
  label: outcome.criterion.label,
  result: resultOf(outcome.bound),
  components: [...outcome.criterion.components],
  reason: reasonFor(outcome),
})
