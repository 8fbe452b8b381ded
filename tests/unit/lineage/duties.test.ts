import { describe, expect, it } from 'vitest'
import { facts } from '../evidence/helpers'

/** The duties to a base by its licence's clauses, and what a page shows of them (Llama 3.1, 1.b.i; Apache-2.0, 4). */

interface Own {
  id?: string
  license?: string
  body?: string
  files?: string[] | null
}

function duties(
  base: string,
  { id = 'acme/rocket-8b', license = 'apache-2.0', body = 'A model.', files = ['config.json'] }: Own,
) {
  const found = facts({
    id,
    api: { id },
    card: `---\nlicense: ${license}\nbase_model: comet/base\n---\n${body}\n`,
    files,
    linked: {
      'https://huggingface.co/comet/base': {
        site: 'huggingface',
        id: 'comet/base',
        api: { id: 'comet/base', tags: [`license:${base}`], cardData: { license: base } },
      },
    },
  }).lineage.duties
  return Object.fromEntries((found ?? []).map(({ duty, state }) => [duty, state]))
}

describe('duties to a base', () => {
  it('stand with their clause and quote', () => {
    const [first] =
      facts({
        card: '---\nbase_model: comet/base\n---\n',
        linked: {
          'https://huggingface.co/comet/base': {
            site: 'huggingface',
            id: 'comet/base',
            api: { id: 'comet/base', tags: ['license:llama3.1'] },
          },
        },
      }).lineage.duties ?? []
    expect(first).toMatchObject({ base: 'comet/base', license: 'llama3.1' })
    expect(first?.clause).toMatch(/^\d/)
    expect(first?.quote.split(' ').length).toBeLessThanOrEqual(20)
  })

  it('are met where the page shows it: name, notice, copy of the licence', () => {
    expect(duties('llama3.1', { id: 'acme/Llama-3.1-Rocket-8B' }).naming).toBe('met')
    expect(duties('llama3.1', { body: 'Built with Llama.' }).naming).toBe('met')
    expect(duties('llama3.1', { files: ['NOTICE', 'config.json'] })['attribution-notice']).toBe('met')
    expect(duties('llama3.1', { license: 'llama3.1', files: ['LICENSE'] })['license-copy']).toBe('met')
    expect(duties('llama3.1', { files: ['USE_POLICY.md'] })['use-restrictions']).toBe('met')
  })

  it('are not found where the page was seen and shows nothing of it', () => {
    expect(duties('llama3.1', {})).toMatchObject({ naming: 'not_found', 'license-copy': 'not_found' })
    // Another licence's text is no copy of this one.
    expect(duties('llama3.1', { license: 'apache-2.0', files: ['LICENSE'] })['license-copy']).toBe(
      'not_found',
    )
  })

  it('cannot be told where nothing was listed', () => {
    expect(duties('llama3.1', { files: null })['license-copy']).toBe('cannot_tell')
  })

  it('are none where the base asks nothing', () => {
    expect(duties('cc0-1.0', {})).toEqual({})
  })
})
