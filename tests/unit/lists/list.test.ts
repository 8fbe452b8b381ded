import { afterEach, describe, expect, it, vi } from 'vitest'
import { chipOf } from '../../../lib/chip'
import { type ListRequest, lookAtList } from '../../../lib/sources/list'
import { lookAtShown } from '../../../lib/sources/listings'
import { allRubrics } from '../../../rubrics'

vi.mock('../../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

const [rubric] = allRubrics()
if (!rubric) throw new Error('no rubric')
const rules = { rubric, options: undefined, derivatives: 'strict' as const, policy: null }
const never = new AbortController().signal

const row = (id: string, license: string | null, more: object = {}) => ({
  _id: 'x',
  id,
  gated: false,
  tags: ['safetensors', ...(license === null ? [] : [`license:${license}`])],
  ...more,
})

/** A Hub that answers lists with `rows`, single models from them, and notes what it was asked. */
function hub(rows: ReturnType<typeof row>[], init: ResponseInit = { status: 200 }): URL[] {
  const asked: URL[] = []
  vi.stubGlobal('fetch', async (url: URL, options: RequestInit) => {
    if (options.signal?.aborted) throw new DOMException('aborted', 'AbortError')
    asked.push(url)
    const id = /^\/api\/models\/(.+)$/.exec(decodeURIComponent(url.pathname))?.[1]
    if (id === undefined) return new Response(JSON.stringify(rows), init)
    const found = rows.find((item) => item.id === id)
    return found ? new Response(JSON.stringify(found)) : new Response('{}', { status: 401 })
  })
  return asked
}

let number = 0
/** Names of models that no earlier test has listed. */
const fresh = (count: number) =>
  Array.from({ length: count }, () => {
    number += 1
    return `list-test/model-${number}`
  })

const request = (how: ListRequest['how'], ids: string[], address = '/models'): ListRequest => ({
  site: 'huggingface',
  address: `https://huggingface.co${address}`,
  models: ids.map((id) => ({ id, updated: null })),
  how,
})

describe('a list of models', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('is answered by one request for all of its cards', async () => {
    const ids = fresh(30)
    const asked = hub(ids.map((id) => row(id, 'apache-2.0')))
    const { found } = await lookAtList(request('list', ids), never)
    expect(found.map(({ id }) => id)).toEqual(ids)
    expect(asked).toHaveLength(1)
    const [chip] = found.map(({ id, facts, basis }) => chipOf(id, facts, basis, rules))
    expect(chip).toMatchObject({
      basis: 'metadata',
      license: { id: 'Apache-2.0', class: 'open' },
      commercial: 'yes',
      headline: { id: 'open-weights' },
    })
  })

  it('is known without a request once it was listed', async () => {
    const ids = fresh(3)
    hub(ids.map((id) => row(id, 'mit')))
    await lookAtList(request('list', ids), never)
    const asked = hub([])
    const { found } = await lookAtList(request('known', ids), never)
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(asked).toEqual([])
  })

  it('is asked anew where a model has changed since', async () => {
    const [id = ''] = fresh(1)
    hub([row(id, 'mit', { lastModified: '2026-01-01T10:00:00.000Z' })])
    await lookAtList(request('list', [id]), never)
    const at = (updated: string) =>
      lookAtList({ ...request('known', []), models: [{ id, updated }] }, never).then(
        ({ found }) => found.length,
      )
    expect(await at('2026-01-01T10:00:00')).toBe(1)
    expect(await at('2026-02-02T10:00:00')).toBe(0)
  })

  it("goes on from where the last page's answer ended", async () => {
    const link = '<https://huggingface.co/api/models?sort=trendingScore&limit=30&cursor=abc>; rel="next"'
    const ids = fresh(30)
    hub(
      ids.map((id) => row(id, 'mit')),
      { status: 200, headers: { link } },
    )
    await lookAtList(request('list', ids, '/models?p=0&other=paged'), never)
    const asked = hub([])
    await lookAtList(request('list', fresh(30), '/models?p=1&other=paged'), never)
    expect(asked.map((url) => [url.searchParams.get('cursor'), url.searchParams.get('limit')])).toEqual([
      ['abc', '30'],
    ])
  })

  it('follows no link to another host', async () => {
    const ids = fresh(30)
    hub(
      ids.map((id) => row(id, 'mit')),
      {
        status: 200,
        headers: { link: '<https://elsewhere.example/api/models?cursor=abc>; rel="next"' },
      },
    )
    await lookAtList(request('list', ids, '/models?other=hostile'), never)
    const asked = hub([])
    await lookAtList(request('list', fresh(30), '/models?other=hostile&p=1'), never)
    expect(asked.map(({ hostname }) => hostname)).toEqual(['huggingface.co'])
  })

  it("that no query brings is asked for as its most frequent owner's", async () => {
    const ids = fresh(5)
    const asked = hub(ids.map((id) => row(id, 'mit')))
    await lookAtList(request('list', ids, '/collections/somebody/best-1234'), never)
    expect(asked.map((url) => url.searchParams.get('author'))).toEqual(['list-test'])
  })

  it('tells which models have no public page', async () => {
    const [there = '', gone = ''] = fresh(2)
    hub([row(there, 'gemma')])
    const answer = await lookAtList(request('single', [there, gone]), never)
    expect(answer.found.map(({ id }) => id)).toEqual([there])
    expect(answer.missing).toEqual([gone])
    expect(answer.refused).toBe(false)
  })

  it('lets a base that was listed have its say', async () => {
    const [base = '', child = ''] = fresh(2)
    hub([
      row(base, 'llama3.1'),
      row(child, 'apache-2.0', {
        tags: ['safetensors', 'license:apache-2.0', `base_model:${base}`, `base_model:finetune:${base}`],
      }),
    ])
    const { found } = await lookAtList(request('list', [base, child]), never)
    const chips = found.map(({ id, facts, basis }) => chipOf(id, facts, basis, rules))
    expect(chips.find(({ id }) => id === child)).toMatchObject({
      openBase: null,
      headline: { id: 'conditional-weights', high: { id: 'conditional-weights' } },
    })
  })

  it('says so where a base was not looked at', async () => {
    const [child = ''] = fresh(1)
    hub([
      row(child, 'mit', {
        tags: ['safetensors', 'license:mit', 'base_model:far/away', 'base_model:finetune:far/away'],
      }),
    ])
    const { found } = await lookAtList(request('single', [child]), never)
    const [chip] = found.map(({ id, facts, basis }) => chipOf(id, facts, basis, rules))
    expect(chip?.openBase).toBe('far/away')
  })

  it('reads hostile answers as nothing', async () => {
    for (const body of ['null', '{}', `[1,null,{"id":7},{"id":"${'x'.repeat(5_000)}"}]`, '[[[[', '"text"']) {
      vi.stubGlobal('fetch', async () => new Response(body))
      const answer = await lookAtList(request('list', fresh(4), `/models?other=${body.length}`), never)
      expect(answer).toEqual({ found: [], missing: [], refused: false })
    }
  })

  /** A Hub that never answers; notes what it was asked, and what was taken back. */
  function silent(): { asked: string[]; left: string[] } {
    const [asked, left]: [string[], string[]] = [[], []]
    vi.stubGlobal(
      'fetch',
      (url: URL, { signal }: RequestInit) =>
        new Promise((_, reject) => {
          asked.push(decodeURIComponent(url.pathname))
          signal?.addEventListener('abort', () => {
            left.push(decodeURIComponent(url.pathname))
            reject(signal.reason)
          })
        }),
    )
    return { asked, left }
  }
  const path = (id: string) => `/api/models/${id}`

  it('is not asked for any more once the tab shows another', async () => {
    const { asked, left } = silent()
    const [a = '', b = ''] = fresh(2)
    const first = lookAtShown({ ...request('single', [a]), list: 'first' }, 7)
    const whole = lookAtShown({ ...request('list', [a]), list: 'first' }, 7)
    const other = lookAtShown({ ...request('single', [b]), list: 'other tab' }, 8)
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    expect(left).toEqual([])
    hub([])
    await lookAtShown({ ...request('known', [b]), list: 'second' }, 7)
    // Nothing came back, and nobody was refused.
    expect(await Promise.all([first, whole])).toEqual(
      Array(2).fill({ found: [], missing: [], refused: false }),
    )
    expect(left.sort()).toEqual(['/api/models', path(a)])
    await lookAtShown({ ...request('known', [b]), list: 'third' }, 8)
    await other
    expect(left).toContain(path(b))
  })

  it('is not asked any more about a card that was scrolled past, and is about the others', async () => {
    const { asked, left } = silent()
    const [a = '', b = ''] = fresh(2)
    const past = lookAtShown({ ...request('single', [a]), list: 'one' }, 9)
    const stays = lookAtShown({ ...request('single', [b]), list: 'one' }, 9)
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    await lookAtShown({ ...request('known', [a]), list: 'one', how: 'left' }, 9)
    expect(await past).toEqual({ found: [], missing: [], refused: false })
    expect(left).toEqual([path(a)])
    // Back in view: asked again, and the earlier end does not end it.
    const again = lookAtShown({ ...request('single', [a]), list: 'one' }, 9)
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    expect(left).toHaveLength(1)
    await lookAtShown({ ...request('known', []), list: 'two' }, 9)
    await Promise.all([stays, again])
    expect(left).toHaveLength(3)
  })
})
