import * as z from 'zod/mini'
import { factsOf } from '../assess'
import type { Facts } from '../assessment'
import { factsSchema } from '../assessment-schema'
import { collectGlance } from '../evidence/glance'
import { leavesOpen } from '../evidence/open'
import { readCache, readLatest, writeCache } from '../platform/cache'
import { readGlance } from '../snapshot/glance'
import type { Snapshot } from '../snapshot/schema'
import { limitedUntil } from './fetch'
import { lookOneStepFurther } from './further'
import { lookAtRepository } from './github-look'
import { type Looked, lookAtHubModel } from './hub'
import { withKnownWeights } from './known-weights'
import { loadLicenseTerms, loadLicenseTexts } from './license-data'

/**
 * Facts of one model, from the cache or from the site. The page carries no revision, so the key is the id and the time
 * of the last change that the page names; what is kept that long is still asked for again after a day (refs may move).
 */

const DAY = 24 * 60 * 60 * 1_000
const LONG = 90 * DAY
/** Where the page names no time, an answer is good for ten minutes. */
const BRIEF = 10 * 60 * 1_000
/** Raised when facts change their shape or their rules: older entries are then not found. */
const GENERATION = 7

/** What a page or the popup asks for. */
export interface Request {
  site: 'huggingface' | 'github'
  id: string
  lastModified: string | null
  renderedCard: string | null
  /** Answers from what is kept alone; nobody is asked. */
  knownOnly: boolean
}

/** Looks under way, so that a page and the popup asking at once ask the site once. */
const pending = new Map<string, Promise<Facts>>()

const keyOf = ({ site, id, lastModified, renderedCard }: Request): string =>
  `facts/${GENERATION}/${site === 'github' ? `github:${id.toLowerCase()}` : id}@${lastModified ?? ''}${renderedCard === null ? '' : '+page'}`

/** Never rejects: what could not be read stands in `faults`. */
export async function look(request: Request): Promise<Facts> {
  const key = keyOf(request)
  const running = pending.get(key)
  if (running) return running
  // GitHub's pages name no time of their last change; its answers are good for a day, and hold the commit.
  const maxAge = request.lastModified === null && request.site === 'huggingface' ? BRIEF : DAY
  const kept = z.safeParse(factsSchema, await readCache(key, maxAge))
  if (kept.success) return kept.data
  if (request.knownOnly && !(await wasModel(key)))
    return collectGlance(readGlance(request.id, null, request.site))
  const started = lookThrough(key, request).finally(() => pending.delete(key))
  pending.set(key, started)
  return started
}

/** What earlier looks found out about a model or repository, and the time of its last change as the page told it then. */
export async function knownFacts(
  site: Request['site'],
  id: string,
): Promise<{ facts: Facts; lastModified: string | null } | null> {
  const beginning = keyOf({ site, id, lastModified: null, renderedCard: null, knownOnly: true })
  const latest = await readLatest(beginning, DAY)
  const kept = latest && z.safeParse(factsSchema, latest.value)
  if (!latest || !kept?.success) return null
  const lastModified = latest.key.slice(beginning.length).replace(/\+page$/, '')
  return { facts: kept.data, lastModified: lastModified || null }
}

/** What was a model's when it was looked at last is worth asking about again. */
async function wasModel(key: string): Promise<boolean> {
  const older = z.safeParse(factsSchema, await readCache(key, LONG))
  return older.success && older.data.subject.isModel === true
}

const lookAt = ({ site, id, renderedCard }: Request): Promise<Looked> =>
  site === 'github' ? lookAtRepository(id) : lookAtHubModel(id, renderedCard)

async function lookThrough(key: string, request: Request): Promise<Facts> {
  const looked = await lookAt(request)
  if (!looked.snapshot) {
    return {
      ...collectGlance(readGlance(request.id, null, request.site)),
      faults: faultsOf(looked, request.site),
    }
  }
  // Only a licence file needs the texts' hashes.
  await Promise.all([loadLicenseTerms(), looked.snapshot.texts === null ? null : loadLicenseTexts()])
  const snapshot = await withKnownWeights(looked.snapshot)
  remember(key, snapshot)
  const facts = factsOf(snapshot)
  // One sentence on the gate is enough, however many files stand behind it.
  const more = faultsOf(looked, request.site).filter(
    ({ id }) => !facts.faults.some((fault) => fault.id === id),
  )
  const answer: Facts = { ...facts, faults: [...facts.faults, ...more] }
  // Only a whole look is worth keeping; after a fault the site is asked again on the next visit.
  if (looked.faults.every((fault) => fault.gated)) await writeCache(key, answer)
  return answer
}

/** Snapshots of the last looks, to look further from; an ended worker has forgotten them. */
const recent = new Map<string, Snapshot>()
const MAX_RECENT = 6

function remember(key: string, snapshot: Snapshot): void {
  recent.delete(key)
  recent.set(key, snapshot)
  for (const oldest of [...recent.keys()].slice(0, -MAX_RECENT)) recent.delete(oldest)
}

export interface Further {
  facts: Facts
  /** There are bases left that can be asked for. */
  more: boolean
}

/**
 * Looks one step further than `look`: at the files that may name a base, and at up to four bases, or bases of bases,
 * that were not seen yet. Whoever wants all
 * asks again while there is more, and stops when its page is left. Never rejects.
 */
export async function lookFurther(request: Request): Promise<Further> {
  const key = keyOf(request)
  const facts = await look(request)
  if (!leavesOpen(facts)) return { facts, more: false }
  const snapshot = recent.get(key) ?? (await lookAt(request)).snapshot
  if (!snapshot) return { facts, more: false }
  const step = await lookOneStepFurther(snapshot)
  remember(key, step.snapshot)
  await loadLicenseTerms()
  const known: Facts = { ...factsOf(step.snapshot), faults: facts.faults }
  await writeCache(key, known)
  return { facts: withLimit(known), more: step.answered && leavesOpen(known) }
}

/** Where a repository was not looked at because GitHub asked for patience: until when. Never kept. */
function withLimit(facts: Facts): Facts {
  const until = limitedUntil('api.github.com')
  const wanted = facts.sources?.some(({ kind, state }) => kind === 'repository' && state === 'open') ?? false
  if (until === null || !wanted) return facts
  return {
    ...facts,
    faults: [...facts.faults, { id: 'github-limit', detail: new Date(until).toISOString() }],
  }
}

function faultsOf({ faults }: Looked, site: Request['site']): Facts['faults'] {
  return faults.map(({ source, state, gated }) => {
    const until = state === 'limited' && site === 'github' ? limitedUntil('api.github.com') : null
    if (until !== null) return { id: 'github-limit', detail: new Date(until).toISOString() }
    if (state === 'limited') return { id: 'rate-limit', detail: source }
    if (state === 'failed') return { id: 'network', detail: source }
    if (gated) return { id: 'gated', detail: source }
    return { id: 'gone', detail: source }
  })
}
