import { describe, expect, it } from 'vitest'
import { facts } from '../evidence/helpers'

/**
 * Identical files and the level of influence (rubrics/05_influence_spectrum.md, 5.1 and 5.2: identity is told, intent
 * never; tokenizers and configurations in common are common).
 */

const HUB = 'https://huggingface.co'
const sha = (letter: string) => letter.repeat(64)
const file = (path: string, letter: string, size = 5_000_000_000) => ({ path, size, sha256: sha(letter) })
const SHARDS = [file('model-00001-of-00002.safetensors', 'a'), file('model-00002-of-00002.safetensors', 'b')]

interface Other {
  id?: string
  files?: object[]
  createdAt?: string
}

function lineage(own: object[], other: Other, card = '') {
  const id = other.id ?? 'comet/original-7b'
  return facts({
    card,
    files: own,
    api: { id: 'acme/rocket-7b', createdAt: '2025-06-01T00:00:00.000Z' },
    linked: {
      [`${HUB}/${id}`]: {
        site: 'huggingface',
        id,
        api: { id, createdAt: other.createdAt ?? '2024-01-01T00:00:00.000Z' },
        files: other.files ?? SHARDS,
      },
    },
  }).lineage
}

const told = ({ matches }: ReturnType<typeof lineage>) =>
  (matches ?? []).map(({ what, declared }) => [what, declared])

describe('identical weights', () => {
  it('of an earlier page that is not named are identical, and said to be no more', () => {
    const found = lineage(SHARDS, {})
    expect(told(found)).toEqual([['weights', false]])
    expect(found.influence).toEqual({ level: 'wholesale-copying', basis: 'detected' })
    const claim = found.matches?.[0]?.evidence.claim ?? ''
    expect(claim).toBe('The weights are byte-identical to those of comet/original-7b, uploaded earlier.')
    expect(claim).not.toMatch(/stolen|copied|theft|plagiari/i)
  })

  it('of a later page say nothing of this one: it may be the origin', () => {
    const found = lineage(SHARDS, { createdAt: '2026-01-01T00:00:00.000Z' })
    expect(told(found)).toEqual([['weights', false]])
    expect(found.influence.level).toBeNull()
  })

  it('of the same owner are no copying either', () => {
    expect(lineage(SHARDS, { id: 'acme/rocket-7b-mirror' }).influence.level).toBeNull()
  })

  it('of a named base are a redistribution', () => {
    const found = lineage(SHARDS, {}, '---\nbase_model: comet/original-7b\n---\n')
    expect(told(found)).toEqual([['weights', true]])
    expect(found.influence).toEqual({ level: 'redistribution', basis: 'detected' })
  })

  it('count as all only where each weight file was compared', () => {
    const [first] = SHARDS
    const third = file('model-00003-of-00003.safetensors', 'c')
    expect(told(lineage([...SHARDS, third], {}))).toEqual([['some-weights', false]])
    const unhashed = { path: 'model-00003-of-00003.safetensors', size: 5_000_000_000 }
    expect(told(lineage([...SHARDS, unhashed], {}))).toEqual([['some-weights', false]])
    expect(lineage([...SHARDS, third], {}).influence.level).not.toBe('wholesale-copying')
    expect(told(lineage([{ ...first, sha256: sha('f') }], {}))).toEqual([])
  })

  it('need not have the same name', () => {
    expect(
      told(lineage([file('pytorch_model.safetensors', 'a')], { files: [file('other.safetensors', 'a')] })),
    ).toEqual([['weights', false]])
  })

  it('in the tokenizer or the configuration alone are weak signs and change no level', () => {
    const small = [file('tokenizer.json', 'd', 2_000_000), file('config.json', 'e', 700)]
    const found = lineage([file('model.safetensors', 'c'), ...small], { files: [...SHARDS, ...small] })
    expect(told(found)).toEqual([
      ['tokenizer', false],
      ['config', false],
    ])
    expect(found.influence).toEqual({ level: null, basis: 'not_determinable' })
  })
})

describe('the weaker levels of influence', () => {
  const level = (sentence: string, model_type = 'llama', id = 'acme/rocket-7b') =>
    facts({ id, api: { id, config: { model_type } }, card: `# Rocket\n\n${sentence}\n` }).lineage.influence

  it("is guided learning where another's architecture was trained from scratch, by the card's word", () => {
    const found = level('This model was trained from scratch on 2 trillion tokens.')
    expect(found).toMatchObject({ level: 'guided-learning', basis: 'declared' })
    expect(found.evidence?.quote).toContain('from scratch')
    expect(found.evidence?.claim).toContain('meta-llama')
  })

  it("is none where the architecture is the owner's own, or unknown", () => {
    const sentence = 'This model was trained from scratch on 2 trillion tokens.'
    expect(level(sentence, 'llama', 'meta-llama/Llama-2-7b-hf').level).toBeNull()
    expect(level(sentence, 'rocket').level).toBeNull()
  })

  it.each([
    'This model was not trained from scratch.',
    'Rather than training from scratch, this model begins with old weights.',
    'Most models of this size are trained from scratch.',
    'You can train it from scratch with this script.',
  ])('is none by: %s', (sentence) => {
    expect(level(sentence).level).toBeNull()
  })

  it('is inspiration where the card names what the model was inspired by', () => {
    expect(level('This model is inspired by the ideas of Comet.', 'rocket')).toMatchObject({
      level: 'inspiration',
      basis: 'declared',
    })
    expect(level('Comet is inspired by birds.', 'rocket').level).toBeNull()
  })
})
