import { afterEach, describe, expect, it, vi } from 'vitest'
import { lookAtHubModel } from '../../../lib/sources/hub'

const SHA = '4f2c91a0000000000000000000000000000000aa'

/** A tiny Hub: paths to answers; everything else is 401, as the Hub answers for what is not there. */
function hub(routes: Record<string, unknown>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.pathname)
    const body = routes[url.pathname]
    if (body === undefined) return new Response('{"error":"Invalid username or password."}', { status: 401 })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: 200 })
  })
  return asked
}

const model = (extra: object = {}) => ({
  id: 'o/m',
  sha: SHA,
  siblings: ['README.md', 'LICENSE', 'model.safetensors'].map((rfilename) => ({ rfilename })),
  ...extra,
})

describe('a look at a model on the Hub', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('asks for the model, its card, refs and licence file, pinned to the revision', async () => {
    const asked = hub({
      '/api/models/o/m': model(),
      [`/o/m/raw/${SHA}/README.md`]: '# Card',
      [`/o/m/raw/${SHA}/LICENSE`]: 'MIT License',
      '/api/models/o/m/refs': {
        branches: [{ name: 'main' }, { name: 'step1000' }],
        tags: [{ name: 'v1' }],
        converts: [],
      },
    })
    const { snapshot, faults } = await lookAtHubModel('o/m')
    expect(faults).toEqual([])
    expect(snapshot).toMatchObject({
      id: 'o/m',
      revision: SHA,
      card: '# Card',
      refs: ['main', 'step1000', 'v1'],
      texts: { LICENSE: 'MIT License' },
    })
    expect(asked).toHaveLength(4)
  })

  it('asks at most six times, with at most two bases', async () => {
    const bases = ['b/one', 'b/two', 'b/three']
    const asked = hub({
      '/api/models/o/m': model({ cardData: { base_model: bases } }),
      '/api/models/b/one': { id: 'b/one' },
    })
    const { snapshot } = await lookAtHubModel('o/m')
    expect(asked).toHaveLength(6)
    expect(snapshot?.linked).toMatchObject({
      'https://huggingface.co/b/one': { id: 'b/one' },
      'https://huggingface.co/b/two': 'denied',
    })
  })

  it('never asks for itself, a path or an address given as base', async () => {
    const asked = hub({
      '/api/models/o/m': model({
        siblings: [],
        cardData: { base_model: ['O/M', '../x', 'https://evil.example/a/b', 'a/b/c'] },
      }),
    })
    await lookAtHubModel('o/m')
    expect(asked).toEqual(['/api/models/o/m', '/api/models/o/m/refs'])
  })

  it('reads a missing card as looked at and empty, and a gated one as not seen', async () => {
    hub({ '/api/models/o/m': model({ siblings: [{ rfilename: 'config.json' }] }) })
    expect((await lookAtHubModel('o/m')).snapshot?.card).toBe('')
    hub({ '/api/models/o/m': model() })
    const gated = await lookAtHubModel('o/m')
    expect(gated.snapshot?.card).toBeNull()
    expect(gated.faults.map((fault) => fault.source)).toEqual(['card', 'refs'])
  })

  it('takes no path from an answer', async () => {
    const asked = hub({ '/api/models/o/m': model({ id: '../../settings', sha: '../x' }) })
    await lookAtHubModel('o/m')
    expect(
      asked.every((path) => path.startsWith('/o/m/raw/main/') || path.startsWith('/api/models/o/m')),
    ).toBe(true)
    expect(await lookAtHubModel('../x')).toMatchObject({ snapshot: null })
  })

  it('takes the card off the open page where the stored one is behind a gate', async () => {
    hub({ '/api/models/o/m': model(), '/api/models/o/m/refs': { branches: [], tags: [] } })
    const { snapshot, faults } = await lookAtHubModel('o/m', '<h1>Card</h1>')
    expect(snapshot).toMatchObject({ card: null, cardHtml: '<h1>Card</h1>' })
    expect(faults).toEqual([])
  })

  it('of a model that is not there says so', async () => {
    hub({})
    expect(await lookAtHubModel('o/gone')).toEqual({
      snapshot: null,
      faults: [{ source: 'api', state: 'denied', gated: false }],
    })
  })

  it('survives answers that are no JSON or another shape', async () => {
    hub({ '/api/models/o/m': '<html>' })
    expect((await lookAtHubModel('o/m')).snapshot).toBeNull()
    hub({ '/api/models/o/m': { id: 5, siblings: 'x', cardData: [] }, '/api/models/o/m/refs': '[]' })
    expect((await lookAtHubModel('o/m')).snapshot).toMatchObject({ id: 'o/m', refs: null })
  })
})
