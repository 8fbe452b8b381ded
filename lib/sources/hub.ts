import * as z from 'zod/mini'
import { readCache, writeCache } from '../platform/cache'
import { type HubModel, readHubModel } from '../snapshot/hub-model'
import { LIMITS, type LinkedSource, type Snapshot } from '../snapshot/schema'
import { encodePath } from '../snapshot/urls'
import { type Fetched, fetchText } from './fetch'

/**
 * The Hub, looked at: at most six requests to the model's own host — model info with its file list, the raw card, the
 * refs, the licence file, and the model info of at most two direct bases. A redirect (a renamed model answers 307) is a
 * request of its own and is taken off the bases. Facts are pinned to the `sha` that the API answers.
 */

const HOME = 'https://huggingface.co'
const MAX_REQUESTS = 6
const MAX_API = 4 * 1024 * 1024
/** An id as the Hub allows it; anything else (a path, an address) is never made into one. */
const ID = /^[A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9][\w.-]{0,95})?$/
const SHA = /^[0-9a-f]{40}$/
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[-_. ][\w.-]{0,40})?$/i

export interface Looked {
  snapshot: Snapshot | null
  /** Why a source is not in the snapshot. */
  faults: {
    source: 'api' | 'card' | 'refs' | 'license' | 'model'
    /** `unreadable`: answered, but not in the site's own shape (a login page of a hotel, half a document). */
    state: Exclude<Fetched['state'], 'ok'> | 'unreadable'
    gated: boolean
  }[]
}

/**
 * Looks at one model. `id` is `owner/name` or an old one-segment id. `renderedCard` is the card's HTML as an open page
 * shows it; it stands in for a stored card that cannot be had. Never rejects.
 */
export async function lookAtHubModel(id: string, renderedCard: string | null = null): Promise<Looked> {
  const faults: Looked['faults'] = []
  if (!ID.test(id)) return { snapshot: null, faults: [{ source: 'api', state: 'missing', gated: false }] }
  const info = await fetchInfo(id)
  if (info.state !== 'ok') {
    return { snapshot: null, faults: [{ source: 'api', state: info.state, gated: isGated(info) }] }
  }
  const api = parseJson(info.text)
  const model = readHubModel(api)
  if (!model) return { snapshot: null, faults: [{ source: 'api', state: 'unreadable', gated: false }] }
  const name = model.id !== null && ID.test(model.id) ? model.id : id
  const revision = model.sha !== null && SHA.test(model.sha) ? model.sha : null
  const license = model.siblings?.find((file) => LICENSE_FILE.test(file.rfilename))?.rfilename
  const budget = MAX_REQUESTS - 3 - (info.redirected ? 1 : 0) - (license === undefined ? 0 : 1)
  const raw = (path: string) => rawAddress(name, revision, path)

  const [card, refs, text, linked] = await Promise.all([
    hasCard(model) ? fetchText(raw('README.md'), { maxLength: LIMITS.card }) : null,
    fetchText(`${HOME}/api/models/${encodePath(name)}/refs`, { maxLength: MAX_API }),
    license === undefined ? null : fetchText(raw(license), { maxLength: LIMITS.text }),
    lookAtBases(model, Math.min(2, budget)),
  ])
  if (card && card.state !== 'ok' && card.state !== 'missing' && renderedCard === null) {
    faults.push({ source: 'card', state: card.state, gated: isGated(card) })
  }
  const names = refs.state === 'ok' ? readRefs(parseJson(refs.text)) : null
  if (refs.state !== 'ok') faults.push({ source: 'refs', state: refs.state, gated: isGated(refs) })
  else if (names === null) faults.push({ source: 'refs', state: 'unreadable', gated: false })
  if (text?.state === 'failed' || text?.state === 'limited')
    faults.push({ source: 'license', state: text.state, gated: false })
  const snapshot: Snapshot = {
    site: 'huggingface',
    id: name,
    revision,
    capturedAt: new Date().toISOString(),
    html: null,
    api,
    // No README among the files: looked at, and empty.
    card: card === null || card.state === 'missing' ? '' : card.state === 'ok' ? card.text : null,
    cardHtml: card === null || card.state === 'ok' || card.state === 'missing' ? null : renderedCard,
    cardTruncated: card?.state === 'ok' && card.truncated,
    files: null,
    filesTruncated: false,
    refs: names,
    texts: text?.state === 'ok' && license !== undefined ? { [license]: text.text } : null,
    linked,
  }
  return { snapshot, faults }
}

const isGated = (answer: Fetched): boolean => answer.state === 'denied' && answer.gated

/** The API lists every file; without a list the card is asked for all the same. */
function hasCard(model: HubModel): boolean {
  return model.siblings === null || model.siblings.some((file) => file.rfilename === 'README.md')
}

async function lookAtBases(model: HubModel, limit: number): Promise<Record<string, LinkedSource>> {
  const own = model.id?.toLowerCase()
  const bases = [...new Set(model.cardData?.base_model ?? [])].filter(
    (base) => ID.test(base) && base.toLowerCase() !== own,
  )
  const linked: Record<string, LinkedSource> = {}
  await Promise.all(
    bases.slice(0, Math.max(0, limit)).map(async (base) => {
      const source = await fetchBase(base)
      if (source !== null) linked[addressOf(base)] = source
    }),
  )
  return linked
}

/** A file as it is stored at a revision. */
export const rawAddress = (id: string, revision: string | null, path: string): string =>
  `${HOME}/${encodePath(id)}/raw/${revision ?? 'main'}/${encodePath(path)}`

/** Where a snapshot keeps a linked model. */
export const addressOf = (id: string): string => `${HOME}/${id}`

/** Model info; with sizes and hashes of the files (`blobs`), unless that is too long for one answer. */
async function fetchInfo(id: string): Promise<Fetched> {
  const address = `${HOME}/api/models/${encodePath(id)}`
  const info = await fetchText(`${address}?blobs=true`, { maxLength: MAX_API })
  return info.state === 'ok' && info.truncated ? fetchText(address, { maxLength: MAX_API }) : info
}

/** What is kept of a base between visits: the Hub's answer as it was read, pinned to its revision. */
const keptBase = z.object({ id: z.string(), model: z.unknown() })
const BASE_AGE = 24 * 60 * 60 * 1_000

/**
 * One base model: its model info, from the cache for a day, else by one request. Null where nobody answered: that is
 * asked again. Never rejects.
 */
export async function fetchBase(id: string): Promise<LinkedSource | null> {
  if (!ID.test(id)) return 'missing'
  const key = `base/1/${id.toLowerCase()}`
  const kept = z.safeParse(keptBase, await readCache(key, BASE_AGE))
  if (kept.success) return toLinked(kept.data.id, kept.data.model)
  const info = await fetchInfo(id)
  if (info.state === 'missing' || info.state === 'denied') return info.state
  const model = info.state === 'ok' ? readHubModel(parseJson(info.text)) : null
  if (!model) return null
  await writeCache(key, { id, model })
  return toLinked(id, model)
}

function toLinked(id: string, api: unknown): LinkedSource | null {
  const model = readHubModel(api)
  if (!model) return null
  return {
    site: 'huggingface',
    id: model.id !== null && ID.test(model.id) ? model.id : id,
    revision: model.sha,
    capturedAt: new Date().toISOString(),
    html: null,
    api,
    card: null,
    cardHtml: null,
    cardTruncated: false,
    files: null,
    filesTruncated: false,
    refs: null,
    texts: null,
    linked: null,
  }
}

const ref = z.array(z.object({ name: z.string() }))
const refsAnswer = z.object({ branches: z.catch(ref, []), tags: z.catch(ref, []) })

/** Names of branches and tags from `GET /api/models/{id}/refs`. */
function readRefs(answer: unknown): string[] | null {
  const parsed = z.safeParse(refsAnswer, answer)
  if (!parsed.success) return null
  return [...parsed.data.branches, ...parsed.data.tags].map((entry) => entry.name).slice(0, LIMITS.refs)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
