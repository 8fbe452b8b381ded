import { describe, expect, it } from 'vitest'
import { status } from '../helpers'

const HEAD = '# Rocket\n\nRocket 7B is a language model that was made by the Acme team for short answers.\n\n'
const of = (component: 'training_data_base' | 'training_data_tuned', body: string, api = {}) =>
  status(component, { card: HEAD + body, api })
const TUNED = { tags: ['base_model:finetune:comet/comet-7b'] }

describe('training that could be done', () => {
  it.each([
    'Fine-tuning on a dataset of your choice is shown in the second demo.',
    'The toolkit has a whole pipeline for finetuning Rocket on your own datasets.',
    '- [ ] Enable fine-tuning of Rocket for forecasting with dynamic text features',
    'It can be used as a pre-trained checkpoint for inference or for fine-tuning on another dataset.',
    'Our results show what pre-trained models with minimal data and task-specific fine-tuning can do with text.',
    'Once a model is pretrained, follow the instructions to finetune it with the text in the folder.',
    'We recommend fine-tuning with 10k examples of text.',
  ])('is no tuning data: %s', (sentence) => {
    expect(of('training_data_tuned', sentence)).toBe('unknown')
    expect(of('training_data_tuned', sentence, TUNED)).toBe('unknown')
  })

  it.each([
    'The model was obtained by fine-tuning Comet on a dataset of 10k questions.',
    'Rocket was fine tuned using the Hill Clinic data.',
    'We fine-tuned a pre-trained model on 20k reviews and released it for fine-tuning on another dataset.',
    'It was fine-tuned on another dataset of 5k questions.',
    '- [x] Fine-tuned on 20k instructions',
  ])('is not what was done: %s', (sentence) => {
    expect(of('training_data_tuned', sentence, TUNED)).toBe('mentioned')
  })
})

describe('what stands behind "trained"', () => {
  it('is no data where it is the task', () => {
    const task =
      'The model is trained to predict labels on the 12 categories below, based on the [Harm taxonomy](https://example.org/harms) of text.'
    expect(of('training_data_base', task)).toBe('unknown')
    expect(
      of(
        'training_data_base',
        'Rocket is trained to follow the guidelines of the [OpenWords policy](https://example.org/p).',
      ),
    ).toBe('unknown')
    const data =
      'The model is trained to predict labels on the [OpenWords](https://example.org/words) dataset of text.'
    expect(of('training_data_base', data)).toBe('present')
  })

  it('is no data where it is a place to read about the training', () => {
    for (const told of ['can be found', 'are explained', 'were published'])
      expect(
        of(
          'training_data_base',
          `Training tricks and habits for stability ${told} on [Longform](https://example.org/p/1) in English.`,
        ),
      ).toBe('unknown')
  })

  it('may be in the present tense, a thing counted, or a descriptor of data', () => {
    expect(of('training_data_base', 'Here we are able to train on a large corpus of 90k molecules.')).toBe(
      'mentioned',
    )
    expect(of('training_data_base', 'Rocket was trained on 147M dialogues from a forum.')).toBe('mentioned')
    const descriptor =
      'Rocket was trained on all notes from [CLINIC II](https://www.nature.com/articles/sdata20169999), a database of notes.'
    expect(of('training_data_base', descriptor)).toBe('present')
    expect(of('training_data_base', descriptor.replace('sdata20169999', 's41586-021-1'))).not.toBe('present')
  })

  it('does not count where a word is explained', () => {
    expect(of('training_data_base', 'A diff model is a language model trained on edits to a text.')).toBe(
      'unknown',
    )
    expect(of('training_data_base', 'We train on 8 GPUs with our framework.')).toBe('unknown')
  })
})
