import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchRepository, lookUpRepository, readRefs } from '../../../lib/sources/github'

/** What is kept, with its age in milliseconds. */
const kept = vi.hoisted(() => new Map<string, { value: unknown; age: number }>())
vi.mock('../../../lib/platform/cache', () => ({
  readCache: async (key: string, maxAge: number) => {
    const entry = kept.get(key)
    return entry && entry.age <= maxAge ? entry.value : undefined
  },
  writeCache: async (key: string, value: unknown) => void kept.set(key, { value, age: 0 }),
}))

const SHA = 'c'.repeat(40)
const refs = (...names: string[]) =>
  `001e# service=git-upload-pack\n00000153${SHA} HEAD\0multi_ack\n${names.map((name) => `003d${SHA} ${name}\n`).join('')}0000`

describe('the refs of a repository', () => {
  it('are head, branches and tags, without pull requests and peeled tags', () => {
    const text = refs(
      'refs/heads/main',
      'refs/pull/12/head',
      'refs/tags/v1.0',
      'refs/tags/v1.0^{}',
      'refs/tags/step-1000',
    )
    expect(readRefs(text)).toEqual({ revision: SHA, refs: ['main', 'v1.0', 'step-1000'] })
  })

  it.each([
    '',
    '<html>',
    `003d${SHA} refs/heads/main\n`,
    '0000'.repeat(5_000),
    `0153${'z'.repeat(40)} HEAD\0`,
  ])('are nothing in %j', (text) => {
    expect(readRefs(text)).toBeNull()
  })

  it('are bounded', () => {
    const text = refs(...Array.from({ length: 5_000 }, (_, index) => `refs/tags/t${index}`))
    expect(readRefs(text)?.refs).toHaveLength(500)
  })
})

describe('a repository on GitHub', () => {
  beforeEach(() => kept.clear())
  afterEach(() => void vi.unstubAllGlobals())

  const answering = (routes: Record<string, Response | (() => Response)>) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: URL) => {
      const address = `${url.hostname}${url.pathname}`
      asked.push(address)
      const found = Object.entries(routes).find(([part]) => address.includes(part))?.[1]
      return (typeof found === 'function' ? found() : found?.clone()) ?? new Response('', { status: 404 })
    })
    return asked
  }
  const TREE = JSON.stringify({
    tree: [
      { path: 'README.rst', type: 'blob', size: 1 },
      { path: 'LICENSE-CODE', type: 'blob', size: 1 },
      { path: 'LICENSE-MODEL', type: 'blob', size: 1 },
      { path: 'src', type: 'tree' },
      { path: 'src/train.py', type: 'blob' },
      { path: 'linked', type: 'commit' },
    ],
  })

  it('falls back on the API for its head where git does not answer', async () => {
    const asked = answering({
      'commits/HEAD': new Response(JSON.stringify({ sha: SHA })),
      'git/trees': new Response(TREE),
    })
    const found = await fetchRepository('acme/rocket')
    expect(found).toMatchObject({ site: 'github', revision: SHA, refs: null, filesTruncated: false })
    expect(asked.filter((address) => address.startsWith('api.github.com'))).toHaveLength(2)
  })

  it('reads the README and the licence of the code, files only, at the commit', async () => {
    const asked = answering({
      'info/refs': new Response(refs('refs/tags/v2.1.0')),
      'git/trees': new Response(TREE),
    })
    const found = await fetchRepository('acme/rocket')
    expect(typeof found === 'object' && found?.files?.map(({ path }) => path)).toEqual([
      'README.rst',
      'LICENSE-CODE',
      'LICENSE-MODEL',
      'src/train.py',
    ])
    expect(asked).toContain(`raw.githubusercontent.com/acme/rocket/${SHA}/README.rst`)
    expect(asked).toContain(`raw.githubusercontent.com/acme/rocket/${SHA}/LICENSE-CODE`)
    expect(asked).toContain(`raw.githubusercontent.com/acme/rocket/${SHA}/LICENSE-MODEL`)
    expect(asked).toHaveLength(5)
  })

  it('is not asked about for a day, and then only whether its head has moved', async () => {
    const raw = { 'raw.githubusercontent': () => new Response('Some text') }
    const asked = answering({
      ...raw,
      'info/refs': () => new Response(refs()),
      'git/trees': () => new Response(TREE),
    })
    await fetchRepository('acme/rocket')
    await fetchRepository('Acme/Rocket')
    expect(asked).toHaveLength(5)
    for (const entry of kept.values()) entry.age = 3 * 24 * 60 * 60 * 1_000
    asked.length = 0
    expect(await fetchRepository('acme/rocket')).toMatchObject({ revision: SHA })
    expect(asked).toEqual(['github.com/acme/rocket.git/info/refs'])
    for (const entry of kept.values()) entry.age = 3 * 24 * 60 * 60 * 1_000
    asked.length = 0
    const moved = 'd'.repeat(40)
    const later = answering({
      ...raw,
      'info/refs': () => new Response(refs().replaceAll(SHA, moved)),
      'git/trees': () => new Response(TREE),
    })
    expect(await fetchRepository('acme/rocket')).toMatchObject({ revision: moved })
    expect(later.filter((address) => address.startsWith('api.github.com'))).toHaveLength(1)
  })

  /** As if the worker had looked three days ago. */
  const later = () => {
    for (const entry of kept.values()) entry.age = 3 * 24 * 60 * 60 * 1_000
  }

  it('is only asked whether its head has changed, where the API told of it before', async () => {
    const seen: (string | null)[] = []
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      if (url.pathname.endsWith('commits/HEAD')) {
        const etag = new Headers(init.headers).get('if-none-match')
        seen.push(etag)
        return etag === '"one"'
          ? new Response(null, { status: 304 })
          : new Response(JSON.stringify({ sha: SHA }), { headers: { etag: '"one"' } })
      }
      if (url.pathname.includes('git/trees')) return new Response(TREE)
      return url.hostname === 'github.com' ? new Response('', { status: 503 }) : new Response('Some text')
    })
    await fetchRepository('acme/rocket')
    later()
    expect(await fetchRepository('acme/rocket')).toMatchObject({ revision: SHA, card: 'Some text' })
    expect(seen).toEqual([null, '"one"'])
  })

  it('is asked about under its new name, once git has told of it', async () => {
    const asked = answering({
      'info/refs': () => {
        const moved = new Response(refs())
        Object.defineProperty(moved, 'url', {
          value: 'https://github.com/acme/comet.git/info/refs?service=x',
        })
        return moved
      },
      'git/trees': () => new Response(TREE),
      'raw.githubusercontent': () => new Response('Some text'),
    })
    await fetchRepository('acme/rocket')
    expect(asked.filter((address) => !address.startsWith('github.com'))).toEqual(
      expect.arrayContaining([`api.github.com/repos/acme/comet/git/trees/${SHA}`]),
    )
    expect(asked.filter((address) => address.includes('acme/rocket'))).toHaveLength(1)
  })

  const LIMITED = () =>
    new Response('{"message":"API rate limit exceeded"}', {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${Math.ceil(Date.now() / 1_000) + 1}` },
    })

  it('whose hour is used up stays known as it was, and the limit is said', async () => {
    answering({
      'info/refs': () => new Response(refs()),
      'git/trees': () => new Response(TREE),
      'raw.githubusercontent': () => new Response('Some text'),
    })
    await lookUpRepository('acme/rocket')
    later()
    answering({
      'info/refs': () => new Response(refs().replaceAll(SHA, 'd'.repeat(40))),
      'git/trees': LIMITED,
    })
    const { source, faults } = await lookUpRepository('acme/rocket')
    expect(faults).toEqual([{ source: 'api', state: 'limited', gated: false }])
    expect(source).toMatchObject({ revision: SHA, card: 'Some text' })
    await new Promise((resolve) => setTimeout(resolve, 2_100))
  })

  it('whose hour is used up is read as far as its raw files go, and nothing of that is kept', async () => {
    answering({
      'info/refs': () => new Response(refs('refs/tags/v1')),
      'git/trees': LIMITED,
      'raw.githubusercontent': () => new Response('Some text'),
    })
    const { source, faults } = await lookUpRepository('acme/rocket')
    expect(faults).toEqual([{ source: 'api', state: 'limited', gated: false }])
    // Files were not seen: that is not the same as none.
    expect(source).toMatchObject({
      revision: SHA,
      files: null,
      card: 'Some text',
      texts: { LICENSE: 'Some text' },
      refs: ['v1'],
    })
    expect(kept.size).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
  })

  it('whose README cannot be had now says so, and is asked again', async () => {
    answering({
      'info/refs': () => new Response(refs()),
      'git/trees': () => new Response(TREE),
      'raw.githubusercontent': () => new Response('', { status: 500 }),
    })
    const { source, faults } = await lookUpRepository('acme/rocket')
    expect(source).toMatchObject({ card: null })
    expect(faults).toEqual([{ source: 'card', state: 'failed', gated: false }])
    expect(kept.size).toBe(0)
  })

  it('that is empty was looked at, and holds nothing', async () => {
    answering({
      'commits/HEAD': () => new Response('{"message":"Git Repository is empty."}', { status: 409 }),
    })
    expect(await fetchRepository('acme/rocket')).toMatchObject({ files: [], card: '', revision: null })
  })

  it('of a hundred thousand files is listed as far as GitHub lists it, and said to be cut', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ path: `f${index}.py`, type: 'blob' }))
    const body = JSON.stringify({ tree: many, truncated: true })
    answering({ 'info/refs': new Response(refs()), 'git/trees': () => new Response(body) })
    const found = await fetchRepository('acme/rocket')
    expect(found).toMatchObject({ filesTruncated: true })
    expect(typeof found === 'object' && found?.files?.length).toBe(100_000)
    // A long list is kept by its commit like any other.
    later()
    const again = answering({ 'info/refs': () => new Response(refs()) })
    const second = await fetchRepository('acme/rocket')
    expect(typeof second === 'object' && second?.files?.at(-1)).toEqual({
      path: 'f99999.py',
      size: null,
      sha256: null,
    })
    expect(again).toEqual(['github.com/acme/rocket.git/info/refs'])
  })

  it('is not there where neither git nor the API knows it, and not known where nobody answers', async () => {
    answering({})
    expect(await fetchRepository('acme/rocket')).toBe('missing')
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')))
    expect(await fetchRepository('acme/rocket')).toBeNull()
  })

  it.each(['../x', 'a/b/c', 'a/../../b', 'https://x/y', 'a b/c', ''])('is never made of %j', async (id) => {
    const asked = answering({})
    expect(await fetchRepository(id)).toBe('missing')
    expect(asked).toEqual([])
  })
})
