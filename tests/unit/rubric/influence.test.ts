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

  /** The duties of a page, by what its bases' pages and its own show (rubrics/05_influence_spectrum.md, 5.3). */
  const duties = (own: Record<string, unknown>, bases: Record<string, unknown>) => {
    const page = facts({
      card: `---\nlicense: ${own.license ?? 'mit'}\nbase_model: [${Object.keys(bases)}]\n---\n${own.body ?? ''}`,
      files: own.files ?? ['model.safetensors'],
      api: { createdAt: '2025-06-01T00:00:00Z' },
      linked: Object.fromEntries(
        Object.entries({ ...bases, ...(own.linked ?? {}) }).map(([id, base]) => [
          `https://huggingface.co/${id}`,
          base,
        ]),
      ),
    })
    const { criteria = [] } = judge(page, [influence]).rubrics.influence ?? {}
    const of = (id: string) => criteria.find((criterion) => criterion.id === id)
    return [of('attribute'), of('study-licence'), of('learn'), of('add-value')].map((item) => item?.result)
  }
  const base = (id: string, license: string, rest: object = {}) => ({
    site: 'huggingface',
    id,
    card: `---\nlicense: ${license}\n---\n`,
    ...rest,
  })

  it.each<[what: string, own: Record<string, unknown>, bases: Record<string, unknown>, expected: string[]]>([
    [
      'an Apache label over a Llama 2 base, without its notice',
      { license: 'apache-2.0' },
      { 'meta-llama/Llama-2-7b-hf': base('meta-llama/Llama-2-7b-hf', 'llama2') },
      ['partly', 'not_met'],
    ],
    ['a base that is gone', {}, { 'acme/gone': { missing: true } }, ['cannot_tell', 'cannot_tell']],
    [
      'an MIT base under Apache-2.0, with its notice',
      { license: 'apache-2.0', files: ['model.safetensors', 'NOTICE', 'LICENSE'] },
      { 'acme/comet': base('acme/comet', 'mit') },
      ['met', 'met'],
    ],
    [
      'a base without a licence',
      {},
      { 'acme/comet': { site: 'huggingface', id: 'acme/comet', card: '---\n---\nText.' } },
      ['met', 'cannot_tell'],
    ],
  ])('finds what is owed: %s', (_, own, bases, expected) => {
    expect(duties(own, bases).slice(0, 2)).toEqual(expected)
  })

  it('finds no attribution and nothing added in weights that are another page’s, unnamed', () => {
    const files = [{ path: 'model.safetensors', size: 5e9, sha256: 'b'.repeat(64) }]
    const origin = base('orig/model', 'mit', { files, api: { createdAt: '2024-01-01T00:00:00Z' } })
    const [attribute, , , value] = duties({ files, linked: { 'orig/model': origin } }, {})
    expect([attribute, value]).toEqual(['not_met', 'not_met'])
  })
})
