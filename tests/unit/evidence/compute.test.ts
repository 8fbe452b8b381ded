import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFlop, tierOf } from '../../../lib/evidence/compute/flop'
import { byArchitecture, byHardware, lowerBound } from '../../../lib/evidence/compute/methods'
import { facts } from './helpers'

const tiers = (range: ReturnType<typeof readFlop>) => {
  const tier = range && tierOf(range)
  return tier && [tier.low, tier.high]
}

const page = (id: string, body: string, api: Record<string, unknown> = {}) =>
  facts({
    id,
    api: { id, pipeline_tag: 'text-generation', tags: [], ...api },
    card: `---\nlicense: mit\n---\n${body}`,
  }).compute

const SIZE = { safetensors: { parameters: { BF16: 7e9 }, total: 7e9 } }

describe('the training compute of a page', () => {
  it('comes from parameters and tokens, with both as proof', () => {
    const compute = page('acme/rocket', 'Rocket was pre-trained on 15 trillion tokens of text.', {
      safetensors: { parameters: { BF16: 8_030_261_248 }, total: 8_030_261_248 },
    })
    expect(compute).toMatchObject({ method: 'architecture', tier: { low: 1, high: 1 } })
    expect(compute?.inputs.map(({ locator }) => locator)).toEqual([
      'safetensors: total',
      expect.stringContaining('section'),
    ])
  })

  it('counts the active parameters of a mixture of experts, and none where it cannot', () => {
    const body = 'The model was trained on 36T tokens.'
    expect(page('acme/rocket-235B-A22B', body)?.estimate).toBeCloseTo(6 * 22e9 * 36e12, -20)
    expect(page('acme/rocket-8x7B', body, { safetensors: { parameters: {}, total: 46e9 } })).toBeNull()
  })

  it('is not told from packed weights, adapters, images, contexts or other models', () => {
    const size = { safetensors: { parameters: {}, total: 7e9 } }
    const body = 'It was trained on 2T tokens.'
    expect(page('acme/rocket', body, { ...size, tags: ['gptq'] })).toBeNull()
    expect(page('acme/rocket', body, { ...size, library_name: 'peft' })).toBeNull()
    expect(page('acme/rocket', body, { ...size, pipeline_tag: 'text-to-image' })).toBeNull()
    expect(page('acme/rocket', 'Trained with a context window of 1B tokens.', size)?.method).toBe(
      'lower-bound',
    )
    expect(
      page('acme/rocket', 'Unlike Comet, which was trained on 15T tokens, it is small.', size)?.method,
    ).toBe('lower-bound')
  })

  it.each<[what: string, body: string, api: Record<string, unknown>, estimate: number | null]>([
    ['tokens, not parameters', 'This 1T model with 15T tokens was trained on GPUs.', SIZE, 6 * 7e9 * 15e12],
    [
      'tokens, not parameters before them',
      'A 2T-parameter teacher; trained on 3T tokens.',
      SIZE,
      6 * 7e9 * 3e12,
    ],
    ['no count of a family', 'The whole family was trained on 36T tokens.', SIZE, null],
    ['no count across sizes', 'We trained on 36T tokens across all sizes combined.', SIZE, null],
    ['a count that holds for each', 'Each model was trained on 2T tokens.', SIZE, 6 * 7e9 * 2e12],
    [
      'active parameters in words',
      'A mixture with 671B parameters, 37B activated for each token.\n\nTrained on 15T tokens.',
      { tags: ['moe'] },
      6 * 37e9 * 15e12,
    ],
    [
      'parameters in words',
      'Rocket is a 13B-parameter model.\n\nIt was trained on 1T tokens.',
      {},
      6 * 13e9 * 1e12,
    ],
    ['devices and days', 'Training ran on 64 A100 GPUs for 20 days.', {}, 312e12 * 0.4 * 64 * 20 * 24 * 3600],
    [
      'TPU hours',
      'The training of this model took 100,000 TPU v4 chip-hours.',
      {},
      275e12 * 0.4 * 100_000 * 3600,
    ],
    ['petaflop-days', 'The training of this model took 3,640 petaflop/s-days.', {}, 3640 * 1e15 * 86400],
  ])('reads %s', (_, body, api, estimate) => {
    const found = page('acme/rocket', body, api)
    if (estimate === null) expect([null, 'lower-bound', 'hardware']).toContain(found?.method ?? null)
    else expect((found?.estimate ?? 0) / estimate).toBeCloseTo(1, 6)
  })

  it.each([
    ['integers that hold several each', { I32: 1e9, F16: 2e8 }, {}],
    ['eight bits', { I8: 6.5e9, F16: 5e8 }, {}],
    ['a configuration that says so', { BF16: 1.2e9 }, { config: { quantization_config: { bits: 4 } } }],
  ])('does not count packed weights: %s', (_, parameters, api) => {
    const total = Object.values(parameters).reduce((sum, count) => sum + count, 0)
    const body = 'It was trained on 2T tokens.'
    const packed = { ...api, safetensors: { parameters, total } }
    expect(page('acme/rocket', body, packed)).toBeNull()
    // The name says what the files do not.
    expect(page('acme/rocket-70b', body, packed)?.estimate).toBeCloseTo(6 * 70e9 * 2e12, -20)
  })

  it('of a derivative is its base’s and its own, and says whose is whose', () => {
    const base = (body: string, api: Record<string, unknown> = SIZE) => ({
      site: 'huggingface',
      id: 'acme/comet',
      api: { id: 'acme/comet', pipeline_tag: 'text-generation', tags: [], ...api },
      card: body,
    })
    const tuned = (body: string, of: object, relation = 'finetune') =>
      facts({
        id: 'acme/comet-chat',
        api: { pipeline_tag: 'text-generation', tags: [`base_model:${relation}:acme/comet`], ...SIZE },
        card: body,
        linked: { 'https://huggingface.co/acme/comet': of },
      }).compute
    const pretrained = base('It was pre-trained on 15T tokens.')
    // Nothing said of the tuning: as negligible as it usually is (rubrics/04, 4.3, 5).
    const silent = tuned('A chat model.', pretrained)
    expect(silent).toMatchObject({ method: 'architecture', tier: { low: 1, high: 1 } })
    expect(silent?.estimate).toBeCloseTo(6 * 7e9 * 15e12, -20)
    expect(silent?.inputs.every(({ claim }) => claim.startsWith('Of the base acme/comet'))).toBe(true)
    expect(silent?.inputs[0]?.url).toContain('acme/comet')
    // Said once more on the page of the tuned model: not spent twice.
    expect(tuned('Comet was pre-trained on 15T tokens.', pretrained)?.high).toBe(silent?.high)
    // A tuning that was large counts.
    expect(tuned('Tuning used 2e25 FLOP of training compute.', pretrained)?.tier).toEqual({ low: 2, high: 2 })
    // Nothing known of the base: no upper end.
    expect(tuned('Tuning used 2e23 FLOP of training compute.', base(''))?.high).toBeNull()
    // A conversion takes nothing more; an adapter's own few parameters are not the model's.
    expect(tuned('GGUF files.', pretrained, 'quantized')?.estimate).toBe(silent?.estimate)
    expect(tuned('A LoRA.', pretrained, 'adapter')?.estimate).toBe(silent?.estimate)
  })

  it('has no upper end for a derivative: what its base took is not on the page', () => {
    const compute = page('acme/rocket-chat', 'Tuning took 10 A100 GPU hours of training.', {
      tags: ['base_model:finetune:acme/rocket'],
      cardData: { base_model: 'acme/rocket' },
    })
    expect(compute).toMatchObject({ method: 'hardware', high: null, tier: { low: 0, high: 3 } })
  })

  it('is not told from the hours of a whole family', () => {
    expect(
      page('acme/rocket', 'Training all models took 7.4M H100 GPU hours.', { pipeline_tag: 'fill-mask' }),
    ).toBeNull()
  })
})

describe('training compute', () => {
  it.each([
    ['Base model training compute: 6.74e+24 FLOP (from preprint)', 6.74e24, [1, 1]],
    ['trained with 3.8 × 10^25 FLOPs in total', 3.8e25, [2, 2]],
    ['a budget of 2×10²⁶ floating point operations', 2e26, [3, 3]],
    ['~1.6e+23 FLOP +- 0.5 OoM (param count & dataset size)', 1.6e23, [0, 1]],
    ['~9.85e+21 +- 0.36 OoM (tuning on 64xA100 for 19 days)', 9.85e21, [0, 0]],
  ])('is read where it is stated: %s', (text, estimate, expected) => {
    const range = readFlop(text)
    expect(range?.estimate).toBeCloseTo(estimate, -15)
    expect(tiers(range)).toEqual(expected)
  })

  it('is only a bound where only a bound is stated', () => {
    expect(readFlop('>= 3.3e+24 FLOP (lower bound from Chinchilla)')).toEqual({
      estimate: null,
      low: 3.3e24,
      high: null,
    })
    expect(tiers(readFlop('>= 3.3e+24 FLOP'))).toEqual([1, 3])
  })

  it('is a span where a span is stated', () => {
    expect(readFlop('~3e+20 FLOP to ~1e+21 FLOP (hardware estimation)')).toMatchObject({
      low: 3e20,
      high: 1e21,
    })
  })

  it.each([
    'Base model training compute: unknown',
    'End model training compute: unknown (~4e22?)',
    'an H100 reaches 989e12 FLOP/s',
    '15T tokens, 7e9 parameters',
    'learning rate 3e-4, 2e6 tokens per batch',
    '',
  ])('is not read out of "%s"', (text) => {
    expect(readFlop(text)).toBeNull()
  })

  it('is estimated from active parameters and tokens within the tolerance of the guidelines', () => {
    // 70.6 billion parameters, 15 trillion tokens: 6.4e24.
    const range = byArchitecture(70.6e9, 15e12)
    expect(range.estimate).toBeCloseTo(6.354e24, -22)
    expect(tiers(range)).toEqual([1, 1])
    // A mixture of experts counts what is active: 22 of 235 billion.
    expect(tiers(byArchitecture(22e9, 36e12))).toEqual([1, 1])
  })

  it('is estimated from device hours within a factor of two, for devices whose peak is known', () => {
    const range = byHardware('H100', 370_000)
    expect(range?.estimate).toBeCloseTo(989e12 * 0.4 * 370_000 * 3600, -18)
    expect((range?.high ?? 0) / (range?.low ?? 1)).toBeCloseTo(4, 6)
    expect(byHardware('abacus', 1)).toBeNull()
    expect(byHardware('constructor', 1)).toBeNull()
  })

  it('has a lower bound from parameters alone, and never more than that', () => {
    expect(lowerBound(7e9)).toEqual({ estimate: null, low: 6 * 7e9 * 20 * 7e9, high: null })
  })

  const csv = resolve(import.meta.dirname, '../../../../shared/published/osai-index-2026-06-12.csv')
  it.skipIf(!existsSync(csv))(
    'of the published index is read wherever a number is stated (skipped where ../shared is missing)',
    () => {
      const notes = [
        ...readFileSync(csv, 'utf8').matchAll(
          /(?:Base|End) model training compute: ([^|"\n]*?)(?= \||"|,(?:open|partial|closed),|\n)/g,
        ),
      ].map((match) => (match[1] ?? '').trim())
      expect(notes.length).toBeGreaterThan(80)
      for (const note of notes) {
        const stated = /^(?:~|>= )?(\d+(?:\.\d+)?)e\+?(\d+)/.exec(note)
        const range = readFlop(note)
        if (!stated) {
          expect([note, range]).toEqual([note, null])
          continue
        }
        const value = Number(stated[1]) * 10 ** Number(stated[2])
        expect([note, range !== null]).toEqual([note, true])
        if (!range) continue
        expect(range.low).toBeLessThanOrEqual(value * 1.000001)
        expect(range.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value * 0.999999)
        const tier = tierOf(range)
        const implied = [1e23, 1e25, 1e26].filter((bound) => value > bound).length
        expect([note, tier.low <= implied && implied <= tier.high]).toEqual([note, true])
      }
    },
  )
})
