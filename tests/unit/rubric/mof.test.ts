import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/assessment'
import { COMPONENT_IDS, type ComponentId } from '../../../lib/components'
import { judge } from '../../../lib/rubric/judge'
import type { RubricOptions } from '../../../lib/rubric/schema'
import { rubricById } from '../../../rubrics'
import { absent, factsWith, finding, notFound, present } from './build'

/** The Model Openness Framework by its paper, where that and the Model Openness Tool's code differ. */

type Named = Partial<Record<ComponentId, Finding>>

function assess(named: Named, options: RubricOptions = {}) {
  const facts = factsWith(named)
  const { headline, rubrics } = judge(facts, [rubricById('mof')], { rubricOptions: { mof: options } })
  const result = rubrics.mof
  const resultOf = (id: string) => result?.criteria.find((criterion) => criterion.id === id)?.result
  return {
    headline: [headline.id, headline.high.id],
    verdict: [result?.verdict.low, result?.verdict.high],
    result,
    resultOf,
  }
}

const everything = (state: Finding): Named => {
  const named: Named = {}
  for (const id of COMPONENT_IDS) named[id] = state
  return named
}
const COMPLETE = everything(present('Apache-2.0'))
const NOTHING = everything(absent())

describe('the Model Openness Framework', () => {
  it('calls a model Class I when every required component is openly released', () => {
    expect(assess(COMPLETE)).toMatchObject({
      verdict: ['class-1', 'class-1'],
      headline: ['open-science', 'open-science'],
    })
  })

  it('says which class it is in words', () => {
    const { result } = assess({ ...COMPLETE, training_code: notFound() })
    expect(result?.verdict.label).toBe('Class III (Open Model) – Class I (Open Science Model)')
  })

  it("accepts released datasets under any licence or none, as the paper does, unless the tool's rule is chosen", () => {
    const named = {
      ...COMPLETE,
      training_data_base: present('none'),
      training_data_tuned: present('CC-BY-NC-4.0'),
    }
    expect(assess(named).verdict).toEqual(['class-1', 'class-1'])
    expect(assess(named, { datasetsLicense: 'mot' }).verdict).toEqual(['class-2', 'class-2'])
    expect(assess(named, { compat: 'mot' }).verdict).toEqual(['class-2', 'class-2'])
  })

  it("takes the weaker of the two trainings' data", () => {
    expect(assess({ ...COMPLETE, training_data_tuned: absent() }).resultOf('datasets')).toBe('not_met')
    expect(assess({ ...COMPLETE, training_data_tuned: finding('n_a') }).resultOf('datasets')).toBe('met')
  })

  it.each(['PDDL-1.0', 'OpenMDW-1.0', 'OpenMDW-1.1', 'CC0-1.0'])('takes %s for open', (license) => {
    expect(assess({ ...COMPLETE, evaluation_data: present(license) }).verdict[0]).toBe('class-1')
  })

  it.each(['PDDL-1.0', 'OpenMDW-1.1', 'apache-2.0'])(
    'does not take %s for open where it does as the tool',
    (license) => {
      const named = { ...COMPLETE, evaluation_data: present(license) }
      expect(assess(named, { compat: 'mot' }).verdict).toEqual(['class-3', 'class-3'])
    },
  )

  it('takes C-UDA-1.0, RAIL and community licences for not open', () => {
    for (const license of ['C-UDA-1.0', 'openrail', 'llama3.1', 'gemma']) {
      expect(assess({ ...COMPLETE, weights_final: present(license) }).verdict, license).not.toContain(
        'class-3',
      )
    }
  })

  it('lets the paper stand for the report', () => {
    expect(assess({ ...COMPLETE, technical_report: absent() })).toMatchObject({
      verdict: ['class-1', 'class-1'],
      result: { progress: { 'class-1': 100 }, missing: [] },
    })
  })

  it('counts data information in the card as a data card, and leaves a part of it to a reviewer', () => {
    const named = { ...COMPLETE, data_card: absent() }
    expect(assess(named).verdict).toEqual(['class-1', 'class-1'])
    expect(assess({ ...named, data_information: finding('partial', 'MIT') }).resultOf('data-card')).toBe(
      'cannot_tell',
    )
    expect(assess(named, { compat: 'mot' }).resultOf('data-card')).toBe('not_met')
  })

  it('leaves a partial document to a reviewer, and does not count partial or gated weights', () => {
    expect(assess({ ...COMPLETE, model_card: finding('partial', 'MIT') }).verdict).toEqual([
      'unclassified',
      'class-1',
    ])
    expect(
      assess({ ...COMPLETE, weights_final: finding('partial', 'MIT') }).resultOf('final-parameters'),
    ).toBe('not_met')
    const gated = { ...COMPLETE, weights_final: finding('present_restricted', 'MIT') }
    expect(assess(gated).verdict).toEqual(['unclassified', 'unclassified'])
  })

  it('does not need the optional components', () => {
    const named = {
      ...COMPLETE,
      sample_outputs: absent(),
      supporting_tools: absent(),
      model_metadata: absent(),
    }
    expect(assess({ ...named, training_config: absent(), optimizer_states: absent() }).result).toMatchObject({
      verdict: { low: 'class-1' },
      missing: [],
      unknown: [],
    })
  })

  it('names what stands before Class III first', () => {
    const { result } = assess({
      ...COMPLETE,
      training_code: absent(),
      data_card: notFound(),
      data_information: notFound(),
    })
    expect(result?.missing.map((item) => item.criterion)).toEqual(['data-card', 'training-code'])
  })
})

describe('the headline', () => {
  it.each<[string, Named, string]>([
    ['nothing is released', {}, 'closed'],
    ['the weights are open', { weights_final: present('Apache-2.0') }, 'open-weights'],
    ['the weights are under community terms', { weights_final: present('llama3.1') }, 'conditional-weights'],
    [
      'there is an open adapter and no weights of its own',
      { adapter_weights: present('MIT') },
      'conditional-weights',
    ],
    [
      'the weights are for non-commercial use',
      { weights_final: present('CC-BY-NC-4.0') },
      'restricted-weights',
    ],
    [
      'the weights are behind a gate',
      { weights_final: finding('present_restricted', 'MIT') },
      'restricted-weights',
    ],
    ['the weights have no licence', { weights_final: present('none') }, 'restricted-weights'],
    [
      'an adapter, a delta or a conversion is what anybody can download',
      { weights_final: finding('partial', 'MIT') },
      'conditional-weights',
    ],
  ])('when %s', (_, named, id) => {
    expect(assess({ ...NOTHING, ...named }).headline).toEqual([id, id])
  })

  it('is a range when the weights are there and their licence is not known', () => {
    expect(assess({ ...NOTHING, weights_final: present(null) }).headline).toEqual([
      'restricted-weights',
      'open-weights',
    ])
  })

  it('does not wait for adapters where the weights themselves are gated', () => {
    const named = {
      ...NOTHING,
      weights_final: finding('present_restricted', 'gemma'),
      adapter_weights: notFound(),
    }
    expect(assess(named).headline).toEqual(['restricted-weights', 'restricted-weights'])
  })

  it('leaves everything open when nothing was looked at', () => {
    expect(assess({}).headline).toEqual(['closed', 'open-science'])
  })
})

describe('the six open parts', () => {
  const assessParts = (named: Named) => judge(factsWith(named), [rubricById('open-parts')])

  it('counts the parts that are openly released', () => {
    const named = {
      ...NOTHING,
      weights_final: present('MIT'),
      inference_code: present('MIT'),
      training_code: absent(),
    }
    expect(assessParts(named)).toMatchObject({
      headline: { id: 'partly-open', meter: 2, high: { id: 'partly-open' } },
      rubrics: {
        'open-parts': { verdict: { label: '2 of 6 parts open' }, score: { low: 2 / 6, high: 2 / 6 } },
      },
    })
    expect(assessParts(COMPLETE).headline).toMatchObject({ label: 'Fully open', meter: 4 })
  })

  it('asks code for a software licence and data for an open one', () => {
    const named = {
      ...COMPLETE,
      training_code: present('ODC-By-1.0'),
      weights_final: present('CDLA-Permissive-2.0'),
    }
    const results = assessParts(named).rubrics['open-parts']?.criteria.map(({ id, result }) => [id, result])
    expect(results).toContainEqual(['training-code', 'not_met'])
    expect(results).toContainEqual(['weights', 'met'])
  })
})
