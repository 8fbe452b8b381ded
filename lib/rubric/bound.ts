import type { Result } from '../assessment'

/**
 * Three-valued logic as intervals: what is certain (`low`) and what is not excluded (`high`), each 0, ½ or 1.
 * Every operation is monotone, so that learning more can only narrow what it answers.
 */
export interface Bound {
  low: number
  high: number
}

export const MET: Bound = { low: 1, high: 1 }
export const NOT_MET: Bound = { low: 0, high: 0 }
export const CANNOT_TELL: Bound = { low: 0, high: 1 }

const BOUNDS: Record<Result, Bound> = {
  met: MET,
  partly: { low: 0.5, high: 0.5 },
  not_met: NOT_MET,
  cannot_tell: CANNOT_TELL,
}

export const boundOf = (result: Result): Bound => BOUNDS[result]

export function resultOf(bound: Bound): Result {
  if (bound.low !== bound.high) return 'cannot_tell'
  return bound.low === 1 ? 'met' : bound.low === 0 ? 'not_met' : 'partly'
}

/** All must hold: the weakest decides. Nothing to hold is met. */
export const weakest = (bounds: readonly Bound[]): Bound => ({
  low: Math.min(1, ...bounds.map((bound) => bound.low)),
  high: Math.min(1, ...bounds.map((bound) => bound.high)),
})

/** Any may hold: the best decides. Nothing to hold is not met. */
export const best = (bounds: readonly Bound[]): Bound => ({
  low: Math.max(0, ...bounds.map((bound) => bound.low)),
  high: Math.max(0, ...bounds.map((bound) => bound.high)),
})

/** So many must hold: the n-th best decides. Fewer than that is not met. */
export const nthBest = (bounds: readonly Bound[], count: number): Bound => {
  const nth = (values: number[]) => values.sort((a, b) => b - a)[count - 1] ?? 0
  return { low: nth(bounds.map(({ low }) => low)), high: nth(bounds.map(({ high }) => high)) }
}

/** Only a full yes counts: ½ is no. */
export const fully = (bound: Bound): Bound => ({
  low: bound.low === 1 ? 1 : 0,
  high: bound.high === 1 ? 1 : 0,
})
