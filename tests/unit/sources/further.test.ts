import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { factsOf } from '../../../lib/assess'
import { parseSnapshot, type Snapshot } from '../../../lib/snapshot/schema'
import { lookOneStepFurther } from '../../../lib/sources/further'
import { withKnownWeights } from '../../../lib/sources/known-weights'

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock('../../../lib/platform/cache', () => ({
  readCache: async (key: string) => kept.get(key),
  writeCache: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
}))

function hub(routes: Record<string, unknown>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.pathname)
    const body = routes[url.pathname]
    if (typeof body === 'number') return new Response('', { status: body })
    if (body === undefined) throw new TypeError('no network')
    return new Response(typeof body === 'string' ? body : JSON.stringify(body))
  })
  return asked
}

const page = (keys: object): Snapshot => parseSnapshot({ site: 'huggingface', id: 'acme/rocket-7b', ...keys })
const bases = (snapshot: Snapshot) =>
  (factsOf(snapshot).lineage.ancestors ?? []).map(({ id, state }) => [id, state])

beforeEach(() => kept.clear())
afterEach(() => void vi.unstubAllGlobals())

describe('following what a model was made from', () => {
  it('first reads the files that may name a base, pinned to the revision, then the base', async () => {
    const revision = 'c'.repeat(40)
    const asked = hub({
      [`/acme/rocket-7b/raw/${revision}/config.json`]: '{"_name_or_path":"comet/base"}',
      '/api/models/comet/base': { id: 'comet/base', tags: ['license:mit'] },
    })
    const first = await lookOneStepFurther(
      page({ revision, files: ['config.json', 'model.safetensors'], card: '' }),
    )
    expect(bases(first.snapshot)).toEqual([['comet/base', 'unseen']])
    const second = await lookOneStepFurther(first.snapshot)
    expect(bases(second.snapshot)).toEqual([['comet/base', 'seen']])
    expect(asked).toEqual([`/acme/rocket-7b/raw/${revision}/config.json`, '/api/models/comet/base'])
    expect((await lookOneStepFurther(second.snapshot)).answered).toBe(false)
  })

  it('asks a configuration once, whatever the answer', async () => {
    for (const answer of [404, 500, 'x'.repeat(300_000), '{']) {
      const asked = hub({ '/acme/rocket-7b/raw/main/config.json': answer })
      const step = await lookOneStepFurther(page({ files: ['config.json'], card: '' }))
      expect((await lookOneStepFurther(step.snapshot)).answered).toBe(false)
      expect(asked).toHaveLength(1)
    }
  })

  it('knows a private base, one that is gone, and one that nobody answered for, which it asks again', async () => {
    const card = '---\nbase_model: [a/private, a/gone, a/silent]\n---\n'
    hub({ '/api/models/a/private': 401, '/api/models/a/gone': 410 })
    const step = await lookOneStepFurther(page({ card }))
    expect(bases(step.snapshot)).toEqual([
      ['a/private', 'denied'],
      ['a/gone', 'missing'],
      ['a/silent', 'unseen'],
    ])
    const asked = hub({ '/api/models/a/silent': { id: 'a/silent' } })
    expect(bases((await lookOneStepFurther(step.snapshot)).snapshot)[2]).toEqual(['a/silent', 'seen'])
    expect(asked).toEqual(['/api/models/a/silent'])
  })

  it('asks four at a time', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `a/b${index}`)
    let under = 0
    let most = 0
    vi.stubGlobal('fetch', async (url: URL) => {
      under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setTimeout(resolve, 2))
      under -= 1
      return new Response(JSON.stringify({ id: url.pathname.slice('/api/models/'.length) }))
    })
    let step = { snapshot: page({ card: `---\nbase_model: [${ids}]\n---\n` }), answered: true }
    while (step.answered) step = await lookOneStepFurther(step.snapshot)
    expect(bases(step.snapshot).every(([, state]) => state === 'seen')).toBe(true)
    expect(most).toBe(4)
  })

  it('keeps bases for other models that were made from them', async () => {
    const card = '---\nbase_model: comet/base\n---\n'
    const asked = hub({ '/api/models/comet/base': { id: 'comet/base' } })
    await lookOneStepFurther(page({ card }))
    await lookOneStepFurther(page({ id: 'acme/other', card }))
    expect(asked).toHaveLength(1)
  })
})

describe('weights that were seen before', () => {
  const weights = (id: string, sha: string, createdAt: string) =>
    page({
      id,
      api: { id, createdAt },
      card: '',
      files: [{ path: 'model.safetensors', size: 9_000_000_000, sha256: sha.repeat(64) }],
    })
  const original = weights('comet/original', 'a', '2024-01-01T00:00:00.000Z')

  it('are known on another page, without asking anybody', async () => {
    const asked = hub({})
    await withKnownWeights(original)
    const same = await withKnownWeights(weights('acme/renamed', 'a', '2025-01-01T00:00:00.000Z'))
    const { matches, influence } = factsOf(same).lineage
    expect(matches).toMatchObject([{ id: 'comet/original', what: 'weights', declared: false, older: true }])
    expect(influence.basis).toBe('detected')
    expect(asked).toEqual([])
  })

  it('are not their own twins, nor those of other weights', async () => {
    await withKnownWeights(original)
    expect(factsOf(await withKnownWeights(original)).lineage.matches ?? []).toEqual([])
    const other = await withKnownWeights(weights('acme/other', 'b', '2025-01-01T00:00:00.000Z'))
    expect(factsOf(other).lineage.matches ?? []).toEqual([])
  })

  it('do not stand in for a page that was looked at, and survive a broken store', async () => {
    await withKnownWeights(original)
    const looked = { 'https://huggingface.co/comet/original': 'missing' as const }
    const own = { ...weights('acme/renamed', 'a', ''), linked: looked }
    expect((await withKnownWeights(own)).linked).toEqual(looked)
    kept.set(`weights/1/${'a'.repeat(64)}`, [{ id: 7 }])
    const after = await withKnownWeights(weights('acme/third', 'a', ''))
    expect(after.linked ?? {}).toEqual({})
  })
})
