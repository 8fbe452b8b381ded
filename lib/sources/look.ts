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
const GENERATION = 9

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
  // Only a whole look is worth keeping; after a fault the site is asked again on the next visit.
  const whole = looked.faults.every((fault) => fault.gated)
  const facts = factsOf(snapshot)
  // One sentence on the gate is enough, however many files stand behind it.
  const more = faultsOf(looked, request.site).filter(
    ({ id }) => !facts.faults.some((fault) => fault.id === id),
  )
  const answer: Facts = { ...facts, faults: [...facts.faults, ...more] }
  remember(key, { snapshot, faults: answer.faults, whole })
  if (whole) await writeCache(key, answer)
  return answer
}

/** A last look, to look further from; an ended worker has forgotten it. */
interface Recent {
  snapshot: Snapshot
  /** What was wrong when the model itself was looked at. */
  faults: Facts['faults']
  /** Nobody who was asked stayed silent: it is worth keeping. */
  whole: boolean
}
const recent = new Map<string, Recent>()
const MAX_RECENT = 6

function remember(key: string, looked: Recent): void {
  recent.delete(key)
  recent.set(key, looked)
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
  let known = recent.get(key)
  if (!known) {
    const facts = await look(request)
    if (!leavesOpen(facts)) return { facts, more: false }
    known = recent.get(key) ?? (await lookAnew(request, facts)) ?? undefined
    if (!known) return { facts, more: false }
  }
  const { faults } = known
  const step = await lookOneStepFurther(known.snapshot)
  const whole = known.whole && !step.lost
  remember(key, { snapshot: step.snapshot, faults, whole })
  await loadLicenseTerms()
  const found: Facts = { ...factsOf(step.snapshot), faults }
  if (whole) await writeCache(key, found)
  const more = step.answered && leavesOpen(found)
  return { facts: more || !step.unanswered ? found : withSilence(found), more }
}

/** The facts are kept and the worker has forgotten what they were read from. */
async function lookAnew(request: Request, { faults }: Facts): Promise<Recent | null> {
  const looked = await lookAt(request)
  return (
    looked.snapshot && { snapshot: looked.snapshot, faults, whole: looked.faults.every(({ gated }) => gated) }
  )
}

/** Why the rest was not looked at: GitHub asks for patience, the Hub does, or nobody answers. Never kept. */
function withSilence(facts: Facts): Facts {
  const wanted = facts.sources?.some(({ kind, state }) => kind === 'repository' && state === 'open') ?? false
  const fault =
    (wanted ? limitOf('github', 'sources') : null) ??
    limitOf('huggingface', 'sources') ??
    ({ id: 'network', detail: 'sources' } as const)
  return { ...facts, faults: [...facts.faults, fault] }
}

/** That a site asks for patience, and for how long; null where it does not. */
function limitOf(site: Request['site'], source: string): Facts['faults'][number] | null {
  const until = limitedUntil(site === 'github' ? 'api.github.com' : 'huggingface.co')
  if (until === null) return null
  const again = Math.max(0, until - Date.now())
  return site === 'github'
    ? { id: 'github-limit', detail: new Date(until).toISOString(), again }
    : { id: 'rate-limit', detail: source, again }
}

/** One sentence for each thing that is wrong, however many answers it cost. */
function faultsOf({ faults }: Looked, site: Request['site']): Facts['faults'] {
  const found = new Map<string, Facts['faults'][number]>()
  for (const { source, state, gated } of faults) {
    const what = source === 'api' ? 'api' : 'part'
    const fault: Facts['faults'][number] =
      state === 'limited'
        ? (limitOf(source === 'model' ? 'huggingface' : site, what) ?? { id: 'rate-limit', detail: what })
        : state === 'unreadable' || state === 'failed'
          ? { id: 'network', detail: state === 'unreadable' && what === 'api' ? 'unreadable' : what }
          : { id: gated ? 'gated' : 'gone', detail: source }
    found.set(`${fault.id} ${fault.detail}`, fault)
  }
  return [...found.values()]
}
