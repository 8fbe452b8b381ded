import { describe, expect, it } from 'vitest'
import { finding, status } from '../helpers'

const HEAD = '# Rocket\n\nRocket 7B is a language model that was made by the Acme team for short answers.\n\n'
const told = (body: string) => status('data_information', { card: HEAD + body })
const card = (body: string) => status('data_card', { card: HEAD + body })

describe('what is told of training data', () => {
  it('is counted in units of the thing, with its sources', () => {
    expect(told('## Training data\n\nContains 80,000 old Chinese poems collected by two projects.')).toBe(
      'partial',
    )
    expect(told('Rocket was trained on 147M dialogues in English.')).toBe('partial')
    expect(told('Rocket was trained on 147M dialogues.')).toBe('unknown')
    expect(
      told('## Training data\n\n* **Dataset:** OpenWords\n* **Filtering:** near copies were deduplicated'),
    ).toBe('partial')
  })

  it('adds up over sentences that go on about the same data', () => {
    const dense =
      'Rocket was trained on 16M messages. These messages were collected from a forum between May 2019 and 2020. All texts were filtered by language and split into three parts.'
    expect(told(dense)).toBe('present')
    expect(
      told(
        'Rocket was trained on 16M messages. The model reads English samples. It was collected from a drawer in 2019.',
      ),
    ).toBe('unknown')
  })

  it('is told in subsections that name nothing else, and not in those that do', () => {
    const below = (heading: string) =>
      `## Data\n\nTen books.\n\n### ${heading}\n\nWe removed copies and collected 20,000 labelled pages from libraries.`
    expect(told(below('Preprocessing'))).toBe('partial')
    expect(told(below('Evaluation'))).toBe('unknown')
    expect(told(below('Input data'))).toBe('unknown')
  })

  it('is told in other languages', () => {
    expect(told('## 数据\n\n我们收集了公开的中文文献，共计八千余条。')).toBe('partial')
    expect(
      told('## Datensatz\n\nDer Datensatz ist eine Mischung aus Gesprächen, die viele Themen abdecken.'),
    ).toBe('partial')
  })

  it('is not the size that stands in an address', () => {
    expect(told('Trained with open Korean text only: https://example.org/rocket-2-7b')).toBe('unknown')
  })

  it('is not what code does', () => {
    expect(told('## Training data\n\nThis snippet loads 10,000 samples collected from OpenWords.')).toBe(
      'unknown',
    )
  })

  it('is quoted where most of it is told', () => {
    const body =
      'Rocket was trained on English text. The text was collected from 20,000 filtered books for training on text.'
    const { evidence } = finding('data_information', { card: HEAD + body })
    expect(evidence[0]?.quote).toContain('20,000')
  })
})

describe('a card for the data', () => {
  it('may be linked as a sheet, be a section with its subsections, or a page of the data', () => {
    expect(card('## Training data\n\nMore is told in [the datasheet](https://example.org/sheet).')).toBe(
      'present',
    )
    expect(
      card(`## Data\n\nTen books.\n\n### Preprocessing\n\n${'We cut the pages into lines. '.repeat(5)}`),
    ).toBe('partial')
    expect(card('Rocket was trained on the [OpenWords corpus](https://example.org/openwords).')).toBe(
      'mentioned',
    )
  })

  it('is no section for the reader, and no sheet of the evaluation', () => {
    expect(card(`## Input data\n\n${'Write one line for each question. '.repeat(5)}`)).toBe('unknown')
    expect(card('## Evaluation\n\nMore is told in [the datasheet](https://example.org/sheet).')).toBe(
      'unknown',
    )
    expect(card('We thank [the makers of data sheets](https://example.org/sheet) for lunch.')).toBe('unknown')
    expect(card('Rocket was trained with [our framework](https://example.org/framework).')).toBe('unknown')
  })
})
