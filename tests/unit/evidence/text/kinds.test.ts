import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { facts } from '../helpers'

/**
 * How cards of other kinds of models than chat models word their parts: speech, images, biology, time series, encoders,
 * sentence embeddings, cards that a trainer wrote. In our own words, after cards of many producers.
 */

const status = (
  component: ComponentId,
  body: string,
  { id = 'acme/rocket-base', tags = [], yaml = '' }: { id?: string; tags?: string[]; yaml?: string } = {},
) =>
  facts({
    id,
    api: { id, tags, gated: false },
    card: `---\nlicense: mit\n${yaml}---\n# Rocket\n\nRocket is a model that was made by the Acme team and that people use for many things.\n\n${body}\n`,
  }).components[component].status

describe('papers', () => {
  it.each([
    [
      'introduced in words',
      'It was introduced in the paper [Images as words](https://arxiv.org/abs/2010.11000) by Ann et al.',
    ],
    ['a manuscript', 'See [our manuscript](https://doi.org/10.1038/s41586-023-00000-1) for details.'],
    [
      'an accompanying paper on a preprint server',
      'Please refer to the [accompanying paper](https://www.biorxiv.org/content/10.1101/2022.07.20.500902v2).',
    ],
    ['an address behind its title', '- Rocket for the 2020s: https://arxiv.org/abs/2201.03000'],
    ['a row of links', '[Code](https://github.com/acme/rocket) | [Paper](https://arxiv.org/abs/2302.05543)'],
    ['a labelled line', '- Reference Paper: [Learning from posts](https://arxiv.org/abs/2202.03829).'],
  ])("are the model's own as %s", (_name, body) => {
    expect(status('research_paper', body)).toBe('present')
  })
})

describe('training data', () => {
  it('of two stages are told apart by the words before each link', () => {
    const body =
      '## Training data\n\nThe model was pretrained on [Pictures-21k](http://www.pictures.example/), a dataset of 14 million images, and fine-tuned on [Pictures](http://www.pictures.example/2012/), a dataset of 1 million images.'
    expect(status('training_data_base', body)).toBe('present')
    expect(status('training_data_tuned', body)).toBe('present')
  })

  it('may be a table of linked sources under its heading', () => {
    const body =
      '## Fine-tuning\n\n### Training data\n\n| Dataset | Pairs |\n|---|---|\n| [Comments](https://github.com/x/comments) | 726 |\n| [Questions](https://github.com/x/questions) | 77 |'
    expect(status('training_data_tuned', body)).toBe('present')
  })

  it('may be a list of addresses', () => {
    const body =
      '## Pre-training corpora\n\n- 116,062 documents of legislation (http://law.example)\n- 12,554 cases of the court (http://court.example)'
    expect(status('training_data_base', body)).toBe('present')
  })

  it('may be hours of speech, cells or sequences', () => {
    for (const what of ['680k hours of labelled speech', '30 million cells', '250M sequences'])
      expect(status('training_data_base', `It was trained on ${what}.`)).toBe('mentioned')
  })

  it('of a fine-tune that only words call one are no pre-training data', () => {
    const body =
      'This is a Comet-base model trained on ~124M posts from 2018 to 2021, and finetuned for sentiment analysis.'
    const yaml = 'datasets: [acme/posts]\n'
    expect(status('training_data_base', body, { yaml })).toBe('unknown')
    expect(status('training_data_tuned', body, { yaml })).toBe('mentioned')
  })
})

describe('what is told of data', () => {
  it('is more than their size', () => {
    const told = (body: string) => status('data_information', body)
    expect(told('It was trained on a diverse and high-quality corpus of 8.1 trillion tokens.')).toBe(
      'unknown',
    )
    expect(told('It was trained on 8.1 trillion tokens collected from the web, filtered for quality.')).toBe(
      'partial',
    )
  })
})

describe('results', () => {
  it('may stand in a list, as a trainer writes them', () => {
    const body =
      'It achieves the following results on the evaluation set:\n- Loss: 0.3905\n- Accuracy: 0.9106'
    expect(status('evaluation_results', body)).toBe('present')
    expect(status('evaluation_data', body)).toBe('mentioned')
    expect(status('evaluation_results', 'It was trained until:\n- Loss: 0.3905')).toBe('unknown')
  })

  it('may stand alone under the name of a benchmark', () => {
    expect(status('evaluation_results', '## Evaluation\n\n### MMLU 0-shot\n\n78.7')).toBe('present')
  })

  it('that are elsewhere are mentioned', () => {
    const body =
      '## Evaluation results\n\nFor results on several benchmarks we refer to tables 2 and 5 of the paper.'
    expect(status('evaluation_results', body)).toBe('mentioned')
  })

  it('name the data that they were measured on, whatever its name', () => {
    expect(
      status('evaluation_data', 'We evaluated it on the held-out test set of the Acme speech corpus.'),
    ).toBe('mentioned')
    expect(status('evaluation_data', 'Better results come from training on this data set.')).toBe('unknown')
  })
})

describe('outputs', () => {
  it('are pictures where the model makes pictures, drawings and badges aside', () => {
    const tags = ['text-to-image']
    expect(status('sample_outputs', '![a lighthouse](lighthouse.png)', { tags })).toBe('present')
    expect(status('sample_outputs', '![architecture](pipeline.png)', { tags })).toBe('unknown')
    expect(status('sample_outputs', '![a lighthouse](lighthouse.png)')).toBe('unknown')
  })

  it('are sounds under a heading on samples', () => {
    expect(
      status('sample_outputs', '## Samples\n\n<audio controls src="https://example.org/a.wav"></audio>'),
    ).toBe('present')
  })

  it('are what a pipeline printed', () => {
    const body = "```python\n>>> classify('Good!')\n[{'label': 'positive', 'score': 0.98}]\n```"
    expect(status('sample_outputs', body)).toBe('present')
  })
})

describe('code', () => {
  const SOURCES = '## Model sources\n\n- **Repository:** https://github.com/acme/forecasting\n\n'

  it('of "the repository" is that of the one that the card calls its own', () => {
    const body = `${SOURCES}## Use\n\nThe repository also includes scripts for training and evaluation.`
    expect(status('training_code', body)).toBe('present')
    expect(status('evaluation_code', body)).toBe('present')
    expect(status('training_code', 'The repository also includes scripts for training.')).toBe('mentioned')
  })

  it('may be a list of what a folder beside the card holds', () => {
    const body =
      'See [examples](https://huggingface.co/acme/rocket-base/tree/main/examples) for:\n- tokenizing sequences\n- pretraining\n- fine-tuning'
    expect(status('training_code', body)).toBe('present')
    expect(status('data_processing_code', body)).toBe('present')
  })

  it('may be fetched by a command', () => {
    expect(status('inference_code', '```sh\ngit clone https://github.com/acme/rocket\n```')).toBe('present')
    expect(status('architecture_code', "```py\nm = torch.hub.load('acme/rocket', 'base')\n```")).toBe(
      'present',
    )
    expect(status('inference_code', '```sh\ngit clone https://github.com/vllm-project/vllm\n```')).toBe(
      'unknown',
    )
  })

  it('that prepares data may be a link of that name', () => {
    expect(
      status('data_processing_code', '- [Data Preparation](https://github.com/acme/rocket-data-prep)'),
    ).toBe('present')
  })

  it('of an architecture is the library that a snippet builds it with, unless the weights bring their own', () => {
    const code = (more: string) =>
      `\`\`\`python\nfrom transformers import RocketForTokenClassification\nm = RocketForTokenClassification.from_pretrained("acme/rocket-base"${more})\n\`\`\``
    expect(status('architecture_code', code(''))).toBe('present')
    expect(status('architecture_code', code(', trust_remote_code=True'))).toBe('unknown')
  })
})

describe('checkpoints from along the way', () => {
  it('are there where a snippet loads one', () => {
    expect(
      status('weights_intermediate', '```python\nm = load("acme/rocket-base", revision="step3000")\n```'),
    ).toBe('present')
    expect(
      status('weights_intermediate', '```python\nm = load("acme/rocket-base", revision="v2.0")\n```'),
    ).toBe('unknown')
  })
})

describe('machines', () => {
  it('may be a field', () => {
    expect(
      status(
        'hardware_documentation',
        '## Environmental impact\n\n- **Hardware Type:** in-house accelerators',
      ),
    ).toBe('present')
    expect(
      status(
        'hardware_documentation',
        '## Environmental impact\n\n- **Hardware Type:** [More Information Needed]',
      ),
    ).toBe('unknown')
  })

  it('that were given may be thanked for and told all the same', () => {
    expect(
      status(
        'hardware_documentation',
        'We were able to use a single TPU v3-8 provided for free by the research program to train it.',
      ),
    ).toBe('present')
  })
})

describe('risks', () => {
  it('in several short sections count together', () => {
    const body =
      '## Limitations and Bias\n\n### Limitations\n\n- The model does not achieve perfect photorealism.\n- The model cannot render legible text.\n\n### Bias\n\nThe model can reinforce or exacerbate social biases of its pictures.'
    expect(status('safety_evidence', body)).toBe('present')
  })
})
