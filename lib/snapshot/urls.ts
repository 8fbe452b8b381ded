import type { Snapshot } from './schema'

type Site = Snapshot['site']

const HOME: Record<Site, string> = { huggingface: 'https://huggingface.co', github: 'https://github.com' }

/** One part of an address. Half of a surrogate pair, on which `encodeURIComponent` throws, becomes U+FFFD. */
export const encodePart = (text: string): string =>
  encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))

/** A path whose parts are whatever a site or a reader wrote. */
export const encodePath = (path: string): string => path.split('/').map(encodePart).join('/')

/** The page of a repository. */
export function pageUrl(site: Site, id: string): string {
  return `${HOME[site]}/${encodePath(id)}`
}

/** The page of one file at a revision (`main` where the revision is not known), with an optional 1-based line. */
export function fileUrl(
  site: Site,
  id: string,
  revision: string | null,
  path: string,
  line?: number,
): string {
  const anchor = line === undefined ? '' : `#L${line}`
  return `${pageUrl(site, id)}/blob/${encodePath(revision ?? 'main')}/${encodePath(path)}${anchor}`
}

/** The listing of files at a revision. */
export function treeUrl(site: Site, id: string, revision: string | null): string {
  return `${pageUrl(site, id)}/tree/${encodePath(revision ?? 'main')}`
}
