import { ancestorsOf } from '../lineage/ancestors'
import { unreadConfiguration } from '../lineage/further-bases'
import { readSnapshot } from '../snapshot/read'
import type { LinkedSource, Snapshot } from '../snapshot/schema'
import { fetchText } from './fetch'
import { addressOf, fetchBase, rawAddress } from './hub'

/** The bases of a model and their bases, asked for one by one: one request each, four at a time, nearest first. */

const AT_ONCE = 4

export interface Step {
  snapshot: Snapshot
  /** False where nobody answered: asking on would be in vain. */
  answered: boolean
}

/**
 * Reads the files that may name a base, once, and asks for the next bases that a snapshot names and does not hold.
 * Bounded by the ancestors that are followed.
 */
export async function followBases(snapshot: Snapshot): Promise<Step> {
  const reading = readSnapshot(snapshot)
  const unread = unreadConfiguration(reading)
  if (unread.length > 0) {
    const texts = await readFiles(snapshot, unread)
    return { snapshot: { ...snapshot, texts: { ...snapshot.texts, ...texts } }, answered: true }
  }
  const wanted = ancestorsOf(reading).filter(({ state }) => state === 'unseen')
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

const MAX_CONFIGURATION = 256 * 1024

/** A file that cannot be had, or is too long to be what its name says, counts as read and empty. */
async function readFiles(snapshot: Snapshot, paths: readonly string[]): Promise<Record<string, string>> {
  const read = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => {
      const answer = await fetchText(rawAddress(snapshot.id, snapshot.revision, path), {
        maxLength: MAX_CONFIGURATION,
      })
      return [path, answer.state === 'ok' && !answer.truncated ? answer.text : '']
    }),
  )
  return Object.fromEntries(read)
}
