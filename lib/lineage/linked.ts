import type { Reading } from '../snapshot/reading'
import { pageUrl } from '../snapshot/urls'

/** The linked snapshot of a Hub repository (`owner/name`, `datasets/owner/name`), or why there is none; null when it was not asked for. */
export function linkedHub(reading: Reading, id: string): Reading | 'missing' | 'denied' | null {
  const exact = reading.linked.get(pageUrl('huggingface', id))
  if (exact !== undefined) return exact
  const wanted = id.toLowerCase()
  for (const [url, target] of reading.linked) {
    const path = /^https:\/\/huggingface\.co\/(.+?)\/?$/.exec(url.slice(0, 400))?.[1]
    if (path?.toLowerCase() === wanted) return target
  }
  return null
}
