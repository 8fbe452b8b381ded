import { describe, expect, it } from 'vitest'
import type { ComputeFacts, Finding } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import { tierOf } from '../../../lib/evidence/compute/flop'
import { registerNamed } from '../../../lib/licenses/named'
import { judge } from '../../../lib/rubric/judge'
import { rubricById } from '../../../rubrics'
import { absent, factsWith, finding, present } from './build'

/** The smaller definitions, each by its own text. */

type Named = Partial<Record<ComponentId, Finding>>

const compute = (value: number): ComputeFacts => ({
  method: 'stated',
  estimate: value,
  low: value,
  high: value,
  tier: tierOf({ estimate: value, low: value, high: value }),
  inputs: [],
})

const verdict = (id: string, named: Named, amount: number | null = 1e24) => {
  const facts = { ...factsWith(named), compute: amount === null ? null : compute(amount) }
  const result = judge(facts, [rubricById(id)]).rubrics[id]
  return result?.verdict.low === result?.verdict.high
    ? result?.verdict.low
    : `${result?.verdict.low} to ${result?.verdict.high}`
}

const OPEN: Named = Object.fromEntries(
  [
    'weights_final',
    'training_code',
    'inference_code',
    'data_processing_code',
    'evaluation_code',
    'architecture_code',
    'training_data_base',
    'training_data_tuned',
    'training_config',
    'data_information',
    'model_metadata',
    'usage_information',
  ].map((id) => [id, present('Apache-2.0')]),
)

describe('the Open Weight Definition and the Open Weights Definition', () => {
  it('are two: the first asks for weights under open terms, the second for how they were made too', () => {
    const weights = { weights_final: present('Apache-2.0') }
    expect(verdict('open-weight', weights)).toBe('open-weight')
    expect(verdict('open-weights-definition', { ...OPEN, training_code: absent() })).toBe('not-met')
    expect(verdict('open-weights-definition', OPEN)).toBe('open-weights')
  })

  it('take neither a gate nor a limit to non-commercial use', () => {
    for (const id of ['open-weight', 'open-weights-definition']) {
      expect(verdict(id, { ...OPEN, weights_final: finding('present_restricted', 'Apache-2.0') })).toMatch(
        /^not/,
      )
      expect(verdict(id, { ...OPEN, weights_final: present('CC-BY-NC-4.0') })).toMatch(/^not/)
    }
  })
})

describe('the exemption of the EU AI Act', () => {
  it.each<[what: string, change: Named, amount: number | null, expected: string]>([
    ['all that can be read is met', {}, 1e24, 'appears'],
    ['a user threshold disqualifies', { weights_final: present('llama3.1') }, 1e24, 'fails'],
    ['non-commercial terms disqualify', { weights_final: present('CC-BY-NC-4.0') }, 1e24, 'fails'],
    [
      'use restrictions need a review, they do not fail',
      { weights_final: present('openrail++') },
      1e24,
      'fails to appears',
    ],
    [
      'a gate needs a review, it does not fail',
      { weights_final: finding('present_restricted', 'Apache-2.0') },
      1e24,
      'fails to appears',
    ],
    ['systemic risk ends the exemption', {}, 5e25, 'fails'],
    ['nothing known of the compute leaves it open', {}, null, 'fails to appears'],
    [
      'training data and code are not asked for',
      { training_code: absent(), training_data_base: absent() },
      1e24,
      'appears',
    ],
  ])('%s', (_, change, amount, expected) => {
    expect(verdict('eu-foss-gpai', { ...OPEN, ...change }, amount)).toBe(expected)
  })

  it.each([
    ['Apache-2.0', 'met', 'met', 'met'],
    // Paragraph 83: a threshold of users disqualifies; an acceptable use policy needs a review (84).
    ['llama3.1', 'met', 'not_met', 'cannot_tell'],
    ['CC-BY-NC-4.0', 'met', 'not_met', 'not_met'],
    // No right to pass on what was changed.
    ['CC-BY-ND-4.0', 'not_met', 'not_met', 'not_met'],
    ['CC-BY-NC-ND-4.0', 'not_met', 'not_met', 'not_met'],
    ['openrail++', 'met', 'met', 'cannot_tell'],
    ['gemma', 'met', 'met', 'cannot_tell'],
    ['dinov3-license', 'met', 'met', 'cannot_tell'],
    // Not for the European Union at all.
    ['tencent-hunyuan-community', 'met', 'not_met', 'not_met'],
    ['none', 'not_met', 'not_met', 'not_met'],
    ['nobody-has-read-this', 'cannot_tell', 'cannot_tell', 'cannot_tell'],
  ])('asks three things of %s: rights %s, no disqualifier %s, free use %s', (license, ...expected) => {
    registerNamed()
    const facts = factsWith({ ...OPEN, weights_final: present(license) })
    const { criteria = [] } = judge(facts, [rubricById('eu-foss-gpai')]).rubrics['eu-foss-gpai'] ?? {}
    expect(criteria.slice(0, 3).map(({ result }) => result)).toEqual(expected)
    expect(criteria.map(({ label }) => label.slice(0, 2)).filter((sign) => /^E\d/.test(sign))).toEqual([
      'E1',
      'E2',
      'E3',
      'E4',
      'E5',
      'E6',
      'E7',
      'E8',
    ])
  })

  it('is no legal advice and says what is still owed', () => {
    const { description } = rubricById('eu-foss-gpai')
    expect(description).toContain('Not legal advice')
    expect(description).toContain('copyright policy')
  })
})

describe('the FSF and the Debian proposal', () => {
  it('ask for all training data', () => {
    const free = {
      ...OPEN,
      ...Object.fromEntries(
        ['inference_code', 'training_code', 'data_processing_code'].map((id) => [
          id,
          present('GPL-3.0-only'),
        ]),
      ),
    }
    expect(verdict('fsf-provisional', free)).toBe('free')
    expect(verdict('fsf-provisional', { ...free, training_data_base: absent() })).toBe('nonfree')
    expect(verdict('debian-proposal', OPEN)).toBe('main')
    expect(verdict('debian-proposal', { ...OPEN, training_data_base: absent() })).toBe('not-main')
  })

  it('are named for what they are', () => {
    expect(rubricById('fsf-provisional').title).toContain('provisional')
    expect(rubricById('debian-proposal').title).toContain('withdrawn')
  })
})
