import { isOwnName } from './place'

/**
 * Links to repositories in an owner's lists: a user's tab (`itemprop`), an organisation's (`data-testid`), pinned ones
 * (structure as other tools read it in 2026).
 */
export const LINKS =
  'li[itemprop="owns"] a[itemprop~="codeRepository"], a[data-testid="listitem-title-link"], li.js-pinned-item-list-item a.text-bold[href]'

/** `/owner`, its tabs, `/orgs/owner/repositories`; null elsewhere. */
export function listKind({ pathname }: URL): 'plain' | null {
  const [first = '', second, third, fourth] = pathname.split('/').filter(Boolean)
  if (fourth !== undefined) return null
  if (first === 'orgs')
    return second !== undefined && (third === undefined || third === 'repositories') ? 'plain' : null
  return second === undefined && !isOwnName(first) ? 'plain' : null
}

export const hasCards = (document: Document): boolean => document.querySelector(LINKS) !== null
