import { describe, expect, it } from 'vitest'
import { finding, status } from './helpers'

describe('intermediate checkpoints', () => {
  it.each([
    [['main', 'step1000-tokens4B', 'step2000-tokens8B']],
    [['main', 'stage1-step1000-tokens5B', 'stage1-step2000-tokens9B']],
    [['main', 'iter_0005000', 'iter_0010000']],
    [['main', 'ckpt_000', 'ckpt_001']],
    [['main', 'global_step1000', 'global_step2000']],
  ])('are present on branches %j', (refs) => {
    expect(status('weights_intermediate', { refs })).toBe('present')
  })

  it.each([
    [['main', 'gptq-4bit-32g', 'gptq-8bit']],
    [['main', 'main-gguf']],
    [['main', 'v1.0', 'v2.0']],
    [['refs/pr/1', 'refs/pr/22', 'refs/convert/parquet']],
    [['main']],
  ])('are not told by %j', (refs) => {
    expect(status('weights_intermediate', { refs })).toBe('unknown')
  })

  it('are partial with a single branch, with epochs only, or in folders', () => {
    expect(status('weights_intermediate', { refs: ['main', 'step1000'] })).toBe('partial')
    expect(status('weights_intermediate', { refs: ['epoch-1', 'epoch-2'] })).toBe('partial')
    expect(
      status('weights_intermediate', { files: ['model.safetensors', 'checkpoint-500/model.safetensors'] }),
    ).toBe('partial')
  })

  it("are not an adapter trainer's leftovers", () => {
    const files = [
      'adapter_model.safetensors',
      'checkpoint-500/optimizer.pt',
      'checkpoint-500/adapter_model.safetensors',
    ]
    expect(status('weights_intermediate', { files })).toBe('unknown')
    expect(status('optimizer_states', { files })).toBe('partial')
  })

  it('point at the branch', () => {
    const found = finding('weights_intermediate', { refs: ['step1', 'step2'] })
    expect(found.evidence[0]?.url).toBe('https://huggingface.co/acme/rocket-7b/tree/step1')
    expect(found.evidence[0]?.locator).toBe('branch: step1')
  })
})

describe('optimizer states', () => {
  it('are present as sharded states and partial as a lone leftover', () => {
    const sharded = ['global_step10/zero_pp_rank_0_mp_rank_00_optim_states.pt', 'zero_to_fp32.py']
    expect(status('optimizer_states', { files: sharded })).toBe('present')
    expect(status('optimizer_states', { files: ['optimizer.pt'] })).toBe('partial')
    expect(status('optimizer_states', { files: ['model.safetensors'] })).toBe('unknown')
  })
})
