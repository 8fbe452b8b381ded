import { describe, expect, it } from 'vitest'
import type { Finding, LicenseClass } from '../../../lib/assessment'
import { evaluate } from '../../../lib/rubric/judge'
import { factsWith, finding, present, smallRubric } from './build'

const CRITERION = { id: 'weights', label: 'Weights', components: ['weights_final'], license: 'open' }
const RUBRIC = smallRubric([CRITERION])

function judged(weights: Finding, page?: { expression: string; class: LicenseClass }, rubric = RUBRIC) {
  return evaluate(rubric, factsWith({ weights_final: weights }, page)).criteria[0]
}

describe('the licence of a component', () => {
  it('satisfies when the registry calls it open', () => {
    expect(judged(present('Apache-2.0'))?.result).toBe('met')
    expect(judged(present('CC-BY-4.0'))?.result).toBe('met')
  })

  it('fails when it is known and not open', () => {
    expect(judged(present('llama3'))?.result).toBe('not_met')
    expect(judged(present('CC-BY-NC-4.0'))?.result).toBe('not_met')
  })

  it('fails when its sources were looked at and hold none', () => {
    expect(judged(present('none'))).toMatchObject({
      result: 'not_met',
      reason: 'Final model parameters: released without a licence.',
    })
  })

  it('stays open when it is not known, or nobody has classified it', () => {
    expect(judged(present(null))).toMatchObject({
      result: 'cannot_tell',
      reason: 'Final model parameters: released; its licence is not known.',
    })
    expect(judged(present('Made Up Licence 7'))?.result).toBe('cannot_tell')
  })

  it('is asked of nothing that is not there', () => {
    expect(judged(finding('absent_stated', 'MIT'))?.result).toBe('not_met')
    expect(judged(finding('mentioned', 'CC-BY-NC-4.0'))?.result).toBe('cannot_tell')
  })

  it.each([
    ['MIT OR CC-BY-NC-4.0', 'met'],
    ['MIT AND CC-BY-NC-4.0', 'not_met'],
    ['MIT AND Apache-2.0', 'met'],
    ['(MIT AND CC-BY-NC-4.0) OR Apache-2.0', 'met'],
    ['MIT OR CC-BY-4.0 AND CC-BY-NC-4.0', 'met'],
    ['(MIT OR CC-BY-4.0) AND CC-BY-NC-4.0', 'not_met'],
    ['MIT AND Made Up', 'cannot_tell'],
    ['Made Up AND CC-BY-NC-4.0', 'not_met'],
    ['Made Up OR MIT', 'met'],
    ['GPL-3.0-only WITH Classpath-exception-2.0', 'met'],
    ['MIT AND', 'cannot_tell'],
    ['((MIT) OR', 'cannot_tell'],
  ])('is read as an expression: %s is %s', (expression, result) => {
    expect(judged(present(expression))?.result).toBe(result)
  })

  it('does not choke on an expression made to hurt', () => {
    const started = performance.now()
    expect(judged(present('('.repeat(50_000)))?.result).toBe('cannot_tell')
    expect(judged(present('MIT AND '.repeat(20_000)))?.result).toBe('cannot_tell')
    expect(judged(present(`${'( '.repeat(60)}MIT OR X`))?.result).toBe('cannot_tell')
    expect(performance.now() - started).toBeLessThan(200)
  })

  it("takes the page's own class for a licence that the registry at hand does not hold", () => {
    const conditional = { expression: 'tailor-made', class: 'conditional' } as const
    expect(judged(present('tailor-made'), conditional)?.result).toBe('not_met')
    expect(judged(present('tailor-made'), { ...conditional, class: 'open' })?.result).toBe('met')
    expect(judged(present('another'), conditional)?.result).toBe('cannot_tell')
  })

  it('compares letter by letter where a set is exact', () => {
    const exact = smallRubric([CRITERION], { licenseSets: { open: { exact: true, ids: ['MIT'] } } })
    expect(judged(present('MIT'), undefined, exact)?.result).toBe('met')
    expect(judged(present('mit'), undefined, exact)?.result).toBe('not_met')
    expect(judged(present('Apache-2.0'), undefined, exact)?.result).toBe('not_met')
    expect(judged(present('MIT OR Apache-2.0'), undefined, exact)?.result).toBe('not_met')
  })

  it('cuts a licence made to flood the sentence', () => {
    expect(judged(present('x'.repeat(5_000)))?.reason.length).toBeLessThan(250)
  })
})
