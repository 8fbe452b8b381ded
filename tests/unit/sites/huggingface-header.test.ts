// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { huggingface } from '../../../lib/sites/huggingface'
import type { Place } from '../../../lib/sites/site'

const place = (id: string): Place => ({ site: 'huggingface', id, tab: 'card', revision: null })

function header(props: string): void {
  const island = document.createElement('div')
  island.dataset.target = 'ModelHeader'
  island.dataset.props = props
  document.body.replaceChildren(island)
}

describe('the header of a model page', () => {
  beforeEach(() => document.body.replaceChildren())

  it('tells the id, the last change and the model object without any request', () => {
    header(
      JSON.stringify({
        model: { id: 'allenai/OLMo-7B', lastModified: '2024-07-16T18:01:38.000Z', gated: false },
      }),
    )
    expect(huggingface.glimpse(document, place('allenai/OLMo-7B'))).toEqual({
      id: 'allenai/OLMo-7B',
      lastModified: '2024-07-16T18:01:38.000Z',
      model: { id: 'allenai/OLMo-7B', lastModified: '2024-07-16T18:01:38.000Z', gated: false },
      unreadable: false,
      home: 'huggingface',
      certain: true,
      worth: true,
    })
  })

  it('completes a one-segment address', () => {
    header(JSON.stringify({ model: { id: 'openai-community/gpt2' } }))
    expect(huggingface.glimpse(document, place('gpt2'))?.id).toBe('openai-community/gpt2')
  })

  it.each(['', 'not json', '{"model":5}', '[]', 'null', '{"model":{"id":7}}'])(
    'that cannot be read (%s) leaves the address',
    (props) => {
      header(props)
      expect(huggingface.glimpse(document, place('a/b'))).toEqual({
        id: 'a/b',
        lastModified: null,
        model: null,
        unreadable: true,
        home: 'huggingface',
        certain: true,
        worth: true,
      })
    },
  )

  it('of another model is not believed', () => {
    header(JSON.stringify({ model: { id: 'x/y' } }))
    expect(huggingface.glimpse(document, place('a/b'))).toMatchObject({ id: 'a/b', unreadable: true })
  })

  it('is not there on an owner page', () => {
    expect(huggingface.glimpse(document, place('Qwen'))).toBeNull()
    expect(
      huggingface.anchor(document, { site: 'huggingface', id: 'a/b', tab: 'card', revision: null }),
    ).toBeNull()
  })

  it('follows the class that the site sets for dark pages', () => {
    document.documentElement.className = 'dark'
    expect(huggingface.theme(document)).toBe('dark')
    document.documentElement.className = ''
    expect(huggingface.theme(document)).toBe('light')
  })
})
