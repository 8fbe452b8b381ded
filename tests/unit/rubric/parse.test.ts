import { describe, expect, it } from 'vitest'
import { COMPONENT_IDS } from '../../../lib/components'
import { evaluate } from '../../../lib/rubric/judge'
import { parseRubric } from '../../../lib/rubric/parse'
import { factsWith, present, rubric } from './build'

const GOOD = {
  id: 'own',
  title: 'Own',
  version: '1',
  publisher: 'me',
  options: [{ id: 'mode', label: 'Mode', values: [{ id: 'a', label: 'A' }], default: 'a' }],
  licenseSets: { open: { classes: ['open'] } },
  criteria: [{ id: 'weights', label: 'Weights', components: ['weights_final'], license: 'open' }],
  tiers: [
    { id: 'none', label: 'None' },
    { id: 'some', label: 'Some', requires: ['weights'] },
    { id: 'more', label: 'More', accumulates: 'some' },
  ],
  headline: [
    { id: 'there', label: 'There', meter: 1, tier: 'some' },
    { id: 'left', label: 'Left', meter: 0 },
  ],
}

const faultsOf = (input: unknown) => {
  const parsed = parseRubric(input)
  return parsed.ok ? [] : parsed.faults
}
const criterion = GOOD.criteria[0]

describe('a rubric', () => {
  it('is accepted when all its names are its own', () => {
    expect(faultsOf(GOOD)).toEqual([])
  })

  it.each<[string, object, string, RegExp]>([
    [
      'a tier asks for a criterion that is not there',
      { tiers: [GOOD.tiers[0], { ...GOOD.tiers[1], requires: ['x'] }], headline: [GOOD.headline[1]] },
      'tiers.1.requires.0',
      /no criterion "x"/,
    ],
    [
      'a substitute is not there',
      {
        tiers: [
          GOOD.tiers[0],
          { ...GOOD.tiers[1], requires: [{ criterion: 'weights', substitute: 'x' }] },
          GOOD.tiers[2],
        ],
      },
      'tiers.1.requires.0.substitute',
      /no criterion "x"/,
    ],
    [
      'a tier takes over one that is not there',
      { tiers: [...GOOD.tiers.slice(0, 2), { ...GOOD.tiers[2], accumulates: 'x' }] },
      'tiers.2.accumulates',
      /no tier "x"/,
    ],
    [
      'tiers take each other over in a circle',
      { tiers: [GOOD.tiers[0], { ...GOOD.tiers[1], accumulates: 'more' }, GOOD.tiers[2]] },
      'tiers.1.accumulates',
      /circle/,
    ],
    [
      'a tier takes itself over',
      { tiers: [GOOD.tiers[0], { ...GOOD.tiers[1], accumulates: 'some' }, GOOD.tiers[2]] },
      'tiers.1.accumulates',
      /circle/,
    ],
    ['the first tier asks for something', { tiers: GOOD.tiers.slice(1, 2) }, 'tiers.0', /must ask nothing/],
    [
      'a licence set is not there',
      { criteria: [{ ...criterion, license: 'x' }] },
      'criteria.0.license',
      /no licence set "x"/,
    ],
    [
      "a licence set has the name of an object's own",
      { criteria: [{ ...criterion, license: 'constructor' }] },
      'criteria.0.license',
      /no licence set/,
    ],
    [
      'an option is not there',
      { criteria: [{ ...criterion, licenseWhen: [{ when: { option: 'x', is: ['a'] }, license: 'any' }] }] },
      'criteria.0.licenseWhen.0.when.option',
      /no option "x"/,
    ],
    [
      'an option has no such value',
      {
        criteria: [
          { ...criterion, alternatives: [{ components: ['api'], when: { option: 'mode', is: ['b'] } }] },
        ],
      },
      'criteria.0.alternatives.0.when.is',
      /no value "b"/,
    ],
    [
      "an option's default is none of its values",
      { options: [{ ...GOOD.options[0], default: 'z' }] },
      'options.0.default',
      /none of the values/,
    ],
    ['an id comes twice', { criteria: [criterion, criterion] }, 'criteria.1.id', /there twice/],
    [
      'a number of criteria is asked for that cannot be',
      { tiers: [...GOOD.tiers, { id: 'top', label: 'Top', atLeast: { count: 2, of: ['weights'] } }] },
      'tiers.3.atLeast.count',
      /more than there are/,
    ],
    [
      'a score is asked for and there is none',
      { tiers: [...GOOD.tiers, { id: 'top', label: 'Top', minScore: 0.5 }] },
      'tiers.3.minScore',
      /no score/,
    ],
    [
      'the score weighs a criterion that is not there',
      { score: { of: ['x'] } },
      'score.of.0',
      /no criterion "x"/,
    ],
    [
      'the headline speaks of a tier that is not there',
      { headline: [{ ...GOOD.headline[0], tier: 'x' }, GOOD.headline[1]] },
      'headline.0.tier',
      /no tier "x"/,
    ],
    [
      'the headline leaves nothing to fall back on',
      { headline: GOOD.headline.slice(0, 1) },
      'headline.0',
      /must ask nothing/,
    ],
    [
      'a component is unknown',
      { criteria: [{ ...criterion, components: ['soul'] }] },
      'criteria.0.components.0',
      /./,
    ],
    ['a meter has five segments', { headline: [{ ...GOOD.headline[1], meter: 5 }] }, 'headline.0.meter', /./],
    ['a link is none', { url: 'javascript:alert(1)' }, 'url', /./],
  ])('is refused, with the place, when %s', (_, change, path, message) => {
    const fault = faultsOf({ ...GOOD, ...change }).find((item) => item.path === path)
    expect(fault?.message).toMatch(message)
  })

  it.each([null, 7, 'text', [], {}, { ...GOOD, criteria: 'none' }])(
    'is refused, and nothing thrown, for %j',
    (input) => {
      expect(parseRubric(input).ok).toBe(false)
    },
  )

  it('is judged in bounded time however large it may be', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `L-${index}`)
    const variant = { components: COMPONENT_IDS, license: 'big' }
    const big = rubric({
      ...GOOD,
      licenseSets: { big: { ids } },
      criteria: Array.from({ length: 200 }, (_, index) => ({
        ...variant,
        id: `c${index}`,
        label: 'C',
        alternatives: Array.from({ length: 8 }, () => variant),
      })),
      tiers: Array.from({ length: 40 }, (_, index) => ({
        id: `t${index}`,
        label: 'T',
        ...(index > 0
          ? {
              accumulates: `t${index - 1}`,
              requires: Array.from({ length: 100 }, (_, at) => `c${(index * 5 + at) % 200}`),
            }
          : {}),
      })),
      headline: GOOD.headline.slice(1),
    })
    const named = Object.fromEntries(COMPONENT_IDS.map((id) => [id, present('(L-1 AND L-2) OR L-3')]))
    const started = performance.now()
    const result = evaluate(big, factsWith(named))
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(result.verdict.low).toBe('t39')
  })

  it('cannot hang the engine with a circle that no check has seen', () => {
    const good = rubric(GOOD)
    const [none, some, more] = good.tiers
    if (!none || !some || !more) throw new Error('the rubric above has three tiers')
    const circle = { ...good, tiers: [none, { ...some, accumulates: 'more' }, more] }
    expect(evaluate(circle, factsWith({ weights_final: present() })).verdict.high).toBe('more')
  })
})
