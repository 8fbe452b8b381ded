import { describe, expect, it } from 'vitest'
import { facts, glance, status } from './helpers'

const tagged = (extra: unknown, id = 'acme/corpus') => ({
  tag_objs: [{ id: `dataset:${id}`, type: 'dataset', extra }],
})

describe('data sets that metadata lists', () => {
  it('are present where the page knows them on the Hub, mentioned where it knows that they are not', () => {
    expect(glance(tagged({})).components.training_data_base.status).toBe('present')
    expect(glance(tagged({ disabled: true })).components.training_data_base.status).toBe('mentioned')
  })

  it('are only mentioned until somebody has looked', () => {
    expect(status('training_data_base', { card: '---\ndatasets: [acme/corpus]\n---\n' })).toBe('mentioned')
  })

  it('take their licence from their own page, never from the model', () => {
    const linked = (target: unknown) => ({
      card: '---\nlicense: mit\ndatasets: acme/corpus\n---\n',
      linked: { 'https://huggingface.co/datasets/acme/corpus': target },
    })
    const page = { site: 'huggingface', id: 'datasets/acme/corpus', card: '---\nlicense: odc-by\n---\n' }
    expect(facts(linked(page)).components.training_data_base).toMatchObject({
      status: 'present',
      license: 'ODC-By-1.0',
      licenseInherited: false,
    })
    expect(facts(linked({ missing: true })).components.training_data_base).toMatchObject({
      status: 'mentioned',
      license: null,
    })
    expect(facts(linked({ denied: true })).components.training_data_base.status).toBe('present_restricted')
    expect(facts(linked(page)).components.license_data).toMatchObject({
      status: 'present',
      license: 'ODC-By-1.0',
    })
  })

  it("are never a fine-tune's base data", () => {
    const api = { tags: ['base_model:finetune:acme/base', 'dataset:wikipedia', 'dataset:acme/notes'] }
    expect(status('training_data_base', { api })).toBe('unknown')
    expect(status('training_data_tuned', { api })).toBe('mentioned')
  })

  it('are typed by role: instruction sets tune, benchmarks evaluate', () => {
    const { components } = facts({ api: { tags: ['dataset:acme/rocket-instruct', 'dataset:cais/mmlu'] } })
    expect(components.training_data_tuned.status).toBe('mentioned')
    expect(components.evaluation_data.status).toBe('mentioned')
    expect(components.training_data_base.status).toBe('unknown')
  })
})

describe('papers', () => {
  const tag = (paperTitle: string | null, number = '2402.00838') => ({
    tag_objs: [{ id: `arxiv:${number}`, type: 'arxiv', extra: { paperTitle } }],
  })
  it("are the model's own where the title names it", () => {
    expect(
      glance(tag('OLMo: Accelerating the Science of Language Models'), 'allenai/OLMo-7B').components
        .research_paper.status,
    ).toBe('present')
    expect(
      glance(tag('DeepSeek-V2: A Strong Model'), 'deepseek-ai/DeepSeek-V2-Chat').components.research_paper
        .status,
    ).toBe('present')
  })

  it.each([
    ['LoRA: Low-Rank Adaptation of Large Language Models', 'acme/rocket-7b'],
    ['Quantifying the Carbon Emissions of Machine Learning', 'acme/quantifying-7b'],
    ['Llama 2: Open Foundation and Fine-Tuned Chat Models', 'someone/llama-2-7b-poems'],
    ['BERT: Pre-training of Deep Bidirectional Transformers', 'someone/bert-base-ner'],
  ])('are not %s for %s', (title, id) => {
    const number = title.startsWith('Quantifying') ? '1910.09700' : '2106.09685'
    expect(glance(tag(title, number), id).components.research_paper.status).toBe('unknown')
  })

  it("are not the base's, when a fine-tune keeps its name", () => {
    const model = { ...tag('OLMo: Accelerating the Science'), tags: ['base_model:finetune:allenai/OLMo-7B'] }
    expect(glance(model, 'someone/OLMo-7B-poems').components.research_paper.status).toBe('unknown')
  })

  it('are not told by a bare tag', () => {
    expect(status('research_paper', { api: { tags: ['arxiv:2305.14314', 'arxiv:1910.09700'] } })).toBe(
      'unknown',
    )
  })
})

describe('declared results', () => {
  const index = (metrics: unknown) => ({
    'model-index': [{ results: [{ dataset: { type: 'glue', name: 'GLUE' }, metrics }] }],
  })
  it('are present with a figure, and a loss is none', () => {
    expect(status('evaluation_results', { api: index([{ type: 'accuracy', value: 0.9 }]) })).toBe('present')
    expect(status('evaluation_results', { api: index([{ type: 'eval_loss', value: 0.2 }]) })).toBe('unknown')
    expect(status('evaluation_results', { api: index([{ type: 'accuracy', value: 'N/A' }]) })).toBe('unknown')
    expect(status('evaluation_results', { files: ['.eval_results/mmlu.yaml'] })).toBe('present')
  })
})

describe('access', () => {
  it('shows the terms of a gate and the providers that serve the model', () => {
    const { components } = glance({ gated: 'manual', availableInferenceProviders: ['acme-cloud'] })
    expect(components.access_terms.status).toBe('present')
    expect(components.api.status).toBe('present')
    expect(glance({ gated: false }).components.access_terms.status).toBe('unknown')
  })
})
