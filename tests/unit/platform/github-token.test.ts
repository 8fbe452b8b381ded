import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing'
import { loadGithubToken, saveGithubToken } from '../../../lib/platform/github-token'
import { fetchText } from '../../../lib/sources/fetch'

const TOKEN = `ghp_${'a1B2'.repeat(9)}`

describe("the reader's token for GitHub's API", () => {
  beforeEach(() => fakeBrowser.reset())
  afterEach(() => void vi.unstubAllGlobals())

  it('is kept on this device only, and forgotten when it is emptied', async () => {
    expect(await saveGithubToken(` ${TOKEN} `)).toBe(true)
    expect(await loadGithubToken()).toBe(TOKEN)
    expect(await fakeBrowser.storage.sync.get()).toEqual({})
    expect(await saveGithubToken('')).toBe(true)
    expect(await loadGithubToken()).toBeNull()
  })

  it.each(['password', 'ghp_short', `Bearer ${TOKEN}`, `${TOKEN}\nX-Evil: 1`, 'hf_abcdefghijklmnopqrstuvwx'])(
    'is not %j',
    async (text) => {
      expect(await saveGithubToken(text)).toBe(false)
      expect(await loadGithubToken()).toBeNull()
    },
  )

  const asking = (status = 200) => {
    const sent: [host: string, authorization: string | null][] = []
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      const authorization = new Headers(init.headers).get('authorization')
      sent.push([url.hostname, authorization])
      return new Response('{}', { status: authorization === null ? 200 : status })
    })
    return sent
  }

  it('goes to api.github.com and to nobody else', async () => {
    await saveGithubToken(TOKEN)
    const sent = asking()
    for (const address of [
      'https://api.github.com/repos/a/b/commits/HEAD',
      'https://github.com/a/b.git/info/refs',
      'https://raw.githubusercontent.com/a/b/HEAD/README.md',
      'https://huggingface.co/api/models/a/b',
    ])
      await fetchText(address, { maxLength: 10 })
    expect(sent).toEqual([
      ['api.github.com', `Bearer ${TOKEN}`],
      ['github.com', null],
      ['raw.githubusercontent.com', null],
      ['huggingface.co', null],
    ])
  })

  it('is left out where GitHub no longer takes it', async () => {
    await saveGithubToken(TOKEN)
    const sent = asking(401)
    expect(await fetchText('https://api.github.com/repos/a/b', { maxLength: 10 })).toMatchObject({
      state: 'ok',
    })
    expect(sent.map(([, authorization]) => authorization)).toEqual([`Bearer ${TOKEN}`, null])
  })

  it('that GitHub no longer takes is offered once, not with every request', async () => {
    await saveGithubToken(`${TOKEN}x`)
    const sent = asking(401)
    for (const path of ['commits/HEAD', 'git/trees/main', 'git/trees/other'])
      await fetchText(`https://api.github.com/repos/a/b/${path}`, { maxLength: 10 })
    expect(sent.filter(([, authorization]) => authorization !== null)).toHaveLength(1)
    expect(sent).toHaveLength(4)
  })

  it('is asked with at once, though without it the hour was used up', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'retry-after': '600' }
    vi.stubGlobal('fetch', async (_: URL, init: RequestInit) =>
      new Headers(init.headers).has('authorization')
        ? new Response('{}')
        : new Response('{}', { status: 403, headers }),
    )
    const address = 'https://api.github.com/repos/a/b'
    expect(await fetchText(address, { maxLength: 10 })).toEqual({ state: 'limited' })
    await saveGithubToken(`${TOKEN}y`)
    expect(await fetchText(address, { maxLength: 10 })).toMatchObject({ state: 'ok' })
  })
})
