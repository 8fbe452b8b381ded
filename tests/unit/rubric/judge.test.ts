import { describe, expect, it } from 'vitest'
import { evaluate, judge } from '../../../lib/rubric/judge'
import { absent, factsWith, finding, notFound, present, smallRubric } from './build'

const part = (id: string, components: string[], rest: object = {}) => ({ id, label: id, components, ...rest })

const LADDER = smallRubric(
  [part('weights', ['weights_final']), part('code', ['training_code']), part('data', ['training_data_base'])],
  {
    tiers: [
      { id: 'none', label: 'None' },
      { id: 'some', label: 'Some', requires: ['weights'] },
      { id: 'all', label: 'All', accumulates: 'some', requires: ['code', 'data'] },
    ],
    progress: 'gated',
    score: { of: ['weights', 'code', 'data'] },
    headline: [
      { id: 'full', label: 'Full', meter: 4, tier: 'all' },
      { id: 'begun', label: 'Begun', meter: 1, requires: ['weights'] },
      { id: 'left', label: 'Left', meter: 0 },
    ],
  },
)

describe('a criterion', () => {
  const resultOf = (criterion: object, facts: Parameters<typeof factsWith>[0]) =>
    evaluate(smallRubric([criterion]), factsWith(facts)).criteria[0]?.result

  it('is met by what is present, and not met by what is absent', () => {
    expect(resultOf(part('a', ['training_code']), { training_code: present() })).toBe('met')
    expect(resultOf(part('a', ['training_code']), { training_code: absent() })).toBe('not_met')
    expect(resultOf(part('a', ['training_code']), { training_code: finding('absent_stated') })).toBe(
      'not_met',
    )
  })

  it('is partly met by a part, and left open by a mention or by not knowing', () => {
    expect(resultOf(part('a', ['training_code']), { training_code: finding('partial') })).toBe('partly')
    expect(resultOf(part('a', ['training_code']), { training_code: finding('present_restricted') })).toBe(
      'partly',
    )
    expect(resultOf(part('a', ['training_code']), { training_code: finding('mentioned') })).toBe(
      'cannot_tell',
    )
    expect(resultOf(part('a', ['training_code']), {})).toBe('cannot_tell')
  })

  it('follows the rubric where that counts a status differently', () => {
    const strict = part('a', ['weights_final'], { status: { partial: 'not_met' } })
    expect(resultOf(strict, { weights_final: finding('partial') })).toBe('not_met')
  })

  it('takes the weakest of all, and the best of any', () => {
    const facts = { training_code: present(), inference_code: absent() }
    expect(resultOf(part('a', ['training_code', 'inference_code']), facts)).toBe('not_met')
    expect(resultOf(part('a', ['training_code', 'inference_code'], { of: 'any' }), facts)).toBe('met')
  })

  it('asks the first that is there, and the next only where that is not', () => {
    const first = part('a', ['weights_final', 'adapter_weights'], {
      of: 'first',
      status: { partial: 'not_met' },
    })
    expect(resultOf(first, { weights_final: finding('partial') })).toBe('not_met')
    expect(resultOf(first, { weights_final: absent(), adapter_weights: present() })).toBe('met')
    expect(resultOf(first, { adapter_weights: present() })).toBe('cannot_tell')
    expect(resultOf(first, { weights_final: absent(), adapter_weights: absent() })).toBe('not_met')
  })

  it('leaves out what does not apply', () => {
    const both = part('a', ['training_data_base', 'training_data_tuned'])
    const facts = { training_data_base: present(), training_data_tuned: finding('n_a') }
    expect(resultOf(both, facts)).toBe('met')
    const nothing = evaluate(smallRubric([both]), factsWith({ ...facts, training_data_base: finding('n_a') }))
    expect(nothing.criteria[0]).toMatchObject({ result: 'met', reason: 'Does not apply to this model.' })
  })

  it('can be met another way, while an option allows it', () => {
    const twoWays = smallRubric(
      [
        part('card', ['data_card'], {
          alternatives: [{ components: ['data_information'], when: { option: 'mode', is: ['wide'] } }],
        }),
      ],
      {
        options: [
          {
            id: 'mode',
            label: 'Mode',
            values: [
              { id: 'wide', label: 'Wide' },
              { id: 'narrow', label: 'Narrow' },
            ],
            default: 'wide',
          },
        ],
      },
    )
    const facts = factsWith({ data_card: absent(), data_information: present() })
    expect(evaluate(twoWays, facts).criteria[0]?.result).toBe('met')
    expect(evaluate(twoWays, facts, { mode: 'narrow' }).criteria[0]?.result).toBe('not_met')
    expect(evaluate(twoWays, facts, { mode: 'no such value' }).criteria[0]?.result).toBe('met')
  })

  it('says in a sentence why it came out so', () => {
    const reasons = evaluate(
      smallRubric([part('a', ['training_code']), part('b', ['model_card']), part('c', ['weights_final'])]),
      factsWith({ training_code: finding('absent_stated'), model_card: notFound('truncated') }),
    ).criteria.map((criterion) => criterion.reason)
    expect(reasons).toEqual([
      'Training code: the producer says that it is not released.',
      'Model card: part of its source was not seen.',
      'Final model parameters: not looked for yet.',
    ])
  })
})

describe('a verdict', () => {
  it('is a point when everything needed is known', () => {
    const facts = factsWith({
      weights_final: present(),
      training_code: absent(),
      training_data_base: present(),
    })
    expect(evaluate(LADDER, facts).verdict).toEqual({ low: 'some', high: 'some', label: 'Some' })
  })

  it('is a range from the certain tier to the best that is not excluded', () => {
    const facts = factsWith({ weights_final: present(), training_data_base: present() })
    const result = evaluate(LADDER, facts)
    expect(result.verdict).toEqual({ low: 'some', high: 'all', label: 'Some – All' })
    expect(result.unknown).toEqual(['code'])
  })

  it('needs the lower tier for the higher one', () => {
    const facts = factsWith({
      weights_final: absent(),
      training_code: present(),
      training_data_base: present(),
    })
    expect(evaluate(LADDER, facts).verdict.high).toBe('none')
  })

  it('does not take a part for the whole', () => {
    const facts = factsWith({ weights_final: finding('partial') })
    expect(evaluate(LADDER, facts).verdict).toMatchObject({ low: 'none', high: 'none' })
  })

  it('counts how many are met where a tier asks for a number', () => {
    const counting = smallRubric(
      [part('a', ['training_code']), part('b', ['model_card']), part('c', ['api'])],
      {
        tiers: [
          { id: 'none', label: 'None' },
          { id: 'one', label: 'One', atLeast: { count: 1, of: ['a', 'b', 'c'] } },
          { id: 'two', label: 'Two', atLeast: { count: 2, of: ['a', 'b', 'c'] } },
          { id: 'three', label: 'Three', atLeast: { count: 3, of: ['a', 'b', 'c'] } },
        ],
      },
    )
    const facts = factsWith({ training_code: present(), model_card: absent() })
    expect(evaluate(counting, facts).verdict).toMatchObject({ low: 'one', high: 'two' })
  })

  it('asks for a score where a tier does', () => {
    const scored = smallRubric([part('a', ['training_code'], { weight: 3 }), part('b', ['model_card'])], {
      tiers: [
        { id: 'none', label: 'None' },
        { id: 'good', label: 'Good', minScore: 0.75 },
      ],
      score: { of: ['a', 'b'] },
    })
    const certain = evaluate(scored, factsWith({ training_code: present(), model_card: absent() }))
    expect(certain).toMatchObject({
      score: { low: 0.75, high: 0.75 },
      verdict: { low: 'good', high: 'good' },
    })
    const open = evaluate(scored, factsWith({ training_code: finding('partial') }))
    expect(open).toMatchObject({ score: { low: 0.375, high: 0.625 }, verdict: { low: 'none', high: 'none' } })
  })
})

describe('progress', () => {
  it('counts what is certain, and a tier only once the lower ones are complete', () => {
    const begun = factsWith({ weights_final: present(), training_code: present() })
    expect(evaluate(LADDER, begun).progress).toEqual({ some: 100, all: (2 / 3) * 100 })
    const gated = factsWith({ training_code: present(), training_data_base: present() })
    expect(evaluate(LADDER, gated).progress).toEqual({ some: 0, all: 0 })
  })

  it('lets a substitute fill a place, or take it off the total', () => {
    const withSlot = (counting: string) =>
      smallRubric(
        [part('report', ['technical_report']), part('paper', ['research_paper']), part('c', ['api'])],
        {
          tiers: [
            { id: 'none', label: 'None' },
            {
              id: 'read',
              label: 'Read',
              requires: [{ criterion: 'report', substitute: 'paper', counting }, 'c'],
            },
          ],
          progress: 'gated',
        },
      )
    const facts = factsWith({ technical_report: absent(), research_paper: present(), api: absent() })
    expect(evaluate(withSlot('fills'), facts).progress).toEqual({ read: 50 })
    expect(evaluate(withSlot('drops'), facts).progress).toEqual({ read: 0 })
    const all = factsWith({ technical_report: absent(), research_paper: present(), api: present() })
    expect(evaluate(withSlot('drops'), all)).toMatchObject({
      progress: { read: 100 },
      verdict: { low: 'read' },
    })
  })
})

describe('a score', () => {
  it('is a range while something is unknown, and leaves out what does not apply', () => {
    const open = evaluate(LADDER, factsWith({ weights_final: present(), training_code: finding('partial') }))
    expect(open.score).toEqual({ low: 0.5, high: 2.5 / 3 })
    const less = evaluate(
      LADDER,
      factsWith({ weights_final: present(), training_code: absent(), training_data_base: finding('n_a') }),
    )
    expect(less.score).toEqual({ low: 0.5, high: 0.5 })
  })
})

describe('what is missing', () => {
  it('lists the next tier first, and what is certain before what was not found', () => {
    const facts = factsWith({
      training_code: notFound(),
      training_data_base: absent(),
      weights_final: absent(),
    })
    expect(evaluate(LADDER, facts).missing.map(({ criterion, why }) => [criterion, why])).toEqual([
      ['weights', 'absent'],
      ['data', 'absent'],
      ['code', 'not_found'],
    ])
  })

  it('does not call missing what nobody has looked for', () => {
    const result = evaluate(LADDER, factsWith({ weights_final: notFound('unreachable') }))
    expect(result.missing).toEqual([])
    expect(result.unknown).toEqual(['weights', 'code', 'data'])
  })

  it.each([
    [
      finding('absent_stated'),
      'absent',
      "Publish the final model parameters under an open licence and link it from the model's page.",
    ],
    [
      finding('mentioned'),
      'not_found',
      "Publish the final model parameters under an open licence and link it from the model's page.",
    ],
    [
      present('CC-BY-NC-4.0'),
      'licence',
      'Release the final model parameters under an open licence (now CC-BY-NC-4.0).',
    ],
    [
      present('none'),
      'licence',
      'Release the final model parameters under an open licence (none is declared).',
    ],
    [
      finding('present_restricted', 'MIT'),
      'restricted',
      'Let anybody have the final model parameters without asking for access.',
    ],
    [finding('partial', 'MIT'), 'partial', 'Release all of the final model parameters, not only a part.'],
  ])('says what would fix it (%#)', (weights, why, fix) => {
    const one = smallRubric([part('weights', ['weights_final'], { license: 'open' })], {
      tiers: [
        { id: 'none', label: 'None' },
        { id: 'some', label: 'Some', requires: ['weights'] },
      ],
    })
    const facts = factsWith({ weights_final: weights })
    expect(evaluate(one, facts).missing).toEqual([
      { criterion: 'weights', component: 'weights_final', why, fix },
    ])
  })

  it('does not list a place that a substitute has filled', () => {
    const slotted = smallRubric([part('report', ['technical_report']), part('paper', ['research_paper'])], {
      tiers: [
        { id: 'none', label: 'None' },
        { id: 'read', label: 'Read', requires: [{ criterion: 'report', substitute: 'paper' }] },
        { id: 'more', label: 'More', accumulates: 'read', requires: ['paper'] },
      ],
    })
    expect(
      evaluate(slotted, factsWith({ technical_report: absent(), research_paper: present() })).missing,
    ).toEqual([])
  })
})

describe('the headline', () => {
  it('is a range while the verdict is one', () => {
    const { headline } = judge(factsWith({ weights_final: present() }), [LADDER])
    expect(headline).toEqual({
      id: 'begun',
      label: 'Begun',
      meter: 1,
      high: { id: 'full', label: 'Full', meter: 4 },
    })
  })

  it('falls to the last step when nothing better is possible', () => {
    const { headline } = judge(factsWith({ weights_final: absent() }), [LADDER])
    expect([headline.id, headline.high.id]).toEqual(['left', 'left'])
  })

  it('speaks for the driving rubric, and for the first where none is named', () => {
    const other = smallRubric([], { id: 'other', headline: [{ id: 'word', label: 'Word', meter: 3 }] })
    const facts = factsWith({})
    expect(judge(facts, [LADDER, other], { driving: 'other' }).headline.id).toBe('word')
    expect(judge(facts, [LADDER, other], { driving: 'nobody' }).headline.id).toBe('left')
    expect(Object.keys(judge(facts, [LADDER, other]).rubrics)).toEqual(['small', 'other'])
  })

  it('needs a rubric', () => {
    expect(() => judge(factsWith({}), [])).toThrow('no rubric to judge by')
  })

  it('may rest on a criterion that is not listed', () => {
    const aside = smallRubric([part('quiet', ['weights_final'], { aside: true })], {
      headline: [
        { id: 'there', label: 'There', meter: 1, requires: ['quiet'] },
        { id: 'left', label: 'Left', meter: 0 },
      ],
    })
    const assessment = judge(factsWith({ weights_final: present() }), [aside])
    expect(assessment.headline.id).toBe('there')
    expect(assessment.rubrics.small?.criteria).toEqual([])
  })
})
