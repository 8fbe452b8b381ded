import { describe, expect, it } from 'vitest'
import { glance, status } from './helpers'

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

describe('a report on a whole family', () => {
  const paper = {
    tag_objs: [{ id: 'arxiv:2505.09388', type: 'arxiv', extra: { paperTitle: 'Qwen3 Technical Report' } }],
  }

  it('is a part for a member of the family by its own organisation', () => {
    expect(glance(paper, 'Qwen/Qwen3-Coder-30B-A3B-Instruct').components.technical_report.status).toBe(
      'partial',
    )
  })

  it("is nothing on somebody else's fine-tune", () => {
    expect(glance(paper, 'someone/qwen3-poems').components.technical_report.status).toBe('unknown')
  })
})
