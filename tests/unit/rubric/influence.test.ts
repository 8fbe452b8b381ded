import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/rubric/judge'
import { rubricById } from '../../../rubrics'
import { facts } from '../evidence/helpers'

const influence = rubricById('influence')

const level = (tags: readonly string[], base?: string) => {
  const page = facts({ api: { tags, ...(base ? { cardData: { base_model: base } } : {}) } })
  const result = judge(page, [influence]).rubrics.influence
  return [result?.verdict.low, result?.verdict.high]
}

describe('the spectrum of influence', () => {
  it.each([
    ['base_model:finetune:acme/comet', 'adaptation'],
    ['base_model:adapter:acme/comet', 'adaptation'],
    ['base_model:merge:acme/comet', 'direct-influence'],
    ['base_model:quantized:acme/comet', 'redistribution'],
  ])('%s is %s, as declared', (tag, expected) => {
    expect(level([tag], 'acme/comet')).toEqual([expected, expected])
  })

  it('names no level where no relation is declared', () => {
    expect(level([])).toEqual(['not-determinable', 'not-determinable'])
  })

  it('lists the four duties, and may not drive the badge', () => {
    expect(influence.criteria.filter(({ aside }) => !aside).map(({ id }) => id)).toEqual([
      'attribute',
      'study-licence',
      'learn',
      'add-value',
    ])
    expect(influence.drives).toBe(false)
    expect(JSON.stringify(influence)).not.toMatch(/stolen|violation|illegal/i)
  })
})
