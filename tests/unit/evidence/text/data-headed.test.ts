import { describe, expect, it } from 'vitest'
import { status } from '../helpers'

const HEAD = '# Rocket\n\nRocket 7B is a language model that was made by the Acme team for short answers.\n\n'
const base = (body: string) => status('training_data_base', { card: HEAD + body })
const tuned = (body: string, api = {}) => status('training_data_tuned', { card: HEAD + body, api })
const TUNED = { tags: ['base_model:finetune:comet/comet-7b'] }

describe('data behind a label', () => {
  it('are named by its value', () => {
    expect(base('## Facts\n\n* dataset: openwords\n* layers: 12')).toBe('mentioned')
    expect(
      base(
        '**Language:** English  \n**Training data:** [OpenWords, second round](https://github.com/acme/words/blob/main/data/words.json)  \n**Code:** none',
      ),
    ).toBe('present')
    expect(tuned('**Training data:** [OpenWords](https://example.org/words)', TUNED)).toBe('present')
    expect(
      base(
        '## Training Dataset\n\n**Link:** [OpenWords](https://example.org/pub/words) <br>\n**Method:** by hand',
      ),
    ).toBe('present')
  })

  it.each([
    '**Training data:** See [our paper](https://example.org/paper).',
    '**Dataset:** N/A',
    '**Training data:** [More Information Needed]',
    '## Evaluation\n\n- **Dataset:** [OpenWords](https://example.org/words)',
    '## Usage\n\n- **Dataset:** [OpenWords](https://example.org/words)',
    '## Test data\n\n- **Link:** [OpenWords](https://example.org/words)',
    '## Links\n\n- **Link:** [OpenWords](https://example.org/words)',
    '- **Training code:** [repository](https://github.com/acme/train)',
  ])('or not: %s', (body) => {
    expect(base(body)).toBe('unknown')
  })

  it('are no more than mentioned where the link is a means', () => {
    expect(base('**Training data:** cleaned with [scrubber](https://example.org/scrubber)')).toBe('mentioned')
    expect(
      base('**Training data:** ten books, cleaned as [these people](https://example.org/scrubber) do'),
    ).toBe('mentioned')
  })
})

describe('data under a heading', () => {
  it('are told without a word on training', () => {
    expect(
      base(
        '## Training data\n\nContains 80,000 poems collected by [poems](https://github.com/a/poems) and [verse](https://github.com/b/verse).',
      ),
    ).toBe('present')
    expect(base('## Training dataset\n\nStructures as of the third release of OpenWords.')).toBe('mentioned')
    expect(
      base(
        '## Training and evaluation data\n\nWe will be using the Hill Weather dataset recorded by its institute.',
      ),
    ).toBe('mentioned')
    expect(base('## Data\n\nThe corpus contains stories that users wrote.')).toBe('mentioned')
  })

  it.each([
    '## Training data\n\nWe do not know what it holds.',
    '## Training data\n\nPlease refer to the report.',
    '## Training data\n\nMore information needed',
    '## Data privacy\n\nThe data is kept on your machine.',
    '## Input data\n\nThe data is a list of lines.',
    '## Evaluation data\n\nThe dataset contains ten books.',
    '## Data\n\nLoad ten lines first.',
  ])('or not: %s', (body) => {
    expect(base(body)).toBe('unknown')
  })

  it('are not what they were cleaned with', () => {
    expect(
      base(
        '## Training data\n\nThe data was cleaned with [scrub](https://example.org/scrub) and [wash](https://example.org/wash).',
      ),
    ).not.toBe('present')
  })

  it('are listed below a line that introduces them', () => {
    const list = '- [OpenWords](https://example.org/words)\n- [Poems](https://example.org/poems)'
    expect(base(`## Facts\n\nTraining data:\n\n${list}`)).toBe('present')
    expect(base(`Rocket was trained on the following datasets:\n\n${list}`)).toBe('present')
    expect(base(`Rocket was trained with the following tools:\n\n${list}`)).toBe('unknown')
    expect(base(`You can use these datasets:\n\n${list}`)).toBe('unknown')
    expect(base(`Rocket was evaluated on the following datasets:\n\n${list}`)).toBe('unknown')
  })
})

describe('data in other languages', () => {
  it.each([
    ['zh', '本模型采用超过四十万小时的语音数据训练。'],
    ['zh', '## 数据\n\n原始数据包括公开的中英文网页和书籍。'],
    ['ja', 'このモデルは公開されている日本語のコーパスを用いて学習したものです。'],
    ['ko', '40GB 이상의 텍스트로 학습된 언어 모델입니다.'],
    ['fr', 'Le modèle a été entraîné sur un ensemble de textes libres et de livres.'],
    ['de', '## Datensatz\n\nDer Datensatz ist eine Mischung aus Gesprächen und Artikeln.'],
    ['es', 'El modelo fue entrenado con datos públicos de la red y con libros.'],
  ])('%s: %s', (_, body) => {
    expect(status('training_data_base', { card: `# Rocket\n\n${body}\n` })).toBe('mentioned')
  })

  it('are reached by a link behind the word for them', () => {
    const zh =
      '# Rocket\n\n此模型在百万级的语义数据集 [OpenWords](https://github.com/acme/OpenWords) 上进行训练。'
    expect(status('training_data_base', { card: zh })).toBe('present')
    const ja =
      '# Rocket\n\nこのモデルは会話データセット（OW）（ https://words.example.jp/ow ）を用いてファインチューニングしたものです。'
    expect(status('training_data_tuned', { card: ja })).toBe('present')
  })

  it.each([
    '您可以使用自己的数据进行训练。',
    '训练数据未公开，我们不提供数据集。',
    '我们在评测数据集 [OpenWords](https://github.com/acme/OpenWords) 上测试了训练好的模型。',
    '自分のデータで学習することができます。',
    '여러분의 데이터로 학습할 수 있습니다.',
    'Vous pouvez entraîner le modèle avec vos données.',
    'Das Modell kann mit eigenen Daten trainiert werden.',
    'El modelo se puede ajustar con tus datos propios.',
  ])('or not: %s', (body) => {
    const card = `# Rocket\n\n${body}\n`
    expect(['unknown', 'absent_stated']).toContain(status('training_data_base', { card }))
    expect(['unknown', 'absent_stated']).toContain(status('training_data_tuned', { card }))
  })
})
