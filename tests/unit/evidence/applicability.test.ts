import { describe, expect, it } from 'vitest'
import { status } from './helpers'

const CARD =
  '# Rocket\n\n## Training\n\nRocket was trained on [Dolma](https://huggingface.co/datasets/allenai/dolma).\n'

describe('post-training data', () => {
  it('do not arise for a base model whose own data are named', () => {
    expect(status('training_data_tuned', { card: CARD, files: ['model.safetensors'] })).toBe('n_a')
  })

  it('stay unknown for a model that is tuned, or whose base data were not found', () => {
    expect(
      status('training_data_tuned', { id: 'acme/rocket-7b-chat', card: '# Rocket\n\nText.\n', files: [] }),
    ).toBe('unknown')
    expect(status('training_data_tuned', { card: '# Rocket\n\nText.\n', files: [] })).toBe('unknown')
  })
})
