import { describe, expect, it } from 'vitest'
import { facts, finding } from '../helpers'

/**
 * The cases on which a keyword scraper goes wrong: run against the Model Openness Tool's own scraper, which called every
 * one of these released.
 */

/** The Hub's default card as its template leaves it: headings, gaps, instructions in comments (our own shortening). */
const TEMPLATE = `---
library_name: transformers
tags: []
---
# Model Card for Model ID

<!-- Provide a quick summary of what the model is/does. -->

## Model Details

### Model Description

<!-- Provide a longer summary of what this model is. -->

This is the model card of a transformers model that has been pushed on the Hub. This model card has been automatically generated.

- **Developed by:** [More Information Needed]
- **License:** [More Information Needed]
- **Finetuned from model [optional]:** [More Information Needed]

### Model Sources [optional]

- **Repository:** [More Information Needed]
- **Paper [optional]:** [More Information Needed]

## Bias, Risks, and Limitations

[More Information Needed]

## Training Details

### Training Data

<!-- This should link to a Dataset Card, perhaps with a short stub of information on what the training data is all about as well as documentation related to data pre-processing or additional filtering. -->

[More Information Needed]

## Evaluation

<!-- This section describes the evaluation protocols and provides the results. -->

[More Information Needed]

## Environmental Impact

Carbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact#compute) presented in [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).

- **Hardware Type:** [More Information Needed]

## Technical Specifications [optional]

[More Information Needed]

## Citation [optional]

[More Information Needed]
`

describe('what a keyword scraper gets wrong', () => {
  it('the empty template with an adapter and training arguments releases an adapter and nothing else', () => {
    const { components } = facts({
      card: TEMPLATE,
      files: [
        'README.md',
        'config.json',
        'adapter_config.json',
        'adapter_model.safetensors',
        'training_args.bin',
      ],
      api: {
        tags: ['arxiv:1910.09700'],
        tag_objs: [
          {
            id: 'arxiv:1910.09700',
            type: 'arxiv',
            extra: { paperTitle: 'Quantifying the Carbon Emissions of Machine Learning' },
          },
        ],
      },
    })
    for (const id of [
      'model_card',
      'technical_report',
      'research_paper',
      'evaluation_results',
      'training_data_base',
      'training_data_tuned',
      'data_card',
      'hardware_documentation',
      'safety_evidence',
    ] as const) {
      expect([id, components[id].status]).toEqual([id, 'unknown'])
    }
    expect(components.adapter_weights.status).toBe('present')
    expect(components.weights_final.status).toBe('partial')
  })

  it('"not released" and "no … are available" are denials, with their quotes', () => {
    const card =
      '# Rocket\n\nThe training data is not released. No paper, no technical report, no benchmark results are available.\n'
    const { components } = facts({ card, files: ['README.md', 'model.safetensors'] })
    for (const id of [
      'training_data_base',
      'research_paper',
      'technical_report',
      'evaluation_results',
    ] as const) {
      expect([id, components[id].status]).toEqual([id, 'absent_stated'])
    }
    expect(components.training_data_base.evidence[0]?.quote).toBe('The training data is not released.')
    expect(components.evaluation_results.evidence[0]?.quote).toBe(
      'No paper, no technical report, no benchmark results are available.',
    )
  })

  it('a full stop after an address is no part of it', () => {
    const training = finding('training_code', {
      id: 'org/foo-7b',
      card: '# Foo\n\nTraining code: https://github.com/org/foo-train.\n',
      files: ['README.md'],
    })
    expect(training.status).toBe('present')
    expect(training.evidence[0]?.quote).toBe('Training code: https://github.com/org/foo-train.')
  })
})
