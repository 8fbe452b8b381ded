import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPONENT_IDS } from '../../../lib/components'
import { collectFacts } from '../../../lib/evidence/facts'
import { collectGlance } from '../../../lib/evidence/glance'
import { readGlance } from '../../../lib/snapshot/glance'
import { readSnapshot } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { facts, reading } from './helpers'

/** Whatever a site or a producer sends, reading it never throws, never hangs, and never leaves its bounds. */

const KEYS = [
  '__proto__',
  'constructor',
  'tags',
  'tag_objs',
  'cardData',
  'license',
  'base_model',
  'datasets',
  'config',
  'auto_map',
  'architectures',
  'model-index',
  'results',
  'metrics',
  'dataset',
  'type',
  'value',
  'extra',
  'paperTitle',
  'gated',
  'siblings',
  'safetensors',
  'baseModels',
  'models',
  'id',
  'pipeline_tag',
  'library_name',
  'peft',
  'availableInferenceProviders',
]
const TEXTS = [
  'license:mit',
  'license:',
  'base_model:finetune:',
  'dataset:',
  'arxiv:2402.00838',
  '__proto__',
  'model.safetensors',
  '../../x',
  '\u0000',
  '',
]
const word = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 30 }))
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    word,
    fc.integer(),
    fc.constantFrom(null, true, false, undefined),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('anything'), { maxKeys: 6 }),
  ),
}))

describe('hostile content', () => {
  it('never makes facts throw, and every component has a finding', () => {
    fc.assert(
      fc.property(
        fc.record({
          site: fc.constantFrom('huggingface', 'github'),
          id: fc.constantFrom('acme/rocket', 'x', '__proto__', 'a/b/c'),
          api: fc.dictionary(fc.constantFrom(...KEYS), anything, { maxKeys: 12 }),
          card: fc.oneof(
            fc.constant(null),
            word.map(
              (text) =>
                `---\nlicense: ${JSON.stringify(text)}\nbase_model: ["${'x'.repeat(3)}"]\n---\n${text}`,
            ),
          ),
          files: fc.oneof(anything, fc.array(word, { maxLength: 20 })),
          refs: fc.oneof(anything, fc.array(word, { maxLength: 20 })),
          texts: anything,
          linked: anything,
        }),
        (input) => {
          const found = collectFacts(readSnapshot(parseSnapshot(input)))
          expect(Object.keys(found.components).sort()).toEqual([...COMPONENT_IDS].sort())
          for (const { evidence } of Object.values(found.components)) {
            for (const item of evidence) expect(item.quote.length).toBeLessThanOrEqual(200)
          }
          collectGlance(readGlance('acme/rocket', input.api))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('reads 100,000 files within a tenth of a second', () => {
    const names = [
      'data/shard-$.parquet',
      'src/module_$.py',
      'checkpoint-$/model.safetensors',
      'a/b/c/train_$.py',
      'x$.bin',
      'docs/$.md',
    ]
    const files = Array.from({ length: 100_000 }, (_, at) =>
      (names[at % names.length] ?? '').replace('$', String(at)),
    )
    const read = reading({ files })
    collectFacts(reading({ files: files.slice(0, 1_000) }))
    const started = performance.now()
    collectFacts(read)
    const spent = performance.now() - started
    console.info(`100,000 files: ${Math.round(spent)} ms`)
    // The figure is printed for people; the bound only catches growth that is not linear.
    expect(spent).toBeLessThan(5_000)
  })

  it.each(['a', '-', '_', '/', '.', 'train_', 'checkpoint-1/', 'eval_', ' ', 'lora'])(
    'stays linear in paths made of %j',
    (unit) => {
      const files = Array.from({ length: 500 }, () => `${unit.repeat(Math.floor(1_000 / unit.length))}.py`)
      const started = performance.now()
      facts({ files: [...files, ...files.map((path) => path.replace('.py', '.bin'))], refs: files })
      expect(performance.now() - started).toBeLessThan(5_000)
    },
  )

  it('cuts huge strings and keeps prototype keys harmless', () => {
    const huge = 'x'.repeat(400_000)
    const api = {
      tags: [`license:${huge}`, `base_model:${huge}`, `dataset:${huge}`],
      cardData: { license: huge, license_name: huge },
      gated: 'auto',
    }
    const found = facts({ api, texts: { __proto__: 'x', LICENSE: huge }, files: [huge], refs: [huge] })
    expect(JSON.stringify(found).length).toBeLessThan(60_000)
    expect(({} as Record<string, unknown>).license).toBeUndefined()
  })
})
