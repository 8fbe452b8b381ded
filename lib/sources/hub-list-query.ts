import { ROW_FIELDS } from '../snapshot/list-row'
import { encodePath } from '../snapshot/urls'

/**
 * Which question to the Hub's API brings the models that a list page shows. Pure. Page addresses as used in 2025 and
 * 2026 (`/models?pipeline_tag=…&library=…&dataset=dataset:…&license=license:…&other=…&search=…&author=…&sort=…&p=…`);
 * parameters of `GET /api/models`: search, author, filter (any tag, repeatable), pipeline_tag, sort, limit; paged by
 * `Link` (OpenAPI of the Hub, 2026).
 */

export interface ApiQuery {
  /** The same for every page of one list. */
  key: string
  params: [name: string, value: string][]
  /** Models on one page of the list. */
  size: number
  /** The page of the list, from 0. */
  page: number
}

const SIZE = 30
/** A list that is entered far behind its beginning is not read from there. */
const MAX_FROM_START = 300
/** The most that the API gives at once. */
const MAX_LIMIT = 1_000
/** Models of one owner that are asked for at once. */
const OWNER_SIZE = 100

const SORTS: Readonly<Record<string, string>> = {
  trending: 'trendingScore',
  downloads: 'downloads',
  likes: 'likes',
  created: 'createdAt',
  modified: 'lastModified',
}
/** Page parameters whose values are tags of the API's `filter`. */
const TAGS = new Set(['library', 'dataset', 'language', 'license', 'other'])
/** The same on both sides. */
const SAME = new Set(['pipeline_tag', 'search', 'author', 'inference_provider', 'num_parameters', 'apps'])

/** Null where the page is no list that the API can give in one answer. */
export function apiQueryOf(url: URL): ApiQuery | null {
  const segments = url.pathname.split('/').filter(Boolean)
  const [first, second, third] = segments
  if (first === undefined) return query([['sort', 'trendingScore']], 0)
  if (first === 'models' && second === undefined) return modelsQuery(url.searchParams)
  if (first === 'datasets' && second !== undefined && third !== undefined)
    return query([['filter', `dataset:${second}/${third}`]], 0)
  if (first === 'papers' && second !== undefined) return query([['filter', `arxiv:${second}`]], 0)
  if (second === undefined || (second === 'models' && third === undefined)) return ownerQuery(first, url)
  return null
}

function modelsQuery(given: URLSearchParams): ApiQuery | null {
  const params: [string, string][] = []
  for (const [name, value] of given) {
    if (value === '') continue
    if (TAGS.has(name)) for (const tag of value.split(',')) params.push(['filter', tag])
    else if (SAME.has(name)) params.push([name, value])
    // What the API does not know is left out: most of the models may be in its list all the same.
  }
  const sort = SORTS[given.get('sort') ?? 'trending']
  if (sort === undefined) return null
  params.push(['sort', sort])
  return query(params, pageOf(given))
}

/** The owner's models, latest first: their pages show them so unless asked otherwise. */
export function ownerQuery(owner: string, url?: URL): ApiQuery | null {
  if (!/^[A-Za-z0-9][\w.-]{0,95}$/.test(owner)) return null
  const sort = SORTS[url?.searchParams.get('sort_models') ?? 'modified'] ?? 'lastModified'
  const page = url ? pageOf(url.searchParams) : 0
  return query(
    [
      ['author', owner],
      ['sort', sort],
    ],
    page,
    page === 0 ? OWNER_SIZE : SIZE,
  )
}

const pageOf = (given: URLSearchParams): number => {
  const page = Number(given.get('p') ?? '0')
  return Number.isInteger(page) && page > 0 ? page : 0
}

const query = (params: [string, string][], page: number, size = SIZE): ApiQuery => ({
  key: new URLSearchParams(params).toString(),
  params,
  size,
  page,
})

/** How many models to ask for so that the `wanted` ones of this page are among them; null where that is too many. */
export function limitOf({ page, size }: ApiQuery, wanted: number): number | null {
  const before = size * page
  return before < MAX_FROM_START ? Math.min(before + Math.max(size, wanted), MAX_LIMIT) : null
}

/** The question itself, from the beginning of the list. */
export function listAddress({ params }: ApiQuery, limit: number): string {
  const asked = new URLSearchParams([
    ...params,
    ['limit', String(limit)],
    ...ROW_FIELDS.map((field): [string, string] => ['expand[]', field]),
  ])
  return `https://huggingface.co/api/models?${asked}`
}

/** One model with the same fields. */
export const rowAddress = (id: string): string =>
  `https://huggingface.co/api/models/${encodePath(id)}?${new URLSearchParams(
    ROW_FIELDS.map((field): [string, string] => ['expand[]', field]),
  )}`
