import { registeredLicenses } from './registry'
import type { LicenseEntry } from './types'

/** Loose names to entries: "Apache 2.0", "apache-2", "MIT License", "Llama 3.1 Community License Agreement". */

/** Words that carry no identity. `community` does for Qwen and Hunyuan, so it is dropped for Llama only. */
const NOISE = new Set([
  'the',
  'license',
  'licence',
  'licensed',
  'version',
  'v',
  'under',
  'terms',
  'of',
  'use',
  'software',
])
const MAX_NAME = 200

/** One key for all spellings of a name: words without noise, ".0" dropped, nothing between them. */
export function nameKey(name: string): string {
  const words = name
    .slice(0, MAX_NAME)
    .toLowerCase()
    .split(/[^a-z0-9.+]+/)
    .map((word) => word.replace(/^v(?=\d)/, '').replace(/^\.+|(?<!\.)\.+$/g, ''))
    .filter((word) => word !== '')
  // "Agreement" is a name's own word where it is not said of a licence: "NVIDIA Open Model Agreement".
  const isLicense = words.some((word) => /^licen[cs]e$/.test(word))
  const key = words
    .filter((word) => !NOISE.has(word) && !(isLicense && word === 'agreement'))
    .join('')
    .replace(/\.0(?!\d)/g, '')
  return key.startsWith('llama') || key.startsWith('metallama')
    ? key.replace(/^meta/, '').replace('community', '').replace('_', '.')
    : key
}

let index: { version: number; keys: Map<string, LicenseEntry> } | null = null

/** The entry that a loose name means, or null. */
export function lookupName(name: string): LicenseEntry | null {
  const { version, all } = registeredLicenses()
  if (index?.version !== version) {
    const keys = new Map<string, LicenseEntry>()
    const add = (key: string, entry: LicenseEntry) => {
      if (key.length > 1 && !keys.has(key)) keys.set(key, entry)
    }
    for (const { entry, aliases } of all) {
      for (const known of [entry.id, ...entry.hubIds, entry.name, ...aliases]) add(nameKey(known), entry)
    }
    index = { version, keys }
  }
  return index.keys.get(nameKey(name)) ?? null
}
