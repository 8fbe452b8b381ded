import { lookupLink } from './links'
import { lookupName } from './names'
import { lookupLicense } from './registry'
import type { LicenseEntry } from './types'

/** What a licence string was read as, and how. */
export interface NormalizedLicense {
  entry: LicenseEntry | null
  raw: string
  /** exact: an id as it stands · name: a spelling of one · license_name, license_link: given beside `other` · none: nobody knows it. */
  reason: 'exact' | 'name' | 'license_name' | 'license_link' | 'none'
}

/** The Hub's ids that say "read elsewhere" (hub-docs, repositories-licenses). */
export const isPlaceholder = (entry: LicenseEntry | null): boolean =>
  entry?.id === 'other' || entry?.id === 'unknown'

/**
 * Reads a licence string. `other` and `unknown` are looked through to `license_name`, then `license_link`
 * (hub-docs, model cards); a name that nobody knows stays verbatim with the placeholder's entry.
 */
export function normalizeLicense(
  raw: string,
  beside: { name?: string | null; link?: string | null } = {},
): NormalizedLicense {
  const text = raw.trim()
  const exact = lookupLicense(text) ?? lookupLicense(text.toLowerCase())
  const entry = exact ?? lookupName(text) ?? lookupLink(text)
  if (entry !== null && !isPlaceholder(entry)) return { entry, raw: text, reason: exact ? 'exact' : 'name' }
  const name = beside.name?.trim() || null
  if (name !== null) {
    const byName = lookupLicense(name) ?? lookupName(name)
    if (byName && !isPlaceholder(byName)) return { entry: byName, raw: name, reason: 'license_name' }
  }
  if (beside.link) {
    const byLink = lookupLink(beside.link)
    if (byLink) return { entry: byLink, raw: name ?? beside.link, reason: 'license_link' }
  }
  return { entry, raw: name ?? text, reason: entry ? 'exact' : 'none' }
}
