import type { Place } from '../site'

/** First path segments that are the site's own, never an owner (spec of the site's pages, 2026-11). */
const RESERVED = new Set(
  `about account apps codespaces collections contact copilot customer-stories dashboard discussions enterprise events
  explore features github-copilot issues join login logout mcp marketplace models new notifications nonprofit
  organizations orgs premium-support pricing pulls readme resources search security sessions settings signup site
  solutions sponsors stars team terms topics trending users watching why-github`.split(/\s+/),
)

/** Whether a first path segment is the site's own. */
export const isOwnName = (segment: string): boolean => RESERVED.has(segment.toLowerCase()) || segment === ''

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/
const REPOSITORY = /^[\w.-]{1,100}$/

/** Repository pages with the repository's header that show files; all others are talk about it. */
const FILES = new Set(['tree', 'blob', 'blame', 'edit', 'raw'])

/** Reads a GitHub address; null for whatever is no repository's page. Query and hash never matter. */
export function placeOf(url: URL): Place | null {
  if (url.protocol !== 'https:' || url.hostname !== 'github.com') return null
  const [owner, name, tab, revision] = url.pathname.split('/').filter((segment) => segment !== '')
  if (owner === undefined || name === undefined) return null
  if (owner === 'marketplace' && name === 'models' && tab !== undefined && revision !== undefined)
    return { site: 'github', id: `marketplace/${tab}/${revision}`, tab: 'card', revision: null }
  if (RESERVED.has(owner.toLowerCase()) || !NAME.test(owner) || !REPOSITORY.test(name)) return null
  const id = `${owner}/${name}`
  if (tab === undefined) return { site: 'github', id, tab: 'card', revision: null }
  if (tab === 'settings' || tab === 'new' || tab === 'upload' || tab === 'edit' || tab === 'raw') return null
  if (FILES.has(tab)) return { site: 'github', id, tab: 'files', revision: revision ?? null }
  return {
    site: 'github',
    id,
    tab: tab === 'commits' || tab === 'commit' ? 'commits' : 'discussions',
    revision: null,
  }
}
