import { describe, expect, it } from 'vitest'
import { facts } from '../evidence/helpers'

/** Contradictions that the documented cases do not hold, each beside a near miss that must stay silent. */

const conflicts = (keys: Record<string, unknown>) => facts(keys).license.conflicts
const kinds = (keys: Record<string, unknown>) =>
  conflicts(keys).map(({ kind, severity, about }) => [kind, severity, about ?? 'weights'])
const page = (license: string, body: string, front = '', more: Record<string, unknown> = {}) => ({
  api: { id: 'acme/rocket-7b', tags: [`license:${license}`] },
  card: `---\nlicense: ${license}\n${front}---\n${body}\n`,
  ...more,
})

describe('what must be agreed to before access', () => {
  const gate = (prompt: string, license = 'apache-2.0') =>
    page(license, 'A model.', `extra_gated_prompt: ${JSON.stringify(prompt)}\n`)

  it('takes back what an open tag allows', () => {
    const keys = gate('You agree to use the model for non-commercial research only.')
    expect(kinds(keys)).toEqual([['gate-vs-tag', 'conflict', 'weights']])
    expect(conflicts(keys)[0]?.evidence.map(({ quote }) => quote)).toEqual([
      'license:apache-2.0',
      'You agree to use the model for non-commercial research only.',
    ])
  })

  it.each([
    ['Please share your name and affiliation.', 'apache-2.0'],
    ['You agree to use the model for non-commercial research only.', 'cc-by-nc-4.0'],
  ])('is silent: %s under %s', (prompt, license) => expect(kinds(gate(prompt, license))).toEqual([]))
})

describe('the words "open source"', () => {
  it.each([
    ['llama3.1', 'Rocket is a fully open-source language model.', 'differs'],
    ['cc-by-nc-4.0', 'We open-source our models.', 'conflict'],
  ])('are no name for %s', (license, body, severity) => {
    expect(kinds(page(license, body))).toEqual([['wording-vs-licence', severity, 'weights']])
  })

  it.each([
    ['apache-2.0', 'Rocket is a fully open-source language model.'],
    ['llama3.1', 'Rocket outperforms many open-source models.'],
    ['llama3.1', 'Rocket was trained with an open-source framework.'],
  ])('are in order under %s: %s', (license, body) => expect(kinds(page(license, body))).toEqual([]))
})

describe('the link of a declared licence', () => {
  const link = (license: string, url: string) => page(license, 'A model.', `license_link: ${url}\n`)

  it('that leads to another text is told, with both lines', () => {
    const keys = link('mit', 'https://creativecommons.org/licenses/by-nc/4.0/')
    expect(kinds(keys)).toEqual([['tag-vs-file', 'conflict', 'weights']])
    expect(conflicts(keys)[0]?.evidence[1]?.quote).toBe(
      'license_link: https://creativecommons.org/licenses/by-nc/4.0/',
    )
  })

  it.each([
    ['mit', 'https://opensource.org/license/mit'],
    ['mit', 'LICENSE'],
    ['other', 'https://creativecommons.org/licenses/by-nc/4.0/'],
  ])('is silent: %s and %s', (license, url) => expect(kinds(link(license, url))).toEqual([]))
})

describe("the code's licence", () => {
  const code = (spdx: string, readme = 'Code.') =>
    page('mit', '## License\n\nThe code is licensed under Apache-2.0. The weights are under MIT.\n', '', {
      linked: {
        'https://github.com/acme/rocket': {
          site: 'github',
          id: 'acme/rocket',
          api: { license: { spdx_id: spdx } },
          card: readme,
        },
      },
    })

  it('that the card states differs from the repository', () => {
    expect(kinds(code('GPL-3.0'))).toEqual([['hub-vs-github', 'differs', 'code']])
    expect(kinds(code('CC-BY-NC-4.0'))).toEqual([['hub-vs-github', 'conflict', 'code']])
  })

  it('is in order where both say the same', () => expect(kinds(code('Apache-2.0'))).toEqual([]))

  it('differs from the file that licenses the code', () => {
    const keys = page(
      'mit',
      '## License\n\nThe code is licensed under Apache-2.0. The weights are under MIT.',
      '',
      {
        files: ['LICENSE-CODE', 'README.md'],
        texts: { 'LICENSE-CODE': 'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n' },
      },
    )
    expect(kinds(keys)).toEqual([['tag-vs-text', 'differs', 'code']])
  })

  it('says nothing against the terms of the weights', () => {
    const answers = facts(code('CC-BY-NC-4.0')).license.answers
    expect(answers?.find(({ question }) => question === 'commercial')?.verdict).toBe('yes')
  })
})

describe("the data's licence", () => {
  const data = (license: string, datasets = 'datasets:\n- acme/words\n') =>
    page('mit', '## License\n\nThe training data is licensed under CC BY 4.0.', datasets, {
      linked: {
        'https://huggingface.co/datasets/acme/words': {
          site: 'huggingface',
          id: 'datasets/acme/words',
          api: { id: 'acme/words', tags: [`license:${license}`] },
        },
      },
    })

  it('that the card states differs from the data set', () => {
    expect(kinds(data('cc-by-nc-4.0'))).toContainEqual(['tag-vs-text', 'conflict', 'data'])
  })

  it('is in order where both say the same', () => expect(kinds(data('cc-by-4.0'))).toEqual([]))

  it('is silent where several data sets are named', () => {
    const several = 'datasets:\n- acme/words\n- acme/more\n'
    expect(kinds(data('cc-by-sa-4.0', several))).toEqual([])
  })
})
