import { factsOf } from '../assess'
import type { Facts } from '../assessment'
import { readRows, writeRows } from '../platform/rows'
import { type ListRow, readListRow, readListRows, snapshotOfRow } from '../snapshot/list-row'
import type { LinkedSource } from '../snapshot/schema'
import { fetchText } from './fetch'
import { addressOf as pageOf } from './hub'
import { type ApiQuery, apiQueryOf, limitOf, listAddress, ownerQuery, rowAddress } from './hub-list-query'
import { loadLicenseTerms } from './license-data'
import { knownFacts } from './look'

/**
 * Facts for the models of a list, from what is nearest: what was looked at or listed before; one answer of the Hub's
 * API for the whole page of the list; else one small answer per model.
 */

/** A model as a list shows it. */
export interface Listed {
  id: string
  /** ISO time of its last change, to the second, as the list says it; null when it does not. */
  updated: string | null
}

export interface ListRequest {
  site: 'huggingface' | 'github'
  /** The list's page. */
  address: string
  models: Listed[]
  /** known: nobody is asked · list: one answer for all of them · single: one answer for each. */
  how: 'known' | 'list' | 'single'
}

export interface ListedFacts {
  id: string
  facts: Facts
  basis: 'metadata' | 'look'
}

export interface ListAnswer {
  found: ListedFacts[]
  /** Ids that the Hub has no public model for. */
  missing: string[]
  /** The Hub asked for patience, or did not answer: asking on would be in vain for now. Not so where one was taken back. */
  refused: boolean
}

const DAY = 24 * 60 * 60 * 1_000
const MAX_ANSWER = 8 * 1024 * 1024
const MAX_ROW = 512 * 1024
/** Models that are judged in one go. */
const MAX_AT_ONCE = 60
/** Bases of one answer that are looked for among the rows. */
const MAX_BASES = 200
/** Models of one owner for which the owner's list is worth asking. */
const WORTH_OWNER = 4
const ID = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/

/** Never rejects. */
export async function lookAtList(request: ListRequest, signal: AbortSignal): Promise<ListAnswer> {
  await loadLicenseTerms()
  if (request.how === 'known') return { found: await known(request), missing: [], refused: false }
  if (request.site === 'github') return { found: [], missing: [], refused: false }
  const models = request.models.filter(({ id }) => ID.test(id))
  return request.how === 'list' ? askList(request.address, models, signal) : askEach(models, signal)
}

/** Looks before rows: they know more. */
async function known({ site, models }: ListRequest): Promise<ListedFacts[]> {
  const rows =
    site === 'github'
      ? new Map<string, unknown>()
      : await readRows(
          models.map(({ id }) => keyOf(id)),
          DAY,
        )
  const found: ListedFacts[] = []
  const listed: { id: string; row: ListRow }[] = []
  await Promise.all(
    models.map(async ({ id, updated }) => {
      const looked = await knownFacts(site, id)
      if (looked?.facts.depth === 'look' && isOf(looked.lastModified, updated)) {
        const model = site === 'huggingface' || looked.facts.subject.isModel === true
        if (model) found.push({ id, facts: looked.facts, basis: 'look' })
        return
      }
      const row = readListRow(rows.get(keyOf(id)))
      if (row && isOf(row.lastModified, updated)) listed.push({ id, row })
    }),
  )
  return [...found, ...(await fromRows(listed))]
}

const keyOf = (id: string): string => `huggingface/${id.toLowerCase()}`

/** Lists tell seconds, answers milliseconds; where one says nothing, nothing speaks against it. */
const isOf = (known: string | null, shown: string | null): boolean =>
  known === null || shown === null || known.slice(0, 19) === shown.slice(0, 19)

/** Facts from rows; bases that were listed or looked at as rows before have their say. */
async function fromRows(rows: readonly { id: string; row: ListRow }[]): Promise<ListedFacts[]> {
  const wanted = new Set(rows.flatMap(({ row }) => basesOf(row)).slice(0, MAX_BASES))
  const bases = await readRows([...wanted].map(keyOf), DAY)
  return rows.map(({ id, row }) => {
    const linked: Record<string, LinkedSource> = {}
    for (const base of basesOf(row)) {
      const known = readListRow(bases.get(keyOf(base)))
      if (known) linked[pageOf(base)] = snapshotOfRow(known)
    }
    return { id, facts: factsOf({ ...snapshotOfRow(row), linked }), basis: 'metadata' }
  })
}

/** `base_model:ID` and `base_model:RELATION:ID`. */
const basesOf = (row: ListRow): string[] =>
  (row.tags ?? []).flatMap((tag) => /^base_model:(?:[a-z]+:)?([^:/]+\/[^:/]+)$/.exec(tag)?.[1] ?? [])

/** Where the next page of a list goes on, by the list and the number of that page. */
const cursors = new Map<string, string>()
const MAX_CURSORS = 100

async function askList(address: string, models: readonly Listed[], signal: AbortSignal): Promise<ListAnswer> {
  const query = (URL.canParse(address) ? apiQueryOf(new URL(address)) : null) ?? ownersQuery(models)
  const asked = query && addressOf(query, models.length)
  if (!query || !asked) return NOTHING
  const answer = await fetchText(asked.address, { maxLength: MAX_ANSWER, signal })
  if (answer.state !== 'ok' || answer.truncated)
    return { ...NOTHING, refused: answer.state === 'limited' || (isOffline(answer) && !signal.aborted) }
  const rows = readListRows(parseJson(answer.text), asked.limit)
  // Without a place to go on from, the next page is asked for from the beginning.
  if (answer.next !== null && rows.length === asked.limit) remember(query, answer.next)
  await keep(rows)
  const byId = new Map(rows.map((row) => [row.id.toLowerCase(), row]))
  return {
    ...NOTHING,
    // The others are kept, and asked for as what is known.
    found: await fromRows(
      models.slice(0, MAX_AT_ONCE).flatMap(({ id }) => {
        const row = byId.get(id.toLowerCase())
        return row ? [{ id, row }] : []
      }),
    ),
  }
}

export const NOTHING: ListAnswer = { found: [], missing: [], refused: false }

/** A list that is no query, most of it by one owner (a collection): that owner's list. */
function ownersQuery(models: readonly Listed[]): ApiQuery | null {
  const counts = new Map<string, number>()
  for (const { id } of models) {
    const owner = id.slice(0, id.indexOf('/'))
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= WORTH_OWNER ? ownerQuery(most[0]) : null
}

/** `wanted`: how many models the page shows: a list that grows at its end shows more than one page of them. */
function addressOf(query: ApiQuery, wanted: number): { address: string; limit: number } | null {
  const next = cursors.get(`${query.key}#${query.page}`)
  if (next !== undefined && wanted <= query.size) return { address: next, limit: query.size }
  const limit = limitOf(query, wanted)
  return limit === null ? null : { address: listAddress(query, limit), limit }
}

function remember({ key, page, size }: ApiQuery, next: string): void {
  const address = new URL(next)
  address.searchParams.set('limit', String(size))
  cursors.set(`${key}#${page + 1}`, address.href)
  for (const oldest of [...cursors.keys()].slice(0, -MAX_CURSORS)) cursors.delete(oldest)
}

async function askEach(models: readonly Listed[], signal: AbortSignal): Promise<ListAnswer> {
  const answer: ListAnswer = { found: [], missing: [], refused: false }
  const rows: { id: string; row: ListRow }[] = []
  await Promise.all(
    models.map(async ({ id }) => {
      const got = await fetchText(rowAddress(id), { maxLength: MAX_ROW, signal })
      const row = got.state === 'ok' && !got.truncated ? readListRow(parseJson(got.text)) : null
      if (row) rows.push({ id, row })
      else if (got.state === 'missing' || got.state === 'denied') answer.missing.push(id)
      else if (got.state === 'limited' || (isOffline(got) && !signal.aborted)) answer.refused = true
    }),
  )
  await keep(rows.map(({ row }) => row))
  return { ...answer, found: await fromRows(rows) }
}

const isOffline = (answer: { state: string; status?: number | null }): boolean =>
  answer.state === 'failed' && answer.status === null

const keep = (rows: readonly ListRow[]): Promise<void> =>
  writeRows(new Map(rows.filter((row) => row.private !== true).map((row) => [keyOf(row.id), row])))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
