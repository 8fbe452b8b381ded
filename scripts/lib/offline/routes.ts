import { RENAMED, sampleById } from '../../samples'
import type { Sample } from '../../samples/sample'
import { DATASETS, PAPERS } from '../../samples/sources'
import { frontPage, modelPage, otherPage } from './page'

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
  if (segments[0] === 'api') return api(segments, find)
  if (segments[0] === 'datasets' && segments[3] === 'raw') return datasetCard(`${segments[1]}/${segments[2]}`)
  const [owner = '', name = '', tab, ...rest] = segments
  const id = `${owner}/${name}`
  const target = RENAMED[id]
  if (target !== undefined)
    return { status: 307, type: 'text', body: '', headers: { location: `/${target}` } }
  const sample = find(id)
  if (path === '/') return html(frontPage(url.searchParams))
  if (!sample) {
    const known = /^\/(?:models|datasets|spaces|docs|blog|papers|collections|settings|[\w-]+\/?$)/.test(path)
    return html(otherPage(path, url.searchParams), known ? 200 : 404)
  }
  if (tab === 'raw') return raw(sample, rest.slice(1).join('/'))
  if (tab === 'settings') return html(otherPage(path, url.searchParams))
  return html(modelPage(sample, tab === undefined ? 'card' : (TABS[tab] ?? 'files'), url.searchParams))
}

const html = (body: string, status = 200): Reply => ({ status, type: 'html', body })

function api(segments: string[], find: (id: string) => Sample | undefined): Reply {
  const [, kind, owner = '', name = '', what] = segments
  if (kind === 'datasets') return datasetInfo(`${owner}/${name}`)
  if (kind === 'papers')
    return owner in PAPERS ? json({ id: owner, ...PAPERS[owner] }) : json({ error: 'Paper not found' }, 404)
  if (kind !== 'models') return json({ error: 'Not found' }, 404)
  const target = RENAMED[`${owner}/${name}`]
  if (target !== undefined)
    return { status: 307, type: 'text', body: '', headers: { location: `/api/models/${target}` } }
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
