import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { facts } from '../helpers'

/**
 * Cards written to mislead a reader who looks for words: other people's data and code, promises, instructions to the
 * reader, helpers of the model, template text, comments and code. What each must be read as, and what it must not.
 */

const HEAD =
  '# Rocket 7B\n\nRocket 7B is a language model that was made by the Acme team for short answers.\n\n'

const statuses = (body: string, yaml = '', tags: string[] = []) => {
  const { components } = facts({
    api: { id: 'acme/rocket-7b', tags, gated: false },
    card: `---\nlicense: mit\n${yaml}---\n${HEAD}${body}\n`,
  })
  return (id: ComponentId) => components[id].status
}

const BASE = 'base_model: comet/comet-7b\n'

describe('a card that misleads', () => {
  it.each<[name: string, body: string, expected: Partial<Record<ComponentId, string>>, yaml?: string]>([
    [
      'with the training code of somebody else',
      'The training code of Falcon is available at https://github.com/falconry/falcon-train.',
      { training_code: 'unknown' },
    ],
    [
      "with somebody else's corpus",
      "Comet's training data can be found at [RedWords](https://huggingface.co/datasets/comet/redwords).",
      { training_data_base: 'unknown' },
    ],
    [
      'with a data set that it was only compared on',
      'We used the public data set [OpenWords](https://example.org/openwords) to compare ourselves with earlier work.',
      { training_data_base: 'unknown' },
    ],
    [
      'with code that comes later',
      'Training code coming soon! Evaluation code will be open-sourced.',
      { training_code: 'mentioned', evaluation_code: 'mentioned' },
    ],
    [
      'with data for whoever asks',
      'The training data are available upon request.',
      { training_data_base: 'present_restricted' },
    ],
    [
      'with the weights of a sibling that come later',
      'Weights of the 70B version will be released later this year.',
      { weights_final: 'unknown' },
    ],
    [
      "with the base's corpus",
      'Comet was pre-trained on [RedWords](https://huggingface.co/datasets/comet/redwords), 1T tokens of text.',
      { training_data_base: 'partial' },
      BASE,
    ],
    [
      "with the base's refusal",
      'The pre-training data of Comet has not been released.',
      { training_data_base: 'unknown', training_data_tuned: 'unknown' },
      BASE,
    ],
    [
      "with the tokenizer's and the reward model's data",
      'The tokenizer was trained on [WikiText](https://huggingface.co/datasets/x/wikitext). The reward model was trained on [HH](https://huggingface.co/datasets/x/hh-rlhf).',
      { training_data_base: 'unknown', training_data_tuned: 'unknown' },
    ],
    [
      'with what was taken out of the data',
      'Personal data have been removed from the training data and are not included. We do not use proprietary data.',
      { training_data_base: 'mentioned' },
    ],
    [
      'with what it was trained with',
      'The model was trained with the [Orbit framework](https://orbit.example) on 64 A100 GPUs of the [Eos cluster](https://eos.example).',
      { training_data_base: 'unknown', hardware_documentation: 'present' },
    ],
    [
      'with instructions for the reader',
      '## Fine-tuning on your data\n\nYou will need 8 A100 GPUs, a learning rate of 1e-5 and a batch size of 64. Prepare your training data as JSON lines.',
      {
        training_config: 'unknown',
        hardware_documentation: 'unknown',
        training_data_base: 'unknown',
        training_data_tuned: 'unknown',
        data_card: 'unknown',
      },
    ],
    [
      'with what it could be tuned for',
      'It is suitable for fine-tuning on a wide range of tasks that take sequences as input.',
      { training_data_tuned: 'unknown', training_data_base: 'unknown' },
    ],
    [
      'with what others do not publish',
      'Most labs do not publish intermediate checkpoints. Unlike Comet, whose training data were not released, ours are.',
      { weights_intermediate: 'unknown' },
    ],
    [
      'with checkpoints of other sizes',
      'Several checkpoints are available on the Hub with varying sizes.',
      { weights_intermediate: 'unknown' },
    ],
    [
      'with an earlier model',
      'We release training code and data of our previous model, Rocket 1B.',
      { training_code: 'unknown', training_data_base: 'unknown' },
    ],
    [
      'with the next version',
      'In the next version we will train on 5T tokens from [FineWords](https://huggingface.co/datasets/x/finewords).',
      { training_data_base: 'unknown', data_card: 'unknown' },
    ],
    [
      'with papers of others',
      'It uses attention as proposed in the paper [Flash](https://arxiv.org/abs/2205.14135). This model is a fine-tuned version of Comet, which was introduced in the paper [Comet](https://arxiv.org/abs/1810.04805). Somebody put a benchmark together for Dutch (website, [paper](https://arxiv.org/abs/2305.13026)).',
      { research_paper: 'unknown', technical_report: 'unknown' },
    ],
    [
      'with questions',
      'Is the training data released? Will you release the training code?',
      { training_code: 'unknown', training_data_base: 'unknown' },
    ],
    [
      'with a quotation',
      '> We release all training data, code and checkpoints.\n\nAs others write, open models should release their training data.',
      { training_code: 'unknown', training_data_base: 'unknown', weights_intermediate: 'unknown' },
    ],
    [
      'with claims in a comment and in code',
      '<!-- The training data is not released. Trained on 64 A100. -->\n\n```\nWe release the training data at https://huggingface.co/datasets/acme/x. MMLU: 70.1\n```',
      { training_data_base: 'unknown', hardware_documentation: 'unknown', evaluation_results: 'unknown' },
    ],
    [
      'with a call whose result is named output',
      '```python\ninputs = tokenizer("Hello")\noutput = model.generate(**inputs)\nresult = tokenizer.decode(output[0])\nprint(result)\n```',
      { sample_outputs: 'unknown' },
    ],
    [
      'with a prompt to fill in',
      '## Example of a chat\n\n```\n### Instruction:\n{instruction}\n\n### Response:\n```',
      { sample_outputs: 'unknown' },
    ],
    [
      'with the machines that one needs to run it',
      '## Hardware requirements\n\n- Inference: 1x A100 80GB or 2x RTX 4090.\n\nRequired hardware: 24 GB of VRAM.',
      { hardware_documentation: 'unknown' },
    ],
    [
      'with starting code for trained models',
      'This release includes weights and starting code for pre-trained and fine-tuned models.',
      { training_code: 'unknown' },
    ],
    [
      'with figures on speed',
      '## Performance\n\nFor memory and throughput, see results [here](https://example.org/speed).',
      { evaluation_results: 'unknown' },
    ],
    [
      'with data that one has to sign for',
      'It was trained on MIMIC-III, which requires credentialed access, and on [PubMed](https://pubmed.example) abstracts.',
      { training_data_base: 'present_restricted' },
    ],
  ])('%s', (_name, body, expected, yaml) => {
    const status = statuses(body, yaml)
    for (const [id, wanted] of Object.entries(expected))
      expect([id, status(id as ComponentId)]).toEqual([id, wanted])
  })

  it('that is the Hub’s template and nothing else tells nothing', () => {
    const open = '[More Information Needed]'
    const { components } = facts({
      api: { id: 'acme/rocket-7b', tags: [], gated: false },
      card: `# Model Card for Model ID\n\n<!-- Provide a quick summary. -->\n\n## Model Details\n\n- **Developed by:** ${open}\n- **Repository:** ${open}\n- **Paper [optional]:** ${open}\n\n## Uses\n\n${open}\n\n## Bias, Risks, and Limitations\n\n${open}\n\n### Recommendations\n\nUsers (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.\n\n## How to Get Started with the Model\n\nUse the code below to get started with the model.\n\n${open}\n\n## Training Details\n\n### Training Data\n\n${open}\n\n#### Training Hyperparameters\n\n- **Training regime:** ${open}\n\n## Environmental Impact\n\nCarbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact#compute) presented in [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).\n\n- **Hardware Type:** ${open}\n- **Hours used:** ${open}\n`,
    })
    const told = Object.entries(components).filter(
      ([id, { status }]) => status !== 'unknown' && id !== 'weights_final',
    )
    expect(told.map(([id, { status }]) => [id, status])).toEqual([])
  })

  it('in a table of what is available answers row by row', () => {
    const status = statuses(
      '| | Available |\n|---|---|\n| Weights | yes |\n| Training code | no |\n| Training data | not released |',
    )
    expect(status('training_code')).toBe('absent_stated')
    expect(status('training_data_base')).toBe('absent_stated')
    expect(status('weights_final')).not.toMatch(/absent/)
  })
})
