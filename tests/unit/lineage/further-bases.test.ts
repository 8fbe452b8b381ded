import { describe, expect, it } from 'vitest'
import { collectFacts } from '../../../lib/evidence/facts'
import { unreadConfiguration } from '../../../lib/lineage/further-bases'
import { facts, reading } from '../evidence/helpers'

/** What names a base beside the metadata: configurations, recipes, and the card's own words. */

const bases = (keys: Record<string, unknown>) =>
  facts(keys).lineage.bases.map(({ id, relation }) => [id, relation])
const says = (sentence: string, more: Record<string, unknown> = {}) =>
  bases({ card: `# Rocket 7B\n\n${sentence}\n`, ...more })
const LLAMA = '[Llama 2](https://huggingface.co/meta-llama/Llama-2-7b-hf)'

describe('files that name a base', () => {
  it("an adapter's configuration (PEFT, adapter_config.json)", () => {
    const texts = { 'adapter_config.json': '{"base_model_name_or_path":"acme/base","peft_type":"LORA"}' }
    expect(bases({ card: '', texts })).toEqual([['acme/base', 'adapter']])
  })

  it('where the weights were loaded from (transformers, config.json), marked as inferred', () => {
    const texts = { 'config.json': '{"_name_or_path":"acme/base","model_type":"llama"}' }
    const [base] = facts({ card: '', texts }).lineage.bases
    expect([base?.id, base?.evidence?.strength]).toEqual(['acme/base', 'inferred'])
  })

  it.each([
    ['a folder', '{"_name_or_path":"/data/checkpoints/run-7"}'],
    ['a relative folder', '{"_name_or_path":"./out"}'],
    ['a bare name, which may be a folder', '{"_name_or_path":"checkpoint"}'],
    ['the model itself', '{"_name_or_path":"acme/Rocket-7B"}'],
    ['no text', '{"_name_or_path":{"a":1}}'],
    ['no JSON', '{"_name_or_path":'],
  ])('not %s', (_, text) => {
    expect(bases({ card: '', texts: { 'config.json': text } })).toEqual([])
  })

  it('not where the card names the base: the path is that of the training machine', () => {
    const texts = { 'config.json': '{"_name_or_path":"acme/intermediate"}' }
    expect(bases({ card: '---\nbase_model: acme/base\n---\n', texts })).toEqual([['acme/base', null]])
  })

  it('the parts of a composite, also beside a declared base (LLaVA, config.json)', () => {
    const config = JSON.stringify({
      mm_vision_tower: 'openai/clip-vit-large-patch14-336',
      text_config: { _name_or_path: 'lmsys/vicuna-7b-v1.5' },
    })
    const found = bases({
      card: '---\nbase_model: lmsys/vicuna-7b-v1.5\n---\n',
      texts: { 'config.json': config },
    })
    expect(found.map(([id]) => id)).toEqual(['lmsys/vicuna-7b-v1.5', 'openai/clip-vit-large-patch14-336'])
  })

  it("a merge's recipe (mergekit README: models, slices, experts)", () => {
    const recipe = `slices:
  - sources:
      - model: acme/one+acme/lora
        layer_range: [0, 16]
  - sources:
      - model: acme/two
        layer_range: [16, 32]
base_model: acme/three
merge_method: passthrough
`
    expect(bases({ card: '', texts: { 'mergekit_config.yml': recipe } })).toEqual([
      ['acme/one', 'merge'],
      // An adapter that is applied before merging goes into the merge as well.
      ['acme/lora', 'merge'],
      ['acme/two', 'merge'],
      ['acme/three', 'merge'],
    ])
  })

  it("a merge's recipe that spells its models out (mergekit, ModelReference)", () => {
    const recipe = `models:
  - model:
      model:
        path: acme/one
        revision: main
      lora:
        path: acme/lora
  - model: acme/two@abc123
  - model: ./local
  - model: /workspace/three
merge_method: linear
`
    expect(bases({ card: '', texts: { 'mergekit_config.yml': recipe } }).map(([id]) => id)).toEqual([
      'acme/one',
      'acme/lora',
      'acme/two',
    ])
  })

  it('no recipe that nests without end', () => {
    const start = performance.now()
    for (const recipe of ['{"model":'.repeat(7_000), '- '.repeat(30_000), '['.repeat(60_000)])
      expect(bases({ card: '', texts: { 'mergekit_config.yml': recipe } })).toEqual([])
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  it('no recipe that is broken, endless or hostile', () => {
    for (const recipe of [
      'models: [',
      'a: &a [*a]',
      `models:\n${'  - model: a/b\n'.repeat(9_000)}`,
      '__proto__: {model: a/b}',
    ])
      expect(bases({ card: '', texts: { 'mergekit_config.yml': recipe } }).length).toBeLessThanOrEqual(32)
  })

  it('are asked for once, and only where they are listed', () => {
    const files = ['config.json', 'model.safetensors', 'mergekit_config.yml']
    expect(unreadConfiguration(reading({ files }))).toEqual(['config.json', 'mergekit_config.yml'])
    const texts = { 'config.json': '', 'mergekit_config.yml': '' }
    expect(unreadConfiguration(reading({ files, texts }))).toEqual([])
    expect(unreadConfiguration(reading({}))).toEqual([])
    const api = { config: { peft: { base_model_name_or_path: 'acme/base' } } }
    expect(unreadConfiguration(reading({ files: ['adapter_config.json'], api }))).toEqual([])
  })
})

describe("the card's own words", () => {
  it.each([
    [`This model is a fine-tuned version of ${LLAMA}.`, 'meta-llama/Llama-2-7b-hf', 'finetune'],
    [`Rocket-7B is a fine-tune of ${LLAMA} on our data.`, 'meta-llama/Llama-2-7b-hf', 'finetune'],
    [
      'This model was fine-tuned from mistralai/Mistral-7B-v0.1 for two epochs.',
      'mistralai/Mistral-7B-v0.1',
      'finetune',
    ],
    [`This repo contains GGUF format model files for ${LLAMA}.`, 'meta-llama/Llama-2-7b-hf', 'quantized'],
    [`This is a LoRA adapter for ${LLAMA}.`, 'meta-llama/Llama-2-7b-hf', 'adapter'],
    [
      `This model was obtained by continued pre-training of ${LLAMA}.`,
      'meta-llama/Llama-2-7b-hf',
      'continued-pretraining',
    ],
  ])('%s', (sentence, id, relation) => {
    const name = sentence.startsWith('Rocket') ? { id: 'acme/Rocket-7B' } : {}
    expect(says(sentence, name)).toEqual([[id, relation]])
  })

  it('a merge of several', () => {
    const sentence =
      'This is a merge of [A](https://huggingface.co/acme/a) and [B](https://huggingface.co/acme/b).'
    expect(says(sentence)).toEqual([
      ['acme/a', 'merge'],
      ['acme/b', 'merge'],
    ])
  })

  it.each([
    `You can make a fine-tuned version of ${LLAMA} with this script.`,
    `Unlike a fine-tuned version of ${LLAMA}, this model was trained from scratch.`,
    `Alpaca is a fine-tuned version of ${LLAMA}.`,
    `Is this model a fine-tuned version of ${LLAMA}?`,
    `This model outperforms ${LLAMA}.`,
    'This model is a fine-tuned version of [our data](https://huggingface.co/datasets/acme/corpus).',
    'This model is a fine-tuned version of an internal model.',
  ])('not %s', (sentence) => {
    expect(says(sentence)).toEqual([])
  })
})

describe('a teacher that is named as a base', () => {
  const card = (sentence: string, yaml = '') => ({
    card: `---\nbase_model: acme/Great-70B\n${yaml}---\n# Rocket\n\n${sentence}\n`,
    api: { tags: ['base_model:acme/Great-70B', 'base_model:finetune:acme/Great-70B'] },
  })
  const taught = card('Great-70B served as the teacher model; its answers were used for training.')

  it('is a teacher where the card says so', () => {
    expect(bases(taught)).toEqual([['acme/Great-70B', 'distillation']])
    expect(facts(taught).lineage.bases[0]?.evidence?.method).toBe('lineage.teacher')
  })

  it('a teacher in the card’s own words, whose page is looked at and hands down nothing', () => {
    const page = facts({
      card: 'Rocket 7B is a distilled version of [Great](https://huggingface.co/acme/Great-70B) for short texts.',
      linked: {
        'https://huggingface.co/acme/Great-70B': {
          site: 'huggingface',
          id: 'acme/Great-70B',
          card: '---\nlicense: cc-by-nc-4.0\n---\n',
        },
      },
    })
    expect(page.lineage).toMatchObject({
      relation: 'distillation',
      bases: [{ id: 'acme/Great-70B', license: 'CC-BY-NC-4.0', resolved: true }],
      influence: { level: 'direct-influence', basis: 'declared' },
    })
    expect(page.lineage.ancestors).toBeUndefined()
  })

  it('hands nothing down: its weights are not in this model', () => {
    const linked = {
      'https://huggingface.co/acme/Great-70B': {
        site: 'huggingface',
        id: 'acme/Great-70B',
        api: { id: 'acme/Great-70B', gated: 'manual', tags: ['license:cc-by-nc-4.0', 'safetensors'] },
      },
    }
    const found = collectFacts(reading({ ...taught, linked }))
    expect(found.lineage.ancestors).toBeUndefined()
    expect(found.components.weights_base.status).not.toBe('present_restricted')
  })

  it.each([
    [
      'began with its weights',
      card('The teacher Great-70B also gave the student its layers: it was initialized from Great-70B.'),
    ],
    ['set the relation itself', card('Great-70B was the teacher.', 'base_model_relation: finetune\n')],
    ['had another teacher', card('GPT-9 was the teacher.')],
    ['said nothing of teachers', card('A chat model.')],
  ])('stays a base where the model %s', (_, keys) => {
    expect(bases(keys)).toEqual([['acme/Great-70B', 'finetune']])
  })

  const teacherUnder = (license: string, own: string) =>
    facts({
      card: `---\nlicense: ${own}\nbase_model: acme/Great-70B\n---\nGreat-70B was the teacher of this model.\n`,
      linked: {
        'https://huggingface.co/acme/Great-70B': {
          site: 'huggingface',
          id: 'acme/Great-70B',
          api: { id: 'acme/Great-70B', tags: [`license:${license}`], cardData: { license } },
        },
      },
    }).license.conflicts.map(({ severity }) => severity)

  it('binds as a base does where its licence says that students are derived (Gemma Terms of Use, 1.1(e))', () => {
    expect(teacherUnder('gemma', 'mit')).toEqual(['conflict'])
    expect(teacherUnder('gemma', 'gemma')).toEqual([])
  })

  it('differs where its licence forbids teaching others (Llama 2 Community License, 1.b.v)', () => {
    expect(teacherUnder('llama2', 'mit')).toEqual(['differs'])
  })

  it('asks nothing where its licence asks nothing (MIT)', () => {
    expect(teacherUnder('mit', 'apache-2.0')).toEqual([])
  })
})
