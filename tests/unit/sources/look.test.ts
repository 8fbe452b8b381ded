import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { look, lookFurther } from '../../../lib/sources/look'

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock('../../../lib/platform/cache', () => ({
  readCache: async (key: string) => kept.get(key),
  writeCache: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
}))
vi.mock('../../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

type Answers = Record<string, unknown>

/** A Hub: paths to answers; a number is a status, `null` no answer at all, everything else 404. */
function hub(routes: Answers): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.hostname + url.pathname)
    const body = url.pathname in routes ? routes[url.pathname] : 404
    if (body === null) throw new TypeError('no network')
    if (typeof body === 'number') return new Response('', { status: body, headers: { 'retry-after': '90' } })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body))
  })
  return asked
}

/** Each test has a model of its own: the worker remembers what it looked at. */
let count = 0
function model() {
  count += 1
  const id = `acme/rocket-${count}`
  const refs = `/api/models/${id}/refs`
  const routes: Answers = {
    [`/api/models/${id}`]: {
      id,
      sha: 'c'.repeat(40),
      siblings: [{ rfilename: 'README.md' }, { rfilename: 'model.safetensors' }],
      tags: ['arxiv:2402.00838'],
      cardData: { base_model: 'acme/seed', datasets: ['acme/corpus'] },
    },
    [`/${id}/raw/${'c'.repeat(40)}/README.md`]:
      '---\nbase_model: acme/seed\ndatasets: [acme/corpus]\n---\n# Rocket\n\n## Training data\n\nTrained on [acme/corpus](https://huggingface.co/datasets/acme/corpus).\n',
    [refs]: { branches: [{ name: 'main' }], tags: [] },
    '/api/models/acme/seed': { id: 'acme/seed', tags: ['license:mit'] },
    '/api/datasets/acme/corpus': { id: 'acme/corpus', siblings: [] },
  }
  const request = {
    site: 'huggingface' as const,
    id,
    lastModified: '2026-01-01T00:00:00.000Z',
    renderedCard: null,
    knownOnly: false,
  }
  return { routes, refs, request, id }
}
const facts = () => [...kept.keys()].filter((key) => key.startsWith('facts/'))

beforeEach(async () => {
  later()
  kept.clear()
  await fakeBrowser.storage.session.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
/** The time that any host asked for is over. */
let hours = 0
const later = () => {
  hours += 1
  vi.useFakeTimers({ now: Date.now() + hours * 3_600_000, toFake: ['Date'] })
}

describe('a look that was answered in part', () => {
  it.each([500, 429, '{"branches":', '<html>', null])(
    'says so, is not kept, and is asked for again: refs %j',
    async (answer) => {
      const { routes, refs, request } = model()
      hub({ ...routes, [refs]: answer })
      const looked = await look(request)
      expect(looked.depth).toBe('look')
      expect(looked.faults).toMatchObject([{ id: answer === 429 ? 'rate-limit' : 'network', detail: 'part' }])
      expect(facts()).toEqual([])
      later()
      await fakeBrowser.storage.session.clear()
      hub(routes)
      expect((await look(request)).faults).toEqual([])
      expect(facts()).toHaveLength(1)
    },
  )

  it('is followed to its end all the same, each source asked once, and never kept', async () => {
    const { routes, refs, request } = model()
    const asked = hub({ ...routes, [refs]: 500 })
    await look(request)
    let steps = 0
    for (let more = true; more && steps < 20; steps += 1) more = (await lookFurther(request)).more
    expect(steps).toBeLessThan(5)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toContain('huggingface.co/api/datasets/acme/corpus')
    expect(facts()).toEqual([])
  })
})

describe('a site that asks for patience', () => {
  it('is told with the time after which it may be asked again', async () => {
    const { id, request } = model()
    hub({ [`/api/models/${id}`]: 429 })
    const { faults } = await look(request)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ id: 'rate-limit', detail: 'api' })
    expect(faults[0]?.again).toBeGreaterThan(85_000)
    expect(faults[0]?.again).toBeLessThanOrEqual(90_000)
  })
})

describe('sources that nobody answers for', () => {
  it('are said to be out of reach, and are followed when somebody answers', async () => {
    const { routes, request } = model()
    hub({ ...routes, '/api/datasets/acme/corpus': null, '/api/papers/2402.00838': null })
    await look(request)
    let step = await lookFurther(request)
    while (step.more) step = await lookFurther(request)
    expect(step.facts.faults).toEqual([{ id: 'network', detail: 'sources' }])
    hub(routes)
    step = await lookFurther(request)
    while (step.more) step = await lookFurther(request)
    expect(step.facts.faults).toEqual([])
    expect(step.facts.sources?.find(({ id }) => id === 'acme/corpus')?.state).toBe('seen')
  })
})
