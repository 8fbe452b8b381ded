import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../lib/licenses/query'
import { readSpdxExpression } from '../../../lib/licenses/spdx-expression'

const verdict = (expression: string, question = 'commercial') =>
  readSpdxExpression(expression)?.answers.find((answer) => answer.question === question)?.verdict

describe('what is typed into the check', () => {
  it.each([
    ['llama3.1', 'llama3.1'],
    ['Llama 3.1 Community License Agreement', 'llama3.1'],
    ['apache 2.0', 'Apache-2.0'],
    ['https://www.apache.org/licenses/LICENSE-2.0', 'Apache-2.0'],
    ['MIT OR (Apache-2.0 AND CC-BY-4.0)', 'MIT OR Apache-2.0 AND CC-BY-4.0'],
    ['(MIT OR ISC) AND CC-BY-4.0', '(MIT OR ISC) AND CC-BY-4.0'],
    ['GPL-3.0-or-later WITH Classpath-exception-2.0', 'GPL-3.0-or-later WITH Classpath-exception-2.0'],
    ['GPL-2.0+', 'GPL-2.0-or-later'],
    ['gemma AND apache-2.0', 'gemma AND Apache-2.0'],
  ])('%s is a licence', (text, shown) => {
    const query = readQuery(text)
    expect(query.kind === 'licenses' ? query.licenses.text : query).toBe(shown)
  })

  it.each([
    ['allenai/OLMo-7B', { kind: 'model', id: 'allenai/OLMo-7B' }],
    ['https://huggingface.co/allenai/OLMo-7B/tree/main', { kind: 'model', id: 'allenai/OLMo-7B' }],
    ['hf.co/gpt2', { kind: 'model', id: 'gpt2' }],
    ['https://github.com/allenai/OLMo.git', { kind: 'repository', id: 'allenai/OLMo' }],
    ['https://github.com/allenai/OLMo/tree/main/scripts', { kind: 'repository', id: 'allenai/OLMo' }],
    [
      'https://github.com/allenai/OLMo/blob/main/LICENSE',
      { kind: 'file', path: 'LICENSE', url: 'https://raw.githubusercontent.com/allenai/OLMo/main/LICENSE' },
    ],
    [
      'https://huggingface.co/Qwen/Qwen2.5-3B/blob/main/LICENSE',
      { kind: 'file', path: 'LICENSE', url: 'https://huggingface.co/Qwen/Qwen2.5-3B/raw/main/LICENSE' },
    ],
    [
      'https://huggingface.co/datasets/allenai/dolma',
      { kind: 'unknown', name: 'https://huggingface.co/datasets/allenai/dolma' },
    ],
    ['MIT OR Nonsense License', { kind: 'unknown', name: 'MIT OR Nonsense License' }],
    ['other', { kind: 'unknown', name: 'other' }],
    ['  ', { kind: 'empty' }],
  ])('%s is read as %o', (text, expected) => {
    expect(readQuery(text)).toEqual(expected)
  })

  it('takes a long or many-lined input for a text', () => {
    expect(readQuery('Permission is hereby granted\nto anyone\nfor anything').kind).toBe('text')
    expect(readQuery('word '.repeat(40)).kind).toBe('text')
  })

  it('lets the worst part count where all apply and the best where one may choose', () => {
    expect(verdict('MIT AND CC-BY-NC-4.0')).toBe('no')
    expect(verdict('MIT OR CC-BY-NC-4.0')).toBe('yes')
    expect(verdict('(MIT OR CC-BY-NC-4.0) AND llama3.1')).toBe('if')
    expect(verdict('MIT AND MIT')).toBe('yes')
  })

  it('names the licence that stands in the way', () => {
    const answer = readSpdxExpression('MIT AND CC-BY-NC-4.0')?.answers[0]
    expect(answer?.because.map(({ license }) => license)).toEqual(['CC-BY-NC-4.0'])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'MIT',
            'AND',
            'OR',
            'WITH',
            '(',
            ')',
            '+',
            'llama3.1',
            '\u0000',
            '😀',
            'x/y',
            '__proto__',
          ),
          {
            maxLength: 60,
          },
        ),
        (tokens) => {
          readQuery(tokens.join(' '))
          readQuery(tokens.join(''))
        },
      ),
      { numRuns: 500, seed: 3 },
    )
    expect(readQuery('('.repeat(290)).kind).toBe('unknown')
  })
})
