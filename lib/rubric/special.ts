import type { ComputeFacts, Lineage } from '../assessment'
import { type Bound, CANNOT_TELL, MET, NOT_MET } from './bound'
import type { SpecialBound } from './criterion'
import type { Criterion } from './schema'

/**
 * Criteria that ask about compute or influence instead of components. Kept apart: the rubric that every page
 * carries has none.
 */
export const specialBound: SpecialBound = (criterion, facts) =>
  computeBound(criterion, facts.compute) ?? influenceBound(criterion, facts.lineage)

/** The highest level that is supported; where none is, none of them is met. */
const influenceBound = ({ influence }: Criterion, { influence: { level } }: Lineage): Bound | null =>
  influence === undefined ? null : level !== null && influence.includes(level) ? MET : NOT_MET

/** What the compute interval says; null where the criterion does not ask. */
function computeBound(
  { computeAtMost, computeAbove }: Criterion,
  compute?: ComputeFacts | null,
): Bound | null {
  const limit = computeAtMost ?? computeAbove
  if (limit === undefined) return null
  if (!compute) return CANNOT_TELL
  const above = {
    low: Number(compute.low > limit),
    high: Number(compute.high === null || compute.high > limit),
  }
  return computeAbove === undefined ? { low: 1 - above.high, high: 1 - above.low } : above
}
