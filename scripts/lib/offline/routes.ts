import { RENAMED, sampleById } from '../../samples'
import { LISTED, selectListed } from '../../samples/listed'
import type { Sample } from '../../samples/sample'
import { DATASETS, PAPERS } from '../../samples/sources'
import { card, listedFor } from './list-page'
import { modelPage, otherPage } from './page'

/** What the recorded Hub answers, by path. */
export interface Reply {
  status: number
  type: 'html' | 'json' | 'text'
  body: string
  headers?: Record<string, string>
}

const json = (value: unknown, status = 200, headers?: Record<string, string>): Reply => ({
  status,
  type: 'json',
  body: JSON.stringify(value),
  ...(headers ? { headers } : {}),
})

/** The Hub answers 401, not 404, for what is private or not there (recorded 2026-08). */
const UNKNOWN = json({ error: 'Invalid username or password.' }, 401)
const GATED = json({ error: 'Access to this model is restricted.' }, 401, { 'x-error-code': 'GatedRepo' })

const TABS: Record<string, string> = {
  tree: 'files',
  blob: 'files',
  commits: 'commits',
  discussions: 'discussions',
}

/** Answers one path of huggingface.co. `find` looks a model up; tests add their own. */
export function route(url: URL, find: (id: string) => Sample | undefined = sampleById): Reply {
  const path = decodeURIComponent(url.pathname)
  const segments = path.split('/').filter(Boolean)
  if (path === '/models-json')
    return html(
      listedFor(url.searchParams)
        .models.map((model) => card(model))
        .join(''),
    )
  if (path === '/api/models') return listedAnswer(url)
  if (segments[0] === 'api') return api(segments, find, url.searchParams)
  if (segments[0] === 'datasets' && segments[3] === 'raw') return datasetCard(`${segments[1]}/${segments[2]}`)
  const [owner = '', name = '', tab, ...rest] = segments
  const id = `${owner}/${name}`
  const target = RENAMED[id]
  if (target !== undefined)
    return { status: 307, type: 'text', body: '', headers: { location: `/${target}` } }
  const sample = find(id)
  if (path === '/') return html(otherPage(path, url.searchParams))
  if (!sample) {
    const known = /^\/(?:models|datasets|spaces|docs|blog|papers|collections|settings|[\w-]+\/?$)/.test(path)
    return html(otherPage(path, url.searchParams), known ? 200 : 404)
  }
  if (tab === 'raw') return raw(sample, rest.slice(1).join('/'))
  if (tab === 'settings') return html(otherPage(path, url.searchParams))
  return html(modelPage(sample, tab === undefined ? 'card' : (TABS[tab] ?? 'files'), url.searchParams))
}

const html = (body: string, status = 200): Reply => ({ status, type: 'html', body })

/** The fields that were asked for, as the Hub does: `_id` and `id` always. */
function fieldsOf(model: object, asked: readonly string[]): Record<string, unknown> {
  const own = Object.entries(model).filter(
    ([name]) => name === 'id' || asked.length === 0 || asked.includes(name),
  )
  return { _id: 'recorded', ...Object.fromEntries(own) }
}

/** `GET /api/models?…&limit=…&cursor=…`: a list, with where it goes on. */
function listedAnswer(url: URL): Reply {
  const given = url.searchParams
  const all = selectListed(given)
  const limit = Math.min(Number(given.get('limit') ?? 30), 1_000)
  const from = Number(given.get('cursor') ?? 0)
  const next = new URL(url)
  next.searchParams.set('cursor', String(from + limit))
  const more = from + limit < all.length
  return json(
    all.slice(from, from + limit).map((model) => fieldsOf(model, given.getAll('expand[]'))),
    200,
    more ? { link: `<${next.href}>; rel="next"` } : undefined,
  )
}

function api(segments: string[], find: (id: string) => Sample | undefined, given: URLSearchParams): Reply {
  const [, kind, owner = '', name = '', what] = segments
  if (kind === 'datasets') return datasetInfo(`${owner}/${name}`)
  if (kind === 'papers')
    return owner in PAPERS ? json({ id: owner, ...PAPERS[owner] }) : json({ error: 'Paper not found' }, 404)
  if (kind !== 'models') return json({ error: 'Not found' }, 404)
  const target = RENAMED[`${owner}/${name}`]
  if (target !== undefined)
    return { status: 307, type: 'text', body: '', headers: { location: `/api/models/${target}` } }
  const expanded = given.getAll('expand[]')
  const listed = LISTED.find(({ id }) => id.toLowerCase() === `${owner}/${name}`.toLowerCase())
  if (listed && expanded.length > 0) return json(fieldsOf(listed, expanded))
  const sample = find(`${owner}/${name}`)
  if (!sample) return UNKNOWN
  if (what === 'refs') return sample.gated ? GATED : json(sample.refs)
  return json(sample.api)
}

const findDataset = (id: string) => DATASETS.find((dataset) => dataset.id === id)

function datasetInfo(id: string): Reply {
  const dataset = findDataset(id)
  if (!dataset) return UNKNOWN
  const { license, gated } = dataset
  return json({
    id,
    sha: 'd'.repeat(40),
    private: false,
    gated,
    tags: [`license:${license}`, 'region:us'],
    cardData: { license },
    siblings: [{ rfilename: 'README.md' }],
  })
}

function datasetCard(id: string): Reply {
  const dataset = findDataset(id)
  return dataset && dataset.gated === false
    ? { status: 200, type: 'text', body: `---\nlicense: ${dataset.license}\n---\n${dataset.card}` }
    : GATED
}

function raw(sample: Sample, path: string): Reply {
  if (sample.gated) return GATED
  const body = path === 'README.md' ? sample.card : sample.texts[path]
  return body == null
    ? { status: 404, type: 'text', body: 'Entry not found' }
    : { status: 200, type: 'text', body }
}
