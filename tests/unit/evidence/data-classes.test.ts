import { describe, expect, it } from 'vitest'
import { facts } from './helpers'

/**
 * The four classes of data in the Open Source AI Definition's FAQ ("What is the role of training data?", 2024-10-28):
 * open, public, obtainable (also for a fee), unshareable non-public.
 */

const SET = 'https://huggingface.co/datasets'

const classes = (card: string, linked: Record<string, unknown> = {}) => {
  const { datasets } = facts({ api: { id: 'acme/model-7b', modelId: 'acme/model-7b' }, card, linked })
  return Object.fromEntries((datasets ?? []).map(({ id, class: kind }) => [id, kind]))
}

const dataset = (id: string, api: object) => ({
  [`${SET}/${id}`]: { site: 'huggingface', id: `datasets/${id}`, api: { id, ...api }, card: null },
})

describe('how far training data can be had', () => {
  it.each<[what: string, tags: object, expected: string]>([
    ['open terms', { tags: ['license:odc-by'] }, 'open'],
    ['terms that forbid business', { tags: ['license:cc-by-nc-4.0'] }, 'public'],
    ['no licence', { tags: [] }, 'public'],
    ['on request', { tags: ['license:mit'], gated: 'manual' }, 'obtainable'],
  ])('%s', (_, api, expected) => {
    const found = classes('---\ndatasets:\n- acme/web\n---\n# Model\n', dataset('acme/web', api))
    expect(found).toEqual({ 'acme/web': expected })
  })

  it('knows no more of a bare name than its name', () => {
    expect(classes('---\ndatasets:\n- acme/web\n---\n')).toEqual({ 'acme/web': 'unknown' })
  })

  it.each([
    ['gone', { missing: true }],
    ['denied', { denied: true }],
  ])('knows nothing of one whose page is %s', (_, target) => {
    expect(classes('---\ndatasets:\n- acme/web\n---\n', { [`${SET}/acme/web`]: target })).toEqual({
      'acme/web': 'unknown',
    })
  })

  it('takes a name and a link for one data set', () => {
    const card = `---\ndatasets: acme/Web\n---\n## Training Data\n\nTrained on [Web](${SET}/acme/web).\n`
    expect(classes(card)).toEqual({ 'acme/web': 'public' })
  })

  it('takes links of a section on training data, not of one on evaluation', () => {
    const card = `# Model

## Training Data

We trained the model on [Web](${SET}/acme/web).

## Evaluation

Scores on [Quiz](${SET}/acme/quiz).
`
    expect(classes(card)).toEqual({ 'acme/web': 'public' })
  })

  it('knows what a catalogue sells', () => {
    const card = '# Model\n\n## Training Data\n\nThe model was trained on English Gigaword (LDC2011T07).\n'
    expect(classes(card)).toEqual({ LDC2011T07: 'obtainable' })
  })

  it('takes data as unshareable only for a reason that is told', () => {
    const told = 'We cannot release the training data because of patient privacy.'
    expect(Object.values(classes(`# Model\n\n## Training Data\n\n${told}\n`))).toEqual(['unshareable'])
    const untold = 'We do not release the training data.'
    expect(classes(`# Model\n\n## Training Data\n\n${untold}\n`)).toEqual({})
  })

  it('leaves out what is evaluated on', () => {
    expect(classes('---\ndatasets:\n- cais/mmlu\n---\n')).toEqual({})
  })
})
