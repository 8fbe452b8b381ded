import { beforeEach, describe, expect, it, vi } from 'vitest'

const listeners: Record<string, (...values: unknown[]) => unknown> = {}
const calls: [name: string, value: unknown][] = []
const on = (name: string) => ({
  addListener: (listener: (...values: unknown[]) => unknown) => {
    listeners[name] = listener
  },
})

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { onInstalled: on('installed'), getURL: (path: string) => `ext://id${path}` },
    i18n: { getMessage: (key: string, words: string[] = []) => [key, ...words].join(' ') },
    contextMenus: {
      create: (item: unknown) => calls.push(['menu', item]),
      onClicked: on('clicked'),
    },
    omnibox: {
      onInputChanged: on('changed'),
      onInputEntered: on('entered'),
      setDefaultSuggestion: (suggestion: unknown) => calls.push(['suggest', suggestion]),
    },
    windows: {
      create: async (options: unknown) => {
        calls.push(['window', options])
      },
    },
  },
}))

const { offerShortcuts } = await import('../../../lib/platform/license-shortcuts')

describe('the ways to the licence check', () => {
  beforeEach(() => {
    calls.length = 0
    offerShortcuts(async (query) => (query === 'mit' ? 'MIT: <yes> & more' : null))
  })

  it('put an entry on links to models, and open what was clicked', () => {
    listeners.installed?.()
    expect(calls[0]).toMatchObject(['menu', { contexts: ['link'] }])
    listeners.clicked?.({ menuItemId: 'check-license', linkUrl: 'https://huggingface.co/a/b?x=1' })
    expect(calls[1]).toMatchObject([
      'window',
      { url: 'ext://id/popup.html?check=https%3A%2F%2Fhuggingface.co%2Fa%2Fb%3Fx%3D1', type: 'popup' },
    ])
    listeners.clicked?.({ menuItemId: 'another', linkUrl: 'https://huggingface.co/a/b' })
    expect(calls).toHaveLength(2)
  })

  it('answer in the address bar without markup, and offer to look where nothing is known', async () => {
    await listeners.changed?.('mit')
    expect(calls[0]).toEqual(['suggest', { description: 'MIT:  yes    more' }])
    await listeners.changed?.('a/b')
    expect(calls[1]).toEqual(['suggest', { description: 'omnibox_hint a/b' }])
    listeners.entered?.('llama3.1')
    expect(calls[2]).toMatchObject(['window', { url: 'ext://id/popup.html?check=llama3.1' }])
  })
})
