import type { ComputeFacts, Relation } from '../../assessment'
import { tierOf } from './flop'

/** A base with what it took, its own bases included; null where that is not known. */
export type BaseCompute = { id: string; compute: ComputeFacts } | null

/**
 * C(base) + C(this step), as an interval: no less than the largest of them, no more than all together (bases may share
 * an ancestor). What a tuning took is negligible where nothing is said of it; what further pre-training took is not.
 */
export function addBases(
  own: ComputeFacts | null,
  bases: readonly BaseCompute[],
  relation: Relation | null,
): ComputeFacts | null {
  const known = bases.filter((base) => base !== null)
  if (known.length === 0) return own && { ...own, high: null, ...tierFor({ ...own, high: null }) }
  // A bound from the parameters alone is one for the whole, and no word on this step.
  const step = own?.method === 'lower-bound' ? null : own
  const added = step && relation !== 'continued-pretraining' && isPretraining(step) ? null : step
  const parts = [...known.map(({ compute }) => compute), ...(step ? [step] : [])]
  const summed = [...known.map(({ compute }) => compute), ...(added ? [added] : [])]
  const open = known.length < bases.length || (relation === 'continued-pretraining' && step === null)
  const low = Math.max(...parts.map((part) => part.low))
  const high = open ? null : sum(summed.map((part) => part.high))
  const range = {
    estimate: open ? null : sum(summed.map((part) => part.estimate)),
    low,
    high: high === null ? null : Math.max(high, low),
  }
  const [first] = known
  return {
    method: first?.compute.method ?? 'lower-bound',
    ...range,
    ...tierFor(range),
    inputs: [
      ...(step?.inputs ?? []),
      ...known.flatMap(({ id, compute }) =>
        compute.inputs.map((input) => ({ ...input, claim: `Of the base ${id}: ${input.claim}` })),
      ),
    ].slice(0, MAX_INPUTS),
  }
}

const MAX_INPUTS = 8

/** A derived model's page that tells of pre-training tells of its base's. */
const isPretraining = ({ method, inputs }: ComputeFacts): boolean =>
  method === 'architecture' && inputs.some(({ quote }) => /\bpre-?train/i.test(quote))

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)

const tierFor = (range: Parameters<typeof tierOf>[0]): Pick<ComputeFacts, 'tier'> => ({ tier: tierOf(range) })
