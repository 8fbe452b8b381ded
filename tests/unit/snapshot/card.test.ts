import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCard, readRenderedCard } from '../../../lib/snapshot/card'

describe('a card', () => {
  it('is read as sections with their path and lines', () => {
    const card = readCard('Intro.\n\n# Model\n\n## Training\n\n### Data\n\nWeb text.\n\n## Evaluation\n', 4)
    expect(card.sections.map((section) => [section.path.join(' > '), section.line])).toEqual([
      ['', 5],
      ['Model', 7],
      ['Model > Training', 9],
      ['Model > Training > Data', 11],
      ['Model > Evaluation', 15],
    ])
    expect(card.blocks.find((block) => block.text === 'Web text.')).toMatchObject({
      kind: 'paragraph',
      line: 13,
    })
  })

  it('takes a line of bold text as a heading, and bold first words as a label', () => {
    const card = readCard('**Training Data**\n\nWeb text.\n\n- **License:** MIT\n\n**Input** text only.')
    expect(card.sections.map((section) => section.heading)).toEqual([null, 'Training Data'])
    expect(card.blocks.map((block) => block.label)).toEqual([null, 'License', 'Input'])
  })

  it('knows the lines that introduce a block, down nested lists', () => {
    const card = readCard(
      'Training data:\n\n- Text\n  - Web pages\n- Audio\n\nTest data:\n\nTen books.\n\nMore.\n\n# Code\n\nRun it.\n',
    )
    expect(card.blocks.map(({ text, leads }) => [text, leads])).toEqual([
      ['Training data:', []],
      ['Text', ['Training data']],
      ['Web pages', ['Training data', 'Text']],
      ['Audio', ['Training data']],
      ['Test data:', []],
      ['Ten books.', ['Test data']],
      ['More.', []],
      ['Run it.', []],
    ])
  })

  it('reads a record line by line, and a paragraph as one', () => {
    const record = readCard(
      '**License:** MIT  \n**Training data:** [OpenWords](https://a.example/w)\nLanguage: en',
    )
    expect(record.blocks.map(({ label, line, links }) => [label, line, links.length])).toEqual([
      ['License', 1, 0],
      ['Training data', 2, 1],
      ['Language', 3, 0],
    ])
    const prose = readCard('We release two things:\nthe weights and\nNote: no code.')
    expect(prose.blocks).toHaveLength(1)
  })

  it('drops comments, also over blank lines', () => {
    const card = readCard('<!-- training data\n\nevaluation -->\n\nText <!-- hidden --> here.')
    expect(card.blocks.map((block) => block.text)).toEqual(['Text here.'])
  })

  it('reads on behind any number of unclosed tags, without a list of them that grows', () => {
    const { unshift } = Array.prototype
    let longest = 0
    try {
      // The parser keeps the elements that are open in front of each other.
      Array.prototype.unshift = function (this: unknown[], ...items: unknown[]) {
        longest = Math.max(longest, this.length)
        return unshift.apply(this, items)
      }
      const card = readCard(`${'<div>'.repeat(20_000)}<p>The <b>weights</b> are released.</p>`)
      expect(card.blocks.map((block) => block.text)).toEqual(['The weights are released.'])
    } finally {
      Array.prototype.unshift = unshift
    }
    expect(longest).toBeGreaterThan(0)
    expect(longest).toBeLessThanOrEqual(512)
  })

  it('keeps code and BibTeX apart from prose', () => {
    const card = readCard('```python\nmodel = 1\n```\n\n```\n@article{x, title={Y}}\n```\n')
    expect(card.blocks.map((block) => [block.kind, block.language])).toEqual([
      ['code', 'python'],
      ['bibtex', null],
    ])
    expect(card.proseLength).toBe(0)
  })

  it('gives clean addresses', () => {
    const card = readCard('Code: https://github.com/org/foo-train. See [paper](https://arxiv.org/abs/1).')
    expect(card.links.map((link) => link.url)).toEqual([
      'https://github.com/org/foo-train',
      'https://arxiv.org/abs/1',
    ])
  })

  it('reads tables in Markdown and in HTML', () => {
    const card = readCard(
      '| A | B |\n|---|---|\n| x | 1 |\n\n<table><tr><th>C</th></tr><tr><td>2</td></tr></table>',
    )
    expect(card.blocks.map((block) => block.rows)).toEqual([
      [
        ['A', 'B'],
        ['x', '1'],
      ],
      [['C'], ['2']],
    ])
  })

  it('reads HTML headings, links and images, and no scripts', () => {
    const card = readCard(
      '<h1 align="center">Name</h1>\n\n<p><a href="https://a.example/b">code</a><img src="x.png" alt="fig"><script>alert(1)</script></p>',
    )
    expect(card.sections.at(-1)?.heading).toBe('Name')
    expect(card.links).toMatchObject([
      { text: 'code', url: 'https://a.example/b', image: false },
      { text: 'fig', url: 'x.png', image: true },
    ])
    expect(card.blocks.some((block) => block.text.includes('alert'))).toBe(false)
  })

  it('is read from what its page renders in the same way', () => {
    const html = `<h1><a id="m"></a><span>Model</span></h1><p><strong>Training Data</strong></p><p>Web text.</p>
      <ul><li><strong>License:</strong> MIT</li></ul><pre><code>x = 1</code></pre><p>See <a href="https://a.example/p">paper</a>.</p>`
    const card = readRenderedCard(html)
    expect(card.sections.map((section) => section.path.join(' > '))).toEqual([
      '',
      'Model',
      'Model > Training Data',
    ])
    expect(card.blocks.map((block) => [block.kind, block.label, block.text])).toEqual([
      ['paragraph', null, 'Web text.'],
      ['item', 'License', 'License: MIT'],
      ['code', null, 'x = 1'],
      ['paragraph', null, 'See paper.'],
    ])
    expect(card.links.map((link) => link.url)).toEqual(['https://a.example/p'])
  })

  it('counts the placeholders of the template', () => {
    expect(readCard('## Uses\n\n[More Information Needed]\n\nmore information needed').placeholders).toBe(2)
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      '|',
      '-',
      '#',
      '\n',
      '<div>',
      '</a>',
      '<!--',
      '-->',
      'a',
      ' ',
      '![',
      '](',
      '&#x0;',
      '\u0000',
      'https://',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 300 }), (parts) => void readCard(parts.join(''))),
      { numRuns: 500 },
    )
  })
})
