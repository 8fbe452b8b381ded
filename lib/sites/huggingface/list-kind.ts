import { placeOf } from './place'

/** Pages with a bar above their cards. Other pages show chips where cards are, and no bar. */
const WITH_BAR = new Set(['models', 'collections'])
/** Tabs of an owner's page that list models. */
const OWNER_TABS = new Set(['models', 'likes', 'collections'])

const CARD = 'overview-card-wrapper'

/** Judged by the address alone, before anything of the page is there. */
export function listKind(url: URL): 'bar' | 'plain' {
  const [first, second, third] = url.pathname.split('/').filter(Boolean)
  if (first === undefined || third !== undefined) return first === 'collections' ? 'bar' : 'plain'
  if (second === undefined) return WITH_BAR.has(first) || placeOf(url) !== null ? 'bar' : 'plain'
  return WITH_BAR.has(first) || OWNER_TABS.has(second) ? 'bar' : 'plain'
}

/** `article.overview-card-wrapper` is the card of all lists of repositories (pages and tools of 2024 to 2026-10). */
export const hasCards = (document: Document): boolean => document.getElementsByClassName(CARD).length > 0
