import { describe, expect, it } from 'vitest'
import {
  isAbout,
  isForReader,
  isHeaded,
  isTestData,
  isUnder,
  standsIn,
} from '../../../../lib/evidence/text/topics'
import { reading } from '../helpers'

const HERE = 'This is it.'

/** The section that the one sentence stands in, read with its lines and labels as headings. */
function place(before: string, text = HERE) {
  const block = reading({ card: `# Rocket\n\n${before}${text}\n` }).card?.blocks.find((one) =>
    one.text.includes(HERE),
  )
  if (!block) throw new Error('no such block')
  return standsIn(block)
}

describe('lines and labels as headings', () => {
  it.each([
    ['a line that ends in a colon', 'Training data:\n\n- '],
    ['with words in brackets', '## Facts\n\nTraining data (see also the paper):\n\n- '],
    ['a bold line', '**Training data**\n\n'],
    ['an item over a nested list', '- Training data\n  - '],
    ['a bold label', '## Facts\n\n- **Training data:** '],
    ['a plain label', '## Facts\n\n* dataset: '],
    ['a label in Chinese', '## 信息\n\n- **训练数据**：'],
    ['a label in French', '## Infos\n\n- **Données :** '],
  ])('%s', (_, before) => {
    expect(isHeaded(place(before), 'data')).toBe(true)
  })

  it.each([
    ['the paragraph after the one below it', 'Training data:\n\nTen books.\n\n'],
    ['the next item', '- Training data\n  - Ten books.\n- '],
    ['a sentence that ends in a colon', 'You can use your data here:\n\n- '],
    ['a label that is a sentence', '- The data is here: '],
    ['the next heading', 'Training data:\n\n## Credits\n\n'],
  ])('and no more: %s', (_, before) => {
    expect(isHeaded(place(before), 'data')).toBe(false)
  })

  it('leave a label that names nothing under its heading', () => {
    expect(isHeaded(place('## Training data\n\n- **Link:** '), 'data')).toBe(true)
  })
})

describe('headings below others', () => {
  it('that name nothing belong to the one above', () => {
    expect(isUnder(place('## Training data\n\n### Preprocessing\n\n'), 'data')).toBe(true)
    expect(isUnder(place('## Usage\n\n### In Transformers\n\n'), 'use')).toBe(true)
    expect(isUnder(place('## Training data\n\n### Evaluation\n\n'), 'data')).toBe(false)
    expect(isUnder(place('## Training data\n\n## Preprocessing\n\n'), 'data')).toBe(false)
  })

  it('say which of several is meant', () => {
    const both = '## Training & Evaluation\n\n'
    expect(isAbout(place(`${both}### Training Dataset\n\n`), 'evaluation')).toBe(false)
    expect(isAbout(place(`${both}### Ethical considerations\n\n`), 'evaluation')).toBe(false)
    expect(isAbout(place(both), 'evaluation')).toBe(true)
    expect(isAbout(place(`${both}### MMLU\n\n`), 'evaluation')).toBe(true)
    expect(isAbout(place('## Evaluation\n\n### Datasets\n\n'), 'evaluation')).toBe(true)
  })

  it('on training and evaluation data are on training data first', () => {
    const section = place('## Training and evaluation data\n\n')
    expect(isTestData(section)).toBe(false)
    expect(isAbout(section, 'evaluation')).toBe(false)
    expect(isHeaded(section, 'data')).toBe(true)
    expect(isTestData(place('## Evaluation data\n\n'))).toBe(true)
    expect(isTestData(place('## Training and test data\n\n### Test data\n\n'))).toBe(true)
    expect(isAbout(place('## Training and evaluation\n\n'), 'evaluation')).toBe(true)
  })
})

describe("the reader's data", () => {
  it.each([
    'Input data',
    'Sample Data',
    'Example dataset',
    'Prepare your dataset',
    'Preparing the Data',
    'Input data preparation',
    'Data format',
    '数据格式',
    '入力データ',
    '입력 데이터',
    'Beispieldaten',
    "Données d'entrée",
    'Datos de entrada',
  ])('stand under %s', (heading) => {
    expect(isForReader(place(`## ${heading}\n\n`))).toBe(true)
  })

  it.each([
    'Training data',
    'Data preparation',
    'Data sources',
    'Examples of training data sources',
    'Downsampled data',
  ])('do not stand under %s', (heading) => {
    expect(isForReader(place(`## ${heading}\n\n`))).toBe(false)
  })

  it('stand where a section on preparation has something to run', () => {
    expect(isForReader(place('## Data preparation\n\n```sh\npython prepare.py\n```\n\n'))).toBe(true)
    expect(isForReader(place('## 数据准备\n\n```sh\npython prepare.py\n```\n\n'))).toBe(true)
  })

  it('are told of by a title only where it says whose they are', () => {
    const card = (text: string) => reading({ card: text }).card?.sections.at(-1)
    const yours = card('## Finetuning on your own data\n\n### Step 1\n\nDo.')
    expect(yours && isForReader(yours)).toBe(true)
    const title = card('# Training Rocket\n\n## Data\n\nDo.')
    expect(title && isForReader(title)).toBe(false)
  })
})
