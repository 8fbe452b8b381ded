import { describe, expect, it } from 'vitest'
import { deniedBy } from '../../../../lib/evidence/text/denials'
import { isEnglish } from '../../../../lib/evidence/text/prose'
import { finding, reading, status } from '../helpers'

/**
 * How producers word a refusal, in our own sentences built like those of real cards and maintainers' answers. A refusal
 * counts only for its own subject: a false "not released" insults a producer.
 */

const denied = (text: string, id = 'acme/rocket-7b') => [
  ...deniedBy({ text, english: isEnglish(text) }, reading({ id })),
]

describe('a refusal is read', () => {
  it.each([
    ['of half a sentence', 'The weights are released, but the training data is not.', ['training_data_base']],
    ['after "but not"', 'We release the model weights but not the training data.', ['training_data_base']],
    ['after a colon', 'Training code: Not available', ['training_code']],
    ['as being withheld', 'The training corpus was withheld for legal reasons.', ['training_data_base']],
    ['as having no plans', 'For now, we do not have plans to release training code.', ['training_code']],
    [
      'as nothing planned',
      'There is no plan to open source the training data for now.',
      ['training_data_base'],
    ],
    ['as a choice', 'We have decided not to disclose the training code in detail.', ['training_code']],
    ['as a duty', 'We are not allowed to release any training data.', ['training_data_base']],
    ['as an apology', 'Sorry for not releasing training code.', ['training_code']],
    [
      'with an adverb inside',
      'The training dataset can unfortunately not be shared.',
      ['training_data_base'],
    ],
    ['with a curly apostrophe', 'Training code isn’t available.', ['training_code']],
    [
      'of a described set',
      'The data that we trained on is not available to the public.',
      ['training_data_base'],
    ],
    ['of a named set', 'We will not release the ShareGPT dataset.', ['training_data_base']],
    ['of a purpose', 'The source code for training is not publicly available.', ['training_code']],
    ['of post-training data', 'The RLHF preference data is not open.', ['training_data_tuned']],
    ['of optimizer states', 'Optimizer states are not released.', ['optimizer_states']],
    ['of the model itself', 'This model is not publicly available.', ['weights_final']],
    ['of details', 'No details of the training data were published.', ['training_data_base']],
    [
      'of two things',
      'Neither the training data nor the training code is released.',
      ['training_data_base', 'training_code'],
    ],
    [
      'of two things at once',
      'The training code and data are not released.',
      ['training_code', 'training_data_base'],
    ],
  ])('%s: "%s"', (_, text, components) => {
    expect(denied(text)).toEqual(components)
  })

  it("in the producer's own name, and in nobody else's", () => {
    expect(denied('Acme has not released the training code of Rocket.')).toEqual(['training_code'])
    expect(denied('Mistral AI does not disclose its training data.', 'mistralai/Mistral-7B-v0.1')).toEqual([
      'training_data_base',
    ])
    expect(denied('OpenAI has not released the training data of Whisper.', 'acme/whisper-poems')).toEqual([])
  })

  it('under a heading that names the thing', () => {
    const card = '# Rocket\n\n## Training data\n\nNot disclosed.\n\n## Use\n\nThis is the text of the card.\n'
    const found = finding('training_data_base', { card, files: ['README.md'] })
    expect(found.status).toBe('absent_stated')
    expect(found.evidence[0]).toMatchObject({
      quote: 'Not disclosed.',
      locator: 'section: Rocket > Training data',
    })
  })
})

describe('no refusal is read', () => {
  it.each([
    ['in how layers are built', 'The encoder and decoder do not share weights.'],
    ['in how layers are built, of ours', 'Our model does not share weights between layers.'],
    ['in terms of use', 'The weights may not be distributed without this notice.'],
    ['in a ban on users', 'You are not allowed to share the weights.'],
    ['in a narrower licence', 'The weights are not provided under an open-source licence.'],
    ['in the absence of private data', 'No proprietary data was used to train this model.'],
    ['in what was cleaned', 'We removed confidential data from the training set.'],
    ['in "not only"', 'The training data is not only released but documented.'],
    ['in a part', 'We do not publish the weights alone: the training data is there too.'],
    ['in a format', 'We do not release the training data in Parquet format but as JSON.'],
    ['in a place', 'The training data is not included in this repository but can be downloaded from Zenodo.'],
    ['in a region', 'The model is not available in Europe.'],
    ['in a size', 'The 70B weights are not released yet.'],
    ['in a part of the model', 'The reward model weights are not released.'],
    ['about a base model', 'Since the training data is not released by Meta, we rebuilt it.'],
    ['about earlier work', 'Previous work did not release training data.'],
    ['about others in general', 'Papers that do not release weights are hard to reproduce.'],
    ['about a feature', 'Function calling is only available via the API.'],
    ['about leaked questions', 'The benchmark is not included in our training data.'],
    ['about logs', 'Weights & Biases logs are not public.'],
    ['on condition', 'If training code is not available, use ours.'],
    ['in a wrong guess at plans', 'There is no plan to change the training data.'],
  ])('%s: "%s"', (_, text) => {
    expect(denied(text)).toEqual([])
  })
})

describe('what is promised or given on request', () => {
  const card = (body: string) => ({ card: `# Rocket\n\n${body}\n`, files: ['README.md'] })

  it('on request is restricted', () => {
    expect(status('training_data_base', card('The training data is available upon request.'))).toBe(
      'present_restricted',
    )
  })

  it('for later is a mention, and a report for later is none', () => {
    expect(status('training_code', card('We will release the training code soon.'))).toBe('mentioned')
    expect(status('weights_intermediate', card('Intermediate checkpoints will be released.'))).toBe(
      'mentioned',
    )
    expect(status('technical_report', card('The technical report will be released soon.'))).toBe('unknown')
  })

  it('of another version, in a question or with a complaint is nothing', () => {
    for (const body of [
      'Will the training data be available on request?',
      'Future versions of the training data will be released.',
      'Contact us to report problems with the dataset.',
    ]) {
      const found = status('training_data_base', card(body))
      expect([body, found]).not.toEqual([body, 'present_restricted'])
    }
  })
})

describe('reading refusals', () => {
  it.each([
    'no training data, ',
    'we do not currently ',
    'the training data and the training code or ',
    'neither the ',
    'currently, ',
    'the our its any ',
    'data used for training the model ',
    'trained on private ',
  ])('stays within its time for a sentence made of "%s"', (unit) => {
    const text = unit.repeat(Math.ceil(1_000 / unit.length)).slice(0, 1_000)
    const model = reading({})
    deniedBy({ text: `${text}x`, english: true }, model)
    const started = performance.now()
    deniedBy({ text, english: true }, model)
    // No timing: a pattern that backtracks would take minutes, not a busy machine's moment.
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
