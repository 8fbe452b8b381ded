import { describe, expect, it } from 'vitest'
import type { Finding, Findings } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import type { Derivatives } from '../../../lib/lineage/propagate'
import { judge } from '../../../lib/rubric/judge'
import { rubricById } from '../../../rubrics'
import { absent, factsWith, finding, notFound, present } from './build'

const osaid = rubricById('osaid')

type Named = Partial<Record<ComponentId, Finding>>

/** All that the definition requires, found and open (Open Source AI Definition 1.0, "Preferred form to make modifications"). */
const COMPLETE: Named = {
  training_data_base: present('CC-BY-4.0'),
  training_data_tuned: finding('n_a'),
  data_information: present(null),
  data_processing_code: present('Apache-2.0'),
  training_code: present('Apache-2.0'),
  evaluation_code: present('MIT'),
  inference_code: present('MIT'),
  supporting_tools: present('MIT'),
  architecture_code: present('Apache-2.0'),
  weights_final: present('Apache-2.0'),
}

const verdict = (change: Named) => {
  const result = judge(factsWith({ ...COMPLETE, ...change }), [osaid]).rubrics.osaid
  return `${result?.verdict.low} to ${result?.verdict.high}`
}
const point = (tier: string) => `${tier} to ${tier}`
const [FAILS, TERMS, PLAUSIBLE] = ['fails', 'licence-only-blocker', 'plausible'].map(point)

describe('the Open Source AI Definition, as far as a machine can tell', () => {
  it.each<[what: string, change: Named, expected: string | undefined]>([
    ['all there and open', {}, PLAUSIBLE],
    ['data that cannot be shared, described', { training_data_base: finding('absent_stated') }, PLAUSIBLE],
    ['weights under use restrictions', { weights_final: present('openrail++') }, TERMS],
    ['weights not for business', { weights_final: present('CC-BY-NC-4.0') }, TERMS],
    ['training code without an open licence', { training_code: present('CC-BY-NC-4.0') }, TERMS],
    ['weights behind a gate', { weights_final: finding('present_restricted', 'Apache-2.0') }, TERMS],
    ['no training code in a source that was listed', { training_code: absent() }, FAILS],
    ['training code refused', { training_code: finding('absent_stated') }, FAILS],
    ['training code in part', { training_code: finding('partial', 'MIT') }, FAILS],
    ['no weights', { weights_final: absent() }, FAILS],
    [
      'weights not for business and no training code',
      { weights_final: present('CC-BY-NC-4.0'), training_code: absent() },
      FAILS,
    ],
    [
      'data neither released nor described',
      { training_data_base: absent(), data_information: absent() },
      FAILS,
    ],
    [
      'data withheld and no word on them, as stated',
      { training_data_base: finding('absent_stated'), data_information: finding('absent_stated') },
      FAILS,
    ],
    ['training code not looked at', { training_code: notFound('not_looked') }, 'fails to plausible'],
    ['tools not found', { supporting_tools: notFound() }, 'fails to plausible'],
    ['weights of an unknown licence', { weights_final: present(null) }, 'licence-only-blocker to plausible'],
    [
      'weights not for business, tools not found',
      { weights_final: present('CC-BY-NC-4.0'), supporting_tools: notFound() },
      'fails to licence-only-blocker',
    ],
    [
      'nothing known of the data',
      { training_data_base: notFound(), data_information: notFound() },
      'fails to plausible',
    ],
  ])('%s', (_, change, expected) => {
    expect(verdict(change)).toBe(expected)
  })

  it.each(
    Object.keys(COMPLETE).filter(
      (id) => id !== 'training_data_tuned' && id !== 'training_data_base' && id !== 'data_information',
    ),
  )('stays open from the worst to the best while %s is not known', (component) => {
    expect(verdict({ [component]: notFound() })).toBe('fails to plausible')
  })

  it('lets a derivative inherit what its base withholds, or judges its own work alone', () => {
    const derived = (base: Partial<Findings> | null, derivatives: Derivatives = 'strict') => {
      const facts = factsWith(COMPLETE)
      facts.lineage = {
        ...facts.lineage,
        relation: 'finetune',
        bases: [{ id: 'acme/comet', license: null, resolved: base !== null }],
        ancestors: [
          {
            id: 'acme/comet',
            depth: 1,
            state: base === null ? 'missing' : 'seen',
            gated: false,
            license: { id: null, expression: null, label: null, class: 'unknown' },
            relation: null,
            bases: [],
            components: base ?? {},
          },
        ],
      }
      const result = judge(facts, [osaid], { derivatives }).rubrics.osaid
      return `${result?.verdict.low} to ${result?.verdict.high}`
    }
    const base = factsWith(COMPLETE).components
    const licensed = { ...base, weights_final: { ...base.weights_final, license: 'llama3.1' } }
    const secret = { ...base, training_code: absent() }
    // As open as its base: the minimum over both; a base that nobody could look at leaves it open.
    expect(derived(base)).toBe('plausible to plausible')
    expect(derived(licensed)).toBe('licence-only-blocker to licence-only-blocker')
    expect(derived(secret)).toBe('fails to fails')
    expect(derived(null)).toBe('fails to plausible')
    expect(derived(secret, 'own-work')).toBe('plausible to plausible')
  })

  it('never says that something is Open Source AI', () => {
    const words = JSON.stringify([osaid.tiers, osaid.headline]).toLowerCase()
    expect(words).not.toContain('open source ai')
    expect(osaid.cannotDecide.join(' ')).toContain('a person must judge')
  })
})
