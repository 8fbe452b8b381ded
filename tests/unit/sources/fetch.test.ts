import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

type Fetch = typeof import('../../../lib/sources/fetch')

const answers = (status: number, body = '', headers: Record<string, string> = {}) =>
  vi.fn<(input: URL, init: RequestInit) => Promise<Response>>(
    async () => new Response(body, { status, headers }),
  )

async function client(mock: unknown): Promise<Fetch['fetchText']> {
  await fakeBrowser.storage.session.clear()
  return nextWorker(mock)
}

/** The client of a worker that was ended and has started again in the same browser. */
async function nextWorker(mock: unknown): Promise<Fetch['fetchText']> {
  vi.resetModules()
  vi.stubGlobal('fetch', mock)
  return (await import('../../../lib/sources/fetch')).fetchText
}

const API = 'https://huggingface.co/api/models/a/b'

describe('the one fetch client', () => {
  beforeEach(() => void vi.useRealTimers())
  afterEach(() => void vi.unstubAllGlobals())

  it('asks without cookies and without a referrer', async () => {
    const mock = answers(200, '{}')
    const fetchText = await client(mock)
    expect(await fetchText(API, { maxLength: 100 })).toMatchObject({ state: 'ok', text: '{}' })
    expect(mock.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
  })

  it.each(['https://example.org/x', 'http://huggingface.co/x', 'https://huggingface.co.example.org/'])(
    'never asks %s',
    async (url) => {
      const mock = answers(200, 'x')
      const fetchText = await client(mock)
      expect(await fetchText(url, { maxLength: 100 })).toEqual({ state: 'failed', status: null })
      expect(mock).not.toHaveBeenCalled()
    },
  )

  it.each([
    [404, { state: 'missing' }],
    [410, { state: 'missing' }],
    [401, { state: 'denied', gated: false }],
    [403, { state: 'denied', gated: false }],
    [500, { state: 'failed', status: 500 }],
    [503, { state: 'failed', status: 503 }],
  ])('reads %i for what it is', async (status, expected) => {
    expect(await (await client(answers(status)))(API, { maxLength: 100 })).toEqual(expected)
  })

  it('knows a gate from a model that is not there', async () => {
    const fetchText = await client(answers(401, '', { 'x-error-code': 'GatedRepo' }))
    expect(await fetchText(API, { maxLength: 100 })).toEqual({ state: 'denied', gated: true })
  })

  it('knows a 403 that means too much was asked, and waits until the hour ends', async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000 })
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(1_800_000_000 + 1_800) }
    const mock = answers(403, '{"message":"API rate limit exceeded"}', headers)
    const fetchText = await client(mock)
    const github = 'https://api.github.com/repos/a/b/commits/HEAD'
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    vi.advanceTimersByTime(29 * 60_000)
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(mock).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(2 * 60_000)
    await fetchText(github, { maxLength: 100 })
    expect(mock).toHaveBeenCalledTimes(2)
  })

  it('knows GitHub’s second limit, a 403 that says how long to wait', async () => {
    const mock = answers(403, '{"message":"You have exceeded a secondary rate limit"}', {
      'retry-after': '60',
    })
    const fetchText = await client(mock)
    const github = 'https://api.github.com/repos/a/b/commits/HEAD'
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(mock).toHaveBeenCalledTimes(1)
    expect(await (await client(answers(403)))(github, { maxLength: 100 })).toEqual({
      state: 'denied',
      gated: false,
    })
  })

  it('knows it by its words where no header says so, and then waits a minute', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] })
    const body = '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}'
    const mock = answers(403, body)
    const fetchText = await client(mock)
    const github = 'https://api.github.com/repos/a/b/commits/HEAD'
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    vi.setSystemTime(59_000)
    expect(await fetchText(github, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(mock).toHaveBeenCalledTimes(1)
  })

  it('asks whether an answer has changed by its etag, and is told that it has not', async () => {
    vi.resetModules()
    const mock = vi.fn(async (_: URL, init: RequestInit) =>
      new Headers(init.headers).get('if-none-match') === 'W/"abc"'
        ? new Response(null, { status: 304 })
        : new Response('{}', { headers: { etag: 'W/"abc"' } }),
    )
    vi.stubGlobal('fetch', mock)
    const { fetchIfChanged } = await import('../../../lib/sources/fetch')
    const github = 'https://api.github.com/repos/a/b/commits/HEAD'
    const first = await fetchIfChanged(github, { maxLength: 100 }, null)
    expect(first).toMatchObject({ state: 'ok', etag: 'W/"abc"' })
    expect(await fetchIfChanged(github, { maxLength: 100 }, 'W/"abc"')).toEqual({ state: 'unchanged' })
    expect(await fetchIfChanged(github, { maxLength: 100 }, 'W/"old"')).toMatchObject({ state: 'ok' })
  })

  it('leaves a host alone after 429 for as long as it asks', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] })
    const mock = answers(429, '', { ratelimit: '"api";r=0;t=90' })
    const fetchText = await client(mock)
    expect(await fetchText(API, { maxLength: 100 })).toEqual({ state: 'limited' })
    vi.setSystemTime(89_000)
    expect(await fetchText(API, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(mock).toHaveBeenCalledTimes(1)
    vi.setSystemTime(91_000)
    await fetchText(API, { maxLength: 100 })
    expect(mock).toHaveBeenCalledTimes(2)
  })

  it('keeps its patience when its worker is ended in between', async () => {
    const mock = answers(429, '', { 'retry-after': '90' })
    await (await client(mock))(API, { maxLength: 100 })
    expect(await (await nextWorker(mock))(API, { maxLength: 100 })).toEqual({ state: 'limited' })
    expect(mock).toHaveBeenCalledTimes(1)
  })

  it('asks again at once where the clock was set back: nobody asks for a year of patience', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 5, 1), toFake: ['Date'] })
    const mock = answers(429, '', { 'retry-after': '90' })
    const fetchText = await client(mock)
    await fetchText(API, { maxLength: 100 })
    vi.setSystemTime(Date.UTC(2026, 5, 1))
    await fetchText(API, { maxLength: 100 })
    expect(mock).toHaveBeenCalledTimes(2)
  })

  it('stops reading at the bound', async () => {
    const fetchText = await client(answers(200, 'x'.repeat(5_000)))
    expect(await fetchText(API, { maxLength: 1_000 })).toMatchObject({
      state: 'ok',
      truncated: true,
      text: 'x'.repeat(1_000),
    })
  })

  it('never rejects without a network', async () => {
    const fetchText = await client(async () => {
      throw new TypeError('offline')
    })
    expect(await fetchText(API, { maxLength: 100 })).toEqual({ state: 'failed', status: null })
  })
})
