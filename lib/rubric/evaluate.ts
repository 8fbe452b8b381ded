import type { CriterionResult, Facts, RubricResult } from '../assessment'
import type { Derivatives } from '../lineage/propagate'
import { resultOf } from './bound'
import type { Outcome } from './criterion'
import { weighDerived } from './inherit'
import type { LookupLicense } from './license-rule'
import { missingFor, usedCriteria } from './missing'
import type { Rubric, RubricOptions } from './schema'
import { specialOf } from './special'
import { gatedProgress, meanOf, type Outcomes } from './tiers'
import type { Weighed } from './weigh'
import { reasonFor } from './words'

/** A rubric's result with what it was made from. */
export interface Evaluation extends Weighed {
  result: RubricResult
}

/** Judges one page's facts by one rubric. Pure; the work is bounded by the rubric's schema. */
export function evaluateRubric(
  rubric: Rubric,
  facts: Facts,
  chosen: RubricOptions | undefined,
  lookup: LookupLicense,
  derivatives: Derivatives = 'strict',
): Evaluation {
  const weighed = weighDerived(rubric, facts, chosen, lookup, specialOf, derivatives)
  const { outcomes, demands, score, low, high, inherited } = weighed
  const used = usedCriteria(rubric, demands)
  const listed = [...outcomes.values()].filter((outcome) => !outcome.criterion.aside)
  return {
    ...weighed,
    result: {
      ...(inherited ? { inherited } : {}),
      verdict: verdictOf(rubric, low, high),
      score: score && { low: score.low, high: score.high },
      ...categoriesOf(rubric, outcomes),
      progress: rubric.progress === 'gated' ? gatedProgress(demands, outcomes) : null,
      criteria: listed.map(describe),
      missing: missingFor(rubric, demands, low, outcomes),
      unknown: listed
        .filter((outcome) => used.has(outcome.criterion.id) && outcome.bound.low !== outcome.bound.high)
        .map((outcome) => outcome.criterion.id),
    },
  }
}

function categoriesOf(rubric: Rubric, outcomes: Outcomes): Pick<RubricResult, 'categories'> {
  const categories = rubric.score?.categories?.flatMap(({ id, label, of }) => {
    const mean = meanOf(of, outcomes)
    return mean ? [{ id, label, low: mean.low, high: mean.high }] : []
  })
  return categories ? { categories } : {}
}

function verdictOf(rubric: Rubric, low: number, high: number): RubricResult['verdict'] {
  const least = rubric.tiers[low]
  const most = rubric.tiers[high]
  const point = least?.id === most?.id || saysNothing(rubric, low)
  const label = point ? least?.label : `${least?.label} – ${most?.label}`
  return { low: least?.id ?? '', high: most?.id ?? '', label: label ?? '' }
}

/** Where tiers have no order, the first is what is left when none can be told: no lower end of anything. */
const saysNothing = (rubric: Pick<Rubric, 'ordered'>, low: number): boolean => !rubric.ordered && low === 0

const describe = (outcome: Outcome): CriterionResult => ({
  id: outcome.criterion.id,
  label: outcome.criterion.label,
  result: resultOf(outcome.bound),
  components: [...outcome.criterion.components],
  reason: reasonFor(outcome),
})
