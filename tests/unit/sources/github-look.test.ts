import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing'

/** A repository with its model on the Hub, looked at: what is asked, what is kept, and what a silence costs. */

const kept = vi.hoisted(() => new Map<string, { value: unknown; age: number }>())
vi.mock('../../../lib/platform/cache', () => ({
  readCache: async (key: string, maxAge: number) => {
    const entry = kept.get(key)
    return entry && entry.age <= maxAge ? entry.value : undefined
  },
  writeCache: async (key: string, value: unknown) =>
    void kept.set(key, { value: JSON.parse(JSON.stringify(value)), age: 0 }),
}))

const SHA = 'c'.repeat(40)
const REFS = `001e# service=git-upload-pack\n00000153${SHA} HEAD\0multi_ack\n003d${SHA} refs/heads/main\n0000`
const README =
  '# Rocket\n\nWe release Rocket, a language model.\n\n[A](https://huggingface.co/acme/comet-1b) [B](https://huggingface.co/acme/rocket-7b)\n'
const FILES = ['README.md', 'LICENSE', 'train.py']
const REQUEST = {
  site: 'github',
  id: 'acme/rocket',
  lastModified: null,
  renderedCard: null,
  knownOnly: false,
} as const

const answers = (hub: (path: string) => Response) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: URL | string) => {
    const url = new URL(`${input}`)
    // The extension's own files.
    if (!url.protocol.startsWith('https')) return new Response('', { status: 404 })
    asked.push(`${url.hostname}${url.pathname}`)
    if (url.hostname === 'huggingface.co') return hub(url.pathname)
    if (url.pathname.endsWith('info/refs')) return new Response(REFS)
    if (url.pathname.includes('git/trees'))
      return new Response(JSON.stringify({ tree: FILES.map((path) => ({ path, type: 'blob' })) }))
    return new Response(url.pathname.endsWith('README.md') ? README : 'MIT License\n')
  })
  return asked
}
const model = (id: string, card: string) => (path: string) => {
  if (path === `/api/models/${id}`)
    return new Response(
      JSON.stringify({
        id,
        sha: SHA,
        cardData: { base_model: ['other/base'] },
        siblings: [{ rfilename: 'README.md' }, { rfilename: 'model.safetensors' }],
      }),
    )
  if (path.startsWith(`/${id}/raw/`)) return new Response(card)
  return new Response('', { status: 401 })
}

/** A worker that has just started. */
const look = async () => {
  vi.resetModules()
  return (await import('../../../lib/sources/look')).look
}

describe('a model’s repository', () => {
  beforeEach(() => {
    fakeBrowser.reset()
    kept.clear()
  })
  afterEach(() => void vi.unstubAllGlobals())

  it('is joined with the model of its name, not with the first of its owner', async () => {
    const asked = answers(model('acme/rocket-7b', '# Rocket 7B'))
    const facts = await (await look())(REQUEST)
    expect(facts.components.weights_final.status).toBe('present')
    expect(facts.subject.isModel).toBe(true)
    expect(asked.filter((address) => address.includes('comet'))).toEqual([])
    expect(asked.filter((address) => address.startsWith('api.github.com'))).toHaveLength(1)
  })

  it('is not joined with one whose card calls another repository its own', async () => {
    answers((path) =>
      path.includes('rocket-7b')
        ? new Response('', { status: 404 })
        : model('acme/comet-1b', '# Comet\n\n- **Repository:** https://github.com/acme/comet\n')(path),
    )
    const facts = await (await look())(REQUEST)
    expect(facts.components.weights_final.status).not.toBe('present')
  })

  it('for whose model nobody answered is shown, and looked at again on the next visit', async () => {
    answers(() => new Response('', { status: 503 }))
    const facts = await (await look())(REQUEST)
    expect(facts.depth).toBe('look')
    expect(facts.components.training_code.status).toBe('present')
    expect(facts.faults).toContainEqual({ id: 'network', detail: 'part' })
    const asked = answers(model('acme/rocket-7b', '# Rocket 7B'))
    expect((await (await look())(REQUEST)).components.weights_final.status).toBe('present')
    // The repository itself was read whole, and is not asked again.
    expect(asked.filter((address) => !address.startsWith('huggingface.co'))).toEqual([])
  })

  it('is not kept after a look that lacked something, also where it was followed further', async () => {
    answers((path) =>
      path.startsWith('/api/models/acme/rocket-7b')
        ? model('acme/rocket-7b', '')(path)
        : new Response('', { status: 503 }),
    )
    vi.resetModules()
    const { look: first, lookFurther } = await import('../../../lib/sources/look')
    const limited = new Response('{"message":"API rate limit exceeded"}', {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'retry-after': '60' },
    })
    const asking = fetch
    vi.stubGlobal('fetch', async (url: URL) =>
      `${url}`.includes('git/trees') ? limited.clone() : asking(url),
    )
    expect((await first(REQUEST)).faults.map(({ id }) => id)).toContain('github-limit')
    await lookFurther(REQUEST)
    expect([...kept.keys()].filter((key) => key.startsWith('facts/'))).toEqual([])
  })

  it('known as one is asked about again from a page that shows no sign, and no other is', async () => {
    answers(model('acme/rocket-7b', '# Rocket 7B'))
    await (await look())(REQUEST)
    for (const entry of kept.values()) entry.age = 3 * 24 * 60 * 60 * 1_000
    const asked = answers(model('acme/rocket-7b', '# Rocket 7B'))
    const again = await (await look())({ ...REQUEST, knownOnly: true })
    expect(again.subject.isModel).toBe(true)
    expect(asked).toContain('github.com/acme/rocket.git/info/refs')
    asked.length = 0
    const other = await (await look())({ ...REQUEST, id: 'acme/other', knownOnly: true })
    expect([other.depth, asked]).toEqual(['glance', []])
  })
})
