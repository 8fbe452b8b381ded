import { describe, expect, it } from 'vitest'
import { kinshipOf } from '../../../lib/evidence/own-sources'
import { facts, finding, GITHUB, glance, status, withSource } from './helpers'

describe('architecture code', () => {
  it("is present as the model's own file, and as a class of a released library", () => {
    expect(status('architecture_code', { files: ['modeling_rocket.py'] })).toBe('present')
    const found = finding('architecture_code', {
      api: { library_name: 'transformers', config: { model_type: 'llama' } },
    })
    expect(found.status).toBe('present')
    expect(found.evidence[0]?.strength).toBe('inferred')
  })

  it("carries the library's licence, not the model's", () => {
    const api = { library_name: 'transformers', tags: ['transformers', 'gptj', 'license:cc-by-nc-4.0'] }
    expect(finding('architecture_code', { api })).toMatchObject({
      license: 'Apache-2.0',
      licenseInherited: false,
    })
  })

  it('is not told by any Python file, nor by a type that no library has', () => {
    expect(status('architecture_code', { files: ['convert.py', 'handler.py', 'modeling/notes.py'] })).toBe(
      'unknown',
    )
    expect(
      status('architecture_code', {
        api: { library_name: 'transformers', config: { model_type: 'rocket' } },
      }),
    ).toBe('unknown')
  })

  it('is only mentioned where the configuration takes it from another repository', () => {
    const config = { auto_map: { AutoModel: 'other/repo--modeling_x.X' } }
    expect(glance({ config }).components.architecture_code.status).toBe('mentioned')
    expect(
      glance({ config: { auto_map: { AutoModel: 'modeling_x.X' } } }).components.architecture_code.status,
    ).toBe('present')
  })
})

describe('code in a linked source', () => {
  it('is present with that repository’s licence, inherited', () => {
    const { components } = facts(
      withSource(['train.py', 'scripts/preprocess.py', 'eval/run_eval.py', 'generate.py', 'LICENSE'], {
        api: { license: { spdx_id: 'MIT' } },
      }),
    )
    for (const id of [
      'training_code',
      'data_processing_code',
      'evaluation_code',
      'inference_code',
    ] as const) {
      expect(components[id]).toMatchObject({ status: 'present', license: 'MIT', licenseInherited: true })
    }
    expect(components.license_code).toMatchObject({ status: 'present', license: 'MIT' })
  })

  it('is absent only where an own source is listed in full and holds inference or evaluation code only', () => {
    const inferenceOnly = ['README.md', 'inference.py', 'utils.py', 'demo.ipynb', 'requirements.txt']
    expect(status('training_code', withSource(inferenceOnly))).toBe('absent_inspected')
    expect(status('training_code', withSource(inferenceOnly, { filesTruncated: true }))).toBe('unknown')
    expect(status('training_code', withSource([...inferenceOnly, 'main.py']))).toBe('unknown')
    expect(status('training_code', withSource(['README.md', 'figure.png']))).toBe('unknown')
  })

  it('is partial where only fine-tuning or examples are there', () => {
    expect(status('training_code', withSource(['finetune_lora.py']))).toBe('partial')
    expect(status('training_code', withSource(['examples/train.py']))).toBe('partial')
    expect(status('training_code', { files: ['sample_finetune.py'] })).toBe('partial')
  })

  it.each([
    'preprocessor_config.json',
    'image_processing_rocket.py',
    'processing_rocket.py',
    'tests/test_preprocess.py',
  ])('takes %s for no data preparation', (path) => {
    expect(status('data_processing_code', { files: [path] })).toBe('unknown')
  })

  it('ignores unit tests and libraries that everybody links', () => {
    expect(status('evaluation_code', withSource(['tests/test_eval.py']))).toBe('unknown')
    const linked = {
      'https://github.com/huggingface/transformers': {
        site: 'github',
        id: 'huggingface/transformers',
        files: ['examples/train.py', 'train.py'],
      },
    }
    expect(status('training_code', { id: 'acme/transformers-7b', linked })).toBe('unknown')
  })

  it("does not credit a fine-tune with the code of its base's source", () => {
    const source = withSource(['train.py'])
    const card = '---\nbase_model: acme/rocket-7b\n---\n'
    expect(status('training_code', { ...source, id: 'someone/rocket-7b-chat', card })).toBe('unknown')
  })

  it('knows kin by owner and name', () => {
    expect(kinshipOf('allenai/OLMo-7B', 'allenai/OLMo')).toBe('owner')
    expect(kinshipOf('databricks/dolly-v2-12b', 'databrickslabs/dolly')).toBe('owner')
    expect(kinshipOf('meta-llama/Meta-Llama-3-8B', 'meta-llama/llama3')).toBe('owner')
    expect(kinshipOf('DeepFloyd/IF-I-XL-v1.0', 'deep-floyd/IF')).toBe('owner')
    expect(kinshipOf('someone/guanaco', 'kohaku/guanaco-lora')).toBe('name')
    expect(kinshipOf('acme/rocket', 'acme/website')).toBeNull()
    expect(kinshipOf('acme/rocket', 'vllm-project/vllm')).toBeNull()
  })

  it('is not code that somebody else wrote and the source carries along', () => {
    expect(status('training_code', withSource(['third_party/lib/train.py']))).toBe('unknown')
    expect(status('evaluation_code', withSource(['inference/dependencies/bench/evaluate.py']))).toBe(
      'unknown',
    )
  })

  it('is partial in a folder for fine-tuning', () => {
    expect(status('training_code', withSource(['finetune/trainer.py', 'finetune/train.sh']))).toBe('partial')
  })

  it('takes the licence of a file that licenses the code by name', () => {
    const { components } = facts(
      withSource(['train.py', 'LICENSE-CODE', 'LICENSE-MODEL'], {
        texts: { 'LICENSE-CODE': 'MIT License', 'LICENSE-MODEL': 'Acme Model License' },
      }),
    )
    expect(components.training_code).toMatchObject({ license: 'MIT', licenseInherited: false })
    expect(components.license_code).toMatchObject({ status: 'present', license: 'MIT' })
  })

  it('survives a source that could not be reached', () => {
    expect(status('training_code', { linked: { [GITHUB]: { missing: true } } })).toBe('unknown')
  })
})

describe('training configuration', () => {
  it('is partial from a trainer’s arguments and present as a file of its own', () => {
    expect(status('training_config', { files: ['training_args.bin'] })).toBe('partial')
    expect(status('training_config', withSource(['configs/pretrain/7b.yaml', 'train.py']))).toBe('present')
    expect(status('training_config', withSource(['configs/deploy.yaml', 'train.py']))).toBe('unknown')
    expect(status('training_config', withSource(['configs/train_7b.yaml']))).toBe('present')
  })

  it('is not the model’s config.json', () => {
    expect(status('training_config', { files: ['config.json'] })).toBe('unknown')
    expect(status('model_metadata', { files: ['config.json'] })).toBe('present')
  })
})
