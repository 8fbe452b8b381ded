import { describe, expect, it } from 'vitest'
import type { ComputeFacts, Facts } from '../../../lib/assessment'
import { tierOf } from '../../../lib/evidence/compute/flop'
import { judge } from '../../../lib/rubric/judge'
import { rubricById } from '../../../rubrics'
import { absent, factsWith, finding, notFound, present } from './build'

const lessig = rubricById('lessig')

const compute = (low: number, high: number | null): ComputeFacts => ({
  method: 'stated',
  estimate: null,
  low,
  high,
  tier: tierOf({ estimate: null, low, high }),
  inputs: [],
})

const FOUR = {
  training_code: present('MIT'),
  inference_code: present('MIT'),
  data_processing_code: present('MIT'),
  evaluation_code: present('MIT'),
  weights_final: present('MIT'),
}

const verdict = (facts: Facts, amount: ComputeFacts | null, mapping = 'tooling') => {
  const result = judge({ ...facts, compute: amount }, [lessig], { rubricOptions: { lessig: { mapping } } })
    .rubrics.lessig
  return [result?.verdict.low, result?.verdict.high]
}

const [SMALL, LARGE] = [compute(1e22, 2e22), compute(3e25, 5e25)]

describe('the four components and the caution for capable models', () => {
  it('fits where a limited model shares all four', () => {
    expect(verdict(factsWith(FOUR), SMALL)).toEqual(['fits', 'fits'])
  })

  it('says that a limited model shares too little, whichever component is missing', () => {
    for (const component of [
      'training_code',
      'inference_code',
      'evaluation_code',
      'weights_final',
    ] as const) {
      expect(verdict(factsWith({ ...FOUR, [component]: absent() }), SMALL)).toEqual([
        'under-shares',
        'under-shares',
      ])
    }
    expect(
      verdict(factsWith({ ...FOUR, weights_final: finding('present_restricted', 'MIT') }), SMALL),
    ).toEqual(['under-shares', 'under-shares'])
  })

  it('leaves open weights of a capable model contested, and finds withheld ones consistent', () => {
    expect(verdict(factsWith(FOUR), LARGE)).toEqual(['contested', 'contested'])
    expect(verdict(factsWith({ ...FOUR, weights_final: absent() }), LARGE)).toEqual(['withheld', 'withheld'])
    expect(
      verdict(factsWith({ ...FOUR, weights_final: finding('present_restricted', 'MIT') }), LARGE),
    ).toEqual(['withheld', 'withheld'])
  })

  it('is contested wherever anybody can have the weights of a capable model, whatever their licence says', () => {
    expect(verdict(factsWith({ ...FOUR, weights_final: present('llama3.1') }), LARGE)).toEqual([
      'contested',
      'contested',
    ])
    const criteria = judge({ ...factsWith({ ...FOUR, safety_evidence: present(null) }), compute: LARGE }, [
      lessig,
    ]).rubrics.lessig?.criteria
    expect(criteria?.find(({ id }) => id === 'safety-evidence')?.result).toBe('met')
    expect(criteria?.map(({ id }) => id).slice(0, 4)).toEqual([
      'l1-training-code',
      'l2-inference-code',
      'l3-tooling',
      'l4-weights',
    ])
  })

  it('is told in one sentence, not in a range, where nothing is known of the capability', () => {
    const label = judge({ ...factsWith(FOUR), compute: null }, [lessig]).rubrics.lessig?.verdict.label
    expect(label).toMatch(/^No verdict on the weights[^–]*$/)
  })

  it('gives no verdict where nothing is known of the compute, or the interval straddles the line', () => {
    expect(verdict(factsWith(FOUR), null)[0]).toBe('no-verdict')
    expect(verdict(factsWith(FOUR), compute(5e24, 5e25))[0]).toBe('no-verdict')
    expect(verdict(factsWith(FOUR), compute(1e24, null))[0]).toBe('no-verdict')
  })

  it('takes training data for the third component where the reader prefers that', () => {
    const facts = factsWith({
      ...FOUR,
      evaluation_code: absent(),
      training_data_base: present('CC-BY-4.0'),
      training_data_tuned: finding('n_a'),
    })
    expect(verdict(facts, SMALL)).toEqual(['under-shares', 'under-shares'])
    expect(verdict(facts, SMALL, 'data')).toEqual(['fits', 'fits'])
  })

  it('says that its mapping is an interpretation', () => {
    expect(lessig.cannotDecide.join(' ')).toContain('interpretation')
    expect(lessig.ordered).toBe(false)
    expect(verdict(factsWith({ ...FOUR, training_code: notFound() }), SMALL)).toEqual([
      'under-shares',
      'fits',
    ])
  })
})
