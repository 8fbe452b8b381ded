import { describe, expect, it } from 'vitest'
import { finding, glance, status } from './helpers'

describe('final weights', () => {
  it.each([
    'model.safetensors',
    'model-00001-of-00002.safetensors',
    'pytorch_model.bin',
    'rocket-7b.Q4_K_M.gguf',
    'onnx/model.onnx',
    'flax_model.msgpack',
    'tf_model.h5',
    'consolidated.00.pth',
    'original/consolidated.01.pth',
    'rocket.nemo',
    'rocket-v1.ckpt',
    'unet/diffusion_pytorch_model.fp16.bin',
    'model.ckpt-1000000.data-00000-of-00001',
  ])('are present where %s is listed', (path) => {
    expect(status('weights_final', { files: [path] })).toBe('present')
  })

  it.each([
    'training_args.bin',
    'optimizer.pt',
    'scheduler.pt',
    'rng_state_0.pth',
    'spiece.model',
    'tokenizer.bin',
    'silero_vad.onnx',
    'README.md',
    'config.json',
  ])('are looked for and not there where a full listing holds only %s', (path) => {
    expect(status('weights_final', { files: [path] })).toBe('absent_inspected')
  })

  it('are not called absent where the listing was cut short', () => {
    const found = finding('weights_final', { files: ['config.json'], filesTruncated: true })
    expect(found.status).toBe('unknown')
    expect(found.unknownBecause).toBe('truncated')
  })

  it('are not called absent where a large file of an unknown kind is listed', () => {
    expect(status('weights_final', { files: [{ path: 'rocket.rknn', size: 4e9 }] })).toBe('unknown')
    expect(status('weights_final', { files: ['archive.tar.gz'] })).toBe('unknown')
  })

  it('are only mentioned where the listed file is a pointer or empty', () => {
    expect(status('weights_final', { files: [{ path: 'model.safetensors', size: 134 }] })).toBe('mentioned')
    expect(status('weights_final', { files: [{ path: 'model.safetensors', size: 0 }] })).toBe('mentioned')
  })

  it('are restricted behind a gate, and open where the Hub says that there is none', () => {
    const files = ['model.safetensors']
    expect(status('weights_final', { files, api: { gated: 'auto' } })).toBe('present_restricted')
    expect(status('weights_final', { files, api: { gated: 'manual' } })).toBe('present_restricted')
    const card = '---\nextra_gated_prompt: Agree to our terms.\n---\n# Rocket'
    expect(status('weights_final', { files, card })).toBe('present_restricted')
    expect(status('weights_final', { files, card, api: { gated: false } })).toBe('present')
  })

  it('are restricted under a non-commercial licence', () => {
    const found = finding('weights_final', {
      files: ['model.safetensors'],
      api: { tags: ['license:cc-by-nc-4.0'] },
    })
    expect(found.status).toBe('present_restricted')
    expect(found.license).toBe('CC-BY-NC-4.0')
    expect(found.licenseInherited).toBe(false)
  })

  it('are partial where only an adapter is listed, which is present', () => {
    const files = ['adapter_config.json', 'adapter_model.safetensors', 'training_args.bin']
    expect(status('weights_final', { files })).toBe('partial')
    expect(status('adapter_weights', { files })).toBe('present')
    expect(status('adapter_weights', { files: ['pytorch_lora_weights.safetensors'] })).toBe('present')
  })

  it("are partial for another model's quantised copy and for a delta", () => {
    const api = { tags: ['base_model:quantized:acme/rocket-7b'] }
    expect(status('weights_final', { id: 'x/rocket-gguf', files: ['r.gguf'], api })).toBe('partial')
    expect(status('weights_final', { id: 'lm/vic-7b-delta-v1', files: ['pytorch_model.bin'] })).toBe(
      'partial',
    )
  })

  it('are partial where only single parts are listed', () => {
    expect(status('weights_final', { files: ['vae/diffusion_pytorch_model.bin'] })).toBe('partial')
  })

  it('are told by format tags, indexes and counted parameters where files were not all seen', () => {
    expect(
      status('weights_final', { files: ['config.json'], filesTruncated: true, api: { tags: ['pytorch'] } }),
    ).toBe('present')
    const index = finding('weights_final', { files: ['model.safetensors.index.json'], filesTruncated: true })
    expect(index.status).toBe('present')
    expect(index.evidence[0]?.strength).toBe('declared')
    expect(glance({ safetensors: { total: 7e9 } }).components.weights_final.status).toBe('present')
    expect(glance({ tags: ['gguf'] }).components.weights_final.status).toBe('present')
    expect(
      glance({ tags: ['safetensors', 'base_model:adapter:acme/base'] }).components.weights_final.status,
    ).toBe('partial')
  })

  it('ignore format tags where the full listing holds no weights', () => {
    expect(status('weights_final', { files: ['README.md'], api: { tags: ['pytorch'] } })).toBe(
      'absent_inspected',
    )
  })
})

describe('base weights', () => {
  const card = '---\nbase_model: acme/base\n---\n'
  it('are what the base page lists, once it was looked at', () => {
    const linked = (target: unknown) => ({ card, linked: { 'https://huggingface.co/acme/base': target } })
    const base = { site: 'huggingface', id: 'acme/base', files: ['model.safetensors'] }
    expect(status('weights_base', linked(base))).toBe('present')
    expect(status('weights_base', linked({ ...base, api: { gated: 'manual' } }))).toBe('present_restricted')
    expect(status('weights_base', linked({ missing: true }))).toBe('mentioned')
    expect(finding('weights_base', { card }).unknownBecause).toBe('not_looked')
  })
})
