import named from './named.json'
import { type Registration, registerLicenses } from './registry'

/**
 * Licences that models name under `license: other` (`license_name`), with the names they go by. Columns of
 * named.json: id, name, family, class, url or "", then aliases. Kept apart so that a content script does not carry it.
 */

let done = false

/** Makes them known to `lookupLicense` and `normalizeLicense`. Safe to call again. */
export function registerNamed(): void {
  if (done) return
  done = true
  registerLicenses(named.map(readRow))
}

function readRow(row: readonly string[]): Registration {
  const [id = '', name = '', family = '', licenseClass = '', url = '', ...aliases] = row
  return {
    entry: {
      id,
      name,
      label: name.replace(/\s*\(.*$/, '').replace(/ Licen[cs]e( Agreement)?\b/, ''),
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
