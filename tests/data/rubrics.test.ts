import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { COMPONENTS } from '../../lib/component-names'
import { parseRubric } from '../../lib/rubric/parse'
import { allRubrics, RUBRIC_IDS, rubricById } from '../../rubrics'

const FOLDER = resolve(import.meta.dirname, '../../rubrics')
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'))

describe('the shipped rubrics', () => {
  it('are all in the list, the Model Openness Framework first', () => {
    expect([...RUBRIC_IDS].sort()).toEqual(files.map((name) => name.replace('.json', '')).sort())
    expect(RUBRIC_IDS[0]).toBe('mof')
    expect(allRubrics().map((rubric) => rubric.id)).toEqual(RUBRIC_IDS)
    expect(rubricById('nobody').id).toBe('mof')
  })

  it.each(files)('%s is a valid rubric', (name) => {
    expect(parseRubric(read(name))).toMatchObject({ ok: true })
  })

  it.each(allRubrics())(
    '$id says who publishes it, in which version, and what it cannot decide',
    (rubric) => {
      expect(rubric.publisher.length).toBeGreaterThan(3)
      expect(rubric.version).not.toBe('')
      expect(rubric.cannotDecide.length).toBeGreaterThan(0)
      expect(rubric.date ?? '').toMatch(/^20\d\d/)
      expect(rubric.url ?? '').toMatch(/^https:\/\//)
      expect(rubric.sourceLicense ?? '').not.toBe('')
    },
  )

  it.each(allRubrics().filter(({ drives }) => drives))(
    '$id has a word for every number of filled segments',
    (rubric) => {
      const meters = rubric.headline.map((step) => step.meter)
      expect(new Set(meters)).toEqual(new Set([0, 1, 2, 3, 4]))
      expect(meters).toEqual([...meters].sort((a, b) => b - a))
    },
  )

  it.each(files)('%s fits into the content script', (name) => {
    expect(gzipSync(JSON.stringify(read(name))).length).toBeLessThanOrEqual(3_000)
  })
})

describe('the Model Openness Framework', () => {
  const mof = rubricById('mof')

  it('asks about all seventeen components of its list', () => {
    const asked = new Set(mof.criteria.filter((item) => !item.aside).flatMap((item) => item.components))
    const listed = COMPONENTS.filter((component) => component.mot !== null).map((component) => component.id)
    expect(listed.filter((id) => !asked.has(id))).toEqual([])
    expect(mof.criteria.filter((item) => !item.aside)).toHaveLength(17)
  })

  it('requires 6, 10 and 14 components for Class III, II and I', () => {
    const own = mof.tiers.map((tier) => tier.requires.length)
    // Class I names the report once more, because there it may drop out of the count.
    expect(own).toEqual([0, 6, 4, 5])
  })

  it('has the headline ladder of the badge', () => {
    expect(mof.headline.map(({ id, label, meter }) => [id, label, meter])).toEqual([
      ['open-science', 'Open science', 4],
      ['open-tooling', 'Open tooling', 3],
      ['open-model', 'Open model', 2],
      ['open-weights', 'Open weights', 1],
      ['conditional-weights', 'Open weights · conditions', 1],
      ['restricted-weights', 'Restricted weights', 0],
      ['closed', 'Closed', 0],
    ])
  })

  it("holds the tool's 225 open licence ids and its one misspelt one", () => {
    const ids = mof.licenseSets.listed?.ids ?? []
    expect(new Set(ids).size).toBe(226)
    expect(ids).toContain('ODC-PDDL-1.0')
    for (const id of ['PDDL-1.0', 'C-UDA-1.0', 'OpenMDW-1.1', 'apache-2.0']) expect(ids).not.toContain(id)
  })
})
