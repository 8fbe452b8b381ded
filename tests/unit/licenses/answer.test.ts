import { describe, expect, it } from 'vitest'
import { answerLicense } from '../../../lib/licenses/answer'
import { inspectLicense } from '../../../lib/licenses/inspect'
import { readTitle } from '../../../lib/licenses/titles'
import { reading } from '../evidence/helpers'

const inspect = (keys: Record<string, unknown>) => inspectLicense(reading(keys))
const card = (yaml: string, body = '') => ({ card: `---\n${yaml}\n---\n${body}` })

describe('the licence of a page', () => {
  it('is read from the tag, then from the card, and says where', () => {
    const { answer, license, state } = inspect({ api: { tags: ['license:mit'] }, ...card('license: mit') })
    expect(answer).toMatchObject({
      id: 'MIT',
      label: 'MIT',
      class: 'open',
      declaredIn: ['tag', 'front matter'],
      conflicts: [],
    })
    expect([license, state]).toEqual(['MIT', 'declared'])
  })

  it('answers no term at a glance, and none for a licence that nobody has read', () => {
    for (const { terms } of [
      answerLicense(reading(card('license: mit'))).answer,
      inspect(card('license: other\nlicense_name: house rules')).answer,
    ]) {
      expect(Object.keys(terms)).toContain('serve')
      expect(Object.keys(terms)).toContain('commercialUse')
      expect(Object.values(terms).every((term) => term === null)).toBe(true)
    }
  })

  it('answers the terms of a licence that was read', () => {
    // https://spdx.org/licenses/MIT.html: free of charge, to deal without restriction, with the notice.
    expect(inspect(card('license: mit')).answer.terms).toMatchObject({
      commercialUse: 'yes',
      attribution: true,
      shareAlike: false,
      userThreshold: false,
    })
  })

  it('reads a list as applying together, says so, and takes the least free class', () => {
    const { answer, evidence } = inspect(card('license: [mit, cc-by-nc-4.0]'))
    expect(answer).toMatchObject({ id: null, expression: 'MIT AND CC-BY-NC-4.0', class: 'restricted' })
    expect(evidence[0]?.claim).toMatch(/without saying whether one may choose/)
    expect(inspect(card('license: MIT OR CC-BY-NC-4.0')).answer).toMatchObject({
      expression: 'MIT OR CC-BY-NC-4.0',
      class: 'open',
    })
  })

  it('keeps a name that nobody knows verbatim and classes it as unknown', () => {
    const { answer, license } = inspect(
      card('license: other\nlicense_name: rocket-license\nlicense_link: https://acme.example/terms'),
    )
    expect(answer).toMatchObject({
      id: 'rocket-license',
      label: 'rocket-license',
      class: 'unknown',
      url: 'https://acme.example/terms',
    })
    expect(license).toBe('rocket-license')
  })

  it('links no address but https', () => {
    expect(
      inspect(card('license: other\nlicense_name: x\nlicense_link: javascript:alert(1)')).answer.url,
    ).toBeNull()
  })
})

describe('no licence', () => {
  const files = ['model.safetensors', 'README.md']
  it('is said only where card and listing were seen in full', () => {
    expect(inspect({ card: '# Rocket', files })).toMatchObject({ state: 'none', answer: { class: 'none' } })
  })

  it.each([
    ['the files were not looked at', { card: '# Rocket' }],
    ['the listing was cut short', { card: '# Rocket', files, filesTruncated: true }],
    ['the card was not read', { files }],
    ['the card was cut short', { card: '# Rocket', cardTruncated: true, files }],
    ['the front matter cannot be read', { card: '---\na: [\n---\n', files }],
    ['there is a licence file', { card: '# Rocket', files: [...files, 'LICENSE.txt'] }],
    ['the card speaks of a licence in prose', { card: '# Rocket\n\nReleased under our licence.', files }],
  ])('is not said where %s', (_, keys) => {
    expect(inspect(keys)).toMatchObject({ state: 'unknown', answer: { class: 'unknown' } })
  })

  it('is not said at a glance', () => {
    expect(answerLicense(reading({ api: {} })).state).toBe('unknown')
  })
})

describe('licence sources that disagree', () => {
  const NC = 'Attribution-NonCommercial 4.0 International\n\nBy exercising the Licensed Rights'
  it('conflict where the page promises more than the file allows, and differ the other way round', () => {
    const open = inspect({ api: { tags: ['license:apache-2.0'] }, texts: { LICENSE: NC } }).answer.conflicts
    expect(open).toMatchObject([
      { kind: 'tag-vs-file', severity: 'conflict', between: ['Apache-2.0', 'CC-BY-NC-4.0'] },
    ])
    expect(open[0]?.evidence).toHaveLength(2)
    const strict = inspect({
      api: { tags: ['license:cc-by-nc-4.0'] },
      texts: { LICENSE: 'MIT License\n\nCopyright' },
    }).answer.conflicts
    expect(strict).toMatchObject([{ severity: 'differs' }])
  })

  it('are found between tag and front matter, and between licence and name', () => {
    expect(
      inspect({ api: { tags: ['license:mit'] }, ...card('license: llama3.1') }).answer.conflicts,
    ).toMatchObject([{ kind: 'tag-vs-name', severity: 'conflict', between: ['MIT', 'llama3.1'] }])
    expect(inspect(card('license: apache-2.0\nlicense_name: llama3.1')).answer.conflicts).toMatchObject([
      { kind: 'tag-vs-name', between: ['Apache-2.0', 'llama3.1'] },
    ])
  })

  it('are none where names agree, where code has its own file, or where `other` is explained', () => {
    expect(
      inspect({
        ...card('license: gpl'),
        texts: { LICENSE: 'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007' },
      }).answer.conflicts,
    ).toEqual([])
    expect(
      inspect({ ...card('license: llama3'), texts: { 'LICENSE-CODE': 'MIT License' } }).answer.conflicts,
    ).toEqual([])
    expect(
      inspect({ ...card('license: other\nlicense_name: gemma'), api: { tags: ['license:other'] } }).answer
        .conflicts,
    ).toEqual([])
  })

  it('never call anything a violation', () => {
    const { conflicts } = inspect({ api: { tags: ['license:mit'] }, texts: { LICENSE: NC } }).answer
    expect(JSON.stringify(conflicts)).not.toMatch(/violat|illegal|stolen/i)
  })
})

describe('the title of a licence file', () => {
  it.each([
    [
      '                                 Apache License\n                           Version 2.0, January 2004\n',
      'Apache-2.0',
    ],
    ['MIT License\n\nCopyright (c) 2024 Acme', 'MIT'],
    ['LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n', 'llama3.1'],
    ['LLAMA 2 COMMUNITY LICENSE AGREEMENT\n', 'llama2'],
    ['Gemma Terms of Use\n\nLast modified', 'gemma'],
    ['Creative Commons Legal Code\n\nCC0 1.0 Universal\n', 'CC0-1.0'],
    ['Attribution-ShareAlike 4.0 International', 'CC-BY-SA-4.0'],
    ['CreativeML Open RAIL-M\ndated August 22, 2022', 'creativeml-openrail-m'],
    ['CreativeML Open RAIL++-M License\n', 'openrail++'],
  ])('%j names %s', (text, id) => {
    expect(readTitle(text)?.entry.id).toBe(id)
  })

  it.each([
    'Modified MIT License\n',
    'MIT License (modified)',
    'Acme License Agreement',
    '',
    'This uses the MIT License.',
  ])('%j names nothing known', (text) => {
    expect(readTitle(text)).toBeNull()
  })

  it('is found in linear time in hostile text', () => {
    const started = performance.now()
    for (const filler of [' ', '\n', '-', 'a', '= ', '\u00a0']) readTitle(filler.repeat(500_000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
