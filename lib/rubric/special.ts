import type { ComputeFacts, Finding, Lineage } from '../assessment'
import { type Bound, CANNOT_TELL, MET, NOT_MET, weakest } from './bound'
import type { SpecialBound } from './criterion'
import type { LicenseRule } from './license-rule'
import type { Criterion } from './schema'

/**
 * Criteria that ask about compute, influence or bases instead of components. Kept apart: the rubric that every page
 * carries has none.
 */
export const specialBound: SpecialBound = (criterion, facts, rule) =>
  computeBound(criterion, facts.compute) ??
  influenceBound(criterion, facts.lineage) ??
  basesBound(criterion, facts.lineage, rule)

/** The highest level that is supported; where none is, none of them is met. */
const influenceBound = ({ influence }: Criterion, { influence: { level } }: Lineage): Bound | null =>
  influence === undefined ? null : level !== null && influence.includes(level) ? MET : NOT_MET

/** A base whose licence is refused fails; of any other one only its own page could tell more. */
function basesBound({ ofBases }: Criterion, { bases }: Lineage, rule: LicenseRule): Bound | null {
  if (!ofBases) return null
  return weakest(
    bases.map(({ license }) => {
      if (license === null || rule.label === null) return CANNOT_TELL
      const judged = rule.judge({ ...NO_FINDING, license, licenseState: 'declared' })
      return { low: 0, high: judged.high }
    }),
  )
}

const NO_FINDING: Finding = {
  status: 'unknown',
  unknownBecause: 'not_looked',
  license: null,
  licenseState: 'unknown',
  licenseInherited: false,
  evidence: [],
}

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
