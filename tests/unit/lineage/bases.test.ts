import { describe, expect, it } from 'vitest'
import { readBases, toBaseId } from '../../../lib/lineage/bases'
import { facts, reading } from '../evidence/helpers'

const card = (yaml: string) => ({ card: `---\n${yaml}\n---\n` })
const lineage = (keys: Record<string, unknown>) => facts(keys).lineage

describe('the bases that a page names', () => {
  it('come from the card, with the line', () => {
    const [base] = readBases(
      reading(card('license: mit\nbase_model: acme/base\nbase_model_relation: adapter')),
    )
    expect(base).toMatchObject({ id: 'acme/base', relation: 'adapter' })
    expect(base?.evidence.url).toBe('https://huggingface.co/acme/rocket-7b/blob/main/README.md#L3')
  })

  it('come from tags, the model tree and the adapter configuration, each once', () => {
    const api = {
      tags: ['base_model:acme/base', 'base_model:quantized:acme/base'],
      baseModels: { relation: 'quantized', models: [{ id: 'acme/base' }] },
      config: { peft: { base_model_name_or_path: 'acme/other' } },
    }
    expect(readBases(reading({ api })).map(({ id, relation }) => [id, relation])).toEqual([
      ['acme/base', 'quantized'],
      ['acme/other', 'adapter'],
    ])
  })

  it('leave out the model itself, data sets and paths', () => {
    const keys = card(
      'datasets: [acme/corpus]\nbase_model: [acme/Rocket-7B, acme/corpus, ./out, /home/me/x, datasets/a/b]',
    )
    expect(readBases(reading(keys))).toEqual([])
  })

  it('leave out a data set that only a tag lists, or whose own page was found where no model is', () => {
    const api = { tags: ['dataset:acme/corpus'] }
    expect(readBases(reading({ ...card('base_model: acme/corpus'), api }))).toEqual([])
    const linked = {
      'https://huggingface.co/acme/corpus': { missing: true },
      'https://huggingface.co/datasets/acme/corpus': { site: 'huggingface', id: 'datasets/acme/corpus' },
    }
    expect(readBases(reading({ ...card('base_model: acme/corpus'), linked }))).toEqual([])
  })

  it.each([
    ['https://huggingface.co/acme/base', 'acme/base'],
    ['https://huggingface.co/acme/base/tree/main', 'acme/base'],
    ['https://huggingface.co/acme/base/blob/main/config.json?x=1#L2', 'acme/base'],
    ['https://huggingface.co/datasets/acme/base', null],
    ['gpt2', 'gpt2'],
    ['a/b/c', null],
    ['', null],
    ['../x', null],
    [`a/${'b'.repeat(300)}`, null],
  ])('read %j as %j', (raw, id) => {
    expect(toBaseId(raw)).toBe(id)
  })
})

describe('a chain of bases', () => {
  const page = (step: number, linked?: object) => ({
    site: 'huggingface',
    id: `acme/m${step}`,
    card: `---\nlicense: ${step === 6 ? 'cc-by-nc-4.0' : 'mit'}\nbase_model: acme/m${step + 1}\n---\n`,
    files: ['model.safetensors'],
    ...(linked ? { linked: { [`https://huggingface.co/acme/m${step + 1}`]: linked } } : {}),
  })
  let nested: object = page(9)
  for (let step = 8; step > 0; step -= 1) nested = page(step, nested)

  it('is followed six steps also where each base is linked by the one before it', () => {
    const found = facts(page(0, nested))
    const states = (found.lineage.ancestors ?? []).map(({ id, depth, state }) => [id, depth, state])
    expect(states).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((step) => [`acme/m${step}`, step, 'seen']),
      ['acme/m7', 7, 'beyond'],
    ])
    // The sixth forbids what the page says.
    expect(found.license.conflicts).toMatchObject([
      { severity: 'conflict', between: ['MIT', 'CC-BY-NC-4.0'] },
    ])
  })
})

describe('relation and influence', () => {
  it.each([
    ['finetune', 'adaptation'],
    ['adapter', 'adaptation'],
    ['merge', 'direct-influence'],
    ['quantized', 'redistribution'],
  ])('%s means %s', (relation, level) => {
    const found = lineage({ api: { tags: [`base_model:${relation}:acme/base`] } })
    expect(found.relation).toBe(relation)
    expect(found.influence).toEqual({ level, basis: 'declared' })
  })

  it('follow the Hub where no relation is set', () => {
    expect(lineage(card('base_model: acme/base')).relation).toBe('finetune')
    expect(lineage({ ...card('base_model: acme/base'), files: ['adapter_config.json'] }).relation).toBe(
      'adapter',
    )
    expect(lineage({ ...card('base_model: acme/base'), api: { tags: ['gguf'] } }).relation).toBe('quantized')
    expect(lineage({ ...card('base_model: [acme/a, acme/b]'), api: { tags: ['mergekit'] } }).relation).toBe(
      'merge',
    )
  })

  it('are not determinable where no base is named', () => {
    expect(lineage({})).toEqual({
      relation: null,
      bases: [],
      influence: { level: null, basis: 'not_determinable' },
    })
  })

  it("carry the base's licence once its page was looked at", () => {
    const linked = {
      'https://huggingface.co/acme/base': {
        site: 'huggingface',
        id: 'acme/base',
        api: { tags: ['license:llama3.1'] },
      },
    }
    expect(lineage({ ...card('base_model: Acme/Base'), linked }).bases).toMatchObject([
      { id: 'Acme/Base', license: 'llama3.1', resolved: true },
    ])
    expect(
      lineage({
        ...card('base_model: acme/base'),
        linked: { 'https://huggingface.co/acme/base': { denied: true } },
      }).bases,
    ).toMatchObject([{ id: 'acme/base', license: null, resolved: false }])
  })
})
