import * as z from 'zod/mini'
import { factsOf } from '../assess'
import type { Facts } from '../assessment'
import { factsSchema } from '../assessment-schema'
import { collectGlance } from '../evidence/glance'
import { leavesOpen } from '../evidence/open'
import { readCache, writeCache } from '../platform/cache'
import { readGlance } from '../snapshot/glance'
import type { Snapshot } from '../snapshot/schema'
import { lookOneStepFurther } from './further'
import { type Looked, lookAtHubModel } from './hub'
import { withKnownWeights } from './known-weights'
import { loadLicenseTerms, loadLicenseTexts } from './license-data'

/**
 * Facts of one model, from the cache or from the site. The page carries no revision, so the key is the id and the time
 * of the last change that the page names; what is kept that long is still asked for again after a day (refs may move).
 */

const DAY = 24 * 60 * 60 * 1_000
/** Where the page names no time, an answer is good for ten minutes. */
const BRIEF = 10 * 60 * 1_000
/** Raised when facts change their shape or their rules: older entries are then not found. */
const GENERATION = 6

/** Looks under way, so that a page and the popup asking at once ask the site once. */
const pending = new Map<string, Promise<Facts>>()

const keyOf = (id: string, lastModified: string | null, renderedCard: string | null): string =>
  `facts/${GENERATION}/${id}@${lastModified ?? ''}${renderedCard === null ? '' : '+page'}`

/** Never rejects: what could not be read stands in `faults`. */
export function look(id: string, lastModified: string | null, renderedCard: string | null): Promise<Facts> {
  const key = keyOf(id, lastModified, renderedCard)
  const running = pending.get(key)
  if (running) return running
  const started = lookThrough(key, id, lastModified === null ? BRIEF : DAY, renderedCard).finally(() =>
    pending.delete(key),
  )
  pending.set(key, started)
  return started
}

async function lookThrough(
  key: string,
  id: string,
  maxAge: number,
  renderedCard: string | null,
): Promise<Facts> {
  const kept = z.safeParse(factsSchema, await readCache(key, maxAge))
  if (kept.success) return kept.data
  const looked = await lookAtHubModel(id, renderedCard)
  if (!looked.snapshot) return { ...collectGlance(readGlance(id, null)), faults: faultsOf(looked) }
  // Only a licence file needs the texts' hashes.
  await Promise.all([loadLicenseTerms(), looked.snapshot.texts === null ? null : loadLicenseTexts()])
  const snapshot = await withKnownWeights(looked.snapshot)
  remember(key, snapshot)
  const facts = factsOf(snapshot)
  // One sentence on the gate is enough, however many files stand behind it.
  const more = faultsOf(looked).filter(({ id }) => !facts.faults.some((fault) => fault.id === id))
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
export async function lookFurther(
  id: string,
  lastModified: string | null,
  renderedCard: string | null,
): Promise<Further> {
  const key = keyOf(id, lastModified, renderedCard)
  const facts = await look(id, lastModified, renderedCard)
  if (!leavesOpen(facts)) return { facts, more: false }
  const snapshot = recent.get(key) ?? (await lookAtHubModel(id, renderedCard)).snapshot
  if (!snapshot) return { facts, more: false }
  const step = await lookOneStepFurther(snapshot)
  remember(key, step.snapshot)
  await loadLicenseTerms()
  const known: Facts = { ...factsOf(step.snapshot), faults: facts.faults }
  await writeCache(key, known)
  return { facts: known, more: step.answered && leavesOpen(known) }
}

function faultsOf({ faults }: Looked): Facts['faults'] {
  return faults.map(({ source, state, gated }) => {
    if (state === 'limited') return { id: 'rate-limit', detail: source }
    if (state === 'failed') return { id: 'network', detail: source }
    if (gated) return { id: 'gated', detail: source }
    return { id: 'gone', detail: source }
  })
}
