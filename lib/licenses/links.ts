import { lookupName } from './names'
import { lookupLicense, registeredLicenses } from './registry'
import type { LicenseEntry } from './types'

/** A link to a licence's own home, read as that licence. Links into other repositories say nothing by themselves. */

const MAX_URL = 500

/** Host and path without scheme, `www.`, ending, query and slash, in lower case. */
export function linkKey(url: string): string {
  return url
    .slice(0, MAX_URL)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#][\s\S]*/, '')
    .replace(/(?:\.(?:txt|html?|php|en|md)){1,4}$/, '')
    .replace(/(?<!\/)\/+$/, '')
}

const GNU = /^gnu\.org\/licenses\/(?:old-licenses\/)?(a?l?gpl-\d\.\d)/
const COMMONS = /^creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)/
const BY_ID = /^(?:spdx\.org\/licenses|opensource\.org\/licenses?|choosealicense\.com\/licenses)\/([\w.+-]+)$/

/** The licence whose text a link leads to, or null. */
export function lookupLink(url: string): LicenseEntry | null {
  const key = linkKey(url)
  const commons = COMMONS.exec(key)
  if (commons) return lookupName(`cc-${commons[1]}-${commons[2]}`)
  if (key.startsWith('creativecommons.org/publicdomain/zero')) return lookupLicense('CC0-1.0')
  const gnu = GNU.exec(key)?.[1]
  if (gnu !== undefined) return lookupLicense(gnu)
  const id = BY_ID.exec(key)?.[1]
  if (id !== undefined) return lookupName(id)
  if (key === 'apache.org/licenses/license-2.0') return lookupLicense('Apache-2.0')
  if (/^(?:llama\.meta|llama)\.com\/llama(\d(?:_\d)?)\/license$/.test(key)) {
    return lookupLicense(`llama${/llama(\d(?:_\d)?)\/license$/.exec(key)?.[1]?.replace('_', '.')}`)
  }
  return entriesByLink().get(key) ?? null
}

let index: { version: number; keys: Map<string, LicenseEntry> } | null = null

/** A card may hold thousands of links: the licences' own are read once. The first of two with one link counts. */
function entriesByLink(): ReadonlyMap<string, LicenseEntry> {
  const { version, all } = registeredLicenses()
  if (index?.version === version) return index.keys
  const keys = new Map<string, LicenseEntry>()
  for (const { entry } of all) {
    const key = entry.url === null ? null : linkKey(entry.url)
    if (key !== null && !keys.has(key)) keys.set(key, entry)
  }
  index = { version, keys }
  return keys
}
