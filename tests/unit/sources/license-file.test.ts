import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** A tiny raw.githubusercontent.com: paths to texts; a number is a status; everything else is 404. */
async function repository(routes: Record<string, string | number>) {
  const asked: string[] = []
  await fakeBrowser.storage.session.clear()
  vi.resetModules()
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.hostname + url.pathname)
    const body = routes[url.pathname] ?? 404
    return typeof body === 'number' ? new Response('', { status: body }) : new Response(body)
  })
  return { asked, ...(await import('../../../lib/sources/license-file')) }
}

describe("a repository's licence file", () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('is asked for by its commonest name first, at the default branch', async () => {
    const { asked, fetchRepositoryLicense } = await repository({ '/acme/rocket/HEAD/LICENSE': 'MIT License' })
    expect(await fetchRepositoryLicense('acme/rocket')).toEqual({
      state: 'ok',
      path: 'LICENSE',
      text: 'MIT License',
    })
    expect(asked).toEqual(['raw.githubusercontent.com/acme/rocket/HEAD/LICENSE'])
  })

  it('is found under another name', async () => {
    const { asked, fetchRepositoryLicense } = await repository({ '/acme/rocket/HEAD/LICENSE.md': 'MIT' })
    expect(await fetchRepositoryLicense('acme/rocket')).toMatchObject({ state: 'ok', path: 'LICENSE.md' })
    expect(asked).toHaveLength(3)
  })

  it('is missing after four names', async () => {
    const { asked, fetchRepositoryLicense } = await repository({})
    expect(await fetchRepositoryLicense('acme/rocket')).toEqual({ state: 'missing' })
    expect(asked).toHaveLength(4)
  })

  it.each([
    [429, 'limited'],
    [500, 'failed'],
  ])('is not looked for further after %s', async (status, state) => {
    const { asked, fetchRepositoryLicense } = await repository({ '/acme/rocket/HEAD/LICENSE': status })
    expect(await fetchRepositoryLicense('acme/rocket')).toEqual({ state })
    expect(asked).toHaveLength(1)
  })

  it('is cut at half a megabyte', async () => {
    const { fetchLicenseFile } = await repository({ '/acme/rocket/HEAD/LICENSE': 'x'.repeat(600 * 1024) })
    const answer = await fetchLicenseFile(
      'https://raw.githubusercontent.com/acme/rocket/HEAD/LICENSE',
      'LICENSE',
    )
    expect(answer.state === 'ok' && answer.text.length).toBe(512 * 1024)
  })
})
