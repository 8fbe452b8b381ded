import { describe, expect, it } from 'vitest'
import { answersOf } from '../../../lib/licenses/terms'

/** Answers whose clause reaches only some models, with the words of the text that say so. */

const answer = (id: string, question: string) => {
  const found = answersOf(id).find((item) => item.question === question)
  return { verdict: found?.verdict, reasons: found?.because.map((reason) => reason.id) }
}

describe('training another model on outputs', () => {
  it.each([
    // Llama 2, 1.b.v: "to improve any other large language model".
    ['llama2', 'if', 'outputs-language-models'],
    // Llama 3, 1.b.v: the same words.
    ['llama3', 'if', 'outputs-language-models'],
    // Hunyuan 3D 2.1, 5.b: "to improve any other AI model".
    ['tencent-hunyuan-3d-2.1', 'no', 'outputs-other-models'],
    // Stability AI Community, IV.b: "any foundational generative AI model".
    ['stability-ai-community', 'if', 'outputs-named-kinds'],
    // EXAONE 1.2, 3.1: "any models that compete".
    ['exaone-1.2-nc', 'if', 'outputs-competing'],
  ])('%s: %s', (id, verdict, reason) => {
    const given = answer(id, 'train')
    expect(given.verdict).toBe(verdict)
    expect(given.reasons).toContain(reason)
  })
})

describe('a clause for one line of models', () => {
  // NVIDIA Open Model License, 3.2: "NVIDIA Cosmos Model".
  it.each(['train', 'serve', 'ship'])('is told as such: %s', (question) => {
    const given = answer('nvidia-open-model-license', question)
    expect(given.verdict).toBe('if')
    expect(given.reasons).toContain('only-models')
    expect(given.reasons).not.toContain('naming-display')
  })
})
