import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'

/**
 * The linked snapshot of a Hub repository (`owner/name`, `datasets/owner/name`), or why there is none; null when it was
 * not asked for. Also found where it is linked by a linked snapshot, and by the new name of one that moved.
 */
export function linkedHub(reading: Reading, id: string): Reading | 'missing' | 'denied' | null {
  return linkedIn(reading).get(id.toLowerCase()) ?? null
}

/** All linked Hub repositories by lower-case id, nearer ones first. */
export const linkedIn = onceFor((reading: Reading): ReadonlyMap<string, Reading | 'missing' | 'denied'> => {
  const found = new Map<string, Reading | 'missing' | 'denied'>()
  let level: Reading[] = [reading]
  while (level.length > 0) {
    const next: Reading[] = []
    for (const [url, target] of level.flatMap(({ linked }) => [...linked])) {
      const path = HUB.exec(url.slice(0, 400))?.[1]?.toLowerCase()
      if (path !== undefined && !found.has(path)) found.set(path, target)
      if (typeof target === 'string') continue
      const id = target.id.toLowerCase()
      if (target.site === 'huggingface' && !found.has(id)) found.set(id, target)
      next.push(target)
    }
    level = next
  }
  return found
})

const HUB = /^https:\/\/huggingface\.co\/(.+?)\/?$/
