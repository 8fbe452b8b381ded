import named from './named.json'
import { lookupLicense, type Registration, registerLicenses } from './registry'

/**
 * Licences that models name under `license: other` (`license_name`), with the names they go by. Columns of
 * named.json: id, name, family, class, url or "", then aliases. Kept apart so that a content script does not carry it.
 */

/** Names whose words differ from both id and title. */
const EXTRA: readonly (readonly [alias: string, id: string])[] = [
  ['expat', 'MIT'],
  ['asl 2.0', 'Apache-2.0'],
  ['apachev2', 'Apache-2.0'],
  ['gplv2', 'GPL-2.0-only'],
  ['gplv3', 'GPL-3.0-only'],
  ['gnu gpl v2', 'GPL-2.0-only'],
  ['gnu gpl v3', 'GPL-3.0-only'],
  ['agplv3', 'AGPL-3.0-only'],
  ['gnu agpl v3', 'AGPL-3.0-only'],
  ['lgplv3', 'LGPL-3.0-only'],
  ['lgplv2.1', 'LGPL-2.1-only'],
  ['cc0', 'CC0-1.0'],
  ['mplv2', 'MPL-2.0'],
  ['boost', 'BSL-1.0'],
  ['creativeml open rail++-m', 'openrail++'],
  ['gemma 2', 'gemma'],
  ['gemma 3', 'gemma'],
  ['faipl-1.0-sd', 'fair-ai-public-1.0-sd'],
]

let done = false

/** Makes them known to `lookupLicense` and `normalizeLicense`. Safe to call again. */
export function registerNamed(): void {
  if (done) return
  done = true
  registerLicenses(named.map(readRow))
  registerLicenses(
    EXTRA.flatMap(([alias, id]) => {
      const entry = lookupLicense(id)
      return entry ? [{ entry, aliases: [alias] }] : []
    }),
  )
}

function readRow(row: readonly string[]): Registration {
  const [id = '', name = '', family = '', licenseClass = '', url = '', ...aliases] = row
  return {
    entry: {
      id,
      name,
      label: name.replace(/(?<!\s)\s*\([\s\S]*/, '').replace(/ Licen[cs]e( Agreement)?\b/, ''),
      family,
      class: licenseClass === 'conditional' || licenseClass === 'restricted' ? licenseClass : 'unknown',
      osi: false,
      fsf: false,
      openData: false,
      hubIds: [],
      url: url || null,
    },
    aliases,
  }
}
