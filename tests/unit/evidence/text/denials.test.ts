import { describe, expect, it } from 'vitest'
import { deniedBy } from '../../../../lib/evidence/text/denials'
import { isEnglish } from '../../../../lib/evidence/text/prose'
import { reading, status } from '../helpers'

const denied = (text: string, id = 'acme/rocket-7b') => [
  ...deniedBy({ text, english: isEnglish(text) }, reading({ id })),
]

describe('a denial', () => {
  it.each([
    ['The training data will not be released.', ['training_data_base']],
    ['We do not disclose the pre-training corpus.', ['training_data_base']],
    ['The instruction tuning data is not publicly available.', ['training_data_tuned']],
    ['We did not release the training code for this model.', ['training_code']],
    ['The model was trained on proprietary data from our partners.', ['training_data_base']],
    ['It is trained on an in-house dataset of recordings.', ['training_data_base']],
    ['The weights are not available for download.', ['weights_final']],
    ['The model is only available through the API.', ['weights_final']],
    ['We publish only the final checkpoint of the run.', ['weights_intermediate']],
    ['The hyper-parameters have not been disclosed by us.', ['training_config']],
    ['We are not releasing the training data at this time.', ['training_data_base']],
    [
      'The dataset used to train this model is not publicly available due to privacy.',
      ['training_data_base'],
    ],
    ['Training data: not disclosed.', ['training_data_base']],
    ['Unfortunately, we cannot share the pre-training corpus for legal reasons.', ['training_data_base']],
    ['We have decided not to release the training code.', ['training_code']],
    ['The code used for training is not included in this repository.', ['training_code']],
    ["We don't release our RLHF data.", ['training_data_tuned']],
    ['There is no technical report.', ['technical_report']],
    ['The labelled data is not present in public domain as of now.', ['training_data_base']],
    ['The training corpus is not in the public domain.', ['training_data_base']],
    ['Comet is small, while Rocket 7B was trained on a proprietary corpus.', ['training_data_base']],
    ['Rocket 7B is quick, but it was trained on undisclosed data.', ['training_data_base']],
  ])('is read in: %s', (text, components) => {
    expect(denied(text)).toEqual(components)
  })

  it.each([
    'Unlike X, which does not release its training data, we publish everything.',
    'Is the training data not released?',
    'If you do not release the training data, say so in the card.',
    'The training data is released under an open licence.',
    'Most labs do not release the training data of their models.',
    'The model does not follow instructions and is not suited for open questions.',
    'We do not recommend to use the weights without a filter.',
    'Users should not share private data with the model.',
    'The model weights are not open for commercial use.',
    'This model does not share weights with its predecessor.',
    'The data is not used for training.',
    'We do not store or share your data.',
    'The model was trained without proprietary data.',
    'Llama 2 did not disclose its training data.',
    'GPT-3 weights are not public.',
    'The training data has not been filtered.',
    'Rocket 7B is trained on public crawls, while Comet is trained on a private undisclosed dataset.',
    'Comet Large was trained on proprietary data.',
    'It helps in languages where the labelled data is not available.',
    'Labelled data is not available in many languages.',
    'Good accuracy out of the box with model checkpoints trained on proprietary data.',
    'The toolkit offers models trained on in-house data.',
    'The same seed was used for all data (if a test set was not available).',
    'The recordings in the training data are not all in the public domain, some are licensed.',
  ])('is not read in: %s', (text) => {
    expect(denied(text)).toEqual([])
  })

  it('in a language whose wordings nobody wrote down is left unknown', () => {
    for (const sentence of [
      'I dati di addestramento non sono pubblici.',
      'Dane treningowe nie są publiczne.',
      'Обучающие данные не публикуются.',
      'Os dados de treinamento não são públicos.',
    ])
      expect(status('training_data_base', { card: `# M\n\n${sentence}\n`, files: [] })).toBe('unknown')
  })

  it('in a comment, a code fence or a quotation is none', () => {
    for (const card of [
      '# R\n\n<!-- The training data is not released. -->\n\nText.',
      '# R\n\n```\nThe training data is not released.\n```\n',
      '# R\n\n> The training data is not released.\n',
    ]) {
      expect(status('training_data_base', { card, files: [] })).toBe('unknown')
    }
  })

  it('does not undo an artefact: both are shown', () => {
    const card = '# Rocket\n\nThe weights are not released.\n'
    const found = status('weights_final', { card, files: ['README.md', 'model.safetensors'] })
    expect(found).toBe('present')
  })

  it.each([
    ['We do not disclose the training data.', 'absent_stated'],
    ['The training data is undisclosed.', 'absent_stated'],
    // What is kept may be described all the same (the definition's "unshareable" data).
    ['The training data will not be released.', 'unknown'],
  ])('to disclose data is one to describe them: %s', (text, expected) => {
    expect(status('data_information', { card: `# Rocket\n\n${text}\n` })).toBe(expected)
  })
})
