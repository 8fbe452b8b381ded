import { ancestorsOf } from '../lineage/ancestors'
import { readSnapshot } from '../snapshot/read'
import type { LinkedSource, Snapshot } from '../snapshot/schema'
import { addressOf, fetchBase } from './hub'

/** The bases of a model and their bases, asked for one by one: one request each, four at a time, nearest first. */

const AT_ONCE = 4

export interface Step {
  snapshot: Snapshot
  /** False where nobody answered: asking on would be in vain. */
  answered: boolean
}

/** Asks for the next bases that a snapshot names and does not hold. Bounded by the ancestors that are followed. */
export async function followBases(snapshot: Snapshot): Promise<Step> {
  const wanted = ancestorsOf(readSnapshot(snapshot)).filter(({ state }) => state === 'unseen')
  const linked: Record<string, LinkedSource> = { ...snapshot.linked }
  let answered = false
  await Promise.all(
    wanted.slice(0, AT_ONCE).map(async ({ id }) => {
      const source = await fetchBase(id)
      if (source === null) return
      linked[addressOf(id)] = source
      answered = true
    }),
  )
  return { snapshot: { ...snapshot, linked }, answered }
}
