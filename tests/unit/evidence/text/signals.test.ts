import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { status } from '../helpers'

/** Traps and signals of the component vocabulary, one small card each; a sentence of plain English stands in every card. */

const PLAIN = 'This is the card of a model that was made by a small team, and it is here for all to read.'
const of = (component: ComponentId, body: string, id = 'acme/rocket-7b') =>
  status(component, { id, card: `# Rocket\n\n${PLAIN}\n\n${body}\n`, files: ['README.md'] })

describe('evaluation', () => {
  it('is no result when it measures speed or belongs to another model', () => {
    expect(
      of(
        'evaluation_results',
        '## Performance\n\n| Batch | Latency ms | Tokens/s |\n|---|---|---|\n| 1 | 14.1 | 30.2 |\n| 8 | 24.1 | 155.0 |',
      ),
    ).toBe('unknown')
    expect(of('evaluation_results', 'Llama 3 scores 66.7 on MMLU, which is the state of the art.')).toBe(
      'unknown',
    )
    expect(of('evaluation_results', '## Evaluation\n\nRocket reaches 65.3% accuracy on MMLU.')).toBe(
      'present',
    )
  })

  it('data are there where their home is linked, and not as the answers on a leaderboard', () => {
    expect(
      of(
        'evaluation_data',
        '## Evaluation\n\nWe evaluate on [SQuAD](https://huggingface.co/datasets/rajpurkar/squad).',
      ),
    ).toBe('present')
    expect(
      of(
        'evaluation_data',
        '## Evaluation Results\n\nDetailed results can be found [here](https://huggingface.co/datasets/open-llm-leaderboard/details_acme__rocket).',
      ),
    ).toBe('unknown')
  })

  it('code is there in an own repository, a mention as the name of a harness, and nothing as a leaderboard', () => {
    expect(of('evaluation_code', 'The evaluation code is at https://github.com/acme/rocket.')).toBe('present')
    expect(of('evaluation_code', 'All numbers were measured with lm-evaluation-harness.')).toBe('mentioned')
    expect(of('evaluation_code', 'We compare with the OpenCompass average of the others.')).toBe('unknown')
  })
})

describe('training', () => {
  it('code of somebody else, or asked for, is none', () => {
    for (const body of [
      'Is the training code at https://github.com/acme/rocket?',
      'Unlike X, whose training code is at https://github.com/x/x, ours is being prepared.',
      'The inference code is at https://github.com/acme/rocket.',
    ]) {
      expect([body, of('training_code', body)]).toEqual([body, 'unknown'])
    }
  })

  it('machines are those that were used, not those that one would need', () => {
    expect(of('hardware_documentation', 'To fine-tune this model you need 8 A100 GPUs.')).toBe('unknown')
    expect(of('hardware_documentation', 'The model was trained on 8 A100 GPUs for a week.')).toBe('present')
  })

  it('checkpoints are a part where they are linked', () => {
    expect(
      of(
        'weights_intermediate',
        'The intermediate checkpoints are in [a collection](https://huggingface.co/collections/acme/rocket).',
      ),
    ).toBe('partial')
    expect(of('weights_intermediate', 'We looked at all intermediate checkpoints of the run.')).toBe(
      'mentioned',
    )
  })

  it('data were prepared by code that the card links', () => {
    expect(
      of(
        'data_processing_code',
        'The data was filtered with our scripts at https://github.com/acme/rocket-data.',
      ),
    ).toBe('present')
  })
})

describe('documents and terms', () => {
  it("name another model's report without making it this model's", () => {
    expect(
      of('technical_report', 'See the [Qwen2 Technical Report](https://arxiv.org/abs/2407.10671).'),
    ).toBe('mentioned')
    expect(of('technical_report', 'See the [Rocket Technical Report](https://example.org/r.pdf).')).toBe(
      'present',
    )
  })

  it('set terms by a policy or a number of users', () => {
    expect(of('access_terms', 'Read the [Acceptable Use Policy](https://acme.example/aup).')).toBe('present')
    expect(
      of('access_terms', 'With more than 700 million monthly active users you need a licence of us.'),
    ).toBe('present')
    expect(of('access_terms', 'The model is used by 700 million people.')).toBe('unknown')
  })

  it("name an API only on the producer's own host", () => {
    expect(of('api', 'It is also served by our API at https://api.acme.example/v1.')).toBe('mentioned')
    expect(of('api', 'The server has an OpenAI-compatible API at http://localhost:8000/v1.')).toBe('unknown')
    expect(of('api', 'It is served via the API of https://other.example.')).toBe('unknown')
  })

  it('give licences part by part as labels', () => {
    expect(of('license_code', 'Code: MIT license')).toBe('present')
    expect(of('license_code', '**License (code):** Apache-2.0')).toBe('present')
    expect(of('license_code', 'Code: Python')).toBe('unknown')
  })

  it('link own tools and their documentation, which are a part', () => {
    expect(
      of('supporting_tools', 'We use our library [rocket-tok](https://github.com/acme/rocket-tok) for it.'),
    ).toBe('partial')
    expect(
      of('supporting_tools', 'We use our library and [others](https://github.com/huggingface/transformers).'),
    ).toBe('unknown')
    expect(
      of(
        'code_documentation',
        'See the [documentation](https://github.com/acme/rocket/tree/main/docs) of the code.',
      ),
    ).toBe('partial')
  })
})

describe('cards in other languages', () => {
  const other = (component: ComponentId, body: string) =>
    status(component, { card: body, files: ['README.md'] })
  it('keep tables and snippets, and of their words only what is refused', () => {
    const japanese =
      '# モデル\n\n学習データは非公開です。\n\n## 評価\n\n| モデル | MMLU |\n|---|---|\n| Rocket | 61.2 |\n| B | 60.0 |\n\n```python\nAutoModel.from_pretrained("acme/rocket-7b")\n```\n'
    expect(other('evaluation_results', japanese)).toBe('present')
    expect(other('inference_code', japanese)).toBe('partial')
    expect(other('training_data_base', japanese)).toBe('absent_stated')
    const german =
      '# Modell\n\nDie Trainingsdaten werden nicht veröffentlicht und der Code kommt bald. Das Modell wurde mit vielen Texten trainiert.\n'
    expect(other('training_data_base', german)).toBe('absent_stated')
    expect(other('training_code', german)).toBe('unknown')
  })
})
