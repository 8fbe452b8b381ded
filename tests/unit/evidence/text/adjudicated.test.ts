import { describe, expect, it } from 'vitest'
import { facts, status } from '../helpers'

/** One small card per rule that came out of reading disagreements with careful readers (tests/accuracy/ADJUDICATION.md). */

const card = (body: string, yaml = '') => ({
  card: `---\nlicense: mit\n${yaml}---\n# Rocket 7B\n\nRocket 7B is a language model that was made by the Acme team.\n\n${body}\n`,
})
const BASE = 'base_model: comet/base-7b\n'

describe('what came of disagreements', () => {
  it('a script that shows the reader how to train is no word on the model’s training', () => {
    const body =
      '## Fine-tuning examples\n\n* A script to fine-tune the model on the UltraChat dataset using QLoRA\n'
    expect(status('training_data_tuned', card(body, BASE))).toBe('unknown')
    expect(
      status('training_data_tuned', card('The model was fine-tuned on the UltraChat dataset.', BASE)),
    ).toBe('mentioned')
  })

  it('the length of the context alone is no training configuration', () => {
    expect(status('training_config', card('Models are trained on a context length of 8192 tokens.'))).toBe(
      'unknown',
    )
    expect(
      status(
        'training_config',
        card('Trained on a context length of 8192 tokens with a learning rate of 3e-4.'),
      ),
    ).toBe('partial')
  })

  it('what is supported for the reader is not what was used', () => {
    expect(
      status('hardware_documentation', card('We now support LoRA fine-tuning, using only 2 V100 GPUs!')),
    ).toBe('unknown')
    expect(status('hardware_documentation', card('The model was trained on 64 V100 GPUs for 12 days.'))).toBe(
      'present',
    )
  })

  it('a picture under a heading on evaluation is no sample output', () => {
    const picture = '![chart](https://example.org/a.png)'
    expect(status('sample_outputs', card(`## Open Ended Generation Evaluation\n\n${picture}`))).toBe(
      'unknown',
    )
    expect(status('sample_outputs', card(`## Sample generations\n\n${picture}`))).toBe('present')
  })

  it('a data set of results is no training data', () => {
    const results =
      '[Detailed results can be found here](https://huggingface.co/datasets/open-board/details_rocket)'
    expect(status('data_card', card(results))).toBe('unknown')
  })

  it('an owner’s own data set is the one that is called public', () => {
    const body = 'We have made the Rocket Dataset publicly accessible.'
    const own = facts(card(body, `${BASE}datasets: acme/RocketData\n`)).components.training_data_tuned
    expect(own).toMatchObject({ status: 'present' })
    expect(own.evidence[0]?.quote).toContain('publicly accessible')
    expect(status('training_data_tuned', card(body, `${BASE}datasets: comet/other\n`))).toBe('mentioned')
  })

  it.each([
    ['This model is based on [Comet](https://huggingface.co/comet/base-7b).', 'comet/base-7b'],
    ['Based on `comet-7b`, Rocket is trained on 15k records.', 'comet-7b'],
    ["Rocket is an advanced model built on Comet's COMET 7B model.", 'COMET 7B'],
    [
      'The model is built on SigLip-400M and Comet3-8B-Instruct with a total of 8B parameters.',
      'SigLip-400M',
    ],
  ])('a base that only words name is known: %s', (sentence, id) => {
    expect(facts(card(sentence)).lineage.bases[0]?.id).toBe(id)
  })

  it.each([
    'Rocket is a language model that uses an architecture based on Comet-2.',
    'It gives answers based on documents.',
    'Other models are built on Comet-7B.',
    'You can build a model based on Rocket-7B.',
  ])('and none is made of: %s', (sentence) => {
    expect(facts(card(sentence)).lineage.bases).toEqual([])
  })
})
