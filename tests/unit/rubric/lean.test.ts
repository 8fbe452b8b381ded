import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/assessment'
import { COMPONENT_IDS, type ComponentId } from '../../../lib/components'
import { quickHeadline } from '../../../lib/rubric/headline'
import { isUnchanged } from '../../../lib/rubric/options'
import { parseRubric } from '../../../lib/rubric/parse'
import { allRubrics, shippedSource } from '../../../rubrics'
import { lean } from '../../../scripts/lib/lean-rubrics'
import { rulesOnly } from '../../../scripts/lib/rules-only'
import { absent, factsWith, finding, notFound, present } from './build'

const FINDINGS: readonly Finding[] = [
  present('MIT'),
  present('CC-BY-NC-4.0'),
  present('llama3.1'),
  present('none'),
  present(null),
  finding('present_restricted', 'MIT'),
  finding('partial', 'MIT'),
  finding('mentioned'),
  finding('n_a'),
  absent(),
  notFound(),
]

const anyFacts = fc
  .array(fc.constantFrom(...FINDINGS), { minLength: COMPONENT_IDS.length, maxLength: COMPONENT_IDS.length })
  .map((list) => {
    const named: Partial<Record<ComponentId, Finding>> = {}
    for (const [index, id] of COMPONENT_IDS.entries()) named[id] = list[index] ?? notFound()
    return factsWith(named)
  })

describe('the rules that a page carries', () => {
  for (const rubric of allRubrics()) {
    it(`give the headline of the whole rubric while no option is changed: ${rubric.id}`, () => {
      const carried = lean(rubric)
      fc.assert(
        fc.property(anyFacts, (facts) => {
          expect(quickHeadline(carried, facts, undefined)).toEqual(quickHeadline(rubric, facts, undefined))
        }),
        { numRuns: 300, seed: 9 },
      )
    })
  }

  it('leave out what only another choice needs, which is told from the usual one', () => {
    const [mof] = allRubrics()
    if (!mof) throw new Error('no rubric is shipped')
    expect(Object.keys(mof.licenseSets)).toContain('listed')
    expect(Object.keys(lean(mof).licenseSets)).not.toContain('listed')
    expect(isUnchanged(lean(mof), undefined)).toBe(true)
    expect(isUnchanged(lean(mof), { compat: 'off' })).toBe(true)
    expect(isUnchanged(lean(mof), { compat: 'mot' })).toBe(false)
    expect(isUnchanged(lean(mof), { datasetsLicense: 'mot' })).toBe(false)
  })
})

describe('the rules that the worker carries', () => {
  for (const rubric of allRubrics()) {
    it(`are a rubric without its prose, with the same headline: ${rubric.id}`, () => {
      const source = JSON.stringify(shippedSource(rubric.id))
      const rules = rulesOnly().transform(source, `/rubrics/${rubric.id}.json`) ?? ''
      expect(rules.length).toBeLessThan(source.length)
      const parsed = parseRubric(JSON.parse(rules))
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
      fc.assert(
        fc.property(anyFacts, (facts) => {
          expect(quickHeadline(parsed.rubric, facts, undefined)).toEqual(
            quickHeadline(rubric, facts, undefined),
          )
        }),
        { numRuns: 50, seed: 9 },
      )
    })
  }
})
