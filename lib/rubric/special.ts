import type { ComputeFacts, Facts, Lineage } from '../assessment'
import { type Bound, CANNOT_TELL, MET, NOT_MET } from './bound'
import type { Special } from './criterion'
import { dutyOf } from './duty'
import type { Criterion } from './schema'

/**
 * Criteria that ask about compute, influence or duties to bases instead of components. Kept apart: the rubric that
 * every page carries has none.
 */
export const specialOf: Special = (criterion, facts) =>
  computeOf(criterion, facts.compute) ?? influenceOf(criterion, facts.lineage) ?? dutyOf(criterion, facts)

/** The highest level that is supported; where none is, none of them is met. */
function influenceOf({ influence }: Criterion, { influence: { level, basis } }: Lineage) {
  if (influence === undefined) return null
  const bound = level !== null && influence.includes(level) ? MET : NOT_MET
  return { bound, reason: level === null ? 'No level is named.' : `${level}, ${basis}.` }
}

/** What the compute interval says; null where the criterion does not ask. */
function computeOf({ computeAtMost, computeAbove }: Criterion, compute?: ComputeFacts | null) {
  const limit = computeAtMost ?? computeAbove
  if (limit === undefined) return null
  if (!compute)
    return { bound: CANNOT_TELL, reason: 'Nothing is stated that the training compute could be told from.' }
  const above: Bound = {
    low: Number(compute.low > limit),
    high: Number(compute.high === null || compute.high > limit),
  }
  return {
    bound: computeAbove === undefined ? { low: 1 - above.high, high: 1 - above.low } : above,
    reason: `Training compute ${interval(compute)}, ${METHODS[compute.method]}.`,
  }
}

const METHODS: Readonly<Record<ComputeFacts['method'], string>> = {
  stated: 'as stated',
  hardware: 'from devices and hours',
  architecture: 'from parameters and tokens (6·P·D)',
  'lower-bound': 'a lower bound from parameters',
}

const flop = (value: number): string => value.toExponential(1).replace('e+', 'e')

function interval({ estimate, low, high }: Pick<NonNullable<Facts['compute']>, 'estimate' | 'low' | 'high'>) {
  if (high === null) return `at least ${flop(low)} FLOP`
  const between = `between ${flop(low)} and ${flop(high)} FLOP`
  return estimate === null ? between : `about ${flop(estimate)} FLOP, ${between}`
}
