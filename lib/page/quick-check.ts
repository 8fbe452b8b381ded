import type { Facts } from '../assessment'
import { collectGlance } from '../evidence/glance'
import { ask, LOOK } from '../platform/messages'
import { type CurrentTab, modelInTab } from '../platform/tabs'
import { github } from '../sites/github'
import { huggingface } from '../sites/huggingface'
import { readGlance } from '../snapshot/glance'
import { followBases, hasMoreToFollow } from './follow-bases'

/** What the popup knows of the tab in front. */
export type Check =
  /** Not a model's page, or one that the extension may not see. */
  | { state: 'elsewhere' }
  /** A page of GitHub that does not show itself to be a public repository's: nothing is asked about it. */
  | { state: 'left-alone' }
  /** A public repository that nothing shows to be a model's: asked about only when the reader wants it. */
  | { state: 'offer'; id: string }
  | { state: 'checking' | 'done'; id: string; facts: Facts }

/**
 * Checks the model of a tab: at once what its page knows already, then what the site says. Calls back each time.
 * Ends with the signal. Never rejects.
 */
export async function checkTab(
  tab: CurrentTab,
  update: (check: Check) => void,
  signal: AbortSignal,
  wanted = false,
): Promise<void> {
  const place = tab.url === null ? null : readPlace(tab.url)
  const page = tab.id === null ? null : await modelInTab(tab.id)
  if (signal.aborted) return
  // A one-segment address may be an owner's page; without a header in the page it is no model's.
  if (!page && (place === null || !place.id.includes('/'))) {
    update({ state: 'elsewhere' })
    return
  }
  const id = page?.id ?? place?.id ?? ''
  const site = page?.site ?? place?.site ?? 'huggingface'
  const request = { site, id, lastModified: page?.lastModified ?? null, renderedCard: null, knownOnly: false }
  const facts = page?.facts ?? collectGlance(readGlance(id, null, site))
  const told = site !== 'github' || facts.subject.isModel === true || wanted
  if (facts.depth === 'look' && told && !hasMoreToFollow(facts)) {
    update({ state: 'done', id, facts })
    return
  }
  // Without the page's word that it is public, a repository is not asked about at all.
  if (site === 'github' && !page && tab.id !== null) {
    update({ state: 'left-alone' })
    return
  }
  if (site === 'github' && facts.subject.isModel !== true && !wanted) {
    update({ state: 'offer', id })
    return
  }
  update({ state: 'checking', id, facts })
  const looked = facts.depth === 'look' ? facts : await ask(LOOK, request).catch(() => null)
  if (signal.aborted) return
  if (looked === null || !hasMoreToFollow(looked)) {
    update({ state: 'done', id, facts: looked ?? unanswered(facts) })
    return
  }
  update({ state: 'checking', id, facts: looked })
  let known = looked
  await followBases(
    request,
    (found) => {
      known = found
      update({ state: 'checking', id, facts: found })
    },
    signal,
  )
  if (!signal.aborted) update({ state: 'done', id, facts: known })
}

const unanswered = (facts: Facts): Facts => ({
  ...facts,
  faults: [...facts.faults, { id: 'network', detail: 'worker' }],
})

function readPlace(address: string) {
  try {
    const url = new URL(address)
    return huggingface.placeOf(url) ?? github.placeOf(url)
  } catch {
    return null
  }
}
