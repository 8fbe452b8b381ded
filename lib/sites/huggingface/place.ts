import type { Place } from '../site'

/**
 * First path segments that are the site's own, never an owner or a one-segment model (spec of the site's pages, 2026-11).
 * `huggingface` is a real organisation too, so it is not in the list.
 */
const RESERVED = new Set(
  `about agents api auth blog brand changelog chat collections company contact-sales datasets docs enterprise front
  huggingface-hub inference inference-api inference-endpoints join jobs kernels landing learn legal login logout models
  new new-dataset new-space notifications oauth organizations papers posts pricing privacy quicksearch resolve
  search security settings shop spaces storage subscribe support tasks terms terms-of-service text-generation-inference
  tos transformers users welcome`.split(/\s+/),
)

/** Second or third path segments that belong to a model page where the badge may stand. */
const TABS: Record<string, Place['tab']> = {
  tree: 'files',
  blob: 'files',
  commits: 'commits',
  commit: 'commits',
  discussions: 'discussions',
}

/** Path segments below a model that are no place for a badge: forms and raw content. */
const CLOSED = new Set([
  'settings',
  'edit',
  'upload',
  'delete',
  'resolve',
  'raw',
  'new',
  'duplicate',
  'rename',
])

const NAME = /^[A-Za-z0-9][\w.-]{0,95}$/

/**
 * Reads a Hub address. Ids have two segments, the oldest models one (`/gpt2`); an owner's page looks like the latter,
 * so the page's header has the last word. Query and hash never matter (`?show_file_info=…`, `?library=…`).
 */
export function placeOf(url: URL): Place | null {
  if (url.protocol !== 'https:' || url.hostname !== 'huggingface.co') return null
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const [first, second] = segments
  if (first === undefined || RESERVED.has(first.toLowerCase()) || !NAME.test(first)) return null
  const single = second === undefined || Object.hasOwn(TABS, second) || CLOSED.has(second)
  if (!single && !NAME.test(second)) return null
  const id = single ? first : `${first}/${second}`
  const [tab, revision] = segments.slice(single ? 1 : 2)
  if (tab === undefined) return { site: 'huggingface', id, tab: 'card', revision: null }
  const kind = Object.hasOwn(TABS, tab) ? TABS[tab] : undefined
  if (kind === undefined) return null
  const pinned = tab === 'tree' || tab === 'blob' || tab === 'commit'
  return { site: 'huggingface', id, tab: kind, revision: pinned ? decode(revision) : null }
}

function decode(segment: string | undefined): string | null {
  if (segment === undefined) return null
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
