import { describe, expect, it } from 'vitest'
import { toJson } from '../../../lib/export/json'
import { toMarkdown } from '../../../lib/export/markdown'
import { inline, link } from '../../../lib/export/markdown-text'
import { judge } from '../../../lib/rubric/judge'
import { absent, factsWith, notFound, present, smallRubric } from '../rubric/build'

const RUBRIC = smallRubric([{ id: 'w', label: 'Weights', components: ['weights_final'], license: 'open' }], {
  tiers: [
    { id: 'none', label: 'None' },
    { id: 'some', label: 'Some', requires: ['w'] },
  ],
})

function assessment() {
  const proof = {
    claim: 'The listing holds model.safetensors.',
    quote: 'model.safetensors',
    url: 'https://huggingface.co/example/model/blob/main/model.safetensors',
    locator: 'file: model.safetensors',
    method: 'weights.file',
    strength: 'artefact',
  } as const
  return judge(
    factsWith({
      weights_final: { ...present('CC-BY-NC-4.0'), evidence: [proof] },
      training_code: absent(),
      model_card: notFound('unreachable'),
    }),
    [RUBRIC],
  )
}

describe('the Markdown export', () => {
  it('tells the verdict, what is missing, and what is there with its proof', () => {
    const text = toMarkdown(assessment(), new Map([['small', 'A small rubric']]))
    expect(text).toContain('## A small rubric: None')
    expect(text).toContain('- Release the final model parameters under an open licence (now CC-BY-NC-4.0).')
    expect(text).toContain(
      '[The listing holds model.safetensors.](<https://huggingface.co/example/model/blob/main/model.safetensors>)',
    )
    expect(text).toContain('| Training code | looked and not there |')
    expect(text).toContain('Unknown (could not look): Model card')
  })

  it('has as many cells in every row as its table has columns', () => {
    const tables = toMarkdown(assessment())
      .split('\n')
      .filter((line) => line.startsWith('|'))
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length
    expect(new Set(tables.map(cells))).toEqual(new Set([5, 6]))
  })

  it.each([
    ['a | b', 'a \\| b'],
    ['[x](https://evil.example)', '\\[x\\](https&#8203;://evil.example)'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['line one\n# line two', 'line one # line two'],
    ['# heading', '\\# heading'],
    ['1. list', '1&#8203;. list'],
    ['ping @someone and #12', 'ping @&#8203;someone and #&#8203;12'],
    ['right\u202Eto left', 'right to left'],
    ['`code` *bold* __under__', '\\`code\\` \\*bold\\* \\_\\_under\\_\\_'],
  ])('lets no text from a page become markup: %j', (text, safe) => {
    expect(inline(text)).toBe(safe)
  })

  it.each(['javascript:alert(1)', 'http://plain.example', 'https://x.example/<b>', 'https://x.example/a b'])(
    'links nothing but clean https addresses: %s',
    (url) => expect(link('text', url)).toBe('text'),
  )
})

describe('the JSON export', () => {
  it('is one line, and reads back as the assessment', () => {
    const text = toJson(assessment())
    expect(text).not.toContain('\n')
    expect(JSON.parse(text)).toEqual(assessment())
    expect(toJson(assessment(), true)).toContain('\n  "subject": {')
  })

  it('holds the keys of the headless contract and no others', () => {
    expect(Object.keys(JSON.parse(toJson(assessment())))).toEqual([
      'subject',
      'headline',
      'license',
      'components',
      'lineage',
      'rubrics',
    ])
  })
})
